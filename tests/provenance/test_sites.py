"""Pages whose text is of the house in which they stand, or of the one that they name."""

from __future__ import annotations

import pytest

from copydesk.model.page import Wording
from copydesk.model.provenance import OriginKind, Relation
from copydesk.provenance.sites import house
from tests.provenance.test_own_work import OWN, origins, traced
from tests.reuse.press import WIRE

POST, MOBILE, HERALD, ECHO = "post.example", "m.post.example", "herald.example", "echo.example"
NAMES_POST = "Read the full story at www.post.example."


@pytest.mark.parametrize(
    ("site", "owner"),
    [
        ("m.post.example", "post.example"),
        ("amp.post.example", "post.example"),
        ("m.example", "m.example"),
        ("news.post.example", "news.post.example"),
        ("Skarholm Post", "Skarholm Post"),
    ],
)
def test_the_pages_for_telephones_and_printers_are_of_the_same_house(site: str, owner: str) -> None:
    assert house(site) == owner


def test_versions_on_one_site_are_of_that_site() -> None:
    found = traced({"a": WIRE, "b": WIRE[:4], "c": OWN}, {}, site={"a": POST, "b": MOBILE, "c": POST})
    assert origins(found) == {key: [POST] for key in "abc"}
    assert {row.kind for row in found.origins} == {OriginKind.OUTLET}
    assert {page.wording for page in found.pages} == {Wording.ORIGINAL}


def test_a_page_on_another_site_or_on_none_leaves_it_open() -> None:
    for other in ({"b": HERALD}, {}):
        found = traced({"a": WIRE, "b": WIRE[:4]}, {}, site={"a": POST, **other})
        assert origins(found) == {key: [None] for key in "ab"}


def test_a_site_that_copies_name_has_the_original() -> None:
    pages = {"a": WIRE, "b": [*WIRE[:4], NAMES_POST], "c": WIRE[:5]}
    found = traced(pages, {}, site={"a": POST, "b": HERALD, "c": ECHO})
    assert origins(found) == {key: [POST] for key in "abc"}
    assert [page.wording for page in found.pages] == [
        Wording.ORIGINAL,
        Wording.VERBATIM_COPY,
        Wording.VERBATIM_COPY,
    ]
    (row,) = (row for row in found.lineage if row.page_id == "b" and row.parent_page is None)
    assert next(found.pages[1].text[place.begin : place.end] for place in row.evidence) == POST


def test_sites_that_name_each_other_say_nothing() -> None:
    pages = {"a": [*WIRE, "Also in herald.example today."], "b": [*WIRE[:4], NAMES_POST]}
    found = traced(pages, {}, site={"a": POST, "b": HERALD})
    assert origins(found) == {key: [None] for key in "ab"}


def test_an_agency_that_is_credited_comes_before_a_site_that_is_named() -> None:
    pages = {"a": WIRE, "b": [*WIRE[:4], NAMES_POST]}
    found = traced(pages, {"a": "(AP)"}, site={"a": POST, "b": HERALD})
    assert origins(found) == {key: ["AP"] for key in "ab"}


def test_a_digest_of_several_texts_leaves_a_report_in_its_house() -> None:
    digest = [WIRE[0], WIRE[1], OWN[0], OWN[1], OWN[2]]
    pages = {**dict.fromkeys("abde", WIRE), "c": OWN, "x": digest}
    found = traced(pages, {"a": "(AP)"}, site={"c": POST})
    assert origins(found) == {**{key: ["AP"] for key in "abde"}, "c": [POST], "x": ["AP", POST]}
    assert {page.page_id: page.wording for page in found.pages}["c"] is Wording.ORIGINAL


def test_articles_of_one_site_that_took_a_part_from_one_source_are_no_versions() -> None:
    pages = {"a": [*WIRE[:2], *OWN[:4]], "b": [*WIRE[:2], *OWN[4:8]], "c": WIRE, "d": WIRE[:4]}
    found = traced(pages, {"c": "(AP)"}, site={"a": POST, "b": POST, "c": HERALD, "d": HERALD})
    relations = {(row.page_id, row.parent_page): row.relation for row in found.lineage}
    assert relations["a", "b"] is Relation.SIBLING_OF
    assert relations["d", "c"] is Relation.VERSION_OF


@pytest.mark.parametrize("line", ["Read the full story at post.example.", "The Skarholm Post reported it first."])
def test_a_house_known_by_its_name_is_named_by_its_host_or_its_name(line: str) -> None:
    pages = {"a": [*WIRE[:4], *OWN[:6]], "b": [*WIRE[:4], line]}
    site = {"a": "Skarholm Post", "b": "Herald Online"}
    url = {"a": "https://www.post.example/harbour", "b": "https://herald.example/treaty"}
    found = traced(pages, {}, {"a": "Jane Roe"}, site=site, url=url)
    assert origins(found) == {key: ["Skarholm Post"] for key in "ab"}
    assert [page.wording for page in found.pages] == [Wording.ORIGINAL, Wording.VERBATIM_COPY]
    relations = {(row.page_id, row.parent_page): row.relation for row in found.lineage}
    assert relations["b", "a"] is Relation.COPY_OF
    assert relations["a", None] is Relation.COPY_OF
