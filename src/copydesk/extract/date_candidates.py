"""Everything on a page, in its markup, its address and its record that may say when it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.extract.cues import SLASH
from copydesk.extract.date_banner import date_words
from copydesk.extract.html.date_marks import DateMark
from copydesk.extract.html.dates import iso_day, stated_day
from copydesk.extract.html.metadata import Metadata
from copydesk.extract.html.page import PlacedMark
from copydesk.extract.inline import Part
from copydesk.extract.line import Line
from copydesk.extract.printed_dates import Place, Regions, copyright_years, find_regions, printed_days
from copydesk.model.date import DateCandidate
from copydesk.model.raw import RawRecord
from copydesk.text.days import WrittenDay, find_days, iso
from copydesk.text.patterns.lines import WORD_OR_NUMBER
from copydesk.text.patterns.times import URL_DAY, URL_MONTH

MOST_OF_A_KIND = 12
"""Candidates of one kind that are kept of a page, the first in text order: chronicles have hundreds of days."""

MONTH_FIRST = ("us", "ph", "pw", "fm", "mh")
"""Countries where the month stands before the day (Unicode CLDR, dateFormats of English)."""

DAY_FIRST_HOSTS = (".uk", ".ie", ".au", ".nz", ".in", ".za", ".sg", ".ng", ".ke", ".gh", ".my", ".mt")
"""Endings of hosts in countries that write English with the day before the month."""

Found = tuple[int | None, int | None, str, str | None, str | None]
"""Begin, end, kind, value, why."""


@dataclass(frozen=True, slots=True)
class Dated:
    """All that is looked at of one page. `language` is that of its markup, else of its text."""

    record: RawRecord
    url: str | None
    text: str
    lines: Sequence[Line]
    parts: Sequence[Part]
    metadata: Metadata
    marks: Sequence[PlacedMark]
    language: str | None


def find_candidates(number: str, page: Dated) -> tuple[DateCandidate, ...]:
    """The candidates of page `number`, in the order of their table."""
    day_first = _day_first(page)
    regions = find_regions(page.lines, page.parts)
    found: list[Found] = [*_of_record(page.record), *_of_address(page.url)]
    found += [(None, None, one.kind, one.day, one.name) for one in page.metadata.dates]
    found += _of_marks(page, regions, day_first)
    found += [
        (one.written.begin, one.written.end, one.kind, *_reading(one.written, day_first))
        for one in printed_days(page.text, page.lines, page.parts, regions)
    ]
    found += [(begin, end, "copyright", value, None) for begin, end, value in copyright_years(page.lines)]
    return tuple(
        DateCandidate(number, begin, end, kind, value, None, why, None, None, None)
        for begin, end, kind, value, why in _ordered(_few(found))
    )


def _of_record(record: RawRecord) -> Iterator[Found]:
    for kind, value in (("record", record.published), ("retrieved", record.retrieved)):
        day = iso_day(value) if value else None
        if day is not None:
            yield None, None, kind, day, None


def _of_address(url: str | None) -> Iterator[Found]:
    """The day or the month that stands in the path of the address."""
    if not url:
        return
    path = url[:2_000].partition("://")[2].partition("/")[2]
    for match in URL_DAY.finditer(path):
        year, month, day = match.group(1, 3, 4)
        value = iso(int(year), int(month), int(day))
        if value is not None:
            yield None, None, "url", value, match.group(0).strip("/-_.")
            return
    month_only = URL_MONTH.search(path)
    if month_only is not None:
        year, month = month_only.group(1), month_only.group(2)
        yield None, None, "url", f"{year}-{month}", month_only.group(0).strip("/")


def _of_marks(page: Dated, regions: Regions, day_first: bool | None) -> Iterator[Found]:
    """The days of elements that are named for dates, at their places where the day is printed."""
    for placed in page.marks:
        mark = placed.mark
        day = stated_day(mark.stated) if mark.stated else None
        span: tuple[int | None, int | None] = (None, None)
        shown = next(find_days(mark.shown, short=True), None) if mark.shown else None
        if shown is not None and mark.shown is not None:
            at = page.text.find(mark.shown[shown.begin : shown.end], placed.begin, placed.end + len(mark.shown))
            span = (at, at + shown.end - shown.begin) if at >= 0 else span
            printed = _reading(shown, day_first)[0]
            day = day if day is not None and mark.kind == "time" else printed or day
        if day is not None:
            yield *span, _kind_of_mark(placed, regions), day, None


def _kind_of_mark(placed: PlacedMark, regions: Regions) -> str:
    """The kind of an element's day: by its own name, unless it belongs to something else than the article."""
    mark = placed.mark
    kind = mark.kind if mark.sense == "published" else f"{mark.kind} modified"
    place = regions.place(placed.begin)
    if mark.around == "clock" or place is Place.TOP or (_is_bar(mark) and regions.is_above(placed.begin)):
        return "banner"
    if mark.around == "comment":
        return "comment"
    return "other story" if mark.around == "other" and place is not Place.HEAD else kind


def _is_bar(mark: DateMark) -> bool:
    """Whether an element that is only called a date shows the weekday too, as bars do."""
    words = WORD_OR_NUMBER.findall(mark.shown or "")
    return mark.kind == "class" and any(word.casefold() in date_words().weekdays for word in words)


def _reading(written: WrittenDay, day_first: bool | None) -> tuple[str | None, str | None]:
    """The day that is meant, and what is to be said of it."""
    if written.other is None or day_first is True:
        return written.day, None
    if day_first is False:
        return written.other, None
    return None, f"It has two readings, {written.day} and {written.other}."


def _day_first(page: Dated) -> bool | None:
    """Whether `03/04/2024` is in April on this page, by its other dates, its language, its host; else null."""
    for line in page.lines:
        if not line.cues & SLASH or len(line.text) > 400:
            continue
        for found in find_days(page.text, line.begin, line.end):
            piece = page.text[found.begin : found.end]
            if "/" in piece and found.other is None and not piece[:4].isdecimal() and piece[0].isdigit():
                return int(piece.partition("/")[0]) > 12
    if page.language is not None and page.language != "en":
        return True
    if page.metadata.region is not None:
        return page.metadata.region not in MONTH_FIRST
    host = (page.url or "").partition("://")[2].partition("/")[0]
    return True if host.endswith(DAY_FIRST_HOSTS) else None


def _few(found: Iterable[Found]) -> Iterator[Found]:
    """At most MOST_OF_A_KIND of each kind, none twice."""
    counted: Counter[str] = Counter()
    seen: set[Found] = set()
    for one in found:
        if one not in seen and counted[one[2]] < MOST_OF_A_KIND:
            seen.add(one)
            counted[one[2]] += 1
            yield one


def _ordered(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: tuple((value is not None, value) for value in (*one[:4], one[4])))
