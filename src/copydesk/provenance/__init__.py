"""Whose text it is: origins, lineage, the faithful wording, and what was changed."""
