"""The tables as files: one file a format."""
