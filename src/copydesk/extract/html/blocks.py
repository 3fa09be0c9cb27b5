"""The visible text of an HTML page, in blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from copydesk.extract.html.date_marks import may_hold_date
from copydesk.extract.html.markup import (
    BLOCKS,
    CELLS,
    HEADINGS,
    NOT_SHOWN,
    is_data_row,
    is_hidden,
    named_label,
)
from copydesk.model.page import Label
from copydesk.text.patterns.markup import HTML_SPACE

MOST_DATED = 200
"""Elements of one page that are looked at for a date; lists of other stories can have thousands."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of visible text, its lines parted by `\\n` (`<br>`), never empty.

    `label` is what the nearest element that names something names it. `heading` is 1 to 6 for a heading. `links`
    is the share of its characters inside links. `container` numbers the element that the block's own element
    stands in, `outer` the one around that, and `kind` is the container's tag with its class: sections of one
    article mostly share it. `dated` are the elements that may hold a date and open in it or, without text, before it.
    """

    text: str
    label: Label | None
    heading: int
    links: float
    container: int
    outer: int
    kind: str
    dated: tuple[HtmlElement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds inside an open element."""

    number: int
    parent: int
    outer: int
    kind: str = ""
    parent_kind: str = ""
    label: Label | None = None
    heading: int = 0
    keeps_space: bool = False
    joins_cells: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a tree. Time and memory are linear in the tree."""

    blocks: list[Block] = field(default_factory=list)
    contexts: list[_Context] = field(default_factory=lambda: [_Context(0, 0, 0)])
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    in_links: int = 0
    count: int = 0
    dated: list[HtmlElement] = field(default_factory=list)
    n_dated: int = 0

    def add(self, text: str | None) -> None:
        """Text of the open block."""
        if not text:
            return
        piece = text if self.contexts[-1].keeps_space else HTML_SPACE.sub(" ", text)
        self.pieces.append(piece)
        if self.in_links:
            self.linked += len(piece) - piece.count(" ")

    def close_block(self) -> None:
        """End the open block where it has visible text."""
        if not self.pieces:
            return
        text = _tidy("".join(self.pieces))
        if text:
            context = self.contexts[-1]
            size = len(text) - text.count(" ")
            links = min(1.0, self.linked / size) if size else 0.0
            self.blocks.append(
                Block(
                    text,
                    context.label,
                    context.heading,
                    links,
                    context.parent,
                    context.outer,
                    context.parent_kind,
                    tuple(self.dated),
                )
            )
            self.dated.clear()
        self.pieces.clear()
        self.linked = 0

    def open(self, element: HtmlElement) -> None:
        """Enter an element that is shown."""
        tag = element.tag
        self.count += 1
        if tag in CELLS and self.contexts[-1].joins_cells:
            self.pieces.append(" ")
        elif tag in BLOCKS:
            self.close_block()
            self.contexts.append(self._inside(element))
        elif tag == "a":
            self.in_links += 1
        elif tag == "br":
            self.pieces.append("\n")
        if self.n_dated < MOST_DATED and may_hold_date(element):
            self.dated.append(element)
            self.n_dated += 1
        self.add(element.text)

    def _inside(self, element: HtmlElement) -> _Context:
        tag, around = element.tag, self.contexts[-1]
        label = named_label(element)
        return _Context(
            number=self.count,
            parent=around.number,
            outer=around.parent,
            kind=f"{tag}.{element.get('class', '')[:80]}",
            parent_kind=around.kind,
            # A quotation, as embedded posts are, is not furniture for the box that it is shown in.
            label=label or (None if tag == "blockquote" else around.label),
            heading=HEADINGS.get(tag, around.heading),
            keeps_space=tag == "pre" or around.keeps_space,
            joins_cells=tag == "tr" and is_data_row(element),
        )

    def close(self, element: HtmlElement) -> None:
        """Leave an element that is shown."""
        if element.tag in CELLS and self.contexts[-1].joins_cells:
            return
        if element.tag in BLOCKS:
            self.close_block()
            self.contexts.pop()
        elif element.tag == "a":
            self.in_links -= 1


def visible_blocks(root: HtmlElement) -> list[Block]:
    """The blocks of visible text under `root`, in document order."""
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    skipped: HtmlElement | None = None
    for event, element in events:
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in NOT_SHOWN or is_hidden(element):
                skipped = element
                events.skip_subtree()
                if element.tag in BLOCKS:
                    walk.close_block()
            else:
                walk.open(element)
            continue
        if element is skipped:
            skipped = None
        else:
            walk.close(element)
        walk.add(element.tail)
    walk.close_block()
    return walk.blocks


def _tidy(text: str) -> str:
    """Lines without outer white space, runs of spaces made one, no empty lines at the ends nor two in a row."""
    if "\n" not in text:
        return " ".join(text.split(" ")).strip() if "  " not in text else HTML_SPACE.sub(" ", text).strip()
    lines: list[str] = []
    for piece in text.split("\n"):
        line = HTML_SPACE.sub(" ", piece).strip()
        if line or (lines and lines[-1]):
            lines.append(line)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)
