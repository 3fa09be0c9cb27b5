"""The timeline of events as a drawing: days from left to right, one lane for each type, larger for more origins."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
class Timeline:
    """A drawing of `width` by `height` units, with its lanes by name."""

    width: int
    height: int
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    left: int
    undated: int
    hidden: int


def draw_timeline(events: Sequence[Happening]) -> Timeline | None:
    """Lay out the dated events; null where there are fewer than two days to set apart."""
    dated = [(one, span) for one in events if (span := _span(one)) is not None]
    first = min((begin for _, (begin, _) in dated), default=0)
    last = max((end for _, (_, end) in dated), default=0)
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
        height=TOP + LANE * len(names) + 8,
        lanes=tuple(lane_of.items()),
        ticks=_ticks(first, last, scale),
        marks=_side_by_side(sorted(marks, key=lambda mark: (mark.y, mark.x, mark.anchor))),
        left=LEFT,
        undated=len(events) - len(dated),
        hidden=len(dated) - len(ranked),
    )


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
