"""A part of a pile with what the whole teaches: it has the stories of the whole, and who must be asked is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from copydesk.extract import extract
from copydesk.inputs import read
from copydesk.model.lesson import Lesson, Notes, taught
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile
from copydesk.model.raw import RawRecord
from copydesk.pipeline import STAGES
from copydesk.stories import grouping
from copydesk.stories.memberships import Memberships
from tests.invented_pile import FOLDER
from tests.lessons import asked_by
from tests.parts import BY_PAGE, differing, part_of, some_islands

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES = (*BY_PAGE, "alignments", "stories", "quotes", "events", "actors", "origins")
NAMES = [stage.name for stage in STAGES]
SEEDS = range(6)


@dataclass(frozen=True)
class Built:
    """The pile before the first stage and after each, and the stories that all its pages teach."""

    piles: Sequence[Pile]
    known: Memberships

    def before(self, stage: str) -> Pile:
        return self.piles[NAMES.index(stage)]


@pytest.fixture(scope="module")
def built() -> Built:
    """The bundled piles and the invented one, all in one."""
    records = read([EXAMPLES / "summit" / "pages", EXAMPLES / "dates" / "pages", FOLDER])
    found = [extract(record) for record in records if isinstance(record, RawRecord)]
    rows = sorted((one for one in found if isinstance(one, Extraction)), key=lambda one: one.page.page_id)
    pile = Pile(
        pages=tuple(one.page for one in rows),
        segments=tuple(segment for one in rows for segment in one.segments),
        date_candidates=tuple(date for one in rows for date in one.dates),
    )
    piles = [pile]
    for stage in STAGES:
        piles.append(stage(piles[-1]))
    lesson = asked(piles[NAMES.index("stories")])
    return Built(piles, lesson.learn(lesson.notes))


def asked(pile: Pile) -> Lesson:
    """What the stage asks when it works on a pile."""
    return next(grouping(pile))


def members(pile: Pile, known: Memberships) -> Mapping[str, Sequence[str]]:
    """The pages of the story of each page."""
    stories = taught(grouping(pile), {"stories": known}).stories
    return {page_id: story.page_ids for story in stories for page_id in story.page_ids}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["stories", "dates of stories", "episodes"])
def test_a_part_has_the_rows_of_the_whole(built: Built, name: str, seed: int) -> None:
    at = NAMES.index(name)
    pages = some_islands(built.piles[-1], seed, (0.5, 0.1, 0.02)[seed % 3])
    made = STAGES[at].run(part_of(built.piles[at], pages))
    part = made if isinstance(made, Pile) else taught(made, {"stories": built.known})
    assert 0 < len(part.pages) < len(built.piles[0].pages)
    assert differing(part_of(built.piles[at + 1], pages), part, TABLES) == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_notes_of_a_part_are_those_of_the_whole(built: Built, seed: int) -> None:
    pile = built.before("stories")
    pages = some_islands(built.piles[-1], seed)
    one, other = asked(part_of(pile, pages)).notes, asked(pile).notes
    number = {page_id: at for at, page_id in enumerate(other.pages)}
    assert [one[at] for at in range(len(one.pages))] == [other[number[page_id]] for page_id in one.pages]


def test_a_part_alone_does_not_know_what_the_whole_teaches(built: Built) -> None:
    """Else the tests above could not fail."""
    pile = built.before("stories")
    parts = [part_of(pile, some_islands(built.piles[-1], seed)) for seed in SEEDS]
    alone = [asked(part).learn(asked(part).notes) for part in parts]
    assert any(members(part, own) != members(part, built.known) for part, own in zip(parts, alone, strict=True))


def test_all_pages_are_asked_whose_story_has_other_pages_when_some_come(built: Built) -> None:
    pile = built.before("stories")
    lesson, several = asked(pile), 0
    for seed in range(10):
        new = some_islands(pile, seed, 0.1)
        old = frozenset(lesson.notes.pages) - new
        before = lesson.learn(kept(lesson.notes, old))
        rest = part_of(pile, old)
        then, now = members(rest, before), members(pile, built.known)
        numbers = asked_by(lesson, before, built.known)
        found = {lesson.notes.pages[at] for at in numbers}
        assert found == new | {page_id for page_id in old if then[page_id] != now[page_id]}
        several += len(found) > len(new)
    assert several > 2


def kept(notes: Notes, pages: frozenset[str]) -> Notes:
    """The notes of some pages."""
    numbers = [at for at, page_id in enumerate(notes.pages) if page_id in pages]
    return Notes.of([notes.pages[at] for at in numbers], [notes[at] for at in numbers])
