"""What happened: sentences coded in PLOVER terms."""

from copydesk.events.coded import Coded, codebook_type
from copydesk.events.coder import code_sentence

__all__ = ["Coded", "code_sentence", "codebook_type"]
