"""Builders: days, months and years that the text names, whole or in part."""

from __future__ import annotations

import dataclasses
import re

from copydesk.dates.calendar import is_day
from copydesk.dates.expression import Expression, Grain, Part, Point, Tense
from copydesk.dates.run import Run

_PARTS = {"early": Part.EARLY, "mid": Part.MID, "late": Part.LATE, "begin": Part.EARLY, "end": Part.LATE}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t[\d:.,]{5,18})?(?:z|[+-]\d\d:?\d\d)?")
_SIDES = {"L": Tense.PAST, "l": Tense.PAST, "X": Tense.FUTURE, "v": Tense.FUTURE}
_MONTH_BEFORE = "isurcjdpLXHEz&-~"
"""Letters of the words behind which the name of a month, though it is another word too, is a month."""


def part_of(run: Run) -> Part | None:
    """The part of a unit that a run names: `early`, `mid-`, `the end of`; `earlier`, `later`."""
    found = run.sense("Ezef")
    if found is None:
        return None
    if found.letter in "ef":
        return Part.BEFORE if found.letter == "e" else Part.AFTER
    return _PARTS[found.group]


def year_of(run: Run) -> int | None:
    """The year that a run names; of two figures (`'82`) the last such year before 2030."""
    found = run.sense("Yq")
    if found is None or found.letter == "Y":
        return None if found is None else found.number
    return found.number + (2000 if found.number < 30 else 1900)


def day_of_month(run: Run) -> Expression | None:
    """`June 19, 2023`, `19 June`, `Monday, April 29th`, `18. Juni 2023`, `18 de junio`."""
    month, day, year = run.number("Mm"), run.number("ND"), year_of(run)
    if month is None or day is None or not is_day(year, month, day) or not _is_month_name(run):
        return None
    if year is None and run.shape[-1] == "N" and (run.in_context("counted", 1) or run.letter(1) in "%U"):
        return None
    weekday = run.number("Ww")
    point = Point(Grain.DAY, year=year, month=month, day=day, weekday=weekday, named=_is_name(run))
    offset = year_offset(run)
    return run.point(point if offset is None else dataclasses.replace(point, year_offset=offset))


def _is_name(run: Run) -> bool:
    """Whether a day is that of a known event: `the October 7 attack`."""
    return run.letter(-1) == "t" and run.in_context("events_of_days", 1)


def days_of_month(run: Run) -> Expression | None:
    """`June 18-19`, `18 and 19 June 2023`, `June 18 to 20`."""
    first, last = run.sense("ND"), run.sense("ND", 1)
    month, year = run.number("Mm"), year_of(run)
    if first is None or last is None or month is None or not _is_month_name(run):
        return None
    if (
        not first.number < last.number
        or not is_day(year, month, first.number)
        or not is_day(year, month, last.number)
    ):
        return None
    return run.range(
        Point(Grain.DAY, year=year, month=month, day=first.number),
        Point(Grain.DAY, year=year, month=month, day=last.number),
    )


def _is_month_name(run: Run) -> bool:
    """English and German months have capitals; `may` and `march` without one are verbs."""
    return run.lexicon.language not in ("en", "de") or run.capital("Mm")


def month_of_year(run: Run) -> Expression | None:
    """`June 2023`, `early June of 2023`, `October of next year`."""
    if not _is_month_name(run):
        return None
    return run.point(
        Point(Grain.MONTH, year=year_of(run), month=run.number("Mm"), part=part_of(run), year_offset=year_offset(run))
    )


def year_offset(run: Run) -> int | None:
    """The distance of the year in `of last year`, `this year`, `of next year`."""
    unit = run.sense("U")
    if unit is None or unit.number != Grain.YEAR:
        return None
    found = run.sense("LlXHt1")
    return None if found is None else {"L": -1, "l": -1, "X": 1, "H": 0, "t": 0}.get(found.letter)


def month_alone(run: Run) -> Expression | None:
    """`in February`, `last September`, `early June`, `the end of May`."""
    found = run.sense("Mm")
    if found is None or not _is_month_name(run) or (run.original(1)[:1] in "’'" and run.letter(1) == "q"):
        return None
    if found.letter == "m" and len(run.shape) == 1 and not _stands_as_month(run):
        return None
    side = _SIDES.get((run.sense("LlX") or found).letter)
    return run.point(Point(Grain.MONTH, month=found.number, part=part_of(run), side=side))


