"""Which pages tell of one event."""
