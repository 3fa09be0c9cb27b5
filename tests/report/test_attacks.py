"""Attacks from page text, each by its name, on a whole report: nothing in it may act."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.model.page import Label, Segment, Wording
from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation, Substitution
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Kind, Passage
from copydesk.model.story import Story
from copydesk.report import write_report
from tests.report.invented import InMemoryCase, page
from tests.report.markup import Element, read_html

_PAYLOADS = {
    "closing the script": "</script><script>alert(1)</script>",
    "an image with an error": "<img src=x onerror=alert(1)>",
    "out of a double-quoted attribute": '" onmouseover="alert(1)" x="',
    "out of a single-quoted attribute": "' onfocus='alert(1)' autofocus x='",
    "closing style and title": "</style></title></textarea><svg/onload=alert(1)>",
    "a comment that never ends": "<!-- ]]> --!> <script>",
    "a template of ours": "{{ 7 * 7 }}{% raw %}{# #}",
    "an entity": "&lt;script&gt; &#x202e; &amp;amp;",
    "a base and a refresh": '<base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
}
_ALLOWED_ELEMENTS = frozenset(
    (
        *("html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "main", "footer"),
        *("p", "h1", "h2", "h3", "section", "article", "aside", "div", "span", "small", "strong", "b"),
        *("em", "ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th"),
        *("td", "svg", "g", "path", "rect", "text", "desc", "figure", "figcaption", "blockquote", "q", "bdi"),
        *("ins", "del", "code", "details", "summary", "input", "label", "br"),
    )
)
_EVENT = re.compile(r"on[a-z]+", re.IGNORECASE)


def _poisoned(payload: str) -> InMemoryCase:
    """A case in which every text column of every table holds the payload."""
    words = f"{payload} said the mayor, and {payload} again."
    fields = {
        "title": payload,
        "site": payload,
        "byline": payload,
        "dateline": payload,
        "language": payload,
        "published": payload,
        "published_basis": payload,
        "retrieved": payload,
        "source": payload,
        "record_id": payload,
        "sha256": payload,
        "url": "javascript:" + payload,
        "wording": Wording.SPUN_COPY,
        "origin_ids": ("o-" + payload,),
    }
    pages = [page(name + payload, words, **fields) for name in ("a", "b")]
    one, two = (p.page_id for p in pages)
    end = len(words)
    why = (Evidence(one, 0, end, payload), Evidence(two, 2, 5, payload))
    return InMemoryCase(
        {
            "pages": pages,
            "segments": [Segment(p.page_id, 0, end, Label.BODY) for p in pages],
            "alignments": [Alignment(one, 0, end, two, 0, end, Kind.SPUN, 0.5, "a")],
            "passages": [Passage("c" + payload, p.page_id, 0, end) for p in pages],
            "substitutions": [Substitution(two, 1, 4, payload, payload, payload, one, 1, 4, 0.9)],
            "lineage": [
                Lineage(one, None, "o-" + payload, Relation.COPY_OF, 0.9, 0.9, why),
                Lineage(two, one, "o-" + payload, Relation.COPY_OF, 0.9, 0.9, why),
            ],
            "origins": [Origin("o-" + payload, payload, OriginKind.AGENCY, inferred=False)],
            "stories": [
                Story("s" + payload, payload, payload, payload, None, (one, two)),
                Story("t" + payload, payload, None, None, "s" + payload, (), 1),
                Story(
                    "u" + payload,
                    payload,
                    payload,
                    payload,
                    "s" + payload,
                    (one,),
                    2,
                    one,
                    0,
                    end,
                    payload,
                    one,
                    0,
                    end,
                ),
            ],
            "rejects": [Reject(payload, payload, payload, payload)],
        }
    )


def _pages(out: Path) -> dict[str, Element]:
    return {str(f.relative_to(out)): read_html(f.read_text("utf-8")) for f in sorted(out.rglob("*.html"))}


@pytest.mark.parametrize("payload", _PAYLOADS.values(), ids=list(_PAYLOADS))
def test_markup_in_any_column_stays_text(payload: str, tmp_path: Path) -> None:
    write_report(_poisoned(payload), tmp_path / "report")
    pages = _pages(tmp_path / "report")
    assert len(pages) > 8
    for path, root in pages.items():
        for element in root.all():
            assert element.name in _ALLOWED_ELEMENTS | {""}, (path, element.name)
            for name, value in element.attributes.items():
                assert not _EVENT.fullmatch(name), (path, element)
                assert name not in {"style", "srcdoc", "formaction"}, (path, element)
                if name in {"href", "src"}:
                    assert re.fullmatch(r"(\.\./)?[a-z0-9_/.-]*(#[A-Za-z0-9-]+)?", value or ""), (path, value)
        assert len(root.named("script")) == 1
        assert root.named("script")[0].text() == ""
        assert len(root.named("meta")) == 5


@pytest.mark.parametrize("payload", _PAYLOADS.values(), ids=list(_PAYLOADS))
def test_the_words_of_a_poisoned_page_are_all_there(payload: str, tmp_path: Path) -> None:
    case = _poisoned(payload)
    write_report(case, tmp_path / "report")
    texts = [p.text for p in case.table("pages")]
    shown = [
        "".join(element.page_words() for element in root.all() if {"gap", "words"} & set(element.classes))
        for path, root in _pages(tmp_path / "report").items()
        if path.startswith("page/")
    ]
    assert shown == texts


def test_an_id_that_climbs_writes_nothing_outside_the_report(tmp_path: Path) -> None:
    write_report(_poisoned("/../../../../escaped"), tmp_path / "deep" / "report")
    assert [p.name for p in tmp_path.iterdir()] == ["deep"]
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["report"]


def test_a_javascript_address_is_shown_and_is_no_link(tmp_path: Path) -> None:
    case = InMemoryCase({"pages": [page("p1", "Words.", url="javascript:alert(document.domain)")]})
    write_report(case, tmp_path / "report")
    root = _pages(tmp_path / "report")["page/p1.html"]
    assert "javascript:alert(document.domain)" in root.text()
    assert not [a for a in root.named("a") if (a.attributes.get("href") or "").startswith("javascript")]


def test_a_link_to_the_web_tells_it_nothing(tmp_path: Path) -> None:
    case = InMemoryCase({"pages": [page("p1", "Words.", url="https://a.example/x?a=1&b=\"2'")]})
    write_report(case, tmp_path / "report")
    (link,) = [a for a in _pages(tmp_path / "report")["page/p1.html"].named("a") if "rel" in a.attributes]
    assert link.attributes["href"] == "https://a.example/x?a=1&b=\"2'"
    assert set((link.attributes["rel"] or "").split()) == {"noreferrer", "nofollow", "noopener"}


def test_bidi_overrides_are_in_no_byte_of_the_report(tmp_path: Path) -> None:
    write_report(_poisoned("safe\u202egnp.exe\u2067\u2069 \u0000\u0007\ud800"), tmp_path / "report")
    for file in (tmp_path / "report").rglob("*.html"):
        assert not set(file.read_text("utf-8")) & set(
            "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07"
        )


def test_every_page_forbids_scripts_and_styles_but_its_own_and_all_else(tmp_path: Path) -> None:
    write_report(_poisoned("x"), tmp_path / "report")
    for root in _pages(tmp_path / "report").values():
        (policy,) = [m.attributes["content"] for m in root.named("meta") if "http-equiv" in m.attributes]
        rules = dict(rule.strip().split(" ", 1) for rule in (policy or "").split(";"))
        assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
        assert rules == {"style-src": "'self' file:", "script-src": "'self' file:"}


def test_a_page_of_one_endless_word_is_set(tmp_path: Path) -> None:
    case = InMemoryCase({"pages": [page("p1", "x" * 300_000, title="y" * 300_000)]})
    write_report(case, tmp_path / "report")
    assert (tmp_path / "report" / "index.html").stat().st_size < 20_000
