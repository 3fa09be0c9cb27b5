"""The records that travel: plain frozen rows, one class a table, offsets in code points."""
