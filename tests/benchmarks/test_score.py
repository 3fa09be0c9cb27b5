"""The corpus measures, on two pages worked out by hand and on a corpus scored against its own truth."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import Corpus, Shared, make_corpus, write_corpus
from benchmarks.recipe import LIGHT
from benchmarks.score import Aligned, CorpusScores, main, named_alignments, score_corpus

WORDS = "word " * 200
TEXTS = {"a": WORDS, "b": WORDS, "c": WORDS}
TRUE = Shared("a", "b", "copy", "a", (((0, 200), (400, 600)), ((300, 400), (700, 800))))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(replace(LIGHT, pages=60, seed=7))


def scored(*aligned: Aligned) -> CorpusScores:
    return score_corpus(TEXTS, [TRUE], aligned)


def test_the_truth_scores_one() -> None:
    scores = scored(*(Aligned("a", "b", a, b) for a, b in TRUE.passages))
    assert scores == CorpusScores({"copy": 1.0}, 1.0, {"copy": 1.0}, 1.0, 1)


def test_nothing_found_scores_nothing() -> None:
    assert scored() == CorpusScores({"copy": 0.0}, None, {"copy": 0.0}, None, 0)


def test_thirty_words_make_a_pair() -> None:
    assert scored(Aligned("a", "b", (0, 150), (400, 550))).pair_recall == {"copy": 1.0}
    assert scored(Aligned("a", "b", (0, 145), (400, 550))).pair_recall == {"copy": 0.0}


def test_words_aligned_twice_count_once() -> None:
    twice = [Aligned("a", "b", (0, 100), (400, 500)), Aligned("a", "b", (0, 100), (405, 500))]
    assert scored(*twice).pairs == 0


def test_half_of_both_sides_finds_a_passage() -> None:
    assert scored(Aligned("a", "b", (0, 100), (500, 600))).passage_recall == {"copy": 0.5}
    assert scored(Aligned("a", "b", (0, 99), (400, 600))).passage_recall == {"copy": 0.0}


def test_a_passage_aligned_with_the_wrong_place_is_not_found() -> None:
    crossed = [Aligned("a", "b", (0, 200), (700, 800)), Aligned("a", "b", (300, 400), (400, 600))]
    assert scored(*crossed).passage_recall == {"copy": 0.0}


def test_false_pairs_cost_precision() -> None:
    rows = [Aligned("a", "b", (0, 200), (400, 600)), Aligned("a", "c", (0, 200), (0, 200))]
    assert scored(*rows).pair_precision == 0.5


def test_characters_outside_passages_are_counted() -> None:
    # 200 of 250 on one side, 200 of 300 on the other.
    assert scored(Aligned("a", "b", (0, 250), (350, 650))).inside == pytest.approx(400 / 550)


def test_rows_are_turned_to_the_order_of_the_names() -> None:
    row = {"a_page": "x", "a_begin": 1, "a_end": 2, "b_page": "y", "b_begin": 3, "b_end": 4, "kind": "spun"}
    assert list(named_alignments([row], {"x": "q", "y": "p"})) == [Aligned("p", "q", (3, 4), (1, 2))]


def test_repeats_and_quotations_are_left_out() -> None:
    row = {"a_page": "x", "a_begin": 1, "a_end": 2, "b_page": "x", "b_begin": 3, "b_end": 4, "kind": "verbatim"}
    quote = row | {"b_page": "y", "kind": "shared_quote"}
    assert not list(named_alignments([row, quote], {"x": "p", "y": "q"}))


def export(corpus: Corpus, folder: Path) -> None:
    """Write the truth of a corpus as the export that a perfect build would give, with page ids of another order."""
    names = {page.page_id: f"{9_999_999 - page.number}" for page in corpus.pages}
    pages: list[dict[str, Any]] = [
        {"page_id": names[page.page_id], "record_id": page.page_id, "source": "pages.jsonl", "text": page.text}
        for page in corpus.pages
    ]
    rows: list[dict[str, Any]] = [
        {"a_page": names[s.b], "a_begin": b[0], "a_end": b[1], "b_page": names[s.a], "b_begin": a[0], "b_end": a[1]}
        | {"kind": "edited"}
        for s in corpus.truth
        for a, b in s.passages
    ]
    folder.mkdir()
    for name, table in (("pages", pages), ("alignments", rows)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in table), encoding="utf-8")


def test_an_export_of_the_truth_scores_one(
    tmp_path: Path, corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(corpus, tmp_path / "corpus")
    export(corpus, tmp_path / "export")
    assert main([str(tmp_path / "export"), str(tmp_path / "corpus")]) == 0
    printed = capsys.readouterr().out
    assert "sibling_spun        1.0000         1.0000" in printed
    assert "pair precision 1.0000" in printed


def test_changed_text_is_refused(tmp_path: Path, corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(corpus, tmp_path / "corpus")
    first = replace(corpus.pages[0], text=corpus.pages[0].text + " ")
    export(replace(corpus, pages=(first, *corpus.pages[1:])), tmp_path / "export")
    assert main([str(tmp_path / "export"), str(tmp_path / "corpus")]) == 1
    assert "p0000000" in capsys.readouterr().out
