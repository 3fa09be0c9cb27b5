"""Where the nodes and edges of a family tree stand: a layout of ours, the same for the same tree.

A node stands over the rows of its children; children that have none of their own take one column, families as many
as they need, and a row that is full wraps. Edges run at right angles, as in a chart of kings: down from the
parent, along the row, down to the child.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import ceil

from copydesk.report.stemma import Extra, Node, Stemma, edge_words

NODE_WIDTH = 196
_PAGE_HEIGHT, _ORIGIN_HEIGHT = 92, 58
_COLUMN_GAP, _ROW_GAP, _MARGIN = 20, 52, 20
_LABEL_ABOVE = 9
_BUS_ABOVE = 30
_ROUND = 7
_NAME_COLUMNS, _TITLE_COLUMNS, _TITLE_LINES = 20, 27, 2
_BROAD, _NARROW = "mw—%@", "fijlrt.,:;|!'’-() "
_EXTRAS_DRAWN = 16
"""Relations beside the tree that are drawn; more would hide it. The table below the drawing has them all."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node in its place: top left corner in px, and its words cut to fit."""

    node: Node
    x: int
    y: int
    name: str
    title: tuple[str, ...]

    @property
    def height(self) -> int:
        """Of the box, in px."""
        return _height(self.node)

    @property
    def middle(self) -> int:
        """Where edges come in and go out."""
        return self.x + NODE_WIDTH // 2


def _height(node: Node) -> int:
    return _PAGE_HEIGHT if node.title else _ORIGIN_HEIGHT


