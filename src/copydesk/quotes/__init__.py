"""Direct quotations: where they stand, who is quoted, and what became of the words."""

from copydesk.quotes.stage import follow_quotes, following_quotes

__all__ = ["follow_quotes", "following_quotes"]
