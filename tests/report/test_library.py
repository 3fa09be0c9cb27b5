"""What the report reads of a case."""

from __future__ import annotations

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment
from copydesk.model.reuse import Passage
from copydesk.model.story import Story
from copydesk.report.heads import common
from copydesk.report.library import Library
from copydesk.report.shelf import Shelf
from tests.report.invented import InMemoryCase, page

_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda s: (min(s), max(s))), max_size=8)


@given(st.lists(st.integers(0, 40), max_size=8, unique=True), _SPANS)
def test_what_spans_have_in_common_is_counted_once(cuts: list[int], spans: list[tuple[int, int]]) -> None:
    edges = sorted(cuts)
    disjoint = list(zip(edges[::2], edges[1::2], strict=False))
    inside = {n for begin, end in disjoint for n in range(begin, end)}
    assert common(disjoint, sorted(spans)) == len(inside & {n for begin, end in spans for n in range(begin, end)})


def test_only_article_text_counts_as_reused() -> None:
    case = InMemoryCase(
        {
            "pages": [page("a", "menu body body")],
            "segments": [Segment("a", 0, 5, Label.NAVIGATION), Segment("a", 5, 14, Label.BODY)],
            "passages": [Passage("c", "a", 0, 9), Passage("d", "a", 7, 9)],
        }
    )
    with closing(Library(case)) as library:
        assert library.heads["a"].reused == 4 / 9
        assert library.heads["a"].page.text == ""
        assert library.text("a") == "menu body body"


def test_a_page_is_called_by_what_is_known_of_it() -> None:
    pages = [
        page("a", "\n First line.\nMore", title=None, site=None, url="https://www.daily.example/x"),
        page("b", " ", title=" ", site=None, url=None, source="pile/folder/b.txt"),
    ]
    with closing(Library(InMemoryCase({"pages": pages}))) as library:
        one, two = library.heads["a"], library.heads["b"]
    assert (one.name, one.outlet) == ("First line.", "daily.example")
    assert (two.name, two.outlet) == ("Untitled page", "b.txt")


def test_a_page_without_a_title_is_called_by_its_headline_and_not_by_its_banner() -> None:
    text = "Monday, March 9\n\nBoats sail again\n\nThe boats sailed."
    labels = ((0, 15, Label.DATE_BANNER), (15, 33, Label.HEADLINE), (33, len(text), Label.BODY))
    for rows, name in ((labels, "Boats sail again"), (labels[::2], "The boats sailed.")):
        case = InMemoryCase(
            {"pages": [page("a", text, title=None)], "segments": [Segment("a", *row) for row in rows]}
        )
        case.tables["stories"] = [
            Story("s", None, None, None, None, ("gone", "a")),
            Story("t", None, None, None, None, ()),
        ]
        with closing(Library(case)) as library:
            assert library.heads["a"].name == library.title("s") == name
            assert library.title("t") == "Untitled story"


def test_the_shelf_gives_rows_back_by_key_in_the_order_in_which_they_came() -> None:
    with closing(Shelf()) as shelf:
        assert shelf.put("kind", [("k", 3), ("\ud800", 2), ("k", 1)]) == 3
        shelf.put("other", [("k", 9)])
        shelf.seal()
        assert shelf.get("kind", "k") == [3, 1]
        assert shelf.get("kind", "\ud800") == [2]
        assert shelf.get("kind", "none") == []
