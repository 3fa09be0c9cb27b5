"""From a raw record to a page with labelled segments: one file a thing found on the page."""

from copydesk.extract.extraction import extract
from copydesk.extract.repeats import label_repeats, labelling_repeats

__all__ = ["extract", "label_repeats", "labelling_repeats"]
