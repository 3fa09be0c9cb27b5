"""Questions between two builds: which pages of a case share text with a file, and why two pages do or do not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.extract import extract
from copydesk.inputs import read
from copydesk.limits import LIMITS, Limits
from copydesk.model.page import ARTICLE_LABELS, Label, Page, Segment
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Kind
from copydesk.record.case import Case
from copydesk.reuse import ReuseSettings
from copydesk.reuse.pair import Cut, Pair, align_with_others, explain_pair

MOST_PAGES = 24
"""Pages that are compared with a checked one: those that share most runs of words with it."""
_COMPARED = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage of the checked page (`begin`, `end`) that stands on a page of the case (`page_begin`, `page_end`)."""

    begin: int
    end: int
    page_begin: int
    page_end: int
    kind: Kind
    similarity: float


@dataclass(frozen=True, slots=True)
class SharingPage:
    """A page of the case that shares text with the checked one; `share` is of the checked page's article text."""

    page_id: str
    source: str
    title: str | None
    share: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One page of a checked file, as a build would read it, and the pages that share text with it, most first.

    `compared` is the number of pages that were compared with it.
    """

    page: Page
    compared: int
    pages: tuple[SharingPage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two pages share passages in a case, or share none.

    `pair` is what the reuse stage sees in them before it has learned any swaps; `run_pages` are the numbers of pages
    on which shared runs stand, null for those that the index does not keep (three of four); `alignments` is what the
    case has; `through` are the ids of pages that share passages with both: such a page brings two others together.
    """

    a: Page
    b: Page
    pair: Pair
    run_pages: tuple[int | None, ...]
    every_pair: bool
    alignments: tuple[Alignment, ...]
    through: tuple[str, ...]

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The thresholds that hide something, each with what shows without it."""
        return self.pair.cuts


def check(path: str | os.PathLike[str], case: Case, *, limits: Limits = LIMITS) -> Iterator[Checked | Reject]:
    """For each page in a file, the pages of the case that share passages with it; nothing is built or changed.

    The file is read as `build` reads it, and compared as one round of `build` compares, with the word counts of the
    case. What was learned from the case's own pages is not used, so a heavily reworded page may show less than
    after a build.
    """
    for record in read([path], limits=limits):
        result = record if isinstance(record, Reject) else extract(record, limits=limits)
        yield result if isinstance(result, Reject) else _checked(result.page, result.segments, case)


def _checked(page: Page, segments: tuple[Segment, ...], case: Case) -> Checked:
    with case.snapshot():
        likely = case.sharing(page.text, _spans(segments), MOST_PAGES)
        others = [case.page(page_id) for page_id in likely if page_id != page.page_id]
        every = [*segments, *(part for other in others for part in case.about(other.page_id, "segments"))]
        rows = align_with_others(page, others, every, case.word_counts, ReuseSettings()) if others else ()
    article = sum(part.end - part.begin for part in segments if part.label in ARTICLE_LABELS)
    found = [_sharing(other, [row for row in rows if row.b_page == other.page_id], article) for other in others]
    kept = sorted((one for one in found if one.passages), key=lambda one: (-one.share, one.page_id))
    return Checked(page, len(others), tuple(kept))


def _sharing(other: Page, rows: list[Alignment], article: int) -> SharingPage:
    covered, last = 0, 0
    for begin, end in sorted((row.a_begin, row.a_end) for row in rows):
        covered += max(0, end - max(begin, last))
        last = max(last, end)
    passages = (
        SharedPassage(row.a_begin, row.a_end, row.b_begin, row.b_end, row.kind, row.similarity) for row in rows
    )
    share = round(min(1.0, covered / max(article, 1)), 4)
    return SharingPage(other.page_id, other.source, other.title, share, tuple(passages))


def explain(case: Case, a: str, b: str) -> Explanation:
    """Why two pages of a case share passages or none: shared runs of words, candidates, and what each threshold cut.

    `a` and `b` name pages as `Case.page` takes them.

    Raises:
        NotFoundError: one of them names no page.
        AmbiguousError: one of them names several.
        ValueError: both name one page, which has no passages in common with itself but its repeats.
    """
    settings = ReuseSettings()
    with case.snapshot():
        one, two = case.page(a), case.page(b)
        if one.page_id == two.page_id:
            raise ValueError(f"{a!r} and {b!r} are one page: give two")
        parts = [*case.about(one.page_id, "segments"), *case.about(two.page_id, "segments")]
        pair = explain_pair(one, two, parts, case.word_counts, settings)
        run_pages = tuple(case.pages_of_run(one.text[run.a_begin : run.a_end]) for run in pair.runs)
        key = {one.page_id, two.page_id}
        of_one, of_two = (case.about(page.page_id, "alignments") for page in (one, two))
        rows = tuple(row for row in of_one if {row.a_page, row.b_page} == key)
        through = tuple(sorted((_pages(of_one) & _pages(of_two)) - key))
        return Explanation(one, two, pair, run_pages, case.count("pages") <= settings.every_pair, rows, through)


def _pages(rows: tuple[Alignment, ...]) -> set[str]:
    """The pages of passages that are no shared quotations."""
    return {page for row in rows if row.kind is not Kind.SHARED_QUOTE for page in (row.a_page, row.b_page)}


def _spans(segments: tuple[Segment, ...]) -> list[tuple[int, int]]:
    return [(part.begin, part.end) for part in segments if part.label in _COMPARED]
