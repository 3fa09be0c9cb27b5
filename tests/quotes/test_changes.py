"""What a mention changed of the faithful wording, and whether it changed what was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.quote import QuoteChange
from copydesk.quotes.changes import compare, kind_of_change
from copydesk.quotes.meaning import country_names, meaning
from copydesk.quotes.spoken import said
from copydesk.text.tokens import fold_word

FAITHFUL = "We will not open the three locks before Friday, and the ferries may possibly sail at noon."


def kind(faithful: str, mention: str) -> QuoteChange | None:
    return kind_of_change(compare(said(faithful), said(mention)).changes)


@pytest.mark.parametrize(
    "mention",
    [
        "We will open the three locks before Friday, and the ferries may possibly sail at noon.",
        "We will not open the five locks before Friday, and the ferries may possibly sail at noon.",
        "We will not open the three locks before Friday, and the ferries will probably sail at noon.",
        "We will not open the three locks before Monday, and the ferries may possibly sail at noon.",
        "They will not open the three locks before Friday, and the ferries may possibly sail at noon.",
        "We will not reopen the locks before Friday, and the ferries may possibly sail at noon.",
    ],
    ids=["negation", "number", "modality", "name", "actor", "a number lost"],
)
def test_a_change_of_meaning(mention: str) -> None:
    assert kind(FAITHFUL, mention) is QuoteChange.MEANING


@pytest.mark.parametrize(
    ("faithful", "mention"),
    [
        (FAITHFUL, "We will not open the three gates before Friday, and the ferries may possibly sail at noon."),
        (FAITHFUL, "We will not open the 3 gates before Friday, and the ferries might perhaps sail at noon."),
        ("The United States is ready to sail.", "The U.S. is prepared to sail."),
        ("We do not believe the dam is dangerous.", "We don't think the dam is dangerous."),
        ("It's the 2nd time.", "It is the second occasion."),
    ],
)
def test_a_change_of_wording(faithful: str, mention: str) -> None:
    assert kind(faithful, mention) is QuoteChange.WORDING


@pytest.mark.parametrize(
    ("faithful", "mention"),
    [
        (FAITHFUL, FAITHFUL.upper()),
        (FAITHFUL, "the ferries may possibly sail at noon"),
        (FAITHFUL, "We will not open the three locks … and the ferries may possibly sail at noon."),
        (FAITHFUL, "We will not open the three locks before Friday, and the [harbour's] ferries may possibly sail"),
        ("The colour can't fade, and it’s ours.", "The color cannot fade – and it is ours"),
        ("We have not become friends. We have become neighbours.", "We have become neighbours,"),
        ("We have become neighbours, not friends, and we have become partners.", "We have become neighbours"),
    ],
    ids=["case", "part", "ellipsis", "brackets", "spelling", "second half", "first half"],
)
def test_no_change(faithful: str, mention: str) -> None:
    assert kind(faithful, mention) is None


def test_an_unmarked_cut_is_a_change() -> None:
    assert kind("We shall sign the treaty only if the harbour is safe again.", "We shall sign the treaty again.")


def test_illegal_is_not_legal() -> None:
    assert kind("The catch was legal under the treaty.", "The catch was illegal under the treaty.") is (
        QuoteChange.MEANING
    )


def test_words_beyond_the_faithful_wording_are_counted() -> None:
    found = compare(said("the lowest point since spring"), said("Relations are at the lowest point since spring."))
    assert (found.changes, found.beyond, found.share) == ((), 3, 1.0)
    part = compare(said("Relations are at the lowest point since spring."), said("the lowest point"))
    assert (part.changes, part.beyond, part.share) == ((), 0, 3 / 8)


@given(st.text(alphabet="ab not’'s[]….,“ \nÉ2", max_size=60), st.text(alphabet="ab not’'s[]….,“ \nÉ2", max_size=60))
def test_every_word_of_both_is_accounted_for(one: str, other: str) -> None:
    a, b = said(one), said(other)
    found = compare(a, b)
    assert 0 <= found.kept <= min(len(a.words), len(b.words))
    assert 0 <= found.share <= 1
    gained = sum(len(change.gained) for change in found.changes)
    assert found.kept + found.beyond + gained <= len(b.words)
    assert not compare(a, a).changes
    for word in (*a.words, *b.words):
        assert 0 <= word.begin < word.end


def test_the_vocabulary_is_folded_and_without_contradictions() -> None:
    known = meaning()
    words = [*known.senses, *known.persons, *known.before_is, *known.prefixes]
    assert all(fold_word(word) == word for word in words)
    assert not set(known.senses) & set(known.persons)
    assert set(known.endings) == {"n't", "'d", "'ll", "'m", "'re", "'ve"}
    assert country_names()["united", "states"] == country_names()["us",] == "USA"
