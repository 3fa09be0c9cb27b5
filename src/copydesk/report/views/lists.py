"""The long lists, in parts: stories, pages, origins, rejects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from copydesk.model.provenance import Origin
from copydesk.report.addresses import listing_file, story_file
from copydesk.report.case import Tables
from copydesk.report.figures import StoryFigures, by_date, wording_of
from copydesk.report.hostile import line
from copydesk.report.labels import ORIGIN_KIND, WORDING_ORDER
from copydesk.report.library import Library
from copydesk.report.pager import ROWS, cut, part, parts_of
from copydesk.report.press import Press
from copydesk.report.reasoning import name_of, origin_of

_STORIES_NAMED = 3
_OUTLETS_NAMED = 3
UNITS = 30
"""Pages of an origin that are drawn as marks of their own; the number beside them has them all."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """What a list says of an origin: its name, how many pages carry it, and in which stories (title, path).

    `units` are the wordings of its pages, at most `UNITS` of them: each is drawn as a mark of its own. `outlets`
    are the first that carry it, where it has no name.
    """

    origin: Origin
    name: str
    kind: str
    n_pages: int
    units: tuple[str, ...]
    outlets: tuple[str, ...]
    stories: tuple[tuple[str, str], ...]
    more_stories: int


def write(press: Press, library: Library, figures: Sequence[StoryFigures], case: Tables) -> None:
    """Write `stories/`, `pages/`, `origins/` and `rejects/`, each in parts of `pager.ROWS` rows."""
    heads = by_date(library.heads.values())
    titles = {f.story.story_id: f.title for f in figures}
    _parts(press, "stories", figures)
    _parts(press, "pages", [(head, [(titles[s], story_file(s)) for s in head.stories]) for head in heads])
    _parts(press, "origins", origin_rows(library))
    listed = sum(case.summary.rejects.values()) - case.summary.unlisted_rejects
    rejects = iter(case.table("rejects"))
    for number in range(1, parts_of(listed) + 1):
        _one(press, "rejects", number, listed, list(islice(rejects, ROWS)))


def _parts(press: Press, name: str, rows: Sequence[object]) -> None:
    for number in range(1, parts_of(len(rows)) + 1):
        _one(press, name, number, len(rows), cut(rows, number))


def _one(press: Press, name: str, number: int, count: int, rows: Sequence[object]) -> None:
    press.set(
        listing_file(name, number), f"{name}.html", rows=rows, part=part(partial(listing_file, name), number, count)
    )


def origin_rows(library: Library) -> list[OriginRow]:
    """The origins that some page carries, the most carried first."""
    stories: defaultdict[str, dict[str, None]] = defaultdict(dict)
    units: defaultdict[str, list[str]] = defaultdict(list)
    outlets: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for head in library.heads.values():
        for origin_id in head.page.origin_ids:
            stories[origin_id].update(dict.fromkeys(head.stories))
            units[origin_id].append(wording_of(head))
            outlets[origin_id][head.outlet] = None
    rows = [
        OriginRow(
            origin=(origin := origin_of(library, origin_id)),
            name=name_of(library, origin),
            kind=ORIGIN_KIND[origin.kind],
            n_pages=count,
            units=tuple(sorted(units[origin_id], key=WORDING_ORDER.index)[:UNITS]),
            outlets=() if origin.name else tuple(sorted(outlets[origin_id])[:_OUTLETS_NAMED]),
            stories=tuple(islice(_named(library, stories[origin_id]), _STORIES_NAMED)),
            more_stories=max(0, len(stories[origin_id]) - _STORIES_NAMED),
        )
        for origin_id, count in library.carried.items()
    ]
    return sorted(rows, key=lambda row: (-row.n_pages, row.origin.inferred, row.name, row.origin.origin_id))


def _named(library: Library, story_ids: dict[str, None]) -> Iterator[tuple[str, str]]:
    for story_id in sorted(story_ids):
        yield line(library.title(story_id), 90), story_file(story_id)
