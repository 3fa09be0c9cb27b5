"""Whose text it is: origins, lineage, the faithful wording, and what was changed."""

from copydesk.provenance.stage import trace, tracing

__all__ = ["trace", "tracing"]
