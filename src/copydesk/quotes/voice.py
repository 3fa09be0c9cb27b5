"""Who speaks or acts in a sentence that brings no quotation: words behind it may be theirs."""

from __future__ import annotations

from copydesk.quotes.attribution import Attribution, Place, attributed, cue_tokens
from copydesk.quotes.clause import first_subject, subject_before
from copydesk.quotes.cue import cues_in
from copydesk.quotes.grammar import words
from copydesk.quotes.host import Host
from copydesk.quotes.phrase import HARD, Phrase


def voice_of(host: Host, low: int, high: int) -> Attribution | None:
    """Who speaks or acts in a sentence without a quotation: the subject of its last cue, else of the sentence."""
    for cue in cues_in(host, range(high - 1, low - 1, -1)):
        subject = subject_before(host, low, cue)
        if isinstance(subject, Phrase):
            return attributed(host, subject, cue_tokens(host, cue), Place.LEAD)
    subject = first_subject(host, low, high)
    if subject is None or subject.last >= high or not _is_voice(host, subject):
        return None
    return attributed(host, subject, None, Place.LEAD)


def _is_voice(host: Host, subject: Phrase) -> bool:
    """A name, or `he`: no thing that can't speak."""
    first = host.words[subject.first]
    if first in ("he", "she", "they"):
        return True
    inner = range(subject.first + (1 if first in words("determiners") else 0), subject.last)
    return any(host.capital[index] for index in inner if host.words[index] not in HARD) and first not in (
        "it",
        "i",
        "we",
    )
