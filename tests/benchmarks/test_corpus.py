"""The synthetic corpus: the truth says what the pages hold, and the same recipe gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.corpus import Corpus, main, make_corpus, read_truth, write_corpus
from benchmarks.language import N_FUNCTION, language
from benchmarks.press import Make, Press
from benchmarks.recipe import HARD, LIGHT

SMALL = replace(LIGHT, pages=120, seed=7)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(SMALL)


def words_changed(corpus: Corpus, kind: str) -> float:
    """The share of words, as bags, that a passage of this kind does not have of its original."""
    texts = {page.page_id: page.text for page in corpus.pages}
    lost = total = 0
    for shared in corpus.truth:
        for a, b in shared.passages if shared.kind == kind else ():
            if shared.original == shared.b:
                a, b, first, second = b, a, shared.b, shared.a  # noqa: PLW2901 (original first)
            else:
                first, second = shared.a, shared.b
            before = Counter(texts[first][slice(*a)].lower().split())
            after = Counter(texts[second][slice(*b)].lower().split())
            lost += (before - after).total()
            total += before.total()
    return lost / total


def test_the_same_recipe_gives_the_same_bytes(tmp_path: Path, corpus: Corpus) -> None:
    write_corpus(corpus, tmp_path / "a")
    write_corpus(make_corpus(SMALL), tmp_path / "b")
    for name in ("pages.jsonl", "truth.jsonl"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_pages_do_not_change_with_versions_of_the_tools(corpus: Corpus) -> None:
    # Floors are only worth something if they are held on the same pages.
    digest = hashlib.sha256("\n".join(page.text for page in corpus.pages).encode()).hexdigest()
    assert digest == "4695732483f9788d5604aafe3ebc2e21f292808bcf46b23c653224b7d8ff3579"


def test_another_seed_gives_other_pages(corpus: Corpus) -> None:
    other = Press(replace(SMALL, seed=8))
    assert not {other.page(n).text for n in range(20)} & {page.text for page in corpus.pages}


def test_a_page_can_be_printed_alone(corpus: Corpus) -> None:
    assert Press(SMALL).page(77) == corpus.pages[77]


def test_makes_are_shared_out_as_the_recipe_says(corpus: Corpus) -> None:
    makes = Counter(page.make for page in corpus.pages)
    assert makes == {Make.ORIGINAL: 84, Make.COPY: 24, Make.SPUN: 12}


def test_derived_pages_come_after_their_original(corpus: Corpus) -> None:
    for page in corpus.pages:
        assert page.published >= corpus.pages[page.source].published
        assert corpus.pages[page.source].make is Make.ORIGINAL


def test_passages_are_whole_paragraphs(corpus: Corpus) -> None:
    texts = {page.page_id: page.text for page in corpus.pages}
    assert len(corpus.truth) > 30
    for shared in corpus.truth:
        assert shared.a < shared.b
        for a, b in shared.passages:
            for page_id, span in ((shared.a, a), (shared.b, b)):
                assert texts[page_id][slice(*span)] in texts[page_id].split("\n\n")


def test_unedited_copies_are_verbatim() -> None:
    corpus = make_corpus(replace(SMALL, edit_rate=0.0))
    texts = {page.page_id: page.text for page in corpus.pages}
    copies = [shared for shared in corpus.truth if shared.kind in ("copy", "sibling_copy")]
    assert len(copies) > 20
    for shared in copies:
        for a, b in shared.passages:
            assert texts[shared.a][slice(*a)] == texts[shared.b][slice(*b)]


def test_pairs_outside_the_truth_share_no_paragraph(corpus: Corpus) -> None:
    paragraphs = [{part for part in page.text.split("\n\n") if part.endswith(".")} for page in corpus.pages]
    true = {(shared.a, shared.b) for shared in corpus.truth}
    for n, mine in enumerate(paragraphs):
        for m in range(n):
            if (corpus.pages[m].page_id, corpus.pages[n].page_id) not in true:
                assert not mine & paragraphs[m]


def test_kinds_follow_from_the_makes(corpus: Corpus) -> None:
    makes = {page.page_id: page.make for page in corpus.pages}
    for shared in corpus.truth:
        pair = {makes[shared.a], makes[shared.b]}
        if shared.original:
            assert makes[shared.original] is Make.ORIGINAL
            assert shared.kind in pair
        else:
            assert Make.ORIGINAL not in pair
            assert shared.kind == ("sibling_spun" if Make.SPUN in pair else "sibling_copy")


def test_spun_copies_are_changed_as_much_as_the_recipes_say(corpus: Corpus) -> None:
    # Edits take some 4 of 100 words away (a quarter of the 5 % only add); the machines come on top.
    assert 0.02 < words_changed(corpus, "copy") < 0.06
    assert 0.15 < words_changed(corpus, "spun") < 0.25
    assert 0.33 < words_changed(make_corpus(replace(HARD, pages=120, seed=7)), "spun") < 0.42


def test_furniture_is_shared_within_a_site() -> None:
    corpus = make_corpus(replace(SMALL, sites=1))
    lines = [{part for part in page.text.split("\n\n") if not part.endswith(".")} for page in corpus.pages]
    assert all(1 <= len(mine) <= 3 for mine in lines)
    assert len(set().union(*lines)) <= 4


def test_language_is_zipfian() -> None:
    tongue = language()
    assert len(set(tongue.words)) == len(tongue.words) == 60_000
    assert 0.4 < tongue.frequencies[:N_FUNCTION].sum() < 0.5
    assert abs(tongue.frequencies.sum() - 1) < 1e-9


def test_command_line_writes_a_corpus_that_reads_back(tmp_path: Path) -> None:
    assert main(["--pages", "30", "--seed", "3", "--hard", "--out", str(tmp_path)]) == 0
    corpus = make_corpus(replace(HARD, pages=30, seed=3))
    assert tuple(read_truth(tmp_path)) == corpus.truth
    rows = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in rows] == [page.text for page in corpus.pages]
    assert json.loads((tmp_path / "recipe.json").read_text(encoding="utf-8"))["spin_function_rate"] == 0.1
