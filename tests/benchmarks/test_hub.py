"""A page with many copies: what is written, and that all copies are found to be one cluster."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.hub import main, rows
from benchmarks.recipe import LIGHT


def test_copies_are_verbatim_or_reworded_by_each_machine() -> None:
    pages = list(rows(replace(LIGHT, pages=12), verbatim=2, spun=10))
    articles = [page["text"].rsplit("\n\n", 1)[0] for page in pages[12:]]
    assert len({page["id"] for page in pages}) == len({page["site"] for page in pages[12:]}) + 12 == 24
    assert len(set(articles[:2])) == 1
    assert len(set(articles)) == 1 + LIGHT.machines
    assert any(articles[0] == "\n\n".join(_without_furniture(page["text"], articles[0])) for page in pages[:12])


def _without_furniture(text: str, article: str) -> list[str]:
    return [part for part in text.split("\n\n") if part in article]


def test_all_copies_are_one_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", "30", "--verbatim", "20", "--spun", "20"])
    assert capsys.readouterr().out.splitlines()[-1] == "clusters that hold copies, by how many: 1 of 40"
