"""Where the work of extraction runs: in this process, or in workers that may die without harm."""
