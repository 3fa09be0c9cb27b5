"""An HTML page read: its visible text, its lines with what the markup says of them, its metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from copydesk.extract.html.blocks import Block, visible_blocks
from copydesk.extract.html.date_marks import DateMark, read_mark
from copydesk.extract.html.flat_text import flat_blocks
from copydesk.extract.html.json_ld import linked_text
from copydesk.extract.html.main_text import Candidate, densest, in_main_text, main_text
from copydesk.extract.html.metadata import NO_METADATA, Metadata, read_metadata
from copydesk.extract.html.tree import parse_tree
from copydesk.extract.line import Hint, Line, few_lines, make_lines
from copydesk.limits import Limits
from copydesk.model.page import ARTICLE_LABELS, Label

BREAK = "\n\n"
"""What stands between two blocks of the visible text."""

_LINKED_TEXT = "articleBody"
_LINKED = -1
"""The container of blocks that stand in no element."""

SMALL = 0.3
"""Share of the main text below which the label that markup gives to parts of it is believed: `promo` boxes are
small, an article inside a `widget` is not."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What is read from an HTML page. `text` is its visible text, blocks joined by BREAK."""

    text: str
    lines: tuple[Line, ...]
    metadata: Metadata
    marks: tuple[PlacedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """What an element says of a date, and the block of the text that it opens in, or stands before."""

    mark: DateMark
    begin: int
    end: int


def read_html(content: str, limits: Limits) -> HtmlPage:
    """Read an HTML page. One not fit for a tree gives its plain visible text, without hints and metadata."""
    content = content.replace("\0", "")
    root = parse_tree(content, limits)
    blocks = _blocks(root, content) if root is not None else []
    if root is None or not blocks:
        return _without_tree(content)
    text = BREAK.join(block.text for block in blocks)
    spans = _line_spans(blocks)
    lines = make_lines(text, [(begin, end) for begin, end, _ in spans])
    main = _main_lines(root, lines, [block for *_, block in spans], limits)
    hints = _hints([block for *_, block in spans], main, lines)
    return HtmlPage(
        text,
        tuple(line._replace(hint=hint) for line, hint in zip(lines, hints, strict=True)),
        read_metadata(root, content),
        tuple(_placed(blocks)),
    )


def _blocks(root: HtmlElement, content: str) -> list[Block]:
    """The visible blocks; a page that shows no sentence, for a script is to write it, has its JSON-LD's below."""
    blocks = visible_blocks(root)
    if _LINKED_TEXT not in content or any(_is_sentence(block.text) for block in blocks):
        return blocks
    return blocks + [Block(piece, None, 0, 0.0, _LINKED, _LINKED, "script") for piece in linked_text(root)]


def _is_sentence(text: str) -> bool:
    return any(line.is_sentence for line in make_lines(text, [(0, len(text))]))


def _placed(blocks: Sequence[Block]) -> Iterator[PlacedMark]:
    """What elements say of dates, with the places of their blocks, in document order."""
    at = 0
    for block in blocks:
        for element in block.dated:
            mark = read_mark(element)
            if mark is not None:
                yield PlacedMark(mark, at, at + len(block.text))
        at += len(block.text) + len(BREAK)


def _without_tree(content: str) -> HtmlPage:
    blocks = flat_blocks(content)
    text = BREAK.join(blocks)
    spans: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        spans.append((at, at + len(block)))
        at += len(block) + len(BREAK)
    return HtmlPage(text, make_lines(text, few_lines(spans)), NO_METADATA)


def _line_spans(blocks: Sequence[Block]) -> list[tuple[int, int, Block]]:
    """The lines of all blocks with their places in the joined text."""
    spans: list[tuple[int, int, Block]] = []
    at = 0
    for block in blocks:
        for line in block.text.split("\n"):
            if line.strip():
                first = at + len(line) - len(line.lstrip())
                spans.append((first, first + len(line.strip()), block))
            at += len(line) + 1
        at += len(BREAK) - 1
    whole = few_lines([(begin, end) for begin, end, _ in spans])
    return [(begin, end, block) for (begin, end), (*_, block) in zip(whole, spans, strict=False)]


def _main_lines(root: HtmlElement, lines: Sequence[Line], blocks: Sequence[Block], limits: Limits) -> list[bool]:
    candidates = [
        Candidate(line.text, block.links, block.container, block.outer, block.kind, _is_plain(line, block))
        for line, block in zip(lines, blocks, strict=True)
    ]
    text = main_text(root, limits)
    taken = in_main_text(candidates, text) if text is not None else []
    return taken if any(taken) else densest(candidates, [line.is_sentence for line in lines])


def _is_plain(line: Line, block: Block) -> bool:
    """Whether a line that the extractor left out may all the same be text: a sentence that no markup names."""
    return (block.label is None or block.label in ARTICLE_LABELS) and line.is_sentence


def _hints(blocks: Sequence[Block], main: Sequence[bool], lines: Sequence[Line]) -> list[Hint]:
    sizes: Counter[Label | None] = Counter()
    for block, taken, line in zip(blocks, main, lines, strict=True):
        if taken:
            sizes[block.label] += len(line.text)
    whole = max(1, sum(sizes.values()))
    hints = []
    for block, taken in zip(blocks, main, strict=True):
        small = block.label is not None and sizes[block.label] < SMALL * whole
        stays = taken and not (small and block.label not in ARTICLE_LABELS and block.label is not Label.DATE_BANNER)
        hints.append(Hint(stays, block.label, block.heading, block.links, block.container))
    return hints
