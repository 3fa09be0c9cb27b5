"""Which passages of which pages are one text."""
