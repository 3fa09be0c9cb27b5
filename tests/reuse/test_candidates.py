"""Which pairs of pages are aligned: what recurs, by groups of places, and a star where very many pages share it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment
from copydesk.model.pile import Pile
from copydesk.reuse import ReuseSettings, find_reuse
from copydesk.reuse.candidates import candidate_pairs, pairs_by_runs
from copydesk.reuse.runs import find_runs
from copydesk.reuse.shingles import find_shingles
from copydesk.reuse.weights import word_weights
from copydesk.reuse.words import Words, read_words
from copydesk.text.numbering import Numbering
from tests.reuse.press import OTHER, WIRE, page, pile, spin

PAIRS = dataclasses.replace(ReuseSettings(), every_pair=0)


def words_of(**pages: list[str]) -> Words:
    """The words of the pages given by name."""
    given_pile = pile(**pages)
    return read_words(given_pile.pages, given_pile.segments)


def pairs_of(words: Words, options: ReuseSettings = PAIRS) -> list[tuple[int, int]]:
    """The pairs that are worth aligning before anything is learned."""
    found = candidate_pairs(words, word_weights(words, options), options)
    return [(a, b) for a, b in found.tolist()]


def test_pages_with_a_common_paragraph_are_a_pair_and_others_are_none() -> None:
    words = words_of(a=[*WIRE[:2], OTHER[0]], b=[OTHER[1], WIRE[1]], c=[OTHER[2]])
    assert pairs_of(words) == [(0, 1)]


def test_a_few_pages_are_all_aligned_with_each_other() -> None:
    words = words_of(a=[WIRE[0]], b=[OTHER[1]], c=[OTHER[2]])
    assert pairs_of(words, ReuseSettings()) == [(0, 1), (0, 2), (1, 2)]


def test_what_very_many_pages_have_makes_a_star_around_one_of_them() -> None:
    words = words_of(**{f"p{n:03d}": [*WIRE] for n in range(120)})
    assert pairs_of(words) == [(0, n) for n in range(1, 120)]


def test_the_star_is_around_the_page_that_has_most() -> None:
    parts = {f"p{n:03d}": [*WIRE[:3]] for n in range(80)}
    whole = {f"q{n:03d}": [*WIRE] for n in range(80)}
    assert pairs_of(words_of(**parts, **whole)) == [(n, 80) for n in range(80)] + [(80, n) for n in range(81, 160)]


def test_all_copies_of_one_page_verbatim_and_reworded_are_one_cluster() -> None:
    names = {f"p{n:03d}": [spin(text) for text in WIRE] if n % 2 else [*WIRE] for n in range(160)}
    found = find_reuse(pile(**names), PAIRS)
    clusters = {row.cluster_id for row in found.passages}
    assert len(clusters) == len(WIRE)
    assert all(sum(row.cluster_id == one for row in found.passages) == 160 for one in clusters)
    assert len({(row.a_page, row.b_page) for row in found.alignments}) < 3 * 160


def test_a_reworded_paragraph_without_long_runs_is_found_by_its_order() -> None:
    changed = [" ".join(word if n % 3 else "thing" for n, word in enumerate(text.split())) for text in WIRE]
    assert {(row.a_page, row.b_page) for row in find_reuse(pile(a=WIRE, b=changed)).alignments} == {("a", "b")}


def test_shingles_are_grouped_with_all_their_places() -> None:
    words = words_of(a=[WIRE[0]], b=[OTHER[0], WIRE[0]], c=[WIRE[0]])
    found = find_shingles(words, word_weights(words, PAIRS), PAIRS)
    for group in range(len(found.start) - 1):
        places = found.place[found.start[group] : found.start[group + 1]]
        runs = {tuple(words.word[place : place + PAIRS.shingle].tolist()) for place in places.tolist()}
        assert len(runs) == 1
        assert found.page[found.start[group] : found.start[group + 1]].tolist() == [0, 1, 2]
        assert (found.group[places] == group).all()


def test_one_shingle_in_some_shows_a_part_of_the_pairs() -> None:
    words = words_of(**{f"p{n}": [WIRE[n % len(WIRE)], OTHER[n % len(OTHER)]] for n in range(40)})
    weights = word_weights(words, PAIRS)
    known = {tuple(pair) for pair in candidate_pairs(words, weights, PAIRS).tolist()}
    found = [
        {tuple(pair) for pair in pairs_by_runs(find_runs(words, weights, PAIRS, one_in), words, PAIRS).tolist()}
        for one_in in (1, 4, 1 << 30)
    ]
    assert found[0] == known
    assert set() < found[1] <= known
    assert not found[2]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9_000), max_size=20_000))
def test_words_are_numbered_as_they_come(given_hashes: list[int]) -> None:
    hashes = np.array(given_hashes, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    numbering = Numbering()
    numbers = numbering.number(hashes)
    assert (numbering.hashes[numbers] == hashes).all()
    assert list(dict.fromkeys(numbers.tolist())) == list(range(len(numbering.hashes)))
    assert (numbering.find(hashes) == numbers).all()
    assert numbering.find(np.array([1], np.uint64)).tolist() == [-1]


@pytest.mark.parametrize("learning_words", [1, PAIRS.learning_words])
def test_learning_from_some_pairs_only_finds_the_same_copies(learning_words: int) -> None:
    names = {f"p{n:02d}": [spin(text) for text in WIRE] if n % 2 else [*WIRE] for n in range(20)}
    few = dataclasses.replace(PAIRS, learning_pairs=10, learning_words=learning_words)
    one, all_of_them = (find_reuse(pile(**names), options) for options in (few, PAIRS))
    assert [(r.a_page, r.b_page) for r in one.alignments] == [(r.a_page, r.b_page) for r in all_of_them.alignments]


def test_only_article_text_is_read() -> None:
    text = f"{OTHER[0]}\n\n{WIRE[0]}"
    row = page("a", [OTHER[0], WIRE[0]])
    segments = (Segment("a", 0, len(OTHER[0]), Label.TEASER), Segment("a", len(OTHER[0]), len(text), Label.BODY))
    words = read_words((row,), segments)
    assert len(words.word) == len(WIRE[0].replace("-", " ").split()) + WIRE[0].count("’s") + WIRE[0].count("'s")
    assert Pile(pages=(row,), segments=segments).alignments == ()
