"""HTML pages: their tree, their visible text in blocks, their main text, their metadata."""
