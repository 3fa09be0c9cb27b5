"""What each kind of page shows: one file a kind, each with its template of the same name."""
