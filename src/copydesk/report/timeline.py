"""The timeline of events as a drawing: days from left to right, one lane for each type, larger for more origins."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.model.story import Story
from copydesk.report.happened import Happening

WIDTH, LANE, TOP, LEFT = 1000, 30, 34, 150
"""Units of the drawing: its width, the height of a lane, of the scale above, and the width of the names."""
_MARKS = 400
"""Marks on one timeline; of more events those with most origins are drawn."""
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the timeline: where it begins and how wide it is, its lane and size."""

    anchor: str
    title: str
    kind: str
    status: str
    origins: int
    x: float
    width: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the scale."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """The days of one or more episodes on the scale, so near each other that they carry one name."""

    x: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of `width` by `height` units, with its lanes by name."""

    width: int
    height: int
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    left: int
    undated: int
    outside: int
    hidden: int


def draw_timeline(events: Sequence[Happening], episodes: Sequence[Story] = ()) -> Timeline | None:
    """Lay out the dated events; null where there are fewer than two days to set apart.

    The days of the episodes of a story are drawn as bands, and the scale goes a week beyond them: what news tells of
    years before would leave no room for the days that it is about.
    """
    all_dated = [(one, span) for one in events if (span := _span(one)) is not None]
    days = _days(episodes)
    dated = _around(all_dated, days)
    if not dated:
        return None
    first, last = (
        min(days + [begin for _, (begin, _) in dated]),
        max(days + [end for _, (_, end) in dated]),
    )
    if last <= first:
        return None
    ranked = sorted(dated, key=lambda pair: (-pair[0].event.n_origins, pair[0].anchor))[:_MARKS]
    names = sorted({_lane(one) for one, _ in ranked})
    lane_of = {name: TOP + LANE * number + LANE / 2 for number, name in enumerate(names)}
    scale = (WIDTH - LEFT - 60) / (last - first)
    marks = [
        Mark(
            anchor=one.anchor,
            title=f"{one.days}: {one.event.headline[:160]}",
            kind=_lane(one),
            status=one.event.status.value,
            origins=one.event.n_origins,
            x=round(LEFT + 10 + (begin - first) * scale, 1),
            width=round((end - begin) * scale, 1),
            y=lane_of[_lane(one)],
            radius=min(4 + 2 * max(one.event.n_origins - 1, 0), 11),
        )
        for one, (begin, end) in ranked
    ]
    return Timeline(
        width=WIDTH,
        height=TOP + LANE * len(names) + (20 if episodes else 8),
        lanes=tuple(lane_of.items()),
        ticks=_ticks(first, last, scale),
        bands=_bands(episodes, first, scale),
        marks=_side_by_side(sorted(marks, key=lambda mark: (mark.y, mark.x, mark.anchor))),
        left=LEFT,
        undated=len(events) - len(all_dated),
        outside=len(all_dated) - len(dated),
        hidden=len(dated) - len(ranked),
    )


def _days(episodes: Sequence[Story]) -> list[int]:
    """The first and the last days of episodes, as ordinals."""
    edges = (_ordinal(day) for row in episodes for day in (row.first_date or "", row.last_date or ""))
    return [day for day in edges if day is not None]


def _around(
    dated: list[tuple[Happening, tuple[int, int]]], days: Sequence[int]
) -> list[tuple[Happening, tuple[int, int]]]:
    """The events within a week of the days of episodes, their own days cut there; all where there are none."""
    if not days:
        return dated
    first, last = min(days) - _WEEK, max(days) + _WEEK
    return [
        (one, (max(begin, first), min(end, last))) for one, (begin, end) in dated if begin <= last and end >= first
    ]


_WEEK = 7


def _bands(episodes: Sequence[Story], first: int, scale: float) -> tuple[Band, ...]:
    """The days of the episodes; where two names would meet, one stands for both."""
    groups: list[tuple[float, float, list[int]]] = []
    for number, episode in enumerate(episodes, start=1):
        begin, end = _ordinal(episode.first_date or ""), _ordinal(episode.last_date or "")
        if begin is None or end is None:
            continue
        x, right = (begin - first) * scale, (end - first) * scale
        if groups and x - groups[-1][1] < _NAME:
            before = groups.pop()
            groups.append((before[0], max(before[1], right), [*before[2], number]))
        else:
            groups.append((x, right, [number]))
    return tuple(
        Band(round(LEFT + 10 + x - _EDGE, 1), round(right - x + 2 * _EDGE, 1), _numbered(numbers))
        for x, right, numbers in groups
    )


_NAME, _EDGE = 24, 9
"""Units that the name of a band takes, and by which a band is wider than its days on either side."""


def _numbered(numbers: Sequence[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _side_by_side(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, ascending by lane and place, those of one day moved apart as far as the drawing goes."""
    moved: list[Mark] = []
    for mark in marks:
        before = moved[-1] if moved and moved[-1].y == mark.y else None
        least = before.x + before.radius + mark.radius + 1 if before else mark.x
        if before is not None and before.width == mark.width == 0 and least > mark.x:
            mark = dataclasses.replace(mark, x=round(min(least, WIDTH - mark.radius - 1), 1))  # noqa: PLW2901
        moved.append(mark)
    return tuple(moved)


def _lane(one: Happening) -> str:
    return one.event.type.value if one.event.type else "statement"


def _span(one: Happening) -> tuple[int, int] | None:
    """First and last day as ordinals; an open end is the known one."""
    begin, end = one.event.date_from or one.event.date_to, one.event.date_to or one.event.date_from
    if begin is None or end is None:
        return None
    days = _ordinal(begin), _ordinal(end)
    return None if days[0] is None or days[1] is None else (days[0], max(days[0], days[1]))


def _ordinal(day: str) -> int | None:
    parts = [*day[:10].split("-"), "01", "01"][:3]
    try:
        return date(*(int(part) for part in parts)).toordinal()
    except ValueError:
        return None


def _ticks(first: int, last: int, scale: float) -> tuple[Tick, ...]:
    """A few days of the scale, evenly spaced, the first and the last among them."""
    steps = min(_TICKS, last - first)
    days = sorted({first + round((last - first) * step / steps) for step in range(steps + 1)})
    return tuple(Tick(round(LEFT + 10 + (day - first) * scale, 1), date.fromordinal(day).isoformat()) for day in days)
