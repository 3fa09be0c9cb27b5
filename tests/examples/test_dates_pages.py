"""The bundled pages with misleading dates: no trap wins, and what can't be known is null."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import copydesk
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.page import Page

FOLDER = Path(__file__).parents[2] / "examples" / "dates"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text("utf-8"))


def key(page: Page) -> str:
    name = Path(page.source).name
    return name if page.record_id is None else f"{name}#{page.record_id}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Page, list[DateCandidate]]]]:
    folder = tmp_path_factory.mktemp("dates") / "case"
    with copydesk.build([FOLDER / "pages"], folder) as case:
        rows: dict[str, list[DateCandidate]] = {}
        for row in case.table("date_candidates"):
            rows.setdefault(row.page_id, []).append(row)
        yield {key(page): (page, rows.get(page.page_id, [])) for page in case.table("pages")}


def test_every_page_is_built(built: dict[str, tuple[Page, list[DateCandidate]]]) -> None:
    assert sorted(built) == sorted(TRUTH)
    assert sum(told["published"] is None for told in TRUTH.values()) >= 12


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_the_day_is_right_or_null_as_it_must_be(
    built: dict[str, tuple[Page, list[DateCandidate]]], name: str
) -> None:
    page, rows = built[name]
    assert page.published == TRUTH[name]["published"]
    assert (page.published_confidence is None) == (page.published is None)
    won = [row for row in rows if row.verdict is Verdict.WON]
    assert [row.kind for row in won[:1]] == ([page.published_basis] if page.published else [])
    assert all(row.why for row in rows)


@pytest.mark.parametrize("name", sorted(name for name, told in TRUTH.items() if told["traps"]))
def test_the_traps_are_listed_with_the_reason(built: dict[str, tuple[Page, list[DateCandidate]]], name: str) -> None:
    _, rows = built[name]
    for trap in TRUTH[name]["traps"]:
        about = [row for row in rows if row.value == trap or (row.value is None and row.why and trap in row.why)]
        assert about or name == "lowmere-star-numeric-us.html", trap
        assert {row.verdict for row in about} <= {Verdict.REFUSED, Verdict.BOUND}


def test_every_address_is_one_that_can_lead_nowhere() -> None:
    for path in (FOLDER / "pages").iterdir():
        hosts = re.findall(r"https?://([a-z0-9.-]{1,80})", path.read_text("utf-8"))
        assert not [host for host in hosts if not host.endswith(".example") and host != "schema.org"]
