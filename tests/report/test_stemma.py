"""The family tree: who hangs from whom, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.page import Wording
from copydesk.model.provenance import Lineage, Origin, OriginKind, Relation
from copydesk.model.story import Story
from copydesk.report.library import Library
from copydesk.report.stemma import Node, Stemma, draw_up
from copydesk.report.stemma_layout import Box, Drawing, columns_of, fit, lay_out
from tests.report.invented import InMemoryCase, page

_AGENCY = Origin("o-wire", "Northern Wire", OriginKind.AGENCY, inferred=False)
_GHOST = Origin("o-ghost", None, OriginKind.UNKNOWN, inferred=True)


def _row(page_id: str, parent: str | None, share: float, relation: Relation, origin: str = "o-wire") -> Lineage:
    return Lineage(page_id, parent, origin, relation, share, 0.8, ())


def _drawn(rows: list[Lineage], page_ids: list[str], origins: tuple[str, ...] = ("o-wire",)) -> Stemma:
    story = Story("s", "A story", None, None, None, tuple(page_ids))
    pages = [page(p, f"Page {p}.", origin_ids=origins, wording=Wording.SPUN_COPY) for p in page_ids]
    case = InMemoryCase({"pages": pages, "lineage": rows, "origins": [_AGENCY, _GHOST], "stories": [story]})
    with closing(Library(case)) as library:
        return draw_up(library, story)


def _shape(node: Node) -> tuple[str, list[object]]:
    return node.key, [_shape(child) for child in node.children]


def test_pages_of_one_source_hang_from_it_side_by_side() -> None:
    rows = [_row(p, None, 0.9, Relation.COPY_OF) for p in ("a", "b")]
    rows += [_row("a", "b", 0.8, Relation.SIBLING_OF), _row("b", "a", 0.8, Relation.SIBLING_OF)]
    stemma = _drawn(rows, ["a", "b"])
    assert [_shape(root) for root in stemma.roots] == [("origin o-wire", [("a", []), ("b", [])])]
    assert stemma.extras == ()
    assert {row.parent_page for row in stemma.rows} == {None}


def test_a_page_that_is_a_copy_of_a_page_hangs_from_that_page() -> None:
    rows = [_row("a", None, 0.9, Relation.COPY_OF), _row("b", None, 0.9, Relation.COPY_OF)]
    rows += [_row("b", "a", 0.7, Relation.COPY_OF)]
    stemma = _drawn(rows, ["a", "b"])
    assert [_shape(root) for root in stemma.roots] == [("origin o-wire", [("a", [("b", [])])])]
    assert stemma.extras == ()


def test_pages_that_each_claim_the_other_do_not_hang_in_a_circle() -> None:
    rows = [_row("a", "b", 0.9, Relation.COPY_OF), _row("b", "a", 0.9, Relation.COPY_OF)]
    rows += [_row("a", None, 0.5, Relation.COPY_OF), _row("b", None, 0.5, Relation.COPY_OF)]
    stemma = _drawn(rows, ["a", "b"])
    assert [_shape(root) for root in stemma.roots] == [("origin o-wire", [("b", [("a", [])])])]


def test_a_source_that_no_page_names_is_a_ghost() -> None:
    rows = [_row(p, None, 0.9, Relation.COPY_OF, "o-ghost") for p in ("a", "b")]
    (root,) = _drawn(rows, ["a", "b"], ("o-ghost",)).roots
    assert (root.style, root.name) == ("ghost", "Unnamed source A")


def test_a_second_source_of_a_page_is_an_edge_beside_the_tree() -> None:
    rows = [_row("a", None, 0.6, Relation.COPY_OF), _row("a", None, 0.3, Relation.DRAWS_ON, "o-ghost")]
    rows += [_row("b", None, 0.9, Relation.COPY_OF, "o-ghost")]
    stemma = _drawn(rows, ["a", "b"])
    (extra,) = stemma.extras
    assert (extra.source, extra.target, extra.row.share) == ("origin o-ghost", "a", 0.3)
    assert len(lay_out(stemma, 5).wires) == 3


def test_every_origin_that_is_counted_is_drawn() -> None:
    rows = [_row("a", None, 0.9, Relation.COPY_OF), _row("a", None, 0.02, Relation.DRAWS_ON, "o-ghost")]
    stemma = _drawn(rows, ["a"], ("o-ghost", "o-wire"))
    assert [root.key for root in stemma.roots] == ["origin o-wire", "origin o-ghost"]
    assert [(extra.source, extra.target) for extra in stemma.extras] == [("origin o-ghost", "a")]


def test_a_page_of_which_nothing_is_known_stands_alone() -> None:
    (root,) = _drawn([], ["a"], ()).roots
    assert _shape(root) == ("a", [])


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [_row(p, None, 0.9, Relation.COPY_OF) for p in "abcd"]
    rows += [_row("d", "a", 0.9, Relation.COPY_OF), _row("b", None, 0.2, Relation.DRAWS_ON, "o-ghost")]
    drawn = lay_out(_drawn(rows, list("abcd")), 3)
    other = lay_out(_drawn(rows[::-1], list("abcd")), 3)
    assert [(b.node.key, b.x, b.y) for b in drawn.boxes] == [(b.node.key, b.x, b.y) for b in other.boxes]
    assert drawn.wires == other.wires


def test_many_pages_that_hang_alike_are_drawn_as_one() -> None:
    ids = [f"p{n:02d}" for n in range(60)]
    stemma = _drawn([_row(p, None, 0.9, Relation.COPY_OF) for p in ids], ids)
    ((root,),) = (stemma.roots,)
    (group,) = root.children
    assert stemma.grouped
    assert (group.name, group.share, group.href) == ("60 pages", 0.9, "#pages")
    assert len(stemma.rows) == 60


@st.composite
def _families(draw: st.DrawFn) -> tuple[list[Lineage], list[str]]:
    ids = [f"p{n:02d}" for n in range(draw(st.integers(1, 40)))]
    rows = []
    for page_id in ids:
        parent = draw(st.none() | st.sampled_from(ids))
        origin = draw(st.sampled_from(["o-wire", "o-ghost", "o-nobody"]))
        relation = draw(st.sampled_from(list(Relation)))
        if parent != page_id:
            rows.append(_row(page_id, parent, draw(st.sampled_from([0.0, 0.2, 0.9, 1.0])), relation, origin))
    return rows, ids


@settings(max_examples=60)
@given(_families(), st.sampled_from([5, 3, 2, 1]))
def test_every_page_is_drawn_once_and_no_box_covers_another(
    family: tuple[list[Lineage], list[str]], columns: int
) -> None:
    rows, ids = family
    drawing = lay_out(_drawn(rows, ids), columns)
    assert sorted(b.node.key for b in drawing.boxes if b.node.href) == ids
    assert drawing.columns <= columns
    for box in drawing.boxes:
        assert box.x >= 0 and box.x + 196 <= drawing.width
        assert box.y >= 0 and box.y + box.height <= drawing.height
    assert not list(_covered(drawing))


def _covered(drawing: Drawing) -> Iterator[tuple[Box, Box]]:
    for n, one in enumerate(drawing.boxes):
        for two in drawing.boxes[:n]:
            apart = one.x + 196 <= two.x or two.x + 196 <= one.x
            if not apart and one.y < two.y + two.height and two.y < one.y + one.height:
                yield one, two


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"]) | st.just(" "), max_size=90))
def test_words_are_cut_to_their_lines(text: str) -> None:
    lines = fit(text, 20, 2)
    assert len(lines) <= 2
    assert all(columns_of(line) <= 20 for line in lines)
    whole = " ".join(text.split())
    if columns_of(whole) <= 20:
        assert " ".join(lines) == whole


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    assert fit("the boats of port selwyn sail again on friday", 17, 2) == ("the boats of port", "selwyn sail again…")
    assert fit("unbreakablelongwordwithoutanyend", 10, 2) == ("unbreakab…",)
    assert fit("港口渡轮罢工结束", 9, 1) == ("港口渡轮…",)
    assert fit("PORT SELWYN", 12, 1) == ("PORT SEL…",)
