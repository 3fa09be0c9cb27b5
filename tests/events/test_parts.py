"""Events of a part of a pile, with what the whole teaches, are those of the whole; who must be asked is asked."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.events import elsewhere, find_events, finding_events
from copydesk.extract import extract
from copydesk.inputs import read
from copydesk.model.lesson import taught
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile
from copydesk.model.raw import RawRecord
from copydesk.model.story import Story
from copydesk.pipeline import STAGES
from tests.adding import added_to, lesson_of, some_texts
from tests.parts import differing, part_of, some_islands

TABLES = ("events", "event_mentions")
SEEDS = range(4)

MINISTERS = (
    "Norwegian Foreign Minister Astrid Hollund",
    "Danish Foreign Minister Oluf Skytte",
    "Swedish Prime Minister Karin Ek",
    "Finnish President Eero Salo",
)
WHY = (
    "to settle a quarrel over cod quotas in the Skagerrak",
    "to settle the old quarrel over cod and herring quotas",
    "to sign a treaty on ferries, tolls and lighthouses",
)
OTHER = ("The market opened late.", "Rain is likely in the hills.", "The choir sang for an hour.")


def texts(pages: int) -> Iterator[str]:
    """Pages of which each tells of one or two meetings that others may tell of, too."""
    draw = random.Random(7)
    pairs = list(itertools.combinations(MINISTERS, 2))
    for number in range(pages):
        told = []
        for _ in range(draw.randint(1, 2)):
            one, other = draw.choice(pairs)
            told.append(f"{one} met {other} in Bergen on March {draw.randint(3, 28)}, 2031, {draw.choice(WHY)}.")
        yield "\n\n".join((f"Letter {number} from the coast", *told, draw.choice(OTHER), ""))


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    """Sixty such pages, in stories of one or two; none shares text with another."""
    folder: Path = tmp_path_factory.mktemp("coast")
    for number, text in enumerate(texts(60)):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    found = [extract(record) for record in read([folder]) if isinstance(record, RawRecord)]
    rows = sorted((one for one in found if isinstance(one, Extraction)), key=lambda one: one.page.page_id)
    made = Pile(
        pages=tuple(one.page for one in rows),
        segments=tuple(segment for one in rows for segment in one.segments),
        date_candidates=tuple(date for one in rows for date in one.dates),
    )
    for stage in STAGES:
        made = stage(made) if stage.name in ("publication dates", "actors", "dates") else made
    ids = [page.page_id for page in made.pages]
    cuts = [0, *itertools.accumulate(itertools.islice(itertools.cycle((1, 2, 1, 1)), 60))]
    named = [tuple(ids[begin:end]) for begin, end in itertools.pairwise(cuts) if begin < len(ids)]
    stories = tuple(Story(f"s{some[0]}", None, None, None, None, some) for some in named)
    return dataclasses.replace(made, stories=stories)


@pytest.fixture(params=[elsewhere.CROWD, 2], ids=["usual", "small crowds"])
def crowd(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "CROWD", request.param)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("seed", SEEDS)
def test_a_part_has_the_rows_of_the_whole(pile: Pile, seed: int) -> None:
    whole = find_events(pile)
    lesson = lesson_of(finding_events, pile)
    pages = some_islands(whole, seed, (0.5, 0.1)[seed % 2])
    part = taught(finding_events(part_of(pile, pages)), {"events": lesson.learn(lesson.notes)})
    assert 0 < len(part.pages) < len(pile.pages)
    assert differing(part_of(whole, pages), part, TABLES) == {}


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("seed", SEEDS)
def test_added_pages_read_all_that_they_concern(pile: Pile, seed: int) -> None:
    added = some_texts(pile, seed, (0.05, 0.3)[seed % 2])
    fresh, kept, read_again = added_to(finding_events, pile, added)
    whole = find_events(pile)
    assert added < read_again < {page.page_id for page in pile.pages}
    for table in TABLES:
        rows = (*getattr(fresh, table), *getattr(kept, table))
        assert Counter(map(repr, rows)) == Counter(map(repr, getattr(whole, table)))
