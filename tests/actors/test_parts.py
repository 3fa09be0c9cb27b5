"""Some islands of a pile, with what the whole teaches: the rows of the whole, and who is asked when it learns."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from copydesk.actors import finding_actors
from copydesk.extract import extract
from copydesk.inputs import read
from copydesk.model.lesson import Lesson, taught
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile
from copydesk.model.raw import RawRecord
from copydesk.pipeline import STAGES
from tests.actors.pages import named, pile, related
from tests.invented_pile import FOLDER
from tests.lessons import asked_by
from tests.parts import BY_PAGE, differing, islands, part_of, some_islands

SUMMIT = Path(__file__).parents[2] / "examples" / "summit" / "pages"
ACTORS = [stage.name for stage in STAGES].index("actors")
TABLES = ("actors", "actor_mentions")

SENTENCES = (
    "Norwegian Foreign Minister Mirela Dovic met reporters.", "Dovic left early.",
    "The minister said she would wait.", "President Dovic waved.", "Mirela Dovic, the mayor of Tallow, sang.",
    "The mayor said he had left.", "President Orsolo Bant came.", "Bant told Chinese officials to wait.",
    "Orsolo Bant, a dentist, sang.", "Chile's top diplomat, Orsolo Bant, left early.", "Mr. Orsolo Bant smiled.",
    "Ms. Bant smiled.", "The president said he was ill.", "The Chilean president said he was ill.",
    "The Bant administration warned Peru.", "The president of Ostrania met Peru.",
    "The Ostranian foreign minister slept.", "Peru accused Ostrania of delay.", "An Ostranian official declined.",
    "Tarn, of Ostrania, left.", "President Ostrania waved.", "Congress met in May.",
    "India warned Peru. India accused Chile.", "America's Tarn said no.", "Vice President Joe Tarn left.",
    "Joseph Ivo Tarn, the envoy, stayed.", "Tarn's adviser Noor Halloway stayed.", "The adviser said she was late.",
    "The road to Noor Halloway, Norway, was shut.", "They saw the Mirela Dovic at sea.", "Senator Tarn spoke.",
    "Foreign Ministers Noor Halloway and Joe Tarn met.", "The police said Halloway was late.", "Envoy Tarn spoke.",
    "U.S. Secretary of State Joe Tarn arrived.", "The Peruvian defence minister, Noor Halloway, left.",
    "Dovic Meets With Harbour Crews In Tallow\n", "Harbour Commission head Ivo Lanter said he knew.", "Lanter sang.",
)  # fmt: skip
"""What names people, states and bodies in ways that lean on what other pages say."""
TOWNS = (None, None, "LIMA", "OSLO")


def many_pages(seed: int) -> Pile:
    """Pages of sentences drawn at random, some of which share a text."""
    drawn = random.Random(seed)
    made = pile(*(" ".join(drawn.choices(SENTENCES, k=drawn.randint(1, 4))) for _ in range(24)))
    pages = tuple(
        sorted(
            (dataclasses.replace(one, dateline=drawn.choice(TOWNS)) for one in made.pages),
            key=lambda one: one.page_id,
        )
    )
    pairs = [pair for pair in pairwise(page.page_id for page in pages) if drawn.random() < 0.25]
    lineage = tuple(row for pair in pairs for row in related(*pair))
    return dataclasses.replace(made, pages=pages, lineage=lineage)


def learned(given: Pile, known: Mapping[str, Any] | None = None) -> tuple[Pile, dict[str, Lesson], dict[str, Any]]:
    """What the stage makes of a pile; the lessons that it asked for; what they taught, or `known` where given."""
    lessons: dict[str, Lesson] = {}
    answers: dict[str, Any] = {}
    working = finding_actors(given)
    answer = None
    while True:
        try:
            lesson = working.send(answer)
        except StopIteration as done:
            assert isinstance(done.value, Pile)
            return done.value, lessons, answers
        lessons[lesson.name] = lesson
        answer = answers[lesson.name] = known[lesson.name] if known else lesson.learn(lesson.notes)


def shown(found: Pile) -> dict[str, list[tuple[Any, ...]]]:
    """What a pile shows of the actors on each page: all but on how many pages they are."""
    actors = {row.actor_id: (row.name, row.role, row.country) for row in found.actors}
    by_page: dict[str, list[tuple[Any, ...]]] = {page.page_id: [] for page in found.pages}
    for row in found.actor_mentions:
        by_page[row.page_id].append((row, actors[row.actor_id]))
    return by_page


@pytest.mark.parametrize("seed", range(25))
def test_a_part_is_that_part_of_the_whole(seed: int) -> None:
    whole, _, known = learned(many_pages(seed))
    for share in (0.6, 0.2):
        ids = some_islands(whole, seed, share)
        part = part_of(whole, ids)
        assert not differing(part, learned(part, known)[0], TABLES)


def test_a_part_alone_is_another() -> None:
    """Else the test above could not fail."""
    wholes = [learned(many_pages(seed))[0] for seed in range(25)]
    parts = [part_of(whole, some_islands(whole, 1, 0.6)) for whole in wholes]
    assert sum(shown(learned(part)[0]) != shown(part) for part in parts) > 12


def test_parts_of_real_piles() -> None:
    whole = _worked_out()
    before = dataclasses.replace(whole, actors=(), actor_mentions=())
    known = learned(before)[2]
    assert len(islands(whole)) > 3
    for seed in range(6):
        ids = some_islands(whole, seed, 0.4)
        assert not differing(part_of(whole, ids), learned(part_of(before, ids), known)[0], TABLES)


def _worked_out() -> Pile:
    """The invented pages of the project, gone through all stages."""
    found = [extract(item) for item in read([SUMMIT, FOLDER]) if isinstance(item, RawRecord)]
    pages = sorted((one for one in found if isinstance(one, Extraction)), key=lambda one: one.page.page_id)
    made = Pile(
        pages=tuple(one.page for one in pages),
        segments=tuple(row for one in pages for row in one.segments),
        date_candidates=tuple(row for one in pages for row in one.dates),
    )
    for stage in STAGES:
        made = stage(made)
    return made


@pytest.mark.parametrize("seed", range(25))
def test_who_becomes_another_is_asked_for(seed: int) -> None:
    given = many_pages(seed)
    _, _, after = learned(given)
    rest = part_of(given, some_islands(given, seed, 0.7))
    old, lessons, before = learned(rest)
    new, _, _ = learned(rest, after)
    pages = [page.page_id for page in rest.pages]
    asked = {pages[at] for name, one in lessons.items() for at in asked_by(one, before[name], after[name])}
    there = set().union(*(island for island in islands(rest) if island & asked))
    assert {page for page in pages if shown(old)[page] != shown(new)[page]} <= there


@pytest.mark.parametrize("seed", range(25))
def test_what_a_page_says_of_actors_changes_only_where_it_is_asked_for(seed: int) -> None:
    """The lesson of actors may learn from the notes that a page left, while nobody asks for the page."""
    given = many_pages(seed)
    _, _, after = learned(given)
    rest = part_of(given, some_islands(given, seed, 0.7))
    _, lessons, before = learned(rest)
    _, again, _ = learned(rest, after)
    pages = [page.page_id for page in rest.pages]
    asking = {
        name: lessons[name].asking(before[name], after[name], lessons[name].notes) for name in ("states", "people")
    }
    asked = {pages[at] for found in asking.values() for at in found}
    there = set().union(*(island for island in islands(rest) if island & asked))
    notes = lessons["actors"].notes, again["actors"].notes
    assert {page for at, page in enumerate(pages) if notes[0][at] != notes[1][at]} <= there


def asked(texts: tuple[str, ...], more: str) -> dict[str, list[int]]:
    """The pages of `texts` that each lesson asks for when one more page comes."""
    _, lessons, before = learned(pile(*texts))
    _, _, after = learned(pile(*texts, more))
    found = {name: asked_by(one, before[name], after[name]).tolist() for name, one in lessons.items()}
    return {name: pages for name, pages in found.items() if pages}


BANT = "Peruvian President Orsolo Bant left. The president waved."


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("The harbour was quiet on Monday.", {}),
        ("Peruvian President Orsolo Bant slept.", {}),
        ("President Orsolo Bant, the envoy, slept.", {}),
        ("Mirela Dovic slept. Chile warned Ecuador.", {}),
        ("They saw the Orsolo Bant at sea.", {"people": [0], "actors": [0]}),
        ("Ms. Orsolo Bant slept.", {"people": [0]}),
        ("The president of Ostrania met the Ostranian foreign minister.", {"states": [1]}),
        ("Chilean Prime Minister Orsolo Bant slept. Chilean envoy Orsolo Bant woke.", {"people": [0], "actors": [0]}),
    ],
)  # fmt: skip
def test_few_are_asked_for(more: str, found: dict[str, list[int]]) -> None:
    assert (
        asked((BANT, "Peru accused Ostrania of delay.", "The mayor, Ivo Tarn, sang. The mayor left."), more) == found
    )


def test_who_may_be_meant_by_an_office_is_asked_for_when_somebody_gets_it() -> None:
    texts = ("Mayor Ivo Tarn sang. The envoy left.", "Mayor Ivo Tarn sang. The pilot left.")
    assert asked(texts, "The envoy, Ivo Tarn, slept.") == {"people": [0]}


def test_who_gets_another_full_name_is_asked_for() -> None:
    assert asked(("Envoy Joe Tarn left.",), "Envoy Joseph Tarn left.") == {"people": [0], "actors": [0]}


def test_who_may_be_of_another_country_is_asked_for() -> None:
    text = "Peruvian President Orsolo Bant left. Peruvian President Orsolo Bant came. Chile's Bant sang."
    assert asked((text, BANT), "Chilean envoy Orsolo Bant slept.") == {"people": [0]}


def test_a_name_in_a_headline_of_capitals_is_asked_for() -> None:
    text = "Orsolo Bant Says No To Tallow Crews\n\nIt rained."
    assert asked((text,), "President Orsolo Bant slept.")["people"] == [0]


def test_an_actor_of_another_name_is_asked_for() -> None:
    assert asked(("Envoy Joe R. Tarn left.",), "Envoy Joe Tarn left. Joe Tarn came.") == {"actors": [0]}


def test_all_actors_are_known_to_a_part() -> None:
    whole, _, known = learned(many_pages(1))
    assert known["actors"].rows == whole.actors


def test_the_order_of_pages_teaches_nothing() -> None:
    given = many_pages(2)
    turned = dataclasses.replace(given, **{name: getattr(given, name)[::-1] for name in BY_PAGE})
    one, other = (learned(made)[2] for made in (given, turned))
    assert one == other


def test_no_pages_teach_nothing() -> None:
    assert named(taught(finding_actors(Pile()))) == []
