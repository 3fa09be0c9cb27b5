"""The events stage on invented pages, through every stage before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import copydesk
from copydesk.model.event import EventStatus, EventType

WIRE = """Ministers meet in Bergen over cod

BERGEN (Reuters) - Norwegian Foreign Minister Astrid Hollund met Danish Foreign Minister Oluf Skytte in Bergen on \
Tuesday to settle a quarrel over cod quotas in the Skagerrak, officials in both capitals said.

Denmark accused Norway of detaining three trawlers without cause in the waters off Hirtshals last month.

Hollund urged Denmark to withdraw its complaint before the fishing season opens in the spring.

Hollund will visit Copenhagen next week for further talks about the quotas.
"""
SPUN = """Clergymen meet in Bergen over cod

BERGEN - Norwegian Overseas Minister Astrid Hollund met Danish Overseas Minister Oluf Skytte in Bergen on Tuesday to \
settle a quarrel over cod quotas within the Skagerrak, officers in each capitals stated.

Denmark accused Norway of detaining three trawlers with out trigger within the waters off Hirtshals final month.

Hollund urged Denmark to withdraw its grievance earlier than the fishing season opens within the spring.
"""
OWN = """Cod talks: Hollund and Skytte sit down

Astrid Hollund, the Norwegian foreign minister, met Denmark's Oluf Skytte in Bergen on Tuesday, three people \
who were in the room told this newspaper. No paper was signed, and the two did not shake hands.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[copydesk.Case]:
    folder = tmp_path_factory.mktemp("cod")
    for name, text in (("wire", WIRE), ("spun", SPUN), ("own", OWN)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    with copydesk.build([folder], folder / "case") as built:
        yield built


def only(case: copydesk.Case, kind: EventType, **wanted: object) -> copydesk.Event:
    (event,) = (
        event
        for event in case.table("events")
        if event.type is kind and all(getattr(event, name) == value for name, value in wanted.items())
    )
    return event


def pages_of(case: copydesk.Case, event: copydesk.Event) -> set[str]:
    mentions = (row for row in case.table("event_mentions") if row.event_id == event.event_id)
    return {Path(case.page(row.page_id).source).stem for row in mentions}


def test_an_accusation_is_coded_once_from_two_copies(case: copydesk.Case) -> None:
    event = only(case, EventType.ACCUSE)
    assert [party.country for party in event.actors] == ["DNK"]
    assert [party.country for party in event.recipients] == ["NOR"]
    assert pages_of(case, event) == {"wire", "spun"}
    assert (event.n_pages, event.n_origins) == (2, 1)


def test_independent_reports_add_an_origin(case: copydesk.Case) -> None:
    event = only(case, EventType.CONSULT, status=EventStatus.HAPPENED)
    assert {party.name for party in (*event.actors, *event.recipients)} == {"Astrid Hollund", "Oluf Skytte"}
    assert pages_of(case, event) == {"wire", "spun", "own"}
    assert event.n_origins == 2


def test_what_is_planned_is_not_what_happened(case: copydesk.Case) -> None:
    event = only(case, EventType.CONSULT, status=EventStatus.PLANNED)
    assert event.mode == "visit"
    assert [party.name for party in event.actors] == ["Astrid Hollund"]


def test_headlines_are_words_of_the_faithful_page(case: copydesk.Case) -> None:
    texts = {Path(page.source).stem: page.text for page in case.table("pages")}
    for event in case.table("events"):
        assert any(event.headline in text for text in (texts["wire"], texts["own"])), event


def test_every_row_points_into_its_page(case: copydesk.Case) -> None:
    assert not list(case.check())
    for row in case.table("event_mentions"):
        assert row.begin <= row.trigger_begin < row.trigger_end <= len(case.page(row.page_id).text)


def test_the_way_in_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("own", OWN), ("spun", SPUN), ("wire", WIRE)):
        Path(f"{name}.txt").write_text(text, "utf-8")
    for name in ("own", "spun", "wire"):
        copydesk.build([f"{name}.txt"], "several").close()
    once = copydesk.build(["wire.txt", "own.txt", "spun.txt"], "once")
    with once, copydesk.Case.open("several") as several:
        for table in ("events", "event_mentions"):
            assert list(several.table(table)) == list(once.table(table))
            assert list(once.table(table))


POOLED = """Norway attacks Russia in Bergen

OSLO, May 1, 2023 (dpa) - Norwegian troops attacked Russia on Monday, and the people of the town looked on for hours.

Norway attacks Russia in Oslo, Norway, May 1, 2023. REUTERS/Jim Doe

The attack lasted for hours, said a man who had seen it from the roof of his house near the old harbour of the town.

Norway attacks Russia in Oslo, Norway, Monday, May 1, 2023. (AP Photo/Jane Roe)

A second sentence about the weather of the day closes this page, which is as long as it has to be.
"""


def test_a_picture_that_an_event_does_not_count_is_of_no_origin(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(POOLED, "utf-8")
    with copydesk.build([tmp_path / "a.txt"], tmp_path / "case") as built:
        counted = {event.event_id: event.origin_ids for event in built.table("events")}
        mentions = [row for row in built.table("event_mentions") if counted[row.event_id]]
        assert any(row.origin_id is None for row in mentions)
        assert all(row.origin_id is None or row.origin_id in counted[row.event_id] for row in mentions)
        assert built.check() == ()
