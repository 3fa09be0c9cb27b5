"""The visible text of HTML pages: kept whole, in blocks, whatever the page does to hide or to drown it."""

from __future__ import annotations

import json
import time

import pytest

from copydesk.extract import extract
from copydesk.extract.html.blocks import visible_blocks
from copydesk.extract.html.flat_text import flat_blocks
from copydesk.extract.html.tree import MOST_TAGS, parse_tree
from copydesk.limits import LIMITS
from copydesk.model.page import Extraction
from copydesk.model.raw import Media, RawRecord
from tests.extract.reading import BODY, LEAD, SECOND, THIRD, label_of, read_html


def text_of(body: str) -> str:
    return read_html(body).page.text


def linked(text: str) -> str:
    """JSON-LD of an article with this text."""
    article = {"@type": "NewsArticle", "headline": "Harbour reopens after the long storm", "articleBody": text}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


@pytest.mark.parametrize("text", [BODY, f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"])
def test_a_page_that_a_script_is_to_write_has_the_text_of_its_json_ld(text: str) -> None:
    found = read_html("<div>Loading</div><div id=app></div>", linked(text))
    title = "Harbour reopens after the long storm"
    assert found.page.text == f"Loading\n\n{title}\n\n{BODY}"
    assert label_of(found, title) == "headline"
    assert label_of(found, SECOND) == "body"
    assert label_of(found, "Loading") != "body"


def test_a_page_that_shows_its_text_has_none_of_its_json_ld() -> None:
    assert read_html(f"<p>{LEAD}</p>", linked(BODY)).page.text == LEAD


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("One <b>bo</b>ld <i>word</i>", "One bold word"),
        ("<div>One<p>two</p>three</div>", "One\n\ntwo\n\nthree"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<p>  much \n\t space  </p>", "much space"),
        ("<ul><li>One<li>two</ul>", "One\n\ntwo"),
        (
            "<table><tr><td>Ferries</td><td>9</td></tr><tr><td>Cranes</td><td>2</td></tr></table>",
            "Ferries 9\n\nCranes 2",
        ),
        ("<table><tr><td><p>One</p></td><td>two</td></tr></table>", "One\n\ntwo"),
        ("A &amp; B &lt;p&gt; &eacute;", "A & B <p> é"),
        ("<p>One</p><div hidden>no</div><p style='display: none'>no</p><p>two</p>", "One\n\ntwo"),
        (
            "One<script>no()</script> two<style>p{}</style><template><p>no</p></template><noscript>no</noscript>",
            "One two",
        ),
        ("<select><option>no</select><textarea>no</textarea><svg><text>no</text></svg>One", "One"),
        ("<pre>a  b\n  c</pre>", "a b\nc"),
        ("Nul\0s are\0 gone", "Nuls are gone"),
        ("<p>“😀” 𝔘𝔫𝔦</p>", "“😀” 𝔘𝔫𝔦"),
    ],
)
def test_visible_text(body: str, text: str) -> None:
    assert text_of(body) == text


def nested(levels: int) -> str:
    return "".join(f"<div>w{i} " for i in range(levels)) + "<p>innermost</p>" + "</div>" * levels + "<p>after</p>"


@pytest.mark.parametrize("levels", [10, 150, 260, 1_000, 3_000, 20_000])
def test_nested_levels_keep_all_their_text(levels: int) -> None:
    words = text_of(nested(levels)).split()
    assert words == [*(f"w{i}" for i in range(levels)), "innermost", "after"]


def test_a_deep_tree_is_not_trusted() -> None:
    assert parse_tree(nested(LIMITS.html_depth + 10), LIMITS) is None
    assert parse_tree(nested(LIMITS.html_depth - 10), LIMITS) is not None


def test_a_page_of_too_many_tags_is_read_without_a_tree() -> None:
    page = "<p>word</p>" * (MOST_TAGS // 2 + 1)
    assert parse_tree(page, LIMITS) is None
    assert text_of(page).count("word") == MOST_TAGS // 2 + 1


def test_a_declared_encoding_does_not_matter() -> None:
    page = '<?xml version="1.0" encoding="latin-1"?><html><meta charset="koi8-r"><p>Größe — “ja”</p></html>'
    found = extract(RawRecord("a", None, "0", Media.HTML, page))
    assert isinstance(found, Extraction)
    assert found.page.text == "Größe — “ja”"


def test_script_never_appears() -> None:
    body = f"<p>{LEAD}</p><script>alert('secret')</script><p onclick='secret()'>{SECOND}</p><SCRIPT>secret</SCRIPT >"
    for page in (body, "<div>" * 300 + body):
        assert "secret" not in text_of(page)


HOSTILE = [
    "<script>",
    "<",
    "</script",
    "<!--",
    "<a ",
    "<template>",
    "<p>",
    "<!",
    "&#",
    "<div>",
    "<p x='",
    "<table><tr><td>",
    "<b>",
    "<li>",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_markup_costs_little(unit: str) -> None:
    page = "<p>seen</p>" + unit * (300_000 // len(unit))
    started = time.process_time()
    flat_blocks(page)
    found = extract(RawRecord("a", None, "0", Media.HTML, page))
    assert time.process_time() - started < LIMITS.extract_seconds
    assert isinstance(found, Extraction)
    assert found.page.text.startswith("seen")


def test_the_flat_text_has_the_blocks_of_the_tree() -> None:
    page = (
        "<h1>Title</h1><p>One <b>two</b></p><p>three<br>four</p><script>no</script><!-- no -->"
        f"<ul><li>five<li>six</ul>{BODY}"
    )
    tree = parse_tree(page, LIMITS)
    assert tree is not None
    lines = [line for block in visible_blocks(tree) for line in block.text.split("\n")]
    assert flat_blocks(page) == lines


def test_a_page_without_a_tree_is_labelled_by_its_lines() -> None:
    page = "<div>" * 300 + f"<p>{LEAD}</p><p>{SECOND}</p><p>Leave a Reply</p>"
    found = read_html(page)
    assert label_of(found, LEAD) == "body"
    assert label_of(found, "Leave a Reply") == "comment_form"
    assert THIRD not in found.page.text
