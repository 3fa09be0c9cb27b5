"""Quotations of a part of a pile, with what the whole teaches, are those of the whole; who must be asked is asked."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Sequence
from functools import partial

import pytest

from copydesk.model.lesson import taught
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from copydesk.model.story import Story
from copydesk.quotes import follow_quotes, following_quotes
from copydesk.quotes.settings import SETTINGS, QuoteSettings
from tests.adding import added_to, concerned, lesson_of, some_texts
from tests.parts import differing, part_of, some_islands
from tests.quotes.press import PLAN, THANKS, made, utterances

TABLES = ("quotes", "quote_mentions")
SEEDS = range(5)
FEW = dataclasses.replace(SETTINGS, crowd=2, stock=2)
"""Crowds so small that the pile has some."""

SPEAKERS = ("Ada Brandt", "Mayor Ada Brandt", "Nils Kelm")


def piled(pages: Sequence[Page], sizes: Sequence[int] = ()) -> Pile:
    """A pile of pages, in stories of these sizes; the pages behind are stories of their own."""
    stories, at = [], 0
    for size in (*sizes, *[1] * len(pages)):
        if named := tuple(page.page_id for page in pages[at : at + size]):
            stories.append(Story(f"s-{named[0]}", None, None, None, None, named))
        at += size
    return Pile(pages=tuple(pages), stories=tuple(stories))


def quoting(page_id: str, *said: tuple[str, str | None]) -> Page:
    told = [f"“{words},” {who} said." if who else f"“{words}.”" for words, who in said]
    return made(page_id, "\n\n".join(told))


FORMULAS = ("in the name of the whole town council", "before the long winter closes our harbour", "")
SYLLABLES = ("bre", "dal", "fim", "gor", "hul", "kest", "lam", "mur", "nel", "pol", "ros", "tav")


def utterance(number: int) -> str:
    """One of many, of words that hardly any other has, with a formula that others have too."""
    draw = random.Random(number)
    words = [draw.choice(SYLLABLES) + draw.choice(SYLLABLES) + draw.choice(SYLLABLES) for _ in range(9)]
    return " ".join(("We will", *words[:5], FORMULAS[number % 3], "and the", *words[5:])).replace("  ", " ")


def variant(number: int, draw: random.Random) -> tuple[str, str | None]:
    words, who = utterance(number), SPEAKERS[number % 3]
    said = draw.choice((words, words, words, words.replace("We will", "We shall"), words.partition(" and ")[0]))
    return said, draw.choice((who, who, who, None))


@pytest.fixture(scope="module")
def pile() -> Pile:
    """120 pages of one or two quotations of 90 utterances, in stories of one to three pages."""
    draw = random.Random(4)
    said = [[variant(draw.randrange(50), draw)] for _ in range(100)]
    said += [[(utterance(100 + n), "Nils Kelm"), (utterance(200 + n), None)] for n in range(20)]
    draw.shuffle(said)
    return piled([quoting(f"p{n:03}", *some) for n, some in enumerate(said)], [3, 1, 2] * 6)


@pytest.mark.parametrize("settings", [SETTINGS, FEW], ids=["usual", "small crowds"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_part_has_the_rows_of_the_whole(pile: Pile, settings: QuoteSettings, seed: int) -> None:
    whole = follow_quotes(pile, settings)
    lesson = lesson_of(partial(following_quotes, settings=settings), pile)
    pages = some_islands(whole, seed, (0.5, 0.1)[seed % 2])
    known = {"quotations": lesson.learn(lesson.notes)}
    part = taught(following_quotes(part_of(pile, pages), settings), known)
    assert 0 < len(part.pages) < len(pile.pages)
    assert differing(part_of(whole, pages), part, TABLES) == {}


@pytest.mark.parametrize("settings", [SETTINGS, FEW], ids=["usual", "small crowds"])
@pytest.mark.parametrize("seed", SEEDS)
def test_added_pages_read_all_that_they_concern(pile: Pile, settings: QuoteSettings, seed: int) -> None:
    run = partial(following_quotes, settings=settings)
    added = some_texts(pile, seed, (0.05, 0.3)[seed % 2])
    fresh, kept, read = added_to(run, pile, added)
    whole = follow_quotes(pile, settings)
    assert added < read < {page.page_id for page in pile.pages}
    for table in TABLES:
        rows = (*getattr(fresh, table), *getattr(kept, table))
        assert Counter(map(repr, rows)) == Counter(map(repr, getattr(whole, table)))


def asked(settings: QuoteSettings, *pages: Page) -> set[str]:
    """The pages that are read when the last one is added."""
    pile = piled(pages)
    run = partial(following_quotes, settings=settings)
    before = follow_quotes(part_of(pile, {page.page_id for page in pages[:-1]}), settings)
    return set(concerned(run, pile, before, {pages[-1].page_id}))


def test_only_pages_with_the_words_or_a_phrase_of_them_are_asked() -> None:
    pages = (
        quoting("a", (PLAN, "Ada Brandt")),
        quoting("b", (PLAN.replace("spring tide", "autumn storms"), "Ada Brandt")),
        quoting("c", (THANKS, "Ada Brandt")),
        quoting("d", (PLAN, "Nils Kelm")),
    )
    assert asked(SETTINGS, *pages) == {"a", "b", "d"}
    assert asked(SETTINGS, *pages[:3], quoting("d", ("Nothing of this was ever said", "Ada Brandt"))) == {"d"}


def test_a_stock_phrase_asks_nobody() -> None:
    pages = [quoting(name, (PLAN, "Ada Brandt")) for name in "abcd"]
    assert asked(FEW, *pages) == {"d"}
    assert asked(FEW, *pages[:3]) == {"a", "b", "c"}  # which were of one utterance, and become stock
    assert len(follow_quotes(piled(pages[:2]), FEW).quotes) == 1
    assert len(follow_quotes(piled(pages), FEW).quotes) == 4
    assert len(follow_quotes(piled(pages, [4]), FEW).quotes) == 1


def test_what_other_stories_say_parts_nothing_of_one_story() -> None:
    """Words of one speaker in one story are one utterance, whoever else says them in between."""
    pages = [quoting(name, ("A calm night", "Ada Brandt")) for name in ("a", "b", "c")]
    stories = (*piled([pages[0], pages[2]], [2]).stories, *piled([pages[1]]).stories)
    pile = dataclasses.replace(piled(pages), stories=stories)
    assert utterances(follow_quotes(pile)) == [["a: A calm night,", "c: A calm night,"], ["b: A calm night,"]]


def test_who_quotes_like_a_stock_phrase_is_asked_when_it_is_none_any_more() -> None:
    stock = [quoting(name, (PLAN, "Ada Brandt")) for name in "abc"]
    like = quoting("d", (PLAN.replace("spring tide", "autumn storms"), "Ada Brandt"))
    run = partial(following_quotes, settings=FEW)
    before = lesson_of(run, piled([*stock, like]))
    after = lesson_of(run, piled([quoting("a", (THANKS, None)), *stock[1:], like]))
    asked = after.asking(before.learn(before.notes), after.learn(after.notes), after.notes)
    assert asked.tolist() == [1, 2, 3]
