"""Everything on a page, in its markup, its address and its record that may say when it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from copydesk.extract.html.dates import iso_day, stated_day
from copydesk.extract.html.page import PlacedMark
from copydesk.extract.html.stated_dates import StatedDate
from copydesk.extract.inline import Part
from copydesk.extract.line import Line
from copydesk.extract.printed_dates import copyright_years, printed_days
from copydesk.model.date import DateCandidate
from copydesk.model.raw import RawRecord
from copydesk.text.days import WrittenDay, find_days, iso
from copydesk.text.patterns import URL_DAY, URL_MONTH

MOST_OF_A_KIND = 12
"""Candidates of one kind that are kept of a page, the first in text order: chronicles have hundreds of days."""

Found = tuple[int | None, int | None, str, str | None, str | None]
"""Begin, end, kind, value, why."""


def find_candidates(
    number: str,
    record: RawRecord,
    url: str | None,
    text: str,
    lines: Sequence[Line],
    parts: Sequence[Part],
    stated: Sequence[StatedDate],
    marks: Sequence[PlacedMark],
    language: str | None,
) -> tuple[DateCandidate, ...]:
    """The candidates of page `number`, in the order of their table."""
    day_first = _day_first(text, lines, language, url)
    found: list[Found] = [*_of_record(record), *_of_address(url)]
    found += [(None, None, one.kind, one.day, one.name) for one in stated]
    printed = list(printed_days(text, lines, parts))
    found += _of_marks(text, marks, day_first)
    found += [(one.written.begin, one.written.end, one.kind, *_reading(one.written, day_first)) for one in printed]
    found += [(begin, end, "copyright", value, None) for begin, end, value in copyright_years(lines)]
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


def _of_marks(text: str, marks: Sequence[PlacedMark], day_first: bool | None) -> Iterator[Found]:
    for placed in marks:
        mark = placed.mark
        day = stated_day(mark.stated) if mark.stated else None
        span: tuple[int | None, int | None] = (None, None)
        shown = next(find_days(mark.shown, short=True), None) if mark.shown else None
        if shown is not None and mark.shown is not None and placed.begin is not None and placed.end is not None:
            at = text.find(mark.shown[shown.begin : shown.end], placed.begin, placed.end + len(mark.shown))
            span = (at, at + shown.end - shown.begin) if at >= 0 else span
        if shown is not None and mark.shown is not None:
            printed = _reading(shown, day_first)[0]
            day = day if day is not None and mark.kind == "time" else printed or day
        if day is None:
            continue
        kind = mark.kind if mark.sense == "published" else f"{mark.kind} modified"
        if mark.around is not None:
            kind = {"comment": "comment", "clock": "banner", "other": "other story"}[mark.around]
        yield *span, kind, day, None


def _reading(written: WrittenDay, day_first: bool | None) -> tuple[str | None, str | None]:
    """The day that is meant, and what is to be said of it."""
    if written.other is None or day_first is True:
        return written.day, None
    if day_first is False:
        return written.other, None
    return None, f"It has two readings, {written.day} and {written.other}."


def _day_first(text: str, lines: Sequence[Line], language: str | None, url: str | None) -> bool | None:
    """Whether `03/04/2024` is in April on this page, null where nothing says."""
    for line in lines:
        if "/" not in line.text or len(line.text) > 400:
            continue
        for found in find_days(text, line.begin, line.end):
            piece = text[found.begin : found.end]
            if "/" in piece and found.other is None and not piece[:4].isdecimal() and piece[0].isdigit():
                return int(piece.partition("/")[0]) > 12
    if language is not None and language != "en":
        return True
    host = (url or "").partition("://")[2].partition("/")[0]
    return True if host.endswith((".uk", ".ie", ".au", ".nz", ".in", ".za", ".sg", ".ng", ".ke")) else None


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
