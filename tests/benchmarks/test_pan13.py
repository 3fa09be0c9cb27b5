"""The PAN benchmark over pairs of our own: with a detector that we know, and with copydesk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.detector import Detection, detect
from benchmarks.pan13 import Merging, main, n_clean, report, run, score_outcomes, table, worst
from benchmarks.pan13_corpus import Pair
from benchmarks.plagdet import Match

STORY = (
    "The ferry Halcyon ran aground off Merrow Point on Tuesday night with ninety passengers aboard. "
    "Volunteers in two fishing boats brought everyone ashore before the tide turned, the harbour master said. "
    "Divers will look at the hull on Thursday, and the owners expect the route to stay closed for a month."
)
BEFORE = "Bread prices in the hill towns rose again, bakers told the weekly market council in Ostrand.\n\n"
AFTER = "\n\nThe museum of clocks reopens its west wing in spring with a show of tower bells."
ELSEWHERE = "A choir of four hundred sang in the rain, and the mayor forgot the words to the second verse."

TAKEN = Pair(
    "verbatim",
    "susp-1.txt",
    "src-1.txt",
    BEFORE + STORY + AFTER,
    STORY + AFTER[:0] + "\n\n" + ELSEWHERE,
    (Match((len(BEFORE), len(BEFORE) + len(STORY)), (0, len(STORY))),),
)
CLEAN = Pair("none", "susp-2.txt", "src-2.txt", BEFORE + ELSEWHERE, STORY, ())


def sentences_in_both(susp_text: str, src_text: str) -> list[Detection]:
    """A detector of our own: sentences that stand in both texts."""
    found = []
    for sentence in re.finditer(r"[A-Z][^.]+\.", susp_text):
        at = src_text.find(sentence[0])
        if at >= 0:
            found.append((*sentence.span(), at, at + len(sentence[0])))
    return found


def openings(susp_text: str, src_text: str) -> list[Detection]:
    """A detector that takes any two texts to begin alike."""
    end = min(150, len(susp_text), len(src_text))
    return [(0, end, 0, end)]


def test_pieces_are_merged_into_cases() -> None:
    (outcome,) = run([TAKEN], sentences_in_both)
    assert outcome.found == TAKEN.cases
    assert score_outcomes([outcome]).plagdet == 1.0


def test_the_gap_is_a_setting() -> None:
    (outcome,) = run([TAKEN], sentences_in_both, Merging(gap=0, least=0))
    assert len(outcome.found) == 3
    assert score_outcomes([outcome]).granularity == 3.0


def test_short_detections_are_left_out() -> None:
    assert len(run([TAKEN], sentences_in_both, Merging(least=len(STORY)))[0].found) == 1
    assert run([TAKEN], sentences_in_both, Merging(least=len(STORY) + 1))[0].found == ()


def test_a_page_without_plagiarism_is_clean_or_costs_precision() -> None:
    right, wrong = run([CLEAN], sentences_in_both), run([CLEAN], openings)
    assert (n_clean(right), n_clean(wrong)) == (1, 0)
    taken = run([TAKEN], sentences_in_both)
    assert score_outcomes([*taken, *wrong]).precision == 0.5


def test_copydesk_finds_what_was_taken_and_no_more() -> None:
    taken, clean = run([TAKEN, CLEAN], detect)
    assert score_outcomes([taken]).plagdet > 0.98
    assert clean.found == ()


def test_the_table_has_a_row_for_each_category() -> None:
    lines = table({"none": run([CLEAN], sentences_in_both), "verbatim": run([TAKEN], sentences_in_both)})
    rows = lines.splitlines()
    assert rows[1] == "none         1 of 1 pairs without any detection"
    assert rows[2].split()[:6] == ["verbatim", "1.000", "1.000", "1.000", "1.000", "1"]
    assert rows[2].endswith("0.900 0.934")
    assert rows[3].split()[0] == "overall"


def test_the_worst_come_first() -> None:
    outcomes = [*run([TAKEN], sentences_in_both), *run([CLEAN], openings)]
    first, second = worst(outcomes, 2)
    assert first.startswith("none susp-2-src-2 plagdet 0.000")
    assert second.startswith("verbatim susp-1-src-1 plagdet 1.000")
    assert len(worst(outcomes, 1)) == 1


def test_without_a_corpus_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = tmp_path / "none"
    assert main(["--path", str(absent)]) == 0
    assert f"skipped: no corpus at {absent}" in capsys.readouterr().out
    assert report(absent).figures == ()
