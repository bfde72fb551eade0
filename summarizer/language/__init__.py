"""Readers of text: str in, (span, value) out; each knows nothing of articles."""
