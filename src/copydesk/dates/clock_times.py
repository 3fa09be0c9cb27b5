"""Builders: times of the clock."""

from __future__ import annotations

import re

from copydesk.dates.expression import Expression, Form, Grain, Length, Point
from copydesk.dates.run import Run
from copydesk.model.date import TimexType

_FIGURES = re.compile(r"(\d{1,2})(?:[:h.](\d\d))?(?::\d\d)?\s?([ap])?m?", re.ASCII)


def clock(run: Run) -> Expression | None:
    """`18:00 UTC`, `6:40 p.m.`, `8 a.m.`, `at 9:30`, `0800 GMT`."""
    if not _is_clock(run):
        return None
    read = _read(run)
    if read is None:
        return None
    hour, minute = read
    zone = run.sense("T")
    greenwich = "Z" if zone is not None and zone.group == "greenwich" and "(" not in run.shape else ""
    point = Point(Grain.DAY, clock=f"{hour:02}:{minute:02}", zone=greenwich)
    return Expression(run.begin, run.end, TimexType.TIME, Form.SHIFT, first=point, length=Length(0, Grain.HOUR))


def clock_of_place(run: Run) -> Expression | None:
    """`6 a.m. local time`."""
    return clock(run) if run.lexed.word(run.last - 1) in run.lexicon.context.get("of_clocks", frozenset()) else None


def _is_clock(run: Run) -> bool:
    """Whether a number tells the time: with `p.m.` or a zone, or `18:30` behind a preposition. Scores do not."""
    if run.sense("PT") is not None:
        return run.letter(-1) not in "$/:"
    word = run.lexed.word(run.first)
    return run.shape[0] == "h" and (word.endswith("m") or run.letter(-1) in "i~rcu&pW")


def _read(run: Run) -> tuple[int, int] | None:
    at = next(at for at in range(run.first, run.last) if run.lexed.shape[at] in "hNYKn")
    word, sense = run.lexed.word(at), run.lexed.sense(at)
    if sense.letter == "n":
        hour, minute, half = sense.number, 0, None
    elif len(word) == 4 and word.isdigit():
        hour, minute, half = int(word[:2]), int(word[2:]), None
    else:
        match = _FIGURES.fullmatch(word)
        if match is None:
            return None
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    said = run.sense("P")
    if said is not None:
        half = said.group[0]
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None
