"""Who a page says its text is from."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import Evidence, OriginKind
from copydesk.provenance.credit import Credit
from copydesk.provenance.credits import credited, credited_agencies, find_credits, of_one_kind
from copydesk.provenance.names import houses_of
from tests.reuse.press import page


def named(label: Label, text: str) -> list[tuple[str, bool]]:
    whole = page("a", [text])
    return [(credit.name, credit.text) for credit in find_credits([whole], [[Segment("a", 0, len(text), label)]])[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Roe, Associated Press", ["AP"]),
        ("By Reuters", ["Reuters"]),
        ("By Jane Slate, Tribune staff", []),
        ("By Slate Johnson", []),
        ("By JANE ROE and TOM DOE, Reuters", ["Reuters"]),
        ("Jane Roe/AFP", ["AFP"]),
    ],
)
def test_bylines_name_sources_and_people(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(Label.BYLINE, text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("— Reuters", ["Reuters"]),
        ("(AP)", ["AP"]),
        ("(RTRS)", ["Reuters"]),
        ("(Coastwire Press)", ["Coastwire Press"]),
        ("(WXLO-TV)", []),
        ("Reporting by Coastwire", ["Coastwire"]),
        ("(with agency inputs)", []),
        ("Reporting by Ada Brill; Editing by Tom Doe", []),
        ("(Reporting by Ada Brill for Coastwire Press)", ["Coastwire Press"]),
        ("Copyright 2024 Associated Press. All rights reserved.", ["AP"]),
        ("© 2024 FOX News Network, LLC. All rights reserved. FAQ", []),
    ],
)
def test_agency_credits_name_listed_and_unlisted_agencies(text: str, names: list[str]) -> None:
    assert named(Label.AGENCY_CREDIT, text) == [(name, True) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("With reporting by Coastwire", ["Coastwire"]),
        ("(With inputs from ANI)", ["ANI"]),
        ("Additional reporting by AFP", ["AFP"]),
        ("(Reporting by Ada Brill; Additional reporting by Tom Doe and AFP; Editing by Liv Ask)", ["AFP"]),
    ],
)
def test_who_gave_a_part_is_not_credited_with_the_text(text: str, names: list[str]) -> None:
    assert named(Label.AGENCY_CREDIT, text) == [(name, False) for name in names]


def test_the_credit_above_the_text_counts_before_those_below_it() -> None:
    parts = ["(AFP)", "The harbour of Fenham was shut.", "Source: CNN", "(AP)", "By Jane Roe, Reuters"]
    whole = page("a", parts)
    labels = (Label.AGENCY_CREDIT, Label.BODY, Label.SOURCE_LINE, Label.AGENCY_CREDIT, Label.BYLINE)
    segments, at = [], 0
    for part, label in zip(parts, labels, strict=True):
        segments.append(Segment("a", at, at + len(part), label))
        at += len(part) + 2
    found = find_credits([whole], [segments])[0]
    assert [name for name, _ in credited(found)] == ["AFP", "Reuters", "AP", "CNN"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister told Reuters that the port would open.", ["Reuters"]),
        ("CNN reported that the port was shut.", ["CNN"]),
        ("CNN revealed that the port was shut.", ["CNN"]),
        ("The port is shut, according to the New York Times.", ["The New York Times"]),
        ("He said so in an interview with the BBC.", ["BBC"]),
        ("The plan was first published by the Guardian.", ["The Guardian"]),
        ("A CNN crew filmed the port.", []),
        ("He drank at the Reuters office.", []),
    ],
)
def test_in_the_body_only_what_is_relayed_counts_and_credits_no_text(text: str, names: list[str]) -> None:
    assert named(Label.BODY, text) == [(name, False) for name in names]


def test_photo_credits_credit_no_text() -> None:
    assert named(Label.CREDIT, "Jane Roe/Reuters") == [("Reuters", False)]
    assert named(Label.CAPTION, "The port. Photo: AP") == []


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("The Associated Press contributed to this report.", [("AP", False)]),
        ("Reuters also contributed to this story.", [("Reuters", False)]),
        ("Reuters and the Associated Press contributed to this report.", [("Reuters", False), ("AP", False)]),
        ("Associated Press writers Jane Roe in Kelm and Tom Doe contributed to this report.", [("AP", True)]),
    ],
)
def test_an_agency_that_contributed_is_not_whose_the_text_is(text: str, credits: list[tuple[str, bool]]) -> None:
    assert named(Label.AGENCY_CREDIT, text) == credits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(Except for the headline, this story has not been edited by our staff.)", []),
        ("/ritzau/", ["Ritzau"]),
        ("(sda)", ["Keystone-SDA"]),
    ],
)
def test_a_credit_in_small_letters_counts_and_the_first_word_of_a_notice_does_not(
    text: str, names: list[str]
) -> None:
    assert named(Label.AGENCY_CREDIT, text) == [(name, True) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe Associated Press", ["AP"]),
        ("Jane Roe AP", ["AP"]),
        ("By Jane Roe, PA", ["PA Media"]),
        ("By Jane Roe, Erie, PA", []),
        ("JANE ROE TASS", []),
    ],
)
def test_an_agency_behind_an_author_needs_no_comma(text: str, names: list[str]) -> None:
    assert named(Label.BYLINE, text) == [(name, True) for name in names]


@pytest.mark.parametrize(
    ("label", "text", "site", "credits"),
    [
        (
            Label.BODY,
            "The inspections were faked, the Fenham Ledger reported.",
            "Skarholm Post",
            [("Fenham Ledger", False)],
        ),
        (Label.BODY, "“It shook,” she told the Fenham Ledger.", "Fenham Ledger", [("Fenham Ledger", False)]),
        (Label.BODY, "He keeps a Fenham Ledger in his desk.", None, []),
        (Label.BODY, "The post reported a delay.", None, []),
        (Label.CREDIT, "© Fenham Ledger", "Fenham Ledger", []),
        (Label.BYLINE, "By Jane Roe, Fenham Ledger", "Skarholm Post", [("Fenham Ledger", True)]),
        (Label.BYLINE, "By Jane Roe, Fenham Ledger", "Fenham Ledger", []),
    ],
)
def test_sites_of_the_pile_are_named_as_outlets(
    label: Label, text: str, site: str | None, credits: list[tuple[str, bool]]
) -> None:
    whole = dataclasses.replace(page("a", [text]), site=site)
    houses = houses_of(
        [dataclasses.replace(whole, site=name) for name in ("Fenham Ledger", "Post", "fenham.example")]
    )
    found = find_credits([whole], [[Segment("a", 0, len(text), label)]], houses)[0]
    assert [(credit.name, credit.text) for credit in found] == credits


def test_a_name_that_is_an_agency_anywhere_is_one_everywhere() -> None:
    place = Evidence("p1", 0, 4, "names it")
    as_agency = Credit("Tove Wire", OriginKind.AGENCY, text=True, evidence=place)
    as_outlet = Credit("Tove Wire", OriginKind.OUTLET, text=True, evidence=place)
    other = Credit("Kelm Courier", OriginKind.OUTLET, text=True, evidence=place)
    credits = [(as_outlet, other), (as_agency,), ()]
    assert of_one_kind(credits, credited_agencies(credits)) == [(as_agency, other), (as_agency,), ()]
