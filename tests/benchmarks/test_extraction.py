"""The measure of extraction on texts worked out by hand; the pages themselves where they are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.extraction import (
    BEHIND,
    DEFAULT_FOLDER,
    GoldPage,
    agreement,
    our_text,
    read_pages,
    report,
    run,
    their_body,
)


def test_agreement_counts_runs_of_four_words() -> None:
    assert agreement("a b c d e", "a b c d e") == (1, 1)
    assert agreement("a b c d e", "a b c d") == (1, 0.5)
    assert agreement("a b c d", "x a b c d") == (0.5, 1)
    assert agreement("a b c d a b c d", "a b c d") == (1, 1 / 5)
    assert agreement("a", "b") == (0, 0)
    assert agreement("a b", "a b") == (1, 1)


def test_headline_and_deck_are_not_the_body() -> None:
    body = "The harbour of Port Selwyn reopened on Tuesday after a storm had kept ferries away for nine days."
    page = f"<h1>Harbour reopens after storm</h1><h2>Two cranes are lost for good</h2><p>{body}</p>"
    assert our_text(GoldPage("a", page, body)).strip() == body


def test_absent_pages_are_said_to_be_absent(tmp_path: Path) -> None:
    found = report(tmp_path / "none")
    assert found.figures == ()
    assert "skipped" in found.table


@pytest.mark.skipif(not DEFAULT_FOLDER.is_dir(), reason=f"no pages at {DEFAULT_FOLDER}")
def test_ours_is_not_behind_trafilatura_on_the_first_pages() -> None:
    pages = list(read_pages(DEFAULT_FOLDER, 40))
    assert run(pages, our_text)[0].f1 >= run(pages, their_body)[0].f1 - BEHIND