def _stands_as_month(run: Run) -> bool:
    before = run.letter(-1)
    if before not in _MONTH_BEFORE or (run.original(1)[:1].isupper() and before not in "isurcj"):
        return False
    if before in "&-":
        return run.letter(-2) in "Mm"
    return run.lexicon.language != "en" or len(run.word("m")) >= 3


def week_of_month(run: Run) -> Expression | None:
    """`the last week of March`: some days of that month; weeks and months have no common edges."""
    unit = run.sense("U")
    if unit is None or unit.number not in (Grain.DAY, Grain.WEEK, Grain.WEEKEND) or not _is_month_name(run):
        return None
    found = run.sense("LO")
    last = found is not None and found.letter == "L"
    first = found is not None and found.number == 1
    part = Part.LATE if last else Part.EARLY if first else None
    return run.point(Point(Grain.MONTH, month=run.number("Mm"), part=part))


def weekday_of_month(run: Run) -> Expression | None:
    """`the second Tuesday in November`, `the last Monday of May 2023`."""
    found = run.sense("OL")
    if found is None or not _is_month_name(run) or found.number > 5:
        return None
    number = -1 if found.letter == "L" else found.number
    weekday, month = run.number("W"), run.number("Mm")
    return run.point(Point(Grain.DAY, year=year_of(run), month=month, weekday=weekday, number=number))


def weekday_alone(run: Run) -> Expression | None:
    """`Monday`, `last Friday`, `late Friday`, `earlier Monday`, `Monday morning`."""
    if (
        run.letter(-1) == "O"
        or run.in_context("named_days", -1)
        or (run.in_context("names_after", 1) and run.original(1)[:1].isupper())
    ):
        return None
    if run.lexicon.language in ("en", "de") and not run.capital("W"):
        return None
    found = run.sense("LlXvH")
    side = _SIDES.get(found.letter) if found is not None else None
    this_week = 0 if found is not None and found.letter == "H" else None
    return run.point(Point(Grain.DAY, weekday=run.number("W"), offset=this_week, side=side, part=part_of(run)))


def weekday_of_week(run: Run) -> Expression | None:
    """`Monday last week`, `Tuesday of next week`."""
    unit, found = run.sense("U"), run.sense("LXH")
    if unit is None or unit.number != Grain.WEEK or unit.group != "one" or found is None or found.group == "final":
        return None
    if run.lexicon.language in ("en", "de") and not run.capital("W"):
        return None
    weeks = {"L": -1, "X": 1, "H": 0}[found.letter]
    return run.point(Point(Grain.DAY, weekday=run.number("W"), offset=weeks))


def figures(run: Run) -> Expression | None:
    """`2023-06-19`, `19.06.2023`, `6/19/23`."""
    word = run.lexed.word(run.first)
    iso = _ISO.fullmatch(word)
    if iso is not None:
        return _ymd(run, int(iso[1]), int(iso[2]), int(iso[3]))
    a, b, c = (part for part in re.split(r"[./-]", word))
    if len(a) == 4:
        return _ymd(run, int(a), int(b), int(c))
    year = int(c) if len(c) == 4 else int(c) + (2000 if int(c) < 50 else 1900)
    if len(c) == 2 and (("." in word and run.lexicon.language == "en") or "-" in word):
        return None
    first, second = int(a), int(b)
    if not run.lexicon.american:
        return _ymd(run, year, second, first)
    if first > 12 or second > 12 or first == second:
        return _ymd(run, year, min(first, second), max(first, second)) if first <= 12 or second <= 12 else None
    return run.point(Point(Grain.DAY, year=year, month=first, day=second, two_ways=True))


def _ymd(run: Run, year: int, month: int, day: int) -> Expression | None:
    if not 1000 <= year < 3000 or not is_day(year, month, day):
        return None
    return run.point(Point(Grain.DAY, year=year, month=month, day=day))


def year_alone(run: Run) -> Expression | None:
    """A number of four figures, where its neighbours make it a year: `in 2019`, `the 1991 settlement`, `(2005)`."""
    year = year_of(run)
    if year is None or not _is_year(run):
        return None
    return run.point(Point(Grain.YEAR, year=year, part=part_of(run), fiscal=run.sense("J") is not None))


