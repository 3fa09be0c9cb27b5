"""The case as static pages that open from disk."""
