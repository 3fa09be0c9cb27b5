"""Pages that share a passage with a third one are compared, whatever runs of words they have in common."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse import ReuseSettings, find_reuse
from copydesk.reuse.rows import KINDS, QUOTE, Rows
from copydesk.reuse.witnesses import pairs_by_witness
from tests.reuse.press import OTHER, WIRE, pairs, pile, reworded

Spans = list[tuple[int, int, int, int, int, int]]
NONE = np.empty((0, 2), np.int32)


def test_two_reworded_copies_are_aligned_through_their_common_source() -> None:
    told = pile(a=reworded(WIRE, 0), b=reworded(WIRE, 2), source=WIRE, other=OTHER)
    apart = dataclasses.replace(ReuseSettings(), every_pair=0, rounds=1, witness_pages=0)
    assert pairs(find_reuse(told, apart)) == {("a", "source"), ("b", "source")}
    joined = find_reuse(told, dataclasses.replace(apart, witness_pages=32))
    assert pairs(joined) == {("a", "b"), ("a", "source"), ("b", "source")}


def rows(spans: Spans, kind: int = 0) -> Rows:
    places = np.array(spans, np.int64).reshape(-1, 6)
    return Rows(places, np.full(len(places), kind, np.int8), np.ones(len(places)))


def test_places_that_hardly_overlap_bring_nobody_together() -> None:
    spans = [(0, 2, 0, 100, 0, 100), (1, 2, 0, 100, 60, 160), (3, 2, 0, 100, 150, 250)]
    assert pairs_by_witness(rows(spans), NONE, ReuseSettings()).tolist() == []
    spans.append((4, 2, 0, 100, 40, 140))
    assert pairs_by_witness(rows(spans), NONE, ReuseSettings()).tolist() == [[0, 4], [1, 4]]


def test_a_shared_quotation_and_a_repeat_within_a_page_bring_nobody_together() -> None:
    spans = [(0, 2, 0, 100, 0, 100), (1, 2, 0, 100, 0, 100)]
    assert KINDS[QUOTE] == "shared_quote"
    assert pairs_by_witness(rows(spans, QUOTE), NONE, ReuseSettings()).tolist() == []
    assert pairs_by_witness(rows([spans[0], (2, 2, 0, 100, 200, 300)]), NONE, ReuseSettings()).tolist() == []


def test_the_copies_of_a_hub_are_not_compared_with_each_other() -> None:
    spans = [(n, 50, 0, 100, 0, 100) for n in range(50)]
    few = pairs_by_witness(rows(spans[:20]), NONE, ReuseSettings()).tolist()
    assert few == [list(pair) for pair in itertools.combinations(range(20), 2)]
    assert pairs_by_witness(rows(spans), NONE, ReuseSettings()).tolist() == []


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int, int, int, int, int]:
    one, two = sorted(draw(st.lists(st.integers(0, 5), min_size=2, max_size=2, unique=True)))
    begins = draw(st.tuples(st.integers(0, 20), st.integers(0, 20)))
    sizes = draw(st.tuples(st.integers(1, 10), st.integers(1, 10)))
    return one, two, begins[0], begins[0] + sizes[0], begins[1], begins[1] + sizes[1]


@given(st.lists(places(), max_size=12), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4))
def test_all_pairs_with_one_place_are_given_but_those_that_are_known(
    spans: Spans, known: list[tuple[int, int]]
) -> None:
    sides = [(a, a_begin, a_end, b) for a, b, a_begin, a_end, _, _ in spans]
    sides += [(b, b_begin, b_end, a) for a, b, _, _, b_begin, b_end in spans]
    wanted = set()
    for (page, begin, end, one), (other_page, low, high, two) in itertools.combinations(sides, 2):
        overlap = min(end, high) - max(begin, low)
        if page == other_page and one != two and overlap > 0 and 2 * overlap >= min(end - begin, high - low):
            wanted.add((min(one, two), max(one, two)))
    before = sorted(set(known))
    found = pairs_by_witness(rows(spans), np.array(before, np.int32).reshape(-1, 2), ReuseSettings(witness_chars=0))
    assert [tuple(pair) for pair in found.tolist()] == sorted(wanted - set(before))


@pytest.mark.parametrize(("size", "pairs"), [(99, []), (100, [[0, 1]])])
def test_a_short_passage_brings_nobody_together(size: int, pairs: list[list[int]]) -> None:
    found = pairs_by_witness(rows([(0, 2, 0, 90, 0, size), (1, 2, 0, 90, 0, size)]), NONE, ReuseSettings())
    assert found.tolist() == pairs
