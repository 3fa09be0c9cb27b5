"""From a raw record to a page with labelled segments: one file a thing found on the page."""
