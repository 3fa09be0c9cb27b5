"""The extract step: from a raw record to a page with its labelled segments, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.extract.byline import is_generic_author
from copydesk.extract.date_candidates import Dated, find_candidates
from copydesk.extract.html.dates import iso_day
from copydesk.extract.html.metadata import NO_METADATA, Metadata, host_of
from copydesk.extract.html.page import PlacedMark, read_html
from copydesk.extract.identity import page_id
from copydesk.extract.inline import Part
from copydesk.extract.labels import Labelled, label_lines
from copydesk.extract.language import find_language
from copydesk.extract.line import Line, split_lines
from copydesk.extract.segments import cover
from copydesk.limits import LIMITS, Limits
from copydesk.model.date import DateCandidate
from copydesk.model.page import ARTICLE_LABELS, Extraction, Label, Page, Segment
from copydesk.model.raw import Media, RawRecord, Reject
from copydesk.text.patterns.lines import IDEOGRAPH, VISIBLE, WORD_OR_NUMBER

_RUNNING = frozenset({Label.BODY, Label.SUBHEAD})


@dataclass(frozen=True, slots=True)
class _Reading:
    """A record's text, lines and metadata, however it was read."""

    text: str
    lines: Sequence[Line]
    metadata: Metadata
    marks: Sequence[PlacedMark] = ()


def extract(record: RawRecord, *, limits: Limits = LIMITS) -> Extraction | Reject:
    """The page that a record holds, with segments that cover its text, or why there is none.

    Reject codes: `too_large` (more visible text than `limits.page_chars`), `no_text` (nothing a reader can see).
    What the record itself says of the page wins over what the page's markup says. Nothing is raised for any
    content.
    """
    reading = _read(record, limits)
    if len(reading.text) > limits.page_chars:
        reason = f"The page has {len(reading.text):,} characters of text; at most {limits.page_chars:,} are read."
        return Reject(record.source, record.record_id, "too_large", reason)
    if VISIBLE.search(reading.text) is None:
        return Reject(record.source, record.record_id, "no_text", "The page has no visible text.")
    labelled = label_lines(reading.lines, record.title or reading.metadata.title)
    number = page_id(record)
    segments = cover(number, reading.text, labelled.parts)
    page = _page(number, record, reading, labelled, segments)
    return Extraction(page, segments, _dates(page, record, reading, labelled))


def _dates(page: Page, record: RawRecord, reading: _Reading, labelled: Labelled) -> tuple[DateCandidate, ...]:
    found = reading.metadata
    language = found.language or page.language
    return find_candidates(
        page.page_id,
        Dated(record, page.url, page.text, reading.lines, labelled.parts, found, reading.marks, language),
    )


def _read(record: RawRecord, limits: Limits) -> _Reading:
    if record.media is Media.TEXT:
        lines = split_lines(record.content) if len(record.content) <= limits.page_chars else ()
        return _Reading(record.content, lines, NO_METADATA)
    page = read_html(record.content, limits)
    return _Reading(page.text, page.lines, page.metadata, page.marks)


def _page(number: str, record: RawRecord, reading: _Reading, labelled: Labelled, segments: Sequence[Segment]) -> Page:
    found = reading.metadata
    url = record.url or found.url
    return Page(
        page_id=number,
        source=record.source,
        record_id=record.record_id,
        url=url,
        site=record.site or found.site or host_of(url),
        title=record.title or found.title or labelled.headline,
        byline=_author(record) or found.byline or labelled.byline,
        dateline=labelled.place,
        language=find_language(_running_text(reading.text, segments)) or record.language,
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=iso_day(record.retrieved) if record.retrieved else None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=_count_words(reading, labelled.parts),
        sha256=record.sha256,
        text=reading.text,
    )


def _author(record: RawRecord) -> str | None:
    return record.byline if record.byline and not is_generic_author(record.byline) else None


def _running_text(text: str, segments: Sequence[Segment]) -> str:
    """Enough of the body to tell its language."""
    pieces: list[str] = []
    size = 0
    for segment in segments:
        if segment.label in _RUNNING:
            pieces.append(text[segment.begin : segment.end])
            size += segment.end - segment.begin
            if size > 2_000:
                break
    return "".join(pieces)


def _count_words(reading: _Reading, parts: Sequence[Part]) -> int:
    """White-space-separated words of the article; of a text with ideographs or kana each of those is one."""
    if not reading.text.isascii() and IDEOGRAPH.search(reading.text):
        article = (reading.text[part.begin : part.end] for part in parts if part.label in ARTICLE_LABELS)
        return sum(map(_count_with_ideographs, article))
    whole = {line.begin: line for line in reading.lines}
    count = 0
    for part in parts:
        if part.label in ARTICLE_LABELS:
            line = whole.get(part.begin)
            if line is not None and line.end == part.end and line.is_single_spaced:
                count += line.words  # as on most pages: to count them anew takes ten times as long
            else:
                count += len(reading.text[part.begin : part.end].split())
    return count


def _count_with_ideographs(piece: str) -> int:
    rest, ideographs = IDEOGRAPH.subn(" ", piece)
    return ideographs + sum(WORD_OR_NUMBER.search(word) is not None for word in rest.split())
