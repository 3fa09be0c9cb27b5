"""Metadata of HTML pages, and what is not believed."""

from __future__ import annotations

import json

import pytest

from copydesk.extract.html.dates import iso_day
from copydesk.extract.html.metadata import Metadata, host_of, read_metadata
from copydesk.extract.html.stated_dates import StatedDate
from copydesk.extract.html.tree import parse_tree
from copydesk.limits import LIMITS
from tests.extract.reading import LEAD, read_html


def metadata(head: str) -> Metadata:
    content = f"<html lang='en-GB'><head>{head}</head><body><p>x</p></body></html>"
    root = parse_tree(content, LIMITS)
    assert root is not None
    return read_metadata(root, content)


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_json_ld_comes_first() -> None:
    found = metadata(
        linked(
            headline="Harbour reopens",
            datePublished="2019-06-03T10:00:00+02:00",
            author=[{"name": "Jane Doe"}, "John Roe"],
            publisher={"name": "Selwyn Gazette"},
        )
        + '<meta property="og:title" content="Another"><meta name="date" content="2018-01-01">'
    )
    assert found == Metadata(
        "Harbour reopens",
        "Jane Doe, John Roe",
        "Selwyn Gazette",
        None,
        "en",
        "gb",
        (
            StatedDate("json-ld", "2019-06-03", "datePublished"),
            StatedDate("meta", "2018-01-01", "date"),
            StatedDate("script", "2019-06-03", "datePublished"),
        ),
    )


def test_a_title_escaped_twice_and_one_that_bears_its_site() -> None:
    publisher = {"name": "Selwyn Gazette"}
    twice = "Storm &#8211; &#8220;nine days&#8221; lost | SelwynGazette"
    assert metadata(linked(headline=twice, publisher=publisher)).title == "Storm – “nine days” lost"
    dashed = linked(headline="Harbour reopens - and closes", publisher=publisher)
    assert metadata(dashed).title == "Harbour reopens - and closes"


def test_the_site_is_no_author() -> None:
    site = {"publisher": {"name": "Selwyn Gazette"}}
    assert metadata(linked(headline="Storm", author={"name": "selwyn gazette"}, **site)).byline is None
    assert metadata(linked(headline="Storm", author={"name": "Jane Doe"}, **site)).byline == "Jane Doe"


def test_meta_elements() -> None:
    found = metadata(
        '<meta property="og:title" content="Harbour reopens"><meta name="author" content="By Jane Doe">'
        '<meta property="og:site_name" content="Selwyn Gazette"><link rel="canonical" href="https://www.example.org/a">'
        '<meta property="article:published_time" content="2019-06-03"><title>No - Selwyn Gazette</title>'
    )
    assert found == Metadata(
        "Harbour reopens",
        "Jane Doe",
        "Selwyn Gazette",
        "https://www.example.org/a",
        "en",
        "gb",
        (StatedDate("meta", "2019-06-03", "article:published_time"),),
    )


def test_the_title_element_loses_its_site() -> None:
    assert metadata("<title>大橋が5月まで閉鎖へ｜港日報</title>").title == "大橋が5月まで閉鎖へ"
    assert (
        metadata("<title>Harbour reopens after the storm | Selwyn Gazette</title>").title
        == "Harbour reopens after the storm"
    )
    assert metadata("<title>Storm - and after</title>").title == "Storm - and after"


def test_graphs_lists_and_broken_json() -> None:
    graph = json.dumps(
        {"@graph": [{"@type": "WebPage", "headline": "no"}, {"@type": ["Article"], "headline": "yes"}]}
    )
    assert metadata(f'<script type="application/ld+json">{graph}</script>').title == "yes"
    for broken in (
        "{",
        "[" * 100_000,
        '{"@type": 3, "headline": 4}',
        "null",
        '{"@type": "Article", "author": {"name": null}}',
    ):
        assert metadata(f'<script type="application/ld+json">{broken}</script>').title is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-06-03", "2019-06-03"),
        (" 2019-06-03T10:00:00Z", "2019-06-03"),
        ("20190603", "2019-06-03"),
        ("Mon, 03 Jun 2019 10:00:00 GMT", "2019-06-03"),
        ("2019-02-30", None),
        ("2019-13-01", None),
        ("0001-01-01", None),
        ("9999-01-01", None),
        ("03/06/2019", None),
        ("yesterday", None),
        ("201906031", None),
        ("", None),
        ("{{date}}", None),
    ],
)
def test_days(value: str, day: str | None) -> None:
    assert iso_day(value) == day


def test_the_record_wins_over_the_page() -> None:
    head = linked(headline="No", datePublished="2019-06-03", author="No One")
    found = read_html(f"<p>{LEAD}</p>", head, title="Yes", byline="Jane Doe", published="2019-06-01", site="Gazette")
    page = found.page
    assert (page.title, page.byline, page.site) == ("Yes", "Jane Doe", "Gazette")
    assert ("record", "2019-06-01") in [(one.kind, one.value) for one in found.dates]


def test_a_malformed_day_is_no_witness() -> None:
    head = linked(datePublished="soon") + '<meta name="date" content="2019-06-03">'
    assert [one.day for one in metadata(head).dates] == ["2019-06-03"]
    assert metadata(linked(datePublished="soon")).dates == ()


def test_accounts_and_addresses_are_no_authors() -> None:
    assert metadata('<meta name="author" content="admin">').byline is None
    assert metadata('<meta property="article:author" content="https://www.example.org/jane">').byline is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("http://user:word@Example.org:80/a", "example.org"),
        ("example.org", None),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_hosts(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


def test_a_short_title_loses_its_site_where_a_heading_says_so() -> None:
    head = "<title>Storm ends | Selwyn Gazette</title>"
    assert read_html(f"<h1>Storm ends</h1><p>{LEAD}</p>", head).page.title == "Storm ends"
    assert read_html(f"<h1>Another</h1><p>{LEAD}</p>", head).page.title == "Storm ends | Selwyn Gazette"
