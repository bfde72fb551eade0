"""Compares news reports of one event."""
