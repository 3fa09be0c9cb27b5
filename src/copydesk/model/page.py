"""The page and its parts. Offsets are code points into `Page.text`, half-open, here and everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.model.date import DateCandidate


class Label(StrEnum):
    """What a segment of a page is."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    AGENCY_CREDIT = "agency_credit"
    SOURCE_LINE = "source_line"
    DATE_BANNER = "date_banner"
    AD = "ad"
    TEASER = "teaser"
    WIDGET = "widget"
    COMMENT_FORM = "comment_form"
    NAVIGATION = "navigation"
    OTHER = "other"


ARTICLE_LABELS = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BYLINE, Label.DATELINE, Label.BODY})
"""Labels of the article itself; every other label is furniture."""


class Wording(StrEnum):
    """How a page's wording stands to the text it carries."""

    ORIGINAL = "original"
    VERBATIM_COPY = "verbatim_copy"
    EDITED_COPY = "edited_copy"
    SPUN_COPY = "spun_copy"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `text` is whole: furniture is labelled in the segments, never cut away."""

    page_id: str
    source: str
    record_id: str | None
    url: str | None
    site: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    language: str | None
    published: str | None
    published_basis: str | None
    published_confidence: float | None
    retrieved: str | None
    wording: Wording | None
    wording_confidence: float | None
    origin_ids: tuple[str, ...]
    n_words: int
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A labelled part of a page. The segments of a page cover its text without gaps or overlaps."""

    page_id: str
    begin: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the extract step makes of one raw record: the page, its segments in text order, what dates it.

    `dates` are in the order of their table, and without verdicts: these need the whole pile.
    """

    page: Page
    segments: tuple[Segment, ...]
    dates: tuple[DateCandidate, ...] = ()