@dataclass(frozen=True, slots=True)
class Wire:
    """An edge: an SVG path, its class, its words and where they stand."""

    path: str
    style: str
    label: str
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, in px."""

    width: int
    height: int
    columns: int
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


@dataclass(slots=True)
class _Block:
    """A node with all that stands below it: columns wide, px high, its rows of blocks."""

    node: Node
    columns: int
    height: int
    rows: list[list[_Block]]


def lay_out(stemma: Stemma, columns: int) -> Drawing:
    """Place the nodes of a family tree in at most so many columns."""
    rows = _rows([_block(root, columns) for root in stemma.roots], columns)
    boxes: list[Box] = []
    wires: list[Wire] = []
    y = _MARGIN // 2
    for row in rows:
        x = _MARGIN
        for block in row:
            _place(block, x, y, 0, boxes, wires)
            x += _width(block.columns) + _COLUMN_GAP
        y += max(block.height for block in row) + _ROW_GAP
    wires.extend(_extra_wires(stemma, boxes))
    used = max((sum(block.columns for block in row) for row in rows), default=1)
    bottom = max((box.y + box.height for box in boxes), default=0) + _MARGIN // 2
    return Drawing(_width(used) + 2 * _MARGIN, bottom, used, tuple(boxes), tuple(wires))


def _width(columns: int) -> int:
    return columns * NODE_WIDTH + (columns - 1) * _COLUMN_GAP


def _block(node: Node, columns: int) -> _Block:
    rows = _rows([_block(child, columns) for child in node.children], columns)
    wide = max((sum(block.columns for block in row) for row in rows), default=1)
    below = sum(max(block.height for block in row) + _ROW_GAP for row in rows)
    return _Block(node, wide, _height(node) + below, rows)


def _rows(blocks: list[_Block], columns: int) -> list[list[_Block]]:
    """Fill rows in order. Where all are of one column the rows are made even: six in rows of five as three and
    three, not as five and one."""
    if all(block.columns == 1 for block in blocks) and len(blocks) > columns:
        columns = ceil(len(blocks) / ceil(len(blocks) / columns))
    rows: list[list[_Block]] = []
    for block in blocks:
        if rows and sum(other.columns for other in rows[-1]) + block.columns <= columns:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def _place(block: _Block, x: int, y: int, depth: int, boxes: list[Box], wires: list[Wire]) -> Box:
    """Place a block with its left top corner at (x, y); return the box of its node."""
    left = x + (_width(block.columns) - NODE_WIDTH) // 2
    name = "".join(fit(block.node.name, _NAME_COLUMNS, 1))
    box = Box(block.node, left, y, name, fit(block.node.title, _TITLE_COLUMNS, _TITLE_LINES))
    boxes.append(box)
    trunk = x - _COLUMN_GAP // 2 - 4 + 4 * min(depth, 3)
    top = y + box.height + _ROW_GAP
    for number, row in enumerate(block.rows):
        across = sum(other.columns for other in row)
        at = x + (_width(block.columns) - _width(across)) // 2 if number == 0 else x
        children = []
        for other in row:
            children.append(_place(other, at, top, depth + 1, boxes, wires))
            at += _width(other.columns) + _COLUMN_GAP
        wires.extend(_wire(box, child, trunk if number else None) for child in children)
        top += max(other.height for other in row) + _ROW_GAP
    return box


def _wire(parent: Box, child: Box, trunk: int | None) -> Wire:
    """The edge to a child: by way of the trunk at the left where its row is not the first."""
    bus, start = child.y - _BUS_ABOVE, parent.y + parent.height
    points = [(parent.middle, start)]
    if trunk is not None:
        first_bus = start + _ROW_GAP - _BUS_ABOVE
        points += [(parent.middle, first_bus), (trunk, first_bus), (trunk, bus)]
    else:
        points += [(parent.middle, bus)]
    points += [(child.middle, bus), (child.middle, child.y)]
    label = child.node.edge
    style = child.node.row.relation.value if child.node.row else "own"
    weight = 1 + round(3 * child.node.share)
    return Wire(
        _path(points), f"{style} t{weight}", label, child.middle + 7, child.y - _LABEL_ABOVE, _label_width(label)
    )


def _label_width(label: str) -> int:
    return 10 + round(6.2 * len(label))


def _path(points: list[tuple[int, int]]) -> str:
    """An SVG path through the points, all turns at right angles and rounded."""
    corners = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    parts = [f"M{corners[0][0]} {corners[0][1]}"]
    for before, at, after in zip(corners, corners[1:], corners[2:], strict=False):
        near, far = _towards(at, before), _towards(at, after)
        parts.append(f"L{near[0]} {near[1]}Q{at[0]} {at[1]} {far[0]} {far[1]}")
    parts.append(f"L{corners[-1][0]} {corners[-1][1]}")
    return "".join(parts)


def _towards(at: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The point a rounding's width from `at` on the straight way to `other`."""
    dx, dy = other[0] - at[0], other[1] - at[1]
    step = min(_ROUND, (abs(dx) + abs(dy)) // 2)
    return at[0] + step * (dx > 0) - step * (dx < 0), at[1] + step * (dy > 0) - step * (dy < 0)


def _extra_wires(stemma: Stemma, boxes: list[Box]) -> list[Wire]:
    place = {box.node.key: box for box in boxes}
    wires = []
    for extra in stemma.extras[: _EXTRAS_DRAWN + 1]:
        source, target = place.get(extra.source), place.get(extra.target)
        if source is not None and target is not None:
            wires.append(_curve(source, target, extra))
    return wires if len(wires) <= _EXTRAS_DRAWN else []


def _curve(source: Box, target: Box, extra: Extra) -> Wire:
    """A relation beside the tree: a curve into the target, left of its own edge."""
    x1, y1 = source.middle + 40, source.y + source.height
    x2, y2 = target.middle - 60, target.y
    if y1 > y2:  # the source stands beside or below the target: leave from its top
        y1 = source.y
    bend = max(36, abs(y2 - y1) // 2)
    down = y1 + bend if y1 <= y2 else y1 - bend
    label = edge_words(extra.row.relation, extra.row.share)
    width = _label_width(label)
    path = f"M{x1} {y1}C{x1} {down} {x2} {y2 - bend} {x2} {y2}"
    return Wire(
        path, f"{extra.row.relation.value} beside t1", label, max(4, x2 - width - 4), y2 - _LABEL_ABOVE, width
    )


def fit(text: str, columns: int, lines: int) -> tuple[str, ...]:
    """Cut a text into at most so many lines of so many columns, by words where it can be, with `…` where cut."""
    words, line = text.split(), ""
    found: list[str] = []
    for number, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if columns_of(longer) <= columns:
            line = longer
            continue
        if line and len(found) + 1 < lines:
            found.append(line)
            line = word
            if columns_of(word) <= columns:
                continue
        rest = line if line == word else longer
        return (*found, _cut(rest, columns, more=number + 1 < len(words) or columns_of(rest) > columns))
    return (*found, line) if line else tuple(found)


def _cut(text: str, columns: int, *, more: bool) -> str:
    """The text within so many columns with `…` at its end, cut between words where that leaves most of it."""
    width = 0.0
    for at, char in enumerate(text):
        width += columns_of(char)
        if width > columns - 1:
            space = text.rfind(" ", 0, at + 1)
            return text[: space if space * 3 > at * 2 else at].rstrip() + "…"
    return text + "…" if more else text


def columns_of(text: str) -> float:
    """The columns that a text takes up, one being a common small letter.

    No face can be measured here: it is the reader's. Capitals take more than a column in every face, strokes and
    stops less, East Asian wide characters (UAX #11) two.
    """
    return sum(map(_columns_of_one, text))


def _columns_of_one(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 2.0
    if char.isupper() or char in _BROAD:
        return 1.3
    return 0.6 if char in _NARROW else 1.0
