"""Pages that report by themselves and took in some passages, and sites that pages name."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pytest

from copydesk.model.page import Label, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import OriginKind, Relation
from copydesk.provenance import trace
from copydesk.provenance.families import Family
from copydesk.provenance.origins import Source, named_origin
from copydesk.provenance.own_work import own_shares
from copydesk.reuse import find_reuse
from tests.reuse.press import OTHER, WIRE, pile

OWN = [
    "A net of smelt froze to the boards of the fish market in Skarholm before anybody had thought of lifting it.",
    "The bell tower needs a new clapper, and the parish has asked three founders in the valley what one would cost.",
    "Children at the lower school painted the fence green on Tuesday, which the caretaker had not been told about.",
    "A ferry that nobody had ordered lay at the coal pier for two days, its crew playing cards under a tarpaulin.",
    "The library lends ice saws from Monday, one a household, and asks readers to bring them back dry and oiled.",
    "Snow lay so deep on the tram lines that the depot sent its drivers home with a day's pay and a loaf each.",
    "The mayor's sister won the skating cup for the fourth winter, by a blade, before a crowd that had to be fed.",
    "An organ tuner from the capital stayed a week in the parsonage because the pass behind him had been closed.",
    "Two bakers agreed to share one oven until the spring, and drew lots for the hours before the morning bells.",
]


def traced(
    pages: Mapping[str, Sequence[str]],
    credits: Mapping[str, str],
    byline: Mapping[str, str] = MappingProxyType({}),
    site: Mapping[str, str] = MappingProxyType({}),
    url: Mapping[str, str] = MappingProxyType({}),
) -> Pile:
    """Provenance of a pile in which some pages end with an agency credit, have a byline, or stand on a site."""
    whole = pile(**{name: [*parts, *([credits[name]] if name in credits else [])] for name, parts in pages.items()})
    segments: list[Segment] = []
    for page in whole.pages:
        line = credits.get(page.page_id, "")
        end = len(page.text) - len(line)
        segments.append(Segment(page.page_id, 0, end, Label.BODY))
        if line:
            segments.append(Segment(page.page_id, end, len(page.text), Label.AGENCY_CREDIT))
    rows = tuple(
        dataclasses.replace(
            page, byline=byline.get(page.page_id), site=site.get(page.page_id), url=url.get(page.page_id)
        )
        for page in whole.pages
    )
    return trace(find_reuse(dataclasses.replace(whole, pages=rows, segments=tuple(segments))))


def origins(found: Pile) -> dict[str, list[str | None]]:
    name = {row.origin_id: row.name for row in found.origins}
    return {page.page_id: sorted((name[key] for key in page.origin_ids), key=str) for page in found.pages}


def test_two_agencies_with_a_sentence_in_common_are_two_origins() -> None:
    one, two = [*WIRE], [*OWN[:4], WIRE[1], *OWN[4:]]
    found = traced({"a": one, "b": one, "c": two, "d": two}, {"a": "(AP)", "b": "(AP)", "c": "(AFP)", "d": "(AFP)"})
    assert origins(found) == {"a": ["AP"], "b": ["AP"], "c": ["AFP"], "d": ["AFP"]}
    (common,) = {row.origin_id for row in found.lineage if row.page_id == "a" and row.parent_page == "c"}
    assert next(row for row in found.origins if row.origin_id == common).inferred


@pytest.mark.parametrize(
    ("byline", "credit", "expected"),
    [
        ("Ada Brill", "", ["AP", "Skarholm Post"]),
        (None, "", ["AP"]),
        ("Ada Brill", "(AP)", ["AP"]),
        (None, "(AFP)", ["AFP", "AP"]),
    ],
)
def test_a_report_that_took_in_a_passage_has_an_origin_of_its_own(
    byline: str | None, credit: str, expected: list[str]
) -> None:
    pages = {"a": WIRE, "b": WIRE, "m": [*OWN, WIRE[0], WIRE[1]]}
    credits = {"a": "(AP)", "b": "(AP)"} | ({"m": credit} if credit else {})
    found = traced(pages, credits, byline={"m": byline or ""}, site={"m": "Skarholm Post"})
    assert origins(found)["m"] == expected
    own = [row for row in found.lineage if row.page_id == "m" and row.parent_page is None]
    assert len(own) == len(expected)
    if len(own) > 1:
        assert sum(row.share for row in own) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(("taken", "wording"), [(WIRE[:2], Wording.MIXED), (WIRE[1:2], Wording.ORIGINAL)])
def test_who_took_in_a_passage_is_no_copy(taken: Sequence[str], wording: Wording) -> None:
    pages = {"a": WIRE, "b": WIRE, "m": [*OWN, *OTHER, *taken] if len(taken) == 1 else [*OWN, *taken]}
    credits = {"a": "(AP)", "b": "(AP)"}
    found = traced(pages, credits, byline={"m": "Ada Brill"}, site={"m": "Skarholm Post"})
    assert found.pages[2].wording is wording


@pytest.mark.parametrize(("spun", "expected"), [(set(), {"m": 0.7}), ({"m"}, {})])
def test_what_a_machine_reworded_is_nobody_s_own_work(spun: set[str], expected: dict[str, float]) -> None:
    pages = {
        page.page_id: dataclasses.replace(page, byline="Ada Brill" if page.page_id == "m" else None, site="Post")
        for page in pile(a=WIRE, m=OWN).pages
    }
    families = [Family(("a", "m"), (("a", "m"),))]
    sources = [Source(named_origin("AP", OriginKind.AGENCY), ())]
    assert own_shares(families, sources, {"m": {0: 0.3}}, pages, {}, spun) == expected


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("Read the story at times.example as well.", True),
        ("Read the story at www.times.example.", True),
        ("Write to desk@nytimes.example with corrections.", False),
        ("Write to desk@times.example with corrections.", False),
        ("The page times.example.com is another one.", False),
        ("Not nytimes.example, but times.example has it.", True),
    ],
)
def test_a_copy_names_the_site_and_no_longer_name(line: str, copied: bool) -> None:
    pages = {"a": WIRE, "b": [*WIRE, line]}
    found = traced(pages, {}, site={"a": "times.example", "b": "herald.example"})
    (relation,) = {row.relation for row in found.lineage if row.page_id == "b" and row.parent_page == "a"}
    assert relation is (Relation.COPY_OF if copied else Relation.SIBLING_OF)
    assert all(
        found.pages[1].text[place.begin : place.end] == "times.example"
        for row in found.lineage
        for place in row.evidence
        if place.why == "names the other page's site"
    )


def test_pages_of_different_texts_keep_theirs() -> None:
    found = traced({"a": WIRE, "b": OTHER}, {"a": "(AP)"}, site={"b": "Skarholm Post"})
    assert origins(found) == {"a": ["AP"], "b": ["Skarholm Post"]}
