"""Which pages go back to one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.provenance.columns import read_columns
from copydesk.provenance.families import NO_SIGNS, Signs, Tie, find_families, find_ties
from tests.reuse.press import page

WORDS = 100


def lines(name: str) -> Page:
    """A page of a hundred words, five code points each with its blank."""
    return page(name, [" ".join(f"w{n:03d}" for n in range(WORDS))])


def shared(
    a: str, a_words: tuple[int, int], b: str, b_words: tuple[int, int], kind: Kind = Kind.EDITED, same: float = 0.9
) -> Alignment:
    """Words [first, last) of a stand as words [first, last) of b; `same` is how alike they are."""
    spans = [5 * a_words[0], 5 * a_words[1] - 1, 5 * b_words[0], 5 * b_words[1] - 1]
    return Alignment(a, spans[0], spans[1], b, spans[2], spans[3], kind, same, None)


def ties(rows: Sequence[Alignment], **words: int) -> Mapping[tuple[str, str], Tie]:
    """The ties of pages of a hundred words, of which `words` count as the article's."""
    names = sorted({name for row in rows for name in (row.a_page, row.b_page)})
    columns = read_columns(rows, {name: at for at, name in enumerate(names)})
    return find_ties(columns, [lines(name) for name in names], [words.get(name, WORDS) for name in names])


def families(*rows: Alignment, signs: Signs = NO_SIGNS) -> list[Sequence[str]]:
    return [family.pages for family in find_families(ties(rows), signs) if not family.loose]


def loose(*rows: Alignment) -> list[Sequence[str]]:
    return [family.pages for family in find_families(ties(rows)) if family.loose]


def test_pages_that_share_the_same_words_are_one_family() -> None:
    assert families(shared("a", (0, 50), "b", (0, 50)), shared("b", (30, 60), "c", (0, 30))) == [("a", "b", "c")]


def test_two_excerpts_of_one_page_are_one_family() -> None:
    assert families(shared("a", (0, 30), "b", (0, 30)), shared("a", (50, 80), "c", (0, 30))) == [("a", "b", "c")]


def signs(spun: str = "", **credited: str) -> Signs:
    return Signs({name: {source} for name, source in credited.items()}, frozenset(spun), NO_SIGNS.named)


@pytest.mark.parametrize(
    ("shown", "composed"),
    [
        (NO_SIGNS, False),
        (signs(a="AP"), False),
        (signs(a="AP", b="AP"), False),
        (signs(a="AP", b="Reuters"), True),
        (signs("m"), True),
        (signs("am"), False),
        (signs("ab"), False),
    ],
)
def test_two_pages_that_are_whole_in_a_third_are_excerpts_unless_they_say_otherwise(
    shown: Signs, composed: bool
) -> None:
    rows = (shared("a", (0, 80), "m", (0, 40)), shared("b", (0, 80), "m", (50, 90)))
    assert families(*rows, signs=shown) == ([("a", "m"), ("b", "m")] if composed else [("a", "b", "m")])


@pytest.mark.parametrize(
    ("a", "b", "composed"),
    [
        ("Selwyn Quill Marlow Tanner Osgood Pryce", "Kessel Varga Abara Holt Corran Ashby", True),
        ("Selwyn Quill Marlow Tanner Osgood Pryce", "Kessel Varga Abara Holt Corran Quill", False),
        ("Selwyn Quill Marlow Tanner Osgood Pryce", "Kessel Varga Abara Holt", False),
    ],
)
def test_a_digest_of_pages_that_name_nobody_in_common_is_composed_of_them(a: str, b: str, composed: bool) -> None:
    rows = (shared("a", (0, 30), "m", (0, 30)), shared("b", (0, 30), "m", (50, 80)))
    names = {"a": frozenset(a.split()), "b": frozenset(b.split())}
    shown = Signs({}, frozenset(), lambda page_id: names.get(page_id, frozenset()))
    assert families(*rows, signs=shown) == ([("a", "m"), ("b", "m")] if composed else [("a", "b", "m")])