def _is_year(run: Run) -> bool:
    before, after = run.letter(-1), run.letter(1)
    if len(run.shape) > 1 and run.sense("EzJ") is not None:
        return True
    if before in "$-/:~" or after in "%$/" or run.in_context("counted", 1):
        return False
    if before == "," and run.letter(-2) == "Y" and after in ",&" and len(run.shape) == 1:  # `2005, 2011 and 2016`
        return True
    if after in "Un" or (after == "-" and run.letter(2) in "UNK0"):
        return False
    if run.in_context("counts", -1) or (run.in_context("counts", -2) and run.letter(-1) in "c"):
        return False
    if before == "(" and after in "),-":
        return True
    return (run.in_context("year_after", -1) and 1500 <= (run.number("Yq") or 0) < 2100) or (
        run.shape == "q" and before in "isurcjp"
    )


def years(run: Run) -> Expression | None:
    """`2019-2021`, `2019–21`."""
    first, last = run.sense("Y"), run.sense("YN", 1)
    if first is None or last is None or run.letter(-1) in "$-/":
        return None
    to = last.number if last.letter == "Y" else first.number // 100 * 100 + last.number
    if (
        not first.number < to <= first.number + 99
        or not 1500 <= first.number < 2100
        or len(run.lexed.word(run.last - 1)) < 2
    ):
        return None
    return run.range(Point(Grain.YEAR, year=first.number), Point(Grain.YEAR, year=to))


def decade(run: Run) -> Expression | None:
    """`the 1990s`, `the early '80s`."""
    found = run.number("C")
    if found is None or (found < 100 and run.letter(-1) not in "tEp&i" and run.shape[0] not in "tE"):
        return None
    first = found if found >= 100 else 1900 + found
    if not 1000 <= first < 2100 or run.letter(-1) == "$":
        return None
    return run.point(Point(Grain.DECADE, number=first, part=part_of(run)))


def century(run: Run) -> Expression | None:
    """`the 14th century`, `the early twentieth century`."""
    unit, number = run.sense("U"), run.number("DO")
    if unit is None or unit.number != Grain.CENTURY or unit.group != "one" or not number or not 10 < number < 23:
        return None
    return run.point(Point(Grain.CENTURY, number=100 * (number - 1), part=part_of(run)))


def season(run: Run) -> Expression | None:
    """`the summer of 2022`, `spring 2023`, `last winter`, `this fall`."""
    number = run.number("S")
    found = run.sense("LlXH")
    offset = {"L": -1, "l": -1, "X": 1, "H": 0}[found.letter] if found is not None else None
    if year_of(run) is None and offset is None and run.sense("U") is None:
        if run.word("S") in ("fall", "spring") and run.letter(-1) not in "iE" and run.shape == "S":
            return None
        if run.letter(-1) not in "ipsutr" and "t" not in run.shape and "E" not in run.shape:
            return None
    return run.point(
        Point(
            Grain.SEASON,
            year=year_of(run),
            number=number,
            offset=offset,
            year_offset=year_offset(run),
            part=part_of(run),
        )
        if run.sense("U") is None
        else Point(Grain.SEASON, number=number, year_offset=year_offset(run), part=part_of(run))
    )


def quarter(run: Run) -> Expression | None:
    """`the third quarter of 2008`, `third-quarter`, `Q3`, `the first half of last year`."""
    short = run.sense("3")
    unit = run.sense("Uk")
    if short is not None:
        grain = Grain.QUARTER if short.group == "q" else Grain.HALF
        number = short.number
    else:
        ordinal = run.sense("OL")
        if unit is None or ordinal is None:
            return None
        grain = Grain(unit.number) if unit.letter == "U" else Grain.HALF
        number = -1 if ordinal.letter == "L" else ordinal.number
    has_year = year_of(run) is not None
    offset = year_offset_last(run)
    if grain is Grain.HALF and not (has_year or offset is not None):
        return None
    if grain not in (Grain.QUARTER, Grain.HALF) or number > (4 if grain is Grain.QUARTER else 2):
        return None
    if number == -1 and not has_year and offset is None:
        return None
    return run.point(Point(grain, year=year_of(run), number=number, year_offset=offset))


def year_offset_last(run: Run) -> int | None:
    """The distance of the year at the end of a run: `… of last year`, `… of the year`."""
    if not run.shape.endswith("U") or run.lexed.sense(run.last - 1).number != Grain.YEAR:
        return None
    return {"L": -1, "l": -1, "X": 1, "H": 0, "t": 0}.get(run.shape[-2])
