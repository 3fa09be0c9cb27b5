"""What the markup around a text says of it: which elements are blocks, which are not shown, which name a label."""

from __future__ import annotations

from lxml.html import HtmlElement

from copydesk.extract.vocabulary import read_toml
from copydesk.model.page import Label
from copydesk.text.patterns.markup import CLASS_WORD, HIDDEN_STYLE

_MARKUP = read_toml("markup.toml")
BLOCKS = frozenset(_MARKUP["blocks"].split())
NOT_SHOWN = frozenset(_MARKUP["not_shown"].split())
CELLS = frozenset({"td", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_BY_TAG = {
    "nav": Label.NAVIGATION,
    "menu": Label.NAVIGATION,
    "footer": Label.OTHER,
    "aside": Label.OTHER,
    "form": Label.WIDGET,
    "dialog": Label.WIDGET,
    "button": Label.WIDGET,
    "figcaption": Label.CAPTION,
}
_BY_ROLE = {
    "navigation": Label.NAVIGATION,
    "menu": Label.NAVIGATION,
    "menubar": Label.NAVIGATION,
    "contentinfo": Label.OTHER,
    "complementary": Label.OTHER,
    "search": Label.WIDGET,
    "dialog": Label.WIDGET,
    "alert": Label.WIDGET,
    "banner": Label.OTHER,
}
_BY_CLASS = {word: Label(label) for label, words in _MARKUP["classes"].items() for word in words.split()}
_WIDE = frozenset({"html", "body", "main", "article"})
"""Elements whose classes speak of the page, not of a part of it."""

_CLASS_CHARS = 300
_ROW_ELEMENTS = 80
_ROW_CHARS = 600


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element is not shown: by attribute or by its own style."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and HIDDEN_STYLE.search(style[:_CLASS_CHARS]) is not None


def is_data_row(row: HtmlElement) -> bool:
    """Whether a table row holds data, so that its cells are one line: few elements, little text, no blocks."""
    size = 0
    for count, element in enumerate(row.iter()):
        if (
            count > _ROW_ELEMENTS
            or size > _ROW_CHARS
            or (count and element.tag in BLOCKS - CELLS)
            or element.tag == "br"
        ):
            return False
        size += len(element.text or "") + len(element.tail or "")
    return size <= _ROW_CHARS


def named_label(element: HtmlElement) -> Label | None:
    """The label that the element's tag, role, class or id names, null where they name none."""
    tag = element.tag
    if tag in _WIDE:
        return None
    attributes = element.attrib
    if attributes:
        label = _by_class(attributes.get("class"), attributes.get("id")) or _BY_ROLE.get(attributes.get("role", ""))
        if label is not None:
            return label
    return _BY_TAG.get(tag)


def _by_class(*names: str | None) -> Label | None:
    for name in names:
        if name:
            for word in CLASS_WORD.findall(name[:_CLASS_CHARS]):
                label = _BY_CLASS.get(word.lower())
                if label is not None:
                    return label
    return None
