"""Which passages of which pages are one text."""

from copydesk.reuse.adding import Before, More, Reader, add_reuse
from copydesk.reuse.known import Known
from copydesk.reuse.notes import note_words
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.stage import REUSE, find_reuse, finding_reuse

__all__ = [
    "REUSE",
    "Before",
    "Known",
    "More",
    "Reader",
    "ReuseSettings",
    "add_reuse",
    "find_reuse",
    "finding_reuse",
    "note_words",
]