def test_excerpts_credit_one_source_however_much_else_stands_beside_them() -> None:
    rows = (shared("a", (0, 30), "m", (0, 30)), shared("b", (0, 30), "m", (50, 80)))
    assert families(*rows, signs=signs(a="AP", b="Reuters")) == [("a", "m"), ("b", "m")]
    assert families(*rows, signs=signs(a="AP", b="AP")) == [("a", "b", "m")]


def test_a_sentence_in_common_makes_no_family_of_two() -> None:
    copies = (shared("a", (0, 90), "b", (0, 90)), shared("c", (0, 90), "d", (0, 90)))
    sentence = [shared(one, (10, 30), two, (60, 80)) for one in "ab" for two in "cd"]
    assert families(*copies, *sentence) == [("a", "b"), ("c", "d")]
    assert loose(*copies, *sentence) == [("a", "b", "c", "d")]


def test_a_few_words_in_common_are_loose_and_excerpts_of_any_length_are_not() -> None:
    assert loose(shared("a", (0, 12), "b", (30, 42))) == [("a", "b")]
    assert families(shared("a", (0, 20), "b", (30, 50))) == [("a", "b")]
    brief = ties((shared("a", (0, 12), "b", (30, 42)),), a=12)
    assert [family.loose for family in find_families(brief)] == [False]


def test_facts_told_in_few_of_the_same_words_are_loose_and_reworded_text_is_not() -> None:
    told = shared("a", (0, 30), "b", (30, 60), same=0.4)
    assert loose(told) == [("a", "b")]
    assert families(shared("a", (0, 30), "b", (30, 60), same=0.6)) == [("a", "b")]
    assert families(shared("a", (0, 30), "b", (30, 60), Kind.SPUN, same=0.4)) == [("a", "b")]


def test_a_loose_tie_within_a_family_is_of_that_family() -> None:
    rows = (
        shared("a", (0, 60), "b", (0, 60)),
        shared("a", (40, 99), "c", (40, 99)),
        shared("b", (40, 50), "c", (40, 50)),
    )
    found = find_families(ties(rows))
    assert [(family.pages, family.loose) for family in found] == [(("a", "b", "c"), False)]
    assert found[0].ties == (("a", "b"), ("a", "c"), ("b", "c"))


def test_a_page_between_two_groups_that_share_nothing_has_two() -> None:
    one = (shared("a", (0, 40), "b", (0, 40)), shared("a", (0, 30), "m", (0, 30)), shared("b", (0, 30), "m", (0, 30)))
    two = (
        shared("c", (0, 40), "d", (0, 40)),
        shared("c", (0, 30), "m", (50, 80)),
        shared("d", (0, 30), "m", (50, 80)),
    )
    assert families(*one, *two) == [("a", "b", "m"), ("c", "d", "m")]


def test_shared_quotations_and_repeats_tie_nothing() -> None:
    rows = [shared("a", (0, 9), "b", (0, 9), Kind.SHARED_QUOTE), shared("a", (0, 9), "a", (20, 29))]
    assert not families(*rows)


def test_shares_are_of_the_page_they_are_said_of() -> None:
    tie = ties([shared("a", (0, 50), "b", (10, 60))], a=50, b=100)["a", "b"]
    assert (tie.a_share, tie.b_share) == (1.0, 0.5)


BARE = "It was a pity that nobody on the quay had a rope."


@pytest.mark.parametrize(
    ("a", "b", "narrated"),
    [
        ("The mayor said on the quay that it was “a pity” and left.", None, True),
        (f"“{BARE}” he said.", None, False),
        (BARE, f"“{BARE}”", False),
        (f"“{BARE}”", BARE, False),
        (BARE, None, True),
    ],
)
def test_a_passage_is_a_quotation_where_most_of_it_stands_in_marks_on_either_side(
    a: str, b: str | None, narrated: bool
) -> None:
    before = "“Nobody came,” she said, and “nobody” was “right”. "
    pages = [page("a", [a]), page("b", [before + (b or a)]), page("c", ["“All of it.”"])]
    first = len(before)
    row = Alignment("a", 0, len(a), "b", first, first + len(b or a), Kind.EDITED, 0.9, None)
    (tie,) = find_ties(read_columns([row], {"a": 0, "b": 1, "c": 2}), pages, [12, 20, 3]).values()
    assert bool(tie.a_narrated) is bool(tie.b_narrated) is narrated
