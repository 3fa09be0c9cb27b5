"""Elements of a page that say by their name that they hold a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from copydesk.extract.vocabulary import read_toml
from copydesk.text.patterns.markup import CLASS_WORD, DATE_NAME

MOST_CHARS = 160
"""Code points of the text of an element that holds a date and little else."""
_ANCESTORS = 14
_NAME_CHARS = 200

_HOLDERS = frozenset(
    {
        "span", "div", "p", "li", "small", "em", "i", "b", "strong", "a", "td", "dd", "font", "h2", "h3", "h4", "h5",
        "h6", "section", "header",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMark:
    """What an element says of a date. `kind` is `time`, `itemprop` or `class`.

    `sense` is `published` or `modified`; `around` is `comment` or `other` inside comments or lists of other
    stories, `clock` inside a bar of the site, null elsewhere. `stated` is its attribute, `shown` its text without
    runs of white space; each null where there is none.
    """

    kind: str
    sense: str
    around: str | None
    stated: str | None
    shown: str | None


@cache
def _senses() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_toml("date_words.toml")["markup"].items()}


def may_hold_date(element: HtmlElement) -> bool:
    """Whether the tag or a name of the element speaks of a date. Asked of every element, so it only looks."""
    tag = element.tag
    if tag == "time" or element.get("itemprop") is not None or element.get("pubdate") is not None:
        return True
    if tag == "abbr":
        return element.get("title") is not None
    if tag not in _HOLDERS:
        return False
    names = element.get("class")
    if names is not None and DATE_NAME.search(names, 0, _NAME_CHARS) is not None:
        return True
    own = element.get("id")
    return own is not None and "date" in str(own).lower()


def read_mark(element: HtmlElement) -> DateMark | None:
    """What the element says of a date, null where it holds none or more than one line of text."""
    tag, attributes = element.tag, element.attrib
    stated = attributes.get("datetime") or attributes.get("content") or attributes.get("data-datetime")
    if tag == "abbr":
        stated = stated or attributes.get("title")
    words = frozenset(_words(attributes.get("itemprop"), attributes.get("class"), attributes.get("id")))
    senses = _senses()
    is_published, is_modified = bool(words & senses["published"]), bool(words & senses["modified"])
    kind = _kind(element, words)
    if kind is None or not (tag == "time" or is_published or is_modified):
        return None
    shown = _text(element)
    if stated is None and shown is None:
        return None
    # `entry-date published updated` is one date that was not changed since.
    strong = (
        bool(words & {"published", "publish", "pubdate", "created", "issued", "posted"}) or "pubdate" in attributes
    )
    sense = "modified" if is_modified and not strong else "published"
    return DateMark(kind, sense, _around(element), stated, shown)


def _kind(element: HtmlElement, words: frozenset[str]) -> str | None:
    if element.tag == "time" or "pubdate" in element.attrib:
        return "time"
    if "itemprop" in element.attrib:
        return "itemprop" if "date" in element.attrib["itemprop"].lower() else None
    return "class" if words else None


def _around(element: HtmlElement) -> str | None:
    """What the names of the element and of those around it say: comments, other stories, the site's own bars."""
    senses = _senses()
    for depth, one in enumerate((element, *element.iterancestors())):
        if depth > _ANCESTORS or one.tag in ("body", "html"):
            break
        words = frozenset(_words(one.get("class"), one.get("id")))
        for around in ("comment", "clock", "other"):
            if words & senses[around] and not (around == "clock" and "article" in words):
                return around
        if one.tag in ("nav", "aside", "footer"):
            return "other"
        if one.tag == "article":
            break
    return None


def _words(*names: str | None) -> Iterator[str]:
    for name in names:
        if name:
            yield from (word.lower() for word in CLASS_WORD.findall(name[:_NAME_CHARS]))


def _text(element: HtmlElement) -> str | None:
    """The text of an element that has little of it."""
    pieces: list[str] = []
    size = 0
    for piece in _pieces(element.itertext()):
        size += len(piece)
        if size > MOST_CHARS:
            return None
        pieces.append(piece)
    return " ".join("".join(pieces).split()) or None


def _pieces(found: Iterable[str]) -> Iterator[str]:
    for count, piece in enumerate(found):
        if count > 40:
            yield " " * (MOST_CHARS + 1)
            return
        yield piece if piece.strip() else " "
