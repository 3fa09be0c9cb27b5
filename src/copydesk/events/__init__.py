"""What happened: sentences coded in PLOVER terms, and merged into events."""

from copydesk.events.coded import Coded, codebook_type
from copydesk.events.coder import code_sentence
from copydesk.events.settings import EventSettings
from copydesk.events.stage import find_events, finding_events

__all__ = ["Coded", "EventSettings", "code_sentence", "codebook_type", "find_events", "finding_events"]
