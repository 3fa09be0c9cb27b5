"""Which day is carried on to the acts after it, on pages of Tuesday, 12 March 2024, through every stage before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import copydesk
from copydesk.model.event import EventType

PAGES = {
    "happened": "Norway attacked Denmark on Sunday. Germany condemned the raid.",
    "next paragraph": "Norway attacked Denmark on Sunday.\n\nGermany condemned the raid.",
    "planned": "Norway will open talks with Denmark on April 5. Germany condemned the raid.",
    "pluperfect": "Norway had attacked Denmark on Sunday. Germany condemned the raid.",
    "same sentence": "After Norway attacked Denmark on Sunday, Germany condemned the raid.",
    "far": "Norway attacked Denmark on Sunday. Spain praised Italy. Spain praised Italy. Germany condemned the raid.",
    "noun": "Norway spoke of the March 1 attack on Denmark. Germany condemned the raid.",
    "elected": "Chancellor Uwe Brandt of Germany, who was elected in 2018, condemned the raid.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[copydesk.Case]:
    folder = tmp_path_factory.mktemp("days")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(f"MADRID, March 12, 2024 (AP) - {text}\n", "utf-8")
    with copydesk.build([folder], folder / "case") as built:
        yield built


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("happened", "2024-03-10"),
        ("next paragraph", "2024-03-10"),
        ("planned", "2024-03-12"),
        ("pluperfect", "2024-03-12"),
        ("same sentence", "2024-03-12"),
        ("far", "2024-03-12"),
        ("noun", "2024-03-12"),
        ("elected", "2024-03-12"),
    ],
)
def test_a_day_is_carried_from_what_happened_before(case: copydesk.Case, name: str, day: str) -> None:
    (page,) = (page.page_id for page in case.table("pages") if Path(page.source).stem == name)
    rows = {row.event_id for row in case.table("event_mentions") if row.page_id == page}
    events = [event for event in case.table("events") if event.event_id in rows]
    (event,) = (event for event in events if event.type is EventType.ACCUSE)
    assert (event.date_from, event.date_to) == (day, day)
