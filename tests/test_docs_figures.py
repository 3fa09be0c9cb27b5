"""The figures of the decision pages can be worked out, and each is named on a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.decisions import figures

DECISIONS = Path(__file__).parents[1] / "docs" / "decisions"


def test_every_figure_is_named_on_a_page_and_no_other() -> None:
    pages = "".join(page.read_text("utf-8") for page in DECISIONS.glob("0*.md"))
    assert set(re.findall(r"`figures (\w+)`", pages)) == set(figures.FIGURES)


@pytest.mark.parametrize("name", ["wording", "families", "extraction"])
def test_figures_of_the_bundled_pile(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.main([name]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"== {name}\n")
    assert re.search(r"\d", shown)


def test_figures_of_the_synthetic_pages(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "PAGES", 80)
    figures.hard.cache_clear()
    assert figures.main(["candidates", "rounds"]) == 0
    figures.hard.cache_clear()
    shown = capsys.readouterr().out
    places, counts = re.findall(r"^(?:places|counts): pairs aligned in each round \[(\d+)", shown, flags=re.MULTILINE)
    assert int(places) < int(counts)
    assert len(re.findall(r"^\d rounds: ", shown, flags=re.MULTILINE)) == 3


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.main(["guesses"]) == 2
    assert "There is no guesses" in capsys.readouterr().out
