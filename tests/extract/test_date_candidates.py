"""What on a page is taken for a witness to its day of publication, and of which kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.page import Extraction
from copydesk.model.raw import Media
from copydesk.text.days import find_days
from tests.extract.reading import BODY, LEAD, SECOND, THIRD, read, read_html

TEXT = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"
HEADLINE = "<h1>Harbour of Port Selwyn reopens after storm</h1>"


def linked(field: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "Article", "{field}": "2031-06-03"}}</script>'


def kinds(found: Extraction, day: str = "2031-06-03") -> list[str]:
    return sorted({one.kind for one in found.dates if one.value == day})


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ('<meta property="article:published_time" content="2031-06-03T08:00:00Z">', "meta"),
        ('<meta name="date" content="3. Juni 2031">', "meta"),
        ('<meta name="last-modified" content="2031-06-03">', "meta modified"),
        (linked("dateCreated"), "json-ld created"),
        (linked("dateModified"), "json-ld modified"),
        ('<script>var page = {"publishDate": "2031-06-03T08:00"};</script>', "script"),
        ('<link rel="canonical" href="https://selwyn.example/2031/06/03/harbour">', "url"),
        ('<link rel="canonical" href="https://selwyn.example/news/harbour-20310603.html">', "url"),
    ],
)  # fmt: skip
def test_what_is_not_shown(head: str, kind: str) -> None:
    found = read_html(HEADLINE + TEXT, head)
    rows = [one for one in found.dates if one.kind == kind and one.value == "2031-06-03"]
    assert rows
    assert {(one.begin, one.end, one.verdict) for one in rows} == {(None, None, None)}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", "<p>3 June 2031</p>", "headline"),
        ("<p>Home</p><p>News</p><p>3 June 2031 | By Ida Quill</p>", "", "banner"),
        ("<p>Selwyn Gazette and Herald of the Southern Harbours, since 1871</p><p>3 June 2031</p>", "", "above"),
        ("<p>Selwyn Gazette and Herald of the Southern Harbours</p><p>Tuesday, 3 June 2031</p>", "", "banner"),
        ("", "<p>Published on 3 June 2031 at 9:00</p>", "published"),
        ("", "<p>Last updated: 3 June 2031</p>", "modified"),
        ("", '<p><time datetime="2031-06-03T08:00">this morning</time></p>', "time"),
        ("", '<p><span itemprop="datePublished" content="2031-06-03">June</span></p>', "itemprop"),
        ("", '<p class="entry-date">3 June 2031</p>', "class"),
        ("", '<p class="last-updated">3 June 2031</p>', "class modified"),
        ('<div class="today">3 June 2031</div><p>News</p>', "", "banner"),
        ('<div class="date">3 June 2031</div><p>News</p><p>Sport</p>', "", "banner"),
    ],
)  # fmt: skip
def test_what_is_shown(before: str, after: str, kind: str) -> None:
    found = read_html(before + HEADLINE + after + TEXT)
    assert kind in kinds(found)


def test_places_below_the_headline() -> None:
    below = (
        "<figure><figcaption>The harbour on 3 June 2031. (Photo: Ida Quill)</figcaption></figure>"
        "<div class='related'><a href='/x'>Storm closes harbour</a>"
        " <time datetime='2031-06-04'>4 June 2031</time></div>"
        "<div class='comments'><p>Bo, 5 June 2031: Hurrah</p></div><footer>© 2029-2031 Selwyn Gazette</footer>"
    )  # fmt: skip
    found = read_html(HEADLINE + TEXT + below)
    assert "caption" in kinds(found)
    assert kinds(found, "2031-06-04") == ["other story"]
    assert kinds(found, "2031-06-05") == ["comment"]
    assert kinds(found, "2031-01-01/2031-12-31") == ["copyright"]


def test_two_readings_are_told_apart_by_the_page() -> None:
    printed = HEADLINE + "<p>04/05/2031</p>"
    (unsure,) = [one for one in read_html(printed + TEXT).dates if one.kind == "headline"]
    assert unsure.value is None
    assert unsure.why is not None
    both = read_html(printed + TEXT + "<p>The storm began on 27/04/2031.</p>")
    assert kinds(both, "2031-05-04") == ["headline"]


@pytest.mark.parametrize(
    ("language", "day"), [("en-GB", "2031-05-04"), ("en-US", "2031-04-05"), ("de", "2031-05-04")]
)
def test_two_readings_are_told_apart_by_the_country(language: str, day: str) -> None:
    content = f"<html lang='{language}'><body>{HEADLINE}<p>04/05/2031</p>{TEXT}</body></html>"
    assert kinds(read(content, Media.HTML), day) == ["headline"]


def test_plain_text() -> None:
    found = read(f"Tuesday, June 3, 2031\n\n{BODY}")
    assert kinds(found) == ["banner"]


PIECES = ("3 June 2031", "<time>June 3, 2031</time>", "<h1>x</h1>", TEXT, "<p>", "</p>", "2031-06-03", "© 2031 ")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PIECES)))
def test_every_place_is_a_day_of_the_text(pieces: list[str]) -> None:
    found = read_html(" ".join(pieces) + TEXT)
    for one in found.dates:
        if one.begin is not None and one.end is not None and one.kind != "copyright":
            (day,) = find_days(found.page.text[one.begin : one.end], short=True)
            assert one.value in (None, day.day, day.other)
    order = [(one.begin is not None, one.begin or 0, one.end or 0, one.kind) for one in found.dates]
    assert order == sorted(order)
