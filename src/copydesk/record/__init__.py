"""The case store: one SQLite file, one writer, readers always see the last commit."""
