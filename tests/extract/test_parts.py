"""Furniture of a part of a pile, with what the whole teaches, is that of the whole; new pages concern few others."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from copydesk.extract.places import PARAGRAPH, kind_of
from copydesk.model.lesson import Learning
from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.pipeline import STAGES
from tests.extract.test_repeats import PROMPT, TEASER, pile, story
from tests.extract.test_standing import NOTE
from tests.lessons import concerned, differing_in_part, run_whole, some

SLOGAN = "All the boats that float today"
PHRASES = ("Advertisement", "Subscribe to", "READ MORE", "Share this:")


def labelling(whole: Pile) -> Learning[Pile]:
    """The stage as the pipeline runs it."""
    (stage,) = (one for one in STAGES if one.name == "repeated furniture")
    made = stage.run(whole)
    assert not isinstance(made, Pile)
    return made


def invented() -> Pile:
    """Stories of their own places, with a prompt on those of one site, a slogan above others, a paragraph on three,
    and a teaser behind different phrases; and copies of one story with a subhead."""
    texts = [story(number, PROMPT) for number in range(4)]
    texts += [f"{SLOGAN}\n\n{story(number)}" for number in range(4, 10)]
    texts += [story(number, NOTE) + f"\n\nThe {number} bells rang." for number in range(3)]
    texts += [f"{story(number)}\n\nIt rained.\n\n{phrase} {TEASER}" for number, phrase in enumerate(2 * PHRASES)]
    texts += [f"{story(9, PROMPT)}\n\nCopy {number} was printed at night." for number in range(3)]
    pages, segments = pile(texts, site=None)
    sites = {page.page_id: "example.org" if number < 4 else None for number, page in enumerate(pages)}
    rows = [dataclasses.replace(page, site=sites[page.page_id]) for page in pages]
    return in_order(rows, segments)


def in_order(pages: Sequence[Page], segments: Sequence[Segment]) -> Pile:
    """A pile as a case gives it: by id, then by place."""
    return Pile(
        pages=tuple(sorted(pages, key=lambda page: page.page_id)),
        segments=tuple(sorted(segments, key=lambda part: (part.page_id, part.begin))),
    )


PILE = invented()
WHOLE = run_whole(labelling, PILE)
PAGES = [frozenset({page.page_id}) for page in PILE.pages]


def furniture() -> set[str]:
    """The lines that are furniture in the whole and were not before."""
    texts = {page.page_id: page.text for page in PILE.pages}
    both = zip(PILE.segments, WHOLE.made.segments, strict=True)
    return {
        texts[now.page_id][now.begin : now.end].strip()
        for was, now in both
        if was.label is not now.label and now.label is Label.OTHER
    }


def with_line(line: str) -> list[str]:
    """The pages that have a line."""
    return [page.page_id for page in PILE.pages if line in page.text.split("\n\n")]


def test_the_pile_has_furniture_of_all_kinds() -> None:
    assert {SLOGAN, PROMPT, NOTE, f"Advertisement {TEASER}"} <= furniture()


def test_a_part_is_as_in_the_whole() -> None:
    for pages in some(PAGES, 8):
        assert differing_in_part(labelling, PILE, pages, WHOLE.made, WHOLE.known) == {}


@pytest.mark.parametrize("lesson", ["repeated lines", "around repeated lines"])
def test_what_the_whole_teaches_is_needed(lesson: str) -> None:
    known = {**WHOLE.known, lesson: np.empty(0, np.uint64)}
    needed = {name for (name,) in PAGES if differing_in_part(labelling, PILE, {name}, WHOLE.made, known)}
    assert {*with_line(SLOGAN), *with_line(NOTE)} <= needed


@pytest.mark.parametrize(("line", "lesson"), [(SLOGAN, "repeated lines"), (NOTE, "repeated lines")])
def test_a_page_by_which_a_line_repeats_concerns_those_that_have_it(line: str, lesson: str) -> None:
    new, *old = with_line(line)
    others, asking = concerned(labelling, PILE, {new})
    assert others == {*old}
    assert asking[lesson] == {*old}


def test_a_page_that_shows_a_line_to_be_of_many_stories_concerns_those_that_have_it() -> None:
    bound = [f"{story(1, PROMPT)}\n\nCopy {number} was printed at night." for number in range(3)]
    pages, segments = pile([*bound, *(story(number, PROMPT) for number in range(2, 6))])
    others, asking = concerned(labelling, in_order(pages, segments), {page.page_id for page in pages[3:]})
    assert others == {page.page_id for page in pages[:3]}
    assert asking == {"around repeated lines": others}


def test_whom_new_pages_concern_always_asks() -> None:
    for new in some(PAGES, 12):
        others, asking = concerned(labelling, PILE, new)
        assert others <= set().union(*asking.values())


def test_only_pages_with_what_repeats_have_notes_of_what_stands_around_it() -> None:
    around = WHOLE.lessons["around repeated lines"].notes
    sizes = dict(zip(around.pages, np.diff(around.start).tolist(), strict=True))
    assert not any(sizes[name] for name in with_line(f"READ MORE {TEASER}"))
    assert all(sizes[name] for name in with_line(SLOGAN))
    assert PARAGRAPH in kind_of(WHOLE.known["around repeated lines"])
