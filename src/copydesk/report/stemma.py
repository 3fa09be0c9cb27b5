"""The family tree of a story's witnesses, as textual criticism draws it: origins on top, pages below.

Every page hangs from one node: the page that it is a copy of, else the origin of most of its words. A source that no
page names is a node like any other, only drawn as a ghost. Siblings are seen by hanging from one origin; the other
relations are kept as extra edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import fsum

from copydesk.model.provenance import Lineage, Relation
from copydesk.model.story import Story
from copydesk.report.addresses import page_file
from copydesk.report.figures import wording_of
from copydesk.report.labels import ORIGIN_KIND, RELATION, WORDING, percent, plural
from copydesk.report.library import Library
from copydesk.report.reasoning import is_own, is_source, name_of, origin_of

MOST_PAGES = 40
"""Pages that are drawn one by one; of more, those that hang alike from one node are drawn as one."""


@dataclass(slots=True)
class Node:
    """An origin, a page or a group of pages, with the row that it hangs from its parent by and its children.

    `style` is the class it is drawn with, `caption` its last, small line. `row` is null for origins, and for pages
    that nothing ties to another text; `own` is true of a page of the origin itself.
    """

    key: str
    name: str
    title: str
    caption: str
    style: str
    href: str | None = None
    row: Lineage | None = None
    share: float = 0.0
    own: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def edge(self) -> str:
        """The words on the edge from the parent."""
        return "own page" if self.own else edge_words(self.row.relation, self.share) if self.row else ""

    def size(self) -> int:
        """Nodes from here down."""
        return 1 + sum(child.size() for child in self.children)


@dataclass(frozen=True, slots=True)
class Extra:
    """A relation beside the tree, by node keys."""

    source: str
    target: str
    row: Lineage


@dataclass(frozen=True, slots=True)
class Stemma:
    """The trees, the largest first, and the relations beside them; all rows that they show, by page.

    `grouped` is whether pages share a node.
    """

    roots: tuple[Node, ...]
    extras: tuple[Extra, ...]
    rows: tuple[Lineage, ...]
    grouped: bool


def edge_words(relation: Relation, share: float) -> str:
    """A relation and its share in as few words as an edge has room for."""
    short = RELATION[relation].removesuffix(" of").removesuffix(" on")
    return f"{short} · {percent(share)}" if share else "names it"


def draw_up(library: Library, story: Story) -> Stemma:
    """The family tree of the pages of a story."""
    members = [page_id for page_id in story.page_ids if page_id in library.heads]
    tree = _Tree(library, members)
    grouped = len(members) > MOST_PAGES
    for root in tree.roots.values():
        _settle(root, grouped=grouped)
    roots = sorted(tree.roots.values(), key=lambda node: (-node.size(), node.name, node.key))
    extras = [] if grouped else tree.extras()
    hanging = [row for row in tree.parents.values() if row is not None and not is_own(row)]
    rows = sorted([*hanging, *(extra.row for extra in extras)], key=_row_key)
    return Stemma(tuple(roots), tuple(extras), tuple(rows), grouped)


def _row_key(row: Lineage) -> tuple[str, float, str, str]:
    return row.origin_id, -row.share, row.page_id, row.parent_page or ""


class _Tree:
    """The nodes of one story as they are hung from each other."""

    def __init__(self, library: Library, members: list[str]) -> None:
        self._library = library
        self._rows = {page_id: library.lineage(page_id) for page_id in members}
        self._nodes = {page_id: _page_node(library, page_id) for page_id in members}
        self.roots: dict[str, Node] = {}
        self.parents: dict[str, Lineage | None] = {}
        for page_id in members:
            self.parents[page_id] = self._chosen(page_id)
        for page_id in members:
            self._hang(page_id, self.parents[page_id])
        for page_id in members:
            for origin_id in library.heads[page_id].page.origin_ids:
                self._origin(origin_id)  # every origin that is counted is drawn, also where no page hangs from it

    def _chosen(self, page_id: str) -> Lineage | None:
        """The row that a page hangs by. One that would close a circle is passed over for the next."""
        for row in sorted(self._rows[page_id], key=self._preference):
            parent = self._page_above(row)
            if row.relation is Relation.COPY_OF or parent is None:
                if parent is None and row.parent_page is not None:
                    continue
                if parent is None or not self._circles(page_id, parent):
                    return row
        return None

    def _preference(self, row: Lineage) -> tuple[bool, float, str, str]:
        copied = self._page_above(row) is not None and row.relation is Relation.COPY_OF
        return not copied, -row.share, row.origin_id, row.parent_page or ""

    def _page_above(self, row: Lineage | None) -> str | None:
        """The page of the story that a row is about, if it is one."""
        return row.parent_page if row is not None and row.parent_page in self._rows else None

    def _circles(self, page_id: str, parent: str) -> bool:
        at: str | None = parent
        while at is not None:
            if at == page_id:
                return True
            at = self._page_above(self.parents.get(at))
        return False

    def _hang(self, page_id: str, row: Lineage | None) -> None:
        node = self._nodes[page_id]
        parent = self._page_above(row)
        origin_ids = self._library.heads[page_id].page.origin_ids
        if row is not None and not is_own(row):
            node.row, node.share = row, row.share
        if parent is not None:
            self._nodes[parent].children.append(node)
        elif row is not None or origin_ids:
            origin_id = row.origin_id if row else origin_ids[0]
            node.own = is_source(self._library.heads[page_id], origin_of(self._library, origin_id))
            self._origin(origin_id).children.append(node)
        else:
            self.roots[page_id] = node

    def _origin(self, origin_id: str) -> Node:
        key = f"origin {origin_id}"
        if key not in self.roots:
            self.roots[key] = _origin_node(self._library, origin_id, key)
        return self.roots[key]

    def extras(self) -> list[Extra]:
        """The relations that the tree does not show, where both ends are drawn: one for each pair of nodes.

        That a page goes back to the origin that it hangs under, if by way of another page, the tree does show.
        """
        extras: dict[tuple[str, str], Extra] = {}
        hung = {tuple(sorted((root.key, below.key))) for root in self.roots.values() for below in _below(root)} | {
            tuple(sorted((node.key, child.key))) for node in self._nodes.values() for child in node.children
        }
        for page_id, rows in self._rows.items():
            for row in sorted(rows, key=_row_key):
                source = row.parent_page if row.parent_page is not None else f"origin {row.origin_id}"
                pair = (source, page_id) if source <= page_id else (page_id, source)
                drawn = source in self._nodes or source in self.roots
                if row.relation is not Relation.SIBLING_OF and drawn and pair not in hung and pair not in extras:
                    extras[pair] = Extra(source, page_id, row)
        return [extras[pair] for pair in sorted(extras)]


def _origin_node(library: Library, origin_id: str, key: str) -> Node:
    origin = origin_of(library, origin_id)
    name = name_of(library, origin)
    if origin.name is None:
        inferred = "inferred: " if library.carried[origin_id] > 1 else ""
        return Node(key, name, "", f"{inferred}no page names it", "ghost")
    return Node(key, name, "", ORIGIN_KIND[origin.kind], "origin")


def _page_node(library: Library, page_id: str) -> Node:
    head = library.heads[page_id]
    wording = wording_of(head)
    return Node(page_id, head.outlet, head.name, WORDING[wording], f"page w-{wording}", page_file(page_id))


def _settle(node: Node, *, grouped: bool) -> None:
    """Put the children in order, larger families first, and join leaves that hang alike where asked to."""
    for child in node.children:
        _settle(child, grouped=grouped)
    if grouped:
        node.children = _joined(node.children)
    node.children.sort(key=lambda child: (-child.size(), -child.share, child.name, child.key))


def _joined(children: list[Node]) -> list[Node]:
    kept = [child for child in children if child.children]
    alike: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for child in children:
        if not child.children:
            alike[child.style, child.edge.split(" ·", 1)[0]].append(child)
    kept.extend(group[0] if len(group) == 1 else _group(group) for group in alike.values())
    return kept


def _group(pages: list[Node]) -> Node:
    first = pages[0]
    return Node(
        key=f"group {first.key}",
        name=plural(len(pages), "page"),
        title=", ".join(sorted({page.name for page in pages})),
        caption=first.caption,
        style=f"{first.style} group",
        href="#pages",
        row=first.row,
        share=fsum(page.share for page in pages) / len(pages),
    )


def _below(node: Node) -> Iterator[Node]:
    waiting = list(node.children)
    while waiting:
        child = waiting.pop()
        yield child
        waiting.extend(child.children)
