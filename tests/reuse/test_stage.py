"""What the reuse stage finds, and what it must not."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.reuse import Kind
from copydesk.reuse import find_reuse
from tests.reuse.press import OTHER, WIRE, aligned, pairs, pile, reuse, rows, spin


def test_a_verbatim_copy_is_found_sentence_by_sentence() -> None:
    found = reuse(a=WIRE, b=[OTHER[0], *WIRE[:4], OTHER[1]])
    assert aligned(found) == [(text, text) for text in WIRE[:4]]
    assert {row.kind for row in found.alignments} == {Kind.VERBATIM}
    assert {row.similarity for row in found.alignments} == {1.0}


def test_a_spun_copy_is_found_and_called_spun() -> None:
    found = reuse(a=WIRE, b=[spin(text) for text in WIRE])
    assert aligned(found) == [(text, spin(text)) for text in WIRE]
    assert {row.kind for row in found.alignments} == {Kind.SPUN}


def test_headlines_of_two_papers_over_one_text_are_not_one() -> None:
    ours = "Ostrava Bay, Kelm sign treaty at last"
    theirs = "Late deal brings Ostrava Bay and Kelm a joint patrol of the shoals"
    assert aligned(reuse(a=[ours, *WIRE], b=[theirs, *WIRE])) == [(text, text) for text in WIRE]
    assert aligned(reuse(a=[*WIRE[:3], ours, *WIRE[3:]], b=[*WIRE[:3], theirs, *WIRE[3:]]))[3] == (ours, theirs)


def test_a_reworded_headline_is_found() -> None:
    headline, reworded = "Kelm and Ostrava Bay sign harbour treaty", "Kelm and Ostrava Bay ink harbor pact"
    found = aligned(reuse(a=[headline, *WIRE], b=[reworded, *map(spin, WIRE)]))
    assert found[0] == (headline, reworded)


def test_paragraphs_in_another_order_are_found() -> None:
    found = reuse(a=WIRE, b=[WIRE[4], WIRE[0], WIRE[2], WIRE[1]])
    assert sorted(aligned(found)) == sorted((text, text) for text in (WIRE[4], WIRE[0], WIRE[2], WIRE[1]))


def test_paragraphs_merged_on_one_side_are_found_one_by_one() -> None:
    found = reuse(a=WIRE, b=[" ".join(WIRE[:3]), " ".join(WIRE[3:])])
    assert aligned(found) == [(text, text) for text in WIRE]


def test_one_passage_that_stands_twice_on_the_other_page() -> None:
    found = reuse(a=WIRE[:3], b=[WIRE[0], OTHER[0], WIRE[1], OTHER[1], WIRE[0], WIRE[2]])
    places = [row.b_begin for row in rows(found, "a", "b") if row.a_begin == 0]
    assert len(places) == 2


def test_a_page_that_repeats_itself() -> None:
    found = reuse(a=[WIRE[0], OTHER[0], WIRE[1], WIRE[0], WIRE[1]])
    assert aligned(found) == [(WIRE[0], WIRE[0]), (WIRE[1], WIRE[1])]
    assert all(row.a_begin < row.b_begin for row in found.alignments)


_FLAGS = "the pilots of the northern harbour lowered their flags at dawn for the drowned crew of the trawler Isbrand"


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        pytest.param(f"{_FLAGS}, and {_FLAGS}.", 2, id="twice"),
        pytest.param(f"All day {_FLAGS}, and once more {_FLAGS}.", 2, id="twice, with words before"),
        pytest.param(f"{_FLAGS}, {_FLAGS}, {_FLAGS}.", 0, id="three times in a row: one place"),
        pytest.param(", ".join([_FLAGS] * 4) + ".", 0, id="four times in a row"),
    ],
)
def test_a_sentence_that_repeats_itself_is_not_aligned_to_itself(sentence: str, places: int) -> None:
    found = reuse(a=[OTHER[0], sentence, OTHER[1]])
    assert all(row.a_end <= row.b_begin for row in found.alignments)
    assert len(found.passages) == places


@given(
    st.lists(st.sampled_from((_FLAGS, *(text.rstrip(".") for text in WIRE[:3]))), min_size=2, max_size=8), st.data()
)
@settings(deadline=None, max_examples=40)
def test_whatever_a_page_repeats_has_two_places(texts: list[str], data: st.DataObject) -> None:
    marks = data.draw(st.lists(st.sampled_from((", ", ". ", "\n\n")), min_size=len(texts), max_size=len(texts)))
    found = reuse(a=["".join(text + mark for text, mark in zip(texts, marks, strict=True))])
    assert all(row.a_end <= row.b_begin for row in found.alignments)
    assert all(number > 1 for number in Counter(row.cluster_id for row in found.passages).values())


def test_a_clause_in_a_new_sentence_is_found_where_more_is_shared() -> None:
    clause = "gives fishing crews from both shores equal access to the northern shoals"
    mixed = f"Critics say the pact, which {clause}, was written by lawyers who have never seen the water at all."
    found = reuse(a=WIRE, b=[WIRE[0], WIRE[2], mixed])
    assert (WIRE[1], mixed) not in aligned(found)
    assert any(clause in one and clause in two for one, two in aligned(found))


def test_pages_about_different_things_share_nothing() -> None:
    assert not reuse(a=WIRE, b=OTHER).alignments


def test_a_set_phrase_is_no_reuse() -> None:
    phrase = "Kelm's chief negotiator Marta Elvestad told reporters"
    other = (
        f"{phrase} that ferries would run all night.",
        "Passengers slept on benches as gulls circled the unlit terminal and a brass band packed its horns away.",
    )
    assert not reuse(a=[f"{phrase} the fees were settled.", *WIRE[3:]], b=other).alignments


def test_stock_phrases_prove_nothing() -> None:
    stock = "on the condition of anonymity because they were not authorized to speak publicly about the matter"
    one = [f"Two clerks in Kelm, who spoke {stock}, called the annexes thin.", OTHER[0]]
    two = [f"Divers off Sandling, who spoke {stock}, saw a wreck.", OTHER[1]]
    assert not reuse(a=one, b=two).alignments


def test_eleven_words_in_a_row_are_no_reuse_by_themselves() -> None:
    run = "the first delegation to visit the northern shoals since the war ended"
    one = [f"Elvestad led {run}, her office in the old custom house announced late on Tuesday evening.", *WIRE[4:]]
    two = [f"For the crew of the Petrel, {run} brought little but fog, cold tea and hours of waiting.", *OTHER]
    assert not reuse(a=one, b=two).alignments


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "„“", "„”", "””", "»«", "»»", "«»"])
def test_a_shared_quotation_is_told_from_a_copy(marks: str) -> None:
    words = "We came with empty hands and we leave with a harbour, and no one on this quay should call that little,"
    quote = f"{marks[0]}{words}{marks[1]}"
    one = [f"{quote} Elvestad said.", *WIRE[3:5]]
    two = [f"Speaking from the steps of the exchange, Marta Elvestad was brief: {quote}", *OTHER]
    found = reuse(a=one, b=two)
    assert [row.kind for row in found.alignments] == [Kind.SHARED_QUOTE]
    assert not found.passages


def test_passages_of_three_pages_are_one_cluster_each() -> None:
    found = reuse(a=WIRE[:4], b=[OTHER[0], *WIRE[1:3]], c=[spin(text) for text in WIRE[1:4]])
    clusters: dict[str, set[str]] = {}
    for row in found.passages:
        clusters.setdefault(row.cluster_id, set()).add(row.page_id)
    assert sorted(sorted(pages) for pages in clusters.values()) == [["a", "b", "c"], ["a", "b", "c"], ["a", "c"]]


def test_nothing_is_found_in_nothing() -> None:
    assert find_reuse(pile()).alignments == ()
    assert reuse(a=[""], b=["Short."]).alignments == ()


def test_the_same_pages_give_the_same_rows() -> None:
    names: dict[str, Sequence[str]] = {"a": WIRE, "b": [spin(text) for text in WIRE], "c": OTHER}
    assert reuse(**names) == reuse(**names)


def test_furniture_takes_no_part() -> None:
    given_pile = pile(a=WIRE, b=WIRE)
    bare = dataclasses.replace(given_pile, segments=())
    assert find_reuse(bare).alignments == ()


_SENTENCES = st.lists(st.sampled_from([*WIRE, *OTHER, *(spin(text) for text in WIRE)]), max_size=8)


@settings(max_examples=40)
@given(_SENTENCES, _SENTENCES)
def test_spans_lie_in_their_pages_and_pairs_are_in_order(one: list[str], two: list[str]) -> None:
    found = reuse(a=one, b=two)
    size = {row.page_id: len(row.text) for row in found.pages}
    for row in found.alignments:
        assert 0 <= row.a_begin < row.a_end <= size[row.a_page]
        assert 0 <= row.b_begin < row.b_end <= size[row.b_page]
        assert (row.a_page, row.a_begin) < (row.b_page, row.b_begin)
        assert 0 < row.similarity <= 1
    for place in found.passages:
        assert 0 <= place.begin < place.end <= size[place.page_id]
    assert list(found.passages) == sorted(found.passages, key=lambda p: (p.cluster_id, p.page_id, p.begin, p.end))
    assert pairs(found) <= {("a", "a"), ("a", "b"), ("b", "b")}
