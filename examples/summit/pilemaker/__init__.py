"""Makes the bundled pile of invented pages, and the truth about it, from the hand-written sources."""
