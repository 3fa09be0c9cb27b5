"""Datelines with their places, dates and agencies, and openings that are none."""

from __future__ import annotations

import pytest

from copydesk.extract.dateline import find_dateline
from tests.extract.reading import LEAD, SECOND, parts, read

FOUND = [
    ("LISBON — The port", "Lisbon", "LISBON — "),
    ("Lisbon — The port", "Lisbon", "Lisbon — "),
    ("LISBON (AP) — The port", "Lisbon", "LISBON (AP) — "),
    ("PARIS (Agence France-Presse) — The port", "Paris", "PARIS (Agence France-Presse) — "),
    ("WASHINGTON, May 3 (Reuters) - The port", "Washington", "WASHINGTON, May 3 (Reuters) - "),
    ("LISBON, 3 June (EFE).- The port", "Lisbon", "LISBON, 3 June (EFE).- "),
    ("MOSCOW, June 19. /TASS/. The port", "Moscow", "MOSCOW, June 19. /TASS/. "),
    ("New Delhi: The port", "New Delhi", "New Delhi: "),
    ("New Delhi [India], June 3 (ANI): The port", "New Delhi", "New Delhi [India], June 3 (ANI): "),
    ("PORT SELWYN, Texas — The port", "Port Selwyn, Texas", "PORT SELWYN, Texas — "),
    ("SELWYNVILLE — The port", "Selwynville", "SELWYNVILLE — "),
    ("Washington/Beijing (Reuters) – The port", "Washington/Beijing", "Washington/Beijing (Reuters) – "),
    ("Fenham, June 3 (PTI) The port", "Fenham", "Fenham, June 3 (PTI) "),
    ("Fenham (Dalland), 3 Jun (PTI) “The port", "Fenham", "Fenham (Dalland), 3 Jun (PTI) "),
    ("FENHAM, Jun 03 (APP):The port", "Fenham", "FENHAM, Jun 03 (APP):"),
    ("FENHAM (AP, AFP) — The port", "Fenham", "FENHAM (AP, AFP) — "),
    ("BERLIN -- The port", "Berlin", "BERLIN -- "),
    ("FENHAM, Dalland (Coast Wire Press) — The port", "Fenham, Dalland", "FENHAM, Dalland (Coast Wire Press) — "),
    ("FENHAM (Coastwire) - The port", "Fenham", "FENHAM (Coastwire) - "),
    ("KYIV (Ukraine) — The port", "Kyiv", "KYIV (Ukraine) — "),
    ("Springfield (Illinois) — The port", "Springfield", "Springfield (Illinois) — "),
    ("FENHAM (Dalland County) — The port", "Fenham", "FENHAM (Dalland County) — "),
    ("МОСКВА — Порт", "Москва", "МОСКВА — "),
]


@pytest.mark.parametrize(("text", "place", "dateline"), FOUND)
def test_a_dateline(text: str, place: str, dateline: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.place == place
    assert text[: found.end] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "Inflation — Americans’ top concern — rose again.",
        "Jane Roe (Labour) — The port must open.",
        "THE PORT (which opened in May) - The port is shut.",
        "The harbour — the oldest of the country — reopened.",
        "UPDATE — The harbour reopened.",
        "EXCLUSIVE: The harbour reopened.",
        "Quill: The harbour reopened.",
        "AI - The harbour is run by machines.",
        "Ida Quill - The woman who runs the harbour",
        "“Lisbon — my love” is his latest book.",
        "Lisbon — a city of hills — reopened its port.",
        "Jane Roe (BJP) The port must open.",
        "Quill, June 3 (that is what he said) The port must open.",
        "It rained.",
        "—",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("FENHAM (Coast Wire) — The port", "(Coast Wire)"),
        ("FENHAM (Dalland Press Agency) — The port", "(Dalland Press Agency)"),
        ("FENHAM (DPX) — The port", "(DPX)"),
        ("FENHAM (Dalland) — The port", None),
        ("FENHAM (Coast County) — The port", None),
        ("KYIV (Ukraine) — The port", None),
    ],
)
def test_a_region_in_brackets_is_no_agency(text: str, agency: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert agency == (None if found.agency is None else text[slice(*found.agency)])


def test_the_agency_is_a_part_of_its_own_and_the_rest_is_body() -> None:
    found = read(f"LISBON, June 3 (Reuters) - {LEAD}\n\n{SECOND}")
    assert parts(found)[:4] == [
        ("dateline", "LISBON, June 3"),
        ("agency_credit", "(Reuters)"),
        ("dateline", "-"),
        ("body", LEAD),
    ]
    assert found.page.dateline == "Lisbon"


def test_an_agency_alone_before_a_dash() -> None:
    found = read(f"(AP) — {LEAD}\n\n{SECOND}")
    assert parts(found)[0] == ("agency_credit", "(AP)")
    assert found.page.dateline is None


def test_a_dateline_is_looked_for_at_the_lead_only() -> None:
    found = read(f"{LEAD}\n\n{SECOND}\n\n{LEAD}\n\nLISBON — {LEAD}")
    assert found.page.dateline is None


def test_a_weekday_is_no_part_of_the_place() -> None:
    assert read("SELWYN, Wednesday — " + LEAD).page.dateline == "Selwyn"


REPORT = (
    " Plans for a wall along the river were approved by the district council last night after a long debate, it said."
)


@pytest.mark.parametrize(("opening", "place"), [("BRUMEWATER:", "Brumewater"), ("TOVE CITY:", "Tove City")])
def test_an_unknown_town_in_capitals_before_a_colon(opening: str, place: str) -> None:
    found = find_dateline(opening + REPORT)
    assert found is not None
    assert (found.place, found.end) == (place, len(opening) + 1)


@pytest.mark.parametrize(
    "opening", ["EXCLUSIVE:", "OBITUARY:", "TRENDING:", "FLOOD WALL:", "Brumewater:", "BRUMEWATER TODAY:"]
)
def test_a_kicker_before_a_colon_is_no_town(opening: str) -> None:
    assert find_dateline(opening + REPORT) is None


def test_who_speaks_in_a_transcript_is_no_town() -> None:
    assert (
        find_dateline(
            "QUORVEL: Thank you for coming to the studio tonight, and let me ask at once what you make of it."
        )
        is None
    )
    assert find_dateline("QUORVEL: A wall.") is None


def test_a_kicker_of_another_language_is_no_town() -> None:
    text = "ASSISTA: o prefeito inaugura a nova ponte sobre o rio e promete outra para o ano que vem, sem dizer onde."
    assert find_dateline(text) is None
