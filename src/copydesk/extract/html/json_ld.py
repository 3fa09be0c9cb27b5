"""The article as JSON-LD describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from copydesk.extract.html.flat_text import flat_blocks

MOST_CHARS = 500_000
"""Code points of the largest JSON-LD block that is read."""

MOST_NODES = 5_000
"""Objects of one page's JSON-LD that are looked at."""

_ARTICLES = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "blogposting",
        "liveblogposting", "backgroundnewsarticle", "reviewnewsarticle", "socialmediaposting", "report", "webpage",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of the article; null where it says nothing."""

    headline: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    created: str | None = None
    modified: str | None = None
    url: str | None = None


def read_json_ld(root: HtmlElement) -> LinkedArticle:
    """The first article of the page's JSON-LD; an object of type WebPage only where there is no article."""
    page: LinkedArticle | None = None
    for node in _nodes(root):
        types = _types(node)
        if not types & _ARTICLES:
            continue
        found = LinkedArticle(
            _text(node.get("headline")),
            _names(node.get("author")),
            _names(node.get("publisher")),
            _text(node.get("datePublished")),
            _text(node.get("dateCreated")),
            _text(node.get("dateModified")),
            _text(node.get("url")),
        )
        if types != {"webpage"}:
            return found
        page = page or found
    return page or LinkedArticle()


def linked_text(root: HtmlElement) -> tuple[str, ...]:
    """The headline, if there is one, and the paragraphs of the first article whose text JSON-LD holds."""
    for node in _nodes(root):
        body = _text(node.get("articleBody")) if _types(node) & _ARTICLES else None
        if body is not None:
            headline = _text(node.get("headline")) or ""
            paragraphs = flat_blocks(body) if "<" in body else unescape(body).split("\n")
            return tuple(" ".join(piece.split()) for piece in (headline, *paragraphs) if piece.strip())
    return ()


def _nodes(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects in the page's JSON-LD, outer before inner, in order."""
    seen = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > MOST_CHARS:
            continue
        try:
            waiting: list[Any] = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < MOST_NODES:
            value = waiting.pop(0)
            if isinstance(value, dict):
                seen += 1
                yield value
                waiting.extend(child for child in value.values() if isinstance(child, dict | list))
            elif isinstance(value, list):
                waiting[:0] = value[:MOST_NODES]


def _types(node: dict[str, Any]) -> set[str]:
    given = node.get("@type")
    return {one.lower() for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)}


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """The name, or names joined by commas, of a person or organisation given as text, object or list."""
    given = value if isinstance(value, list) else [value]
    names = [name for one in given[:8] if (name := _text(one.get("name") if isinstance(one, dict) else one))]
    return ", ".join(names) or None
