"""A report as JSON, text and Markdown."""
