"""Which place of a passage has the best wording."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from copydesk.model.page import Wording
from copydesk.model.reuse import Alignment, Kind, Passage
from copydesk.report.clusters import MOST_PLACES, Cluster, read_cluster
from copydesk.report.collation import collate, in_order
from copydesk.report.library import Library
from tests.report.invented import InMemoryCase, invented_case, page


@contextmanager
def _library(case: InMemoryCase) -> Iterator[Library]:
    with closing(Library(case)) as library:
        yield library


def _read(case: InMemoryCase, cluster_id: str) -> Cluster:
    with _library(case) as library:
        cluster = read_cluster(library, cluster_id)
        assert cluster is not None
        return cluster


def _case(better: str | None, **wordings: Wording) -> InMemoryCase:
    return InMemoryCase(
        {
            "pages": [page(p, "One two three four.", wording=w) for p, w in wordings.items()],
            "passages": [Passage("c", p, 0, 19) for p in wordings],
            "alignments": [Alignment("a", 0, 19, "b", 0, 19, Kind.SPUN, 0.5, better)],
        }
    )


def test_the_side_that_the_alignment_calls_better_comes_first_whatever_its_page_is() -> None:
    cluster = _read(_case("b", a=Wording.ORIGINAL, b=Wording.SPUN_COPY), "c")
    assert [place.page_id for place in cluster.places] == ["b", "a"]
    assert cluster.told
    assert (cluster.places[1].kind, cluster.places[1].similarity) == (Kind.SPUN, 0.5)
    assert cluster.best.kind is None


def test_without_a_verdict_the_wording_of_the_page_decides() -> None:
    cluster = _read(_case(None, a=Wording.SPUN_COPY, b=Wording.EDITED_COPY), "c")
    assert [place.page_id for place in cluster.places] == ["b", "a"]
    assert not cluster.told


def test_a_place_that_is_not_aligned_with_the_best_is_set_against_the_next() -> None:
    case = _case("a", a=Wording.ORIGINAL, b=Wording.SPUN_COPY, c=Wording.SPUN_COPY)
    case.tables["alignments"].append(Alignment("b", 0, 19, "c", 0, 19, Kind.EDITED, 0.75, None))
    cluster = _read(case, "c")
    assert [(place.page_id, place.kind) for place in cluster.places] == [
        ("a", None),
        ("c", Kind.EDITED),
        ("b", Kind.SPUN),
    ]


def test_a_passage_with_one_known_place_is_none() -> None:
    case = InMemoryCase(
        {"pages": [page("a", "Words.")], "passages": [Passage("c", "a", 0, 5), Passage("c", "z", 0, 5)]}
    )
    with _library(case) as library:
        assert read_cluster(library, "c") is None


def test_two_places_on_one_page_are_told_apart() -> None:
    case = InMemoryCase(
        {
            "pages": [page("a", "One two. One 2.")],
            "passages": [Passage("c", "a", 0, 8), Passage("c", "a", 9, 15)],
            "alignments": [Alignment("a", 0, 8, "a", 9, 15, Kind.EDITED, 0.5, "b")],
        }
    )
    cluster = _read(case, "c")
    assert [place.begin for place in cluster.places] == [9, 0]


def test_of_a_text_that_ran_everywhere_the_rest_is_counted() -> None:
    pages = [page(f"p{n:03d}", "The same words.") for n in range(MOST_PLACES + 15)]
    case = InMemoryCase({"pages": pages, "passages": [Passage("c", p.page_id, 0, 15) for p in pages]})
    with _library(case) as library:
        cluster = read_cluster(library, "c")
        assert cluster is not None
        assert (len(cluster.places), cluster.more) == (MOST_PLACES, 15)
        laid_out = collate(library, cluster, 1, "s")
    assert laid_out.n_places == MOST_PLACES + 15
    assert len(laid_out.best.witnesses) == MOST_PLACES
    assert laid_out.others == ()
    assert laid_out.more == 15


def test_passages_come_in_the_order_of_the_best_witness() -> None:
    with _library(invented_case()) as library:
        clusters = [read_cluster(library, f"c{n:02d}") for n in (4, 2, 0, 3, 1)]
        known = [cluster for cluster in clusters if cluster is not None]
        ordered = in_order(known, ["p03", "p01", "p02", "p04"])
    assert [cluster.cluster_id for cluster in ordered] == ["c00", "c01", "c02", "c03", "c04"]
    assert {cluster.best.page_id for cluster in ordered} == {"p01"}


def test_pages_with_the_same_words_share_a_reading_and_the_others_show_what_they_changed() -> None:
    with _library(invented_case()) as library:
        cluster = read_cluster(library, "c02")
        assert cluster is not None
        laid_out = collate(library, cluster, 3, "s01")
    assert [w.head.outlet for w in laid_out.best.witnesses] == ["Harbor Ledger", "Coast Post"]
    (other,) = laid_out.others
    assert other.kind == "machine-reworded"
    assert "<del>asked</del><span data-desk> </span><ins>requested</ins>" in other.html
    assert '<span class="varied">asked</span>' in laid_out.best.html
    assert other.witnesses[0].href.startswith("page/p03.html#c")
