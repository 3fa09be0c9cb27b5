"""The words for why a page counts to an origin."""

from __future__ import annotations

from contextlib import closing

from copydesk.model.provenance import Lineage, OriginKind, Relation
from copydesk.report.library import Library
from copydesk.report.reasoning import argue, is_own, name_of, origin_of, reasons_of
from copydesk.report.stemma import draw_up
from tests.report.invented import InMemoryCase, invented_case, page


def test_each_origin_has_its_pages_with_the_largest_share_first() -> None:
    with closing(Library(invented_case())) as library:
        wire, courier = argue(library, ("p01", "p02", "p03", "p04", "p05"), 2)
    assert (wire.name, wire.kind) == ("Northern Wire", "news agency")
    assert [reason.head.page.page_id for reason in wire.reasons] == ["p03", "p01", "p04", "p02"]
    first = wire.reasons[0]
    assert first.main is not None
    assert first.main.whole == "99% of its words come from it"
    assert [(c.words, c.other.outlet if c.other else None, c.share) for c in first.kin] == [
        ("sibling of", "Harbor Ledger", "99%")
    ]
    assert [reason.own for reason in courier.reasons] == [True]


def test_evidence_is_quoted_with_a_link_to_its_words() -> None:
    with closing(Library(invented_case())) as library:
        ((_, reason),) = reasons_of(library, "p01", 2)
        assert reason.main is not None
        (quote,) = reason.main.quotes
        text = library.text("p01")
    begin = text.index("Northern Wire")
    assert (quote.text, quote.href) == ("Northern Wire", f"page/p01.html#c{begin}-{begin + 13}")


def test_a_source_that_is_only_named_is_said_to_have_no_text_on_the_page() -> None:
    with closing(Library(invented_case())) as library:
        (_, own), (origin, named) = reasons_of(library, "p05", 2)
        assert own.own
        assert named.main is not None
    assert origin.origin_id == "o-wire"
    assert named.main.whole == "names it as a source; no text of it is on the page"
    assert named.main.share == ""


def test_a_page_of_the_source_itself_is_called_so() -> None:
    case = invented_case()
    case.tables["pages"][0] = page("p01", case.tables["pages"][0].text, site="northern wire", origin_ids=("o-wire",))
    with closing(Library(case)) as library:
        ((_, reason),) = reasons_of(library, "p01", 2)
        (root, _) = draw_up(library, library.stories["s01"]).roots
    assert reason.main is not None
    assert (reason.main.whole, reason.main.words) == ("the source’s own page", "page of")
    assert {child.key: child.edge for child in root.children}["p01"] == "own page"


def test_an_origin_without_a_name_is_called_by_its_traces() -> None:
    pages = [
        page("a", "x", origin_ids=("o1",)),
        page("b", "x", origin_ids=("o1",)),
        page("c", "x", origin_ids=("o2",)),
    ]
    with closing(Library(InMemoryCase({"pages": pages}))) as library:
        shared, sole = origin_of(library, "o1"), origin_of(library, "o2")
        assert shared.inferred
        assert shared.kind is OriginKind.UNKNOWN
        assert name_of(library, shared) == "Unnamed source A"
        assert name_of(library, sole) == "Source not known"


def test_a_row_with_evidence_or_a_parent_is_not_just_a_page_s_own_work() -> None:
    assert is_own(Lineage("a", None, "o", Relation.DRAWS_ON, 1.0, 0.5, ()))
    assert not is_own(Lineage("a", None, "o", Relation.COPY_OF, 1.0, 0.5, ()))
    assert not is_own(Lineage("a", "b", "o", Relation.DRAWS_ON, 1.0, 0.5, ()))
