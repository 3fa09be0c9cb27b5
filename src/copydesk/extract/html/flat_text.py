"""The visible text of a page that is not fit for a tree: tags cut away in one linear pass."""

from __future__ import annotations

from html import unescape

from copydesk.extract.html.markup import BLOCKS, NOT_SHOWN
from copydesk.text.patterns.markup import HTML_SPACE, MARKUP, RAW_ENDS

TAG_CHARS = 2_000
"""Code points within which a tag must end; a `<` without its `>` is text."""


def flat_blocks(content: str) -> list[str]:
    """Blocks of the visible text of `content`, in order, none empty. All text outside tags is kept."""
    pieces: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while (match := MARKUP.search(content, at)) is not None:
        pieces.append(content[at : match.start()].replace("\n", " "))
        tag = (match.group(2) or "").lower()
        if not tag:
            at, mark = _behind_declaration(content, match.start(), match.end(), unclosed), ""
        elif not match.group(1) and tag in RAW_ENDS and tag not in unclosed:
            at, mark = _behind_raw(content, tag, match.end(), unclosed), "\n"
        else:
            at, mark = _behind_tag(content, tag, match.start(), match.end())
        pieces.append(mark)
    pieces.append(content[at:].replace("\n", " "))
    blocks = (HTML_SPACE.sub(" ", unescape(block)).strip() for block in "".join(pieces).split("\n"))
    return [block for block in blocks if block]


def _behind_declaration(content: str, begin: int, end: int, unclosed: set[str]) -> int:
    """Behind a comment or declaration. What is never closed is remembered, so that no search is made twice."""
    mark = "-->" if content.startswith("<!--", begin) else ">"
    close = -1 if mark in unclosed else content.find(mark, end)
    if close < 0:
        unclosed.add(mark)
        return end
    return close + len(mark)


def _behind_raw(content: str, tag: str, begin: int, unclosed: set[str]) -> int:
    """Behind a raw element, whose content is no markup; behind its name where it is never closed."""
    match = RAW_ENDS[tag].search(content, begin)
    if match is None:
        unclosed.add(tag)
        return begin
    return match.end()


def _behind_tag(content: str, tag: str, begin: int, end: int) -> tuple[int, str]:
    """Behind a tag, and what stands for it: a break or nothing. A tag that does not end is text."""
    close = content.find(">", end, end + TAG_CHARS)
    if close < 0:
        return end, content[begin:end]
    return close + 1, "\n" if tag in BLOCKS or tag in NOT_SHOWN or tag == "br" else ""
