"""Direct quotations: where they stand, who is quoted, and what became of the words."""
