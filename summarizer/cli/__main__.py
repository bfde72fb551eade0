"""Lets `python -m summarizer.cli` do what the `summarizer` command does."""

import sys

from summarizer.cli import main

if __name__ == "__main__":
    sys.exit(main())
