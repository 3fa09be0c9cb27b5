"""Events for other programs: shapes, hostile text, and the same bytes for the same case."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

import copydesk
from copydesk.model.event import EventType
from copydesk.outputs.events import ROOT_CODES

WIRE = """Ministers meet in Bergen over cod

BERGEN (Reuters) - Denmark accused Norway on March 4, 2031 of detaining three trawlers.

Norwegian President Astrid Hollund will visit Denmark on March 9, 2031 for talks; about cod, herring and sprat.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[copydesk.Case]:
    folder = tmp_path_factory.mktemp("cod")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    with copydesk.build([folder / "wire.txt"], folder / "case") as built:
        yield built


def text(case: copydesk.Case, shape: str, query: copydesk.EventQuery | None = None) -> str:
    return "".join(copydesk.event_text(case, case.events(query or copydesk.EventQuery()), shape))


def test_every_type_has_a_root_code() -> None:
    assert set(ROOT_CODES) == {None, *EventType}


def test_plover_has_its_fields(case: copydesk.Case) -> None:
    rows = [json.loads(line) for line in text(case, "plover").splitlines()]
    assert len(rows) == case.count("events") >= 2
    accused = next(row for row in rows if row["type"] == "ACCUSE")
    assert [party["country"] for party in accused["actor"]] == ["DNK"]
    assert [party["country"] for party in accused["recip"]] == ["NOR"]
    assert (accused["date"], accused["numOrigins"]) == ("2031-03-04", 1)


def test_gdelt_is_a_table_of_one_width(case: copydesk.Case) -> None:
    head, *lines = (line.split("\t") for line in text(case, "gdelt").rstrip("\n").split("\n"))
    assert lines
    assert {len(line) for line in lines} == {len(head)}
    accused = dict(zip(head, next(line for line in lines if "11" in line), strict=True))
    assert (accused["SQLDATE"], accused["QuadClass"], accused["Actor1CountryCode"]) == ("20310304", "3", "DNK")
    assert accused["NumOrigins"] == "1"


def test_the_calendar_has_what_is_planned(case: copydesk.Case) -> None:
    lines = text(case, "ical").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20310309" in lines
    assert "DTEND;VALUE=DATE:20310310" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = "".join(lines).replace(" ", "")
    assert "cod\\,herring" in whole
    assert "DESCRIPTION:1independentorigin\\,1page" in whole
    assert "1independentorigins" not in whole
    assert "accused" not in whole


def test_queries_choose(case: copydesk.Case) -> None:
    def kinds(**wanted: object) -> set[str | None]:
        return {event.type for event in case.events(copydesk.EventQuery(**wanted))}  # type: ignore[arg-type]

    assert kinds(type="accuse") == {EventType.ACCUSE}
    assert EventType.ACCUSE not in kinds(since="2031-03-05")
    assert kinds(until="2031-03-04") == {EventType.ACCUSE}
    assert EventType.ACCUSE in kinds(actor="NOR")
    assert kinds(actor="hollund") == {EventType.CONSULT}
    assert not kinds(origins=2)
    assert not kinds(story_id="s0")


def test_the_same_bytes_again(case: copydesk.Case) -> None:
    for shape in copydesk.EVENT_FORMATS:
        assert text(case, shape) == text(case, shape)


def test_an_event_is_found_by_its_beginning(case: copydesk.Case) -> None:
    (event,) = case.events(copydesk.EventQuery(type="ACCUSE"))
    assert case.event(event.event_id[:9]) == event
    with pytest.raises(copydesk.NotFoundError):
        case.event("e-none")
