"""Reading the PAN layout: a corpus of our own in a temporary folder, and the real one where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.pan13_corpus import CATEGORIES, DEFAULT_FOLDER, read_cases, read_pairs
from benchmarks.plagdet import Match

SUSP = "Über the harbour, gulls.\r\n\nThe mayor opened the lock gate at dawn.\n"
SRC = "“Early,” she said. The mayor opened the\nlock gate at dawn.\n"
TAKEN = "The mayor opened the lock gate at dawn."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    home = tmp_path / CATEGORIES["verbatim"]
    home.mkdir()
    for folder in ("susp", "src"):
        (tmp_path / folder).mkdir()
    names = [("suspicious-a.txt", "source-a.txt"), ("suspicious-b.txt", "source-b.txt")]
    (home / "pairs").write_text("".join(f"{susp} {src}\n" for susp, src in names), encoding="utf-8")
    for susp, src in names:
        (tmp_path / "susp" / susp).write_bytes(SUSP.encode())
        (tmp_path / "src" / src).write_bytes(SRC.encode())
    plagiarism = (
        f'<feature name="plagiarism" this_offset="{SUSP.index("The")}" this_length="{len(TAKEN)}" '
        f'source_offset="{SRC.index("The")}" source_length="{len(TAKEN)}" />'
    )
    other = '<feature name="about" title="harbours" language="en" />'
    (home / "suspicious-a-source-a.xml").write_text(f"<document>{other}{plagiarism}</document>")
    (home / "suspicious-b-source-b.xml").write_text(f"<document>{other}</document>")
    return tmp_path


def test_offsets_are_code_points_of_the_file_as_it_stands(corpus: Path) -> None:
    first, second = read_pairs(corpus, "verbatim")
    assert first.susp_text == SUSP
    (case,) = first.cases
    assert first.susp_text[slice(*case.susp)] == TAKEN
    assert first.src_text[slice(*case.src)].split() == TAKEN.split()
    assert second.cases == ()
    assert first.name == "suspicious-a-source-a"


def test_limit_takes_the_first_pairs(corpus: Path) -> None:
    assert [pair.name for pair in read_pairs(corpus, "verbatim", 1)] == ["suspicious-a-source-a"]


def test_other_features_are_no_cases(corpus: Path) -> None:
    truth = corpus / CATEGORIES["verbatim"] / "suspicious-a-source-a.xml"
    assert list(read_cases(truth)) == [Match((27, 66), (19, 58))]


@pytest.mark.skipif(not DEFAULT_FOLDER.is_dir(), reason="no PAN 2013 corpus beside the checkout")
def test_verbatim_cases_are_equal_on_both_sides() -> None:
    pairs = list(read_pairs(DEFAULT_FOLDER, "verbatim"))
    cases = [(pair, case) for pair in pairs for case in pair.cases]
    assert (len(pairs), len(cases)) == (100, 132)
    for pair, case in cases:
        assert pair.susp_text[slice(*case.susp)].split() == pair.src_text[slice(*case.src)].split()
