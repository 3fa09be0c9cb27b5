"""When: date expressions and what they stand for, and the day on which a page was published."""
