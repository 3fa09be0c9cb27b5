"""The tree of an HTML page, parsed by lxml, or nothing where the page is not fit for a tree."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from copydesk.limits import Limits

MOST_TAGS = 300_000
"""Opening and closing tags of the largest page that gets a tree; there the tree and its blocks take 1.4 s and 0.1 GB.
Real pages have 500 to 10,000."""


def parse_tree(content: str, limits: Limits) -> HtmlElement | None:
    """The root element of `content`, null where there is no element, too many tags, or too many nested levels.

    libxml2 drops all text below 255 nested levels (2,048 with `huge_tree`) and says so only in its log, so a
    tree deeper than `limits.html_depth` is not trusted. The caller then takes the visible text without a tree.
    """
    if content.count("<") > MOST_TAGS:
        return None
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(content.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    return None if _is_deeper(root, limits.html_depth) else root


def _is_deeper(root: HtmlElement, levels: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth > levels:
            return True
    return False
