"""Phrases of news English with words swapped: what they are read as, and what the files hold."""

from __future__ import annotations

import pytest

from copydesk.provenance.vocabulary import collocations
from copydesk.provenance.vocabulary.collocations import Collocation, read_collocations, read_swaps
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary.tables import read_lines, read_rows

HERE = "copydesk.provenance.vocabulary"
SWAPS = read_swaps(
    [("hand hands", "paw paws"), ("shake shakes", "rattle shakes; jolt jolts"), ("talk", "discuss-it")]
)


def test_forms_and_hyphens_of_synonyms() -> None:
    assert SWAPS["hands"] == {("paws",)}
    assert SWAPS["shakes"] == {("jolts",)}
    assert SWAPS["talk"] == {("discuss", "it")}
    with pytest.raises(ValueError, match="zip"):
        read_swaps([("hand hands", "paw")])


def test_every_choice_of_swapped_words_is_the_phrase() -> None:
    found = read_collocations(["shake|shakes hands"], SWAPS)
    assert found[("rattle", "paws")] == Collocation(0, 2, "shake hands", 2)
    assert found[("shakes", "paws")] == Collocation(1, 2, "hands", 1)
    assert found[("jolts", "hands")] == Collocation(0, 1, "shakes", 1)
    assert ("shake", "hands") not in found


def test_what_is_good_english_stands_for_nothing_else() -> None:
    found = read_collocations(["shake hands", "=jolt hands", "rattle hands"], SWAPS)
    assert ("jolt", "hands") not in found
    assert ("rattle", "hands") not in found
    assert found[("rattle", "paws")].restored == "hands"


def test_words_that_differ_are_cut_out() -> None:
    found = read_collocations(["a small talk of"], SWAPS)
    assert found[("a", "small", "discuss", "it", "of")] == Collocation(2, 4, "talk", 1)


def test_the_files_are_sorted_and_folded() -> None:
    lines = read_lines(HERE, "collocations.txt")
    assert lines == sorted(set(lines), key=lambda line: (line.startswith("="), line))
    words = {word for line in lines for part in line.removeprefix("=").split(" ") for word in part.split("|")}
    assert [word for word in words if fold_words(word) != [word]] == []
    heads = [row[0] for row in read_rows(HERE, "contextual_swaps.tsv")]
    assert heads == sorted(set(heads))


@pytest.mark.parametrize(
    ("swapped", "meant"),
    [
        ("shook fingers", "hands"),
        ("disaster administration", "crisis management"),
        ("provide chain", "supply"),
        ("in entrance of", "front"),
        ("carefully adopted", "closely followed"),
    ],
)
def test_phrases_that_machines_write(swapped: str, meant: str) -> None:
    assert collocations()[tuple(swapped.split())].restored == meant


def test_no_phrase_of_good_english_is_restored() -> None:
    good = {tuple(line.removeprefix("=").split()) for line in read_lines(HERE, "collocations.txt") if "|" not in line}
    assert good.isdisjoint(collocations())
