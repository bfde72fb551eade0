"""Speed and quality, each one command: python -m benchmarks.NAME."""
