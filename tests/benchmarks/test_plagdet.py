"""The measures, on examples worked out by hand."""

from __future__ import annotations

import math

import pytest
from benchmarks.plagdet import Match, merge_near, score
from hypothesis import given
from hypothesis import strategies as st

spans = st.tuples(st.integers(0, 400), st.integers(1, 80)).map(lambda at: (at[0], at[0] + at[1]))
matches = st.builds(Match, spans, spans)


def test_a_perfect_detection_scores_one() -> None:
    case = Match((10, 110), (50, 150))
    scores = score({"p": [case]}, {"p": [case]})
    assert (scores.precision, scores.recall, scores.granularity, scores.plagdet) == (1.0, 1.0, 1.0, 1.0)


def test_half_of_one_side_is_a_quarter_missed() -> None:
    # The case has 100 + 100 characters; found are 50 of the first and all of the second, and nothing else.
    scores = score({"p": [Match((0, 100), (0, 100))]}, {"p": [Match((0, 50), (0, 100))]})
    assert scores.recall == pytest.approx(0.75)
    assert scores.precision == 1.0
    assert scores.plagdet == pytest.approx(2 * 0.75 / 1.75)


def test_overlong_detection_costs_precision() -> None:
    # Of 200 + 200 characters 100 + 100 lie in the case.
    scores = score({"p": [Match((100, 200), (100, 200))]}, {"p": [Match((50, 250), (100, 300))]})
    assert scores.precision == pytest.approx(0.5)
    assert scores.recall == 1.0


def test_two_pieces_cost_granularity() -> None:
    case = Match((0, 100), (0, 100))
    pieces = [Match((0, 50), (0, 50)), Match((50, 100), (50, 100))]
    scores = score({"p": [case]}, {"p": pieces})
    assert (scores.precision, scores.recall, scores.granularity) == (1.0, 1.0, 2.0)
    assert scores.plagdet == pytest.approx(1 / math.log2(3))


def test_characters_found_twice_count_once() -> None:
    case = Match((0, 100), (0, 100))
    twice = [Match((0, 60), (0, 60)), Match((40, 80), (40, 80)), Match((10, 20), (10, 20))]
    assert score({"p": [case]}, {"p": twice}).recall == pytest.approx(0.8)


def test_only_detections_that_meet_the_case_on_both_sides_count() -> None:
    # The right place of the suspicious text, the wrong place of the source.
    scores = score({"p": [Match((0, 100), (0, 100))]}, {"p": [Match((0, 100), (500, 600))]})
    assert (scores.precision, scores.recall, scores.granularity, scores.plagdet) == (0.0, 0.0, 1.0, 0.0)


def test_touching_is_not_meeting() -> None:
    scores = score({"p": [Match((0, 100), (0, 100))]}, {"p": [Match((100, 150), (0, 100))]})
    assert scores.recall == 0.0


def test_cases_count_alike_whatever_their_length() -> None:
    # Found: the short case in full, the long one not at all.
    cases = {"p": [Match((0, 10), (0, 10)), Match((100, 1100), (100, 1100))]}
    scores = score(cases, {"p": [Match((0, 10), (0, 10))]})
    assert scores.recall == pytest.approx(0.5)
    assert scores.precision == 1.0


def test_granularity_is_over_detected_cases_only() -> None:
    cases = {"p": [Match((0, 10), (0, 10)), Match((100, 110), (100, 110))], "q": [Match((0, 10), (0, 10))]}
    found = {"p": [Match((0, 5), (0, 5)), Match((5, 9), (5, 9)), Match((100, 110), (100, 110))]}
    assert score(cases, found).granularity == pytest.approx(1.5)


def test_one_detection_over_two_cases_counts_for_both() -> None:
    cases = {"p": [Match((0, 100), (0, 100)), Match((100, 200), (100, 200))]}
    scores = score(cases, {"p": [Match((0, 200), (0, 200))]})
    assert (scores.precision, scores.recall, scores.granularity) == (1.0, 1.0, 1.0)


def test_detections_do_not_count_in_another_pair() -> None:
    scores = score({"p": [Match((0, 10), (0, 10))]}, {"q": [Match((0, 10), (0, 10))]})
    assert (scores.precision, scores.recall, scores.cases, scores.detections) == (0.0, 0.0, 1, 1)


def test_nothing_to_find_and_nothing_found_is_right() -> None:
    assert score({"p": []}, {"p": []}).plagdet == 1.0
    assert score({}, {"p": [Match((0, 1), (0, 1))]}).plagdet == 0.0
    assert score({"p": [Match((0, 1), (0, 1))]}, {}).plagdet == 0.0


@given(st.lists(matches, max_size=5), st.lists(matches, max_size=5))
def test_measures_stay_in_range(cases: list[Match], found: list[Match]) -> None:
    scores = score({"p": cases}, {"p": found})
    assert 0.0 <= scores.precision <= 1.0
    assert 0.0 <= scores.recall <= 1.0
    assert scores.granularity >= 1.0
    assert 0.0 <= scores.plagdet <= 1.0


@given(st.lists(matches, max_size=5), st.lists(matches, max_size=5))
def test_precision_is_recall_with_the_roles_changed(cases: list[Match], found: list[Match]) -> None:
    there, back = score({"p": cases}, {"p": found}), score({"p": found}, {"p": cases})
    assert there.precision == pytest.approx(back.recall)


def test_merging_joins_what_is_near_on_both_sides() -> None:
    pieces = [Match((0, 100), (0, 100)), Match((150, 200), (140, 220)), Match((900, 950), (230, 260))]
    assert merge_near(pieces, 50) == [Match((0, 200), (0, 220)), Match((900, 950), (230, 260))]
    assert merge_near(pieces, 49) == pieces


def test_merging_follows_chains_in_any_order() -> None:
    # The last piece brings the first two together: neither is within reach of the other.
    pieces = [Match((0, 10), (0, 10)), Match((5, 15), (60, 70)), Match((12, 30), (15, 55))]
    assert merge_near(pieces, 5) == [Match((0, 30), (0, 70))]


@given(st.lists(matches, max_size=8), st.integers(0, 60))
def test_merging_is_complete_and_loses_no_character(pieces: list[Match], gap: int) -> None:
    whole = merge_near(pieces, gap)
    assert merge_near(whole, gap) == whole
    assert merge_near(list(reversed(pieces)), gap) == whole
    for piece in pieces:
        assert any(w.susp[0] <= piece.susp[0] and piece.susp[1] <= w.susp[1] for w in whole)
