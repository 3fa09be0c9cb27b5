"""What was said, by whom, and what became of the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuoteStatus(StrEnum):
    """How a mention stands to the faithful wording."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    UNCONFIRMED = "unconfirmed"


class QuoteChange(StrEnum):
    """What an altered mention changed."""

    WORDING = "wording"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance, however many pages have it. `best_*` is the place with the wording most to be trusted."""

    quote_id: str
    speaker: str | None
    speaker_id: str | None
    speaker_role: str | None
    said_on: str | None
    best_page: str
    best_begin: int
    best_end: int
    best_text: str
    n_pages: int
    n_origins: int


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """A place that quotes an utterance, without its marks. `speaker_*`, `cue_*` are the words that attribute it."""

    quote_id: str
    page_id: str
    begin: int
    end: int
    text: str
    speaker: str | None
    speaker_id: str | None
    speaker_begin: int | None
    speaker_end: int | None
    cue: str | None
    cue_begin: int | None
    cue_end: int | None
    status: QuoteStatus
    change: QuoteChange | None
    partial: bool
