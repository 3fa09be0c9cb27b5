"""The provenance stage: whose text each page carries, which wording is faithful, what was changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

import numpy as np
from numpy.typing import NDArray

from copydesk.model.by_page import ByPage
from copydesk.model.lesson import Learning, Lesson, taught
from copydesk.model.packed import packed
from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, OriginKind
from copydesk.provenance.agencies import agencies_lesson
from copydesk.provenance.changes import Changes, find_changes
from copydesk.provenance.columns import Columns, judged, read_columns
from copydesk.provenance.credit import Credit
from copydesk.provenance.credits import credited, find_credits, listed_credits, of_one_kind
from copydesk.provenance.families import Family, Signs, family_shares, find_families, find_ties
from copydesk.provenance.houses import houses_lesson
from copydesk.provenance.kept import free_words, kept_words
from copydesk.provenance.learned import dependable
from copydesk.provenance.lineage import Witnesses, trace_lineage
from copydesk.provenance.names import Houses
from copydesk.provenance.origins import Source, family_sources
from copydesk.provenance.own_work import MAJORITY, own_shares
from copydesk.provenance.replacements import replacements_lesson
from copydesk.provenance.sections import Section, of_lists
from copydesk.provenance.sites import house
from copydesk.provenance.spans import merge_all, subtract_spans
from copydesk.provenance.substitutions import with_unwitnessed
from copydesk.provenance.templates import of_templates
from copydesk.provenance.unwitnessed import Unwitnessed, from_knowledge
from copydesk.provenance.votes import change_votes
from copydesk.provenance.witnessed import reading_witnesses
from copydesk.provenance.wording import PART, Standing, judge_sides, judge_wording, page_odds, spun_odds
from copydesk.text.named import names_in
from copydesk.text.tokens import fold_words

_BODY = frozenset({Label.BODY, Label.SUBHEAD, Label.HEADLINE})
_LINEAGE_HELD = 200_000
"""Rows of lineage up to which they stay objects: with their evidence they are three times as large as other rows."""
_NAMED = 10_000
"""Code points of an article in which names are looked for."""
_PAGES_HELD = 1_000
"""Pages that are read at once."""


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """What the pages say by themselves, in their order: log-odds of being reworded, words of the article, credits,
    where the headline begins and ends (0, 0 where there is none), and the pairs of words at which houses count."""

    odds: list[float]
    words: list[int]
    credits: list[tuple[Credit, ...]]
    headlines: list[tuple[int, int]]
    pairs: Section


def trace(pile: Pile) -> Pile:
    """Fill `replacements`, `substitutions`, `lineage`, `origins`, and the wording of pages and alignments."""
    return taught(tracing(pile))


def tracing(pile: Pile) -> Learning[Pile]:
    """The same for a part of a pile. It asks what sites the pile has, whom it credits as an agency, which swaps recur
    in it, and which of them are dependable; `replacements` are those of the whole pile."""
    pages, segments = pile.pages, ByPage(pile.segments)
    texts = [page.text for page in pages]
    read = _read(pages, segments)
    houses = houses_lesson(pages, read.pairs)
    read = _with_houses(read, pages, segments, houses, (yield houses))
    agencies = yield agencies_lesson(pages, read.credits)
    read = dataclasses.replace(read, credits=of_one_kind(read.credits, agencies))
    given = read_columns(pile.alignments, {page.page_id: at for at, page in enumerate(pages)})
    changes = find_changes(given, texts)
    votes = change_votes(changes)
    odds = spun_odds(np.array(read.odds), given, changes, votes)
    columns = judge_sides(given, changes, votes, odds)
    witnessed = yield from reading_witnesses(changes, columns, pages)
    unwitnessed = list(_unwitnessed(pages, segments, odds, columns, changes))
    kept, free = kept_words(changes, columns, texts), free_words(pages, unwitnessed)
    replacements = yield replacements_lesson(pages, witnessed, kept, free)
    restored = list(from_knowledge(unwitnessed, dependable(replacements)))
    copied = columns.only(~of_templates(columns, changes, odds > 0, texts))
    del changes, votes
    return dataclasses.replace(
        _told(pile, segments, read, odds, copied, agencies),
        alignments=judged(columns, [page.page_id for page in pages]),
        replacements=replacements,
        substitutions=tuple(with_unwitnessed(witnessed, restored)),
    )


def _told(
    pile: Pile,
    segments: Mapping[str, Sequence[Segment]],
    read: Read,
    odds: NDArray[np.float64],
    copied: Columns,
    agencies: Set[str],
) -> Pile:
    """The pile with the lineage that the alignments `copied` show, and the wording of its pages. `odds`: log-odds
    that each is reworded; `agencies` are those of the whole pile."""
    pages = pile.pages
    ties = find_ties(copied, pages, read.words)
    credits = {page.page_id: found for page, found in zip(pages, read.credits, strict=True)}
    spun = {page.page_id for page, log_odds in zip(pages, odds.tolist(), strict=True) if log_odds > 0}
    by_id = {page.page_id: page for page in pages}

    @cache
    def named(page_id: str) -> frozenset[str]:
        return names_in(_body(by_id[page_id], segments[page_id])[:_NAMED])

    families = find_families(
        ties, Signs({key: _names(found) for key, found in credits.items() if found}, spun, named)
    )
    sources = family_sources(families, credits, by_id)
    shares = family_shares(families, ties)
    own = own_shares(families, sources, shares, by_id, credits, spun)
    at_home = _at_home(families, sources, by_id)
    verdicts = _verdicts(pages, odds, shares, own, copied, read, at_home, agencies)
    wording = {page.page_id: verdict for page, (verdict, _) in zip(pages, verdicts, strict=True)}
    lineage, origins, origin_ids = trace_lineage(
        families, sources, Witnesses(by_id, ties, credits, wording, own, agencies)
    )
    return dataclasses.replace(
        pile,
        pages=tuple(
            dataclasses.replace(page, wording=verdict, wording_confidence=sure, origin_ids=origin_ids[page.page_id])
            for page, (verdict, sure) in zip(pages, verdicts, strict=True)
        ),
        lineage=packed(Lineage, lineage, few=_LINEAGE_HELD),
        origins=origins,
    )


def _read(pages: Sequence[Page], segments: Mapping[str, Sequence[Segment]]) -> Read:
    """Read the pages, some at a time."""
    read = Read([], [], [], [], of_lists([]))
    sizes, pairs = [read.pairs[0]], [read.pairs[1]]
    for first in range(0, len(pages), _PAGES_HELD):
        some = pages[first : first + _PAGES_HELD]
        own = [segments[page.page_id] for page in some]
        bodies = [_body(page, parts) for page, parts in zip(some, own, strict=True)]
        read.words.extend(len(body.split()) for body in bodies)
        read.odds.extend(page_odds(some, bodies))
        credits, named = listed_credits(some, own)
        read.credits.extend(credits)
        sizes.append(named[0])
        pairs.append(named[1])
        read.headlines.extend(map(_headline, own))
    return dataclasses.replace(read, pairs=(np.concatenate(sizes), np.concatenate(pairs)))


def _with_houses(
    read: Read, pages: Sequence[Page], segments: Mapping[str, Sequence[Segment]], lesson: Lesson, houses: Houses
) -> Read:
    """The same with what pages credit to the `houses` of the pile; most name none, and need not be read again."""
    credits = list(read.credits)
    asking = lesson.asking((), houses, lesson.notes).tolist()
    for first in range(0, len(asking), _PAGES_HELD):
        numbers = asking[first : first + _PAGES_HELD]
        some = [pages[number] for number in numbers]
        found = find_credits(some, [segments[page.page_id] for page in some], houses)
        for number, own in zip(numbers, found, strict=True):
            credits[number] = own
    return dataclasses.replace(read, credits=credits)


def _headline(segments: Sequence[Segment]) -> tuple[int, int]:
    return next(((part.begin, part.end) for part in segments if part.label is Label.HEADLINE), (0, 0))


def _body(page: Page, segments: Sequence[Segment]) -> str:
    """The article's own words, paragraphs parted by a line end."""
    return "\n".join(page.text[part.begin : part.end] for part in segments if part.label in _BODY)


def _unwitnessed(
    pages: Sequence[Page],
    segments: Mapping[str, Sequence[Segment]],
    odds: NDArray[np.float64],
    columns: Columns,
    changes: Changes,
) -> Iterator[Unwitnessed]:
    """The reworded pages, with what is changed on them and what no better wording covers."""
    better = np.flatnonzero(columns.better >= 0)
    spun = 1 - columns.better[better]
    covered = merge_all(
        len(pages), columns.page[better, spun], columns.begin[better, spun], columns.end[better, spun]
    )
    of = columns.page[changes.alignment()]
    spans = changes.spans.reshape(-1, 2, 2)
    there = (odds[of] > 0) & (spans[:, :, 0] < spans[:, :, 1])
    changed = merge_all(len(pages), of[there], *spans[there].T)
    for page, log_odds, known, other in zip(pages, odds.tolist(), covered, changed, strict=True):
        if log_odds > 0:
            parts = [(part.begin, part.end) for part in segments[page.page_id] if part.label in _BODY]
            yield Unwitnessed(page, subtract_spans(parts, known), other)


def _names(credits: Sequence[Credit]) -> frozenset[str]:
    """The names that a page credits with its text."""
    return frozenset(name for name, _ in credited(credits))


def _verdicts(
    pages: Sequence[Page],
    odds: NDArray[np.float64],
    shares: Mapping[str, Mapping[int, float]],
    own: Mapping[str, float],
    columns: Columns,
    read: Read,
    at_home: Set[str],
    agencies: Set[str],
) -> list[tuple[Wording, float]]:
    """The wording of every page, with its confidence.

    `shares` are those of its families, `own` its own part; pages `at_home` stand on the site that the text is from;
    `agencies` are those of the whole pile.
    """
    nearest = _similarity(columns, odds, np.array(read.headlines, np.int32).reshape(-1, 2))
    verdicts = []
    for number, (page, spun) in enumerate(zip(pages, odds.tolist(), strict=True)):
        held = [*shares.get(page.page_id, {}).values()]
        parts = [*held, own[page.page_id]] if page.page_id in own else held
        standing = _standing(page, read.credits[number], agencies)
        if standing is None and page.page_id in at_home:
            standing = Standing.OWN
        least = MAJORITY if standing is Standing.CREDITED else PART  # what others cut from its source edits no page
        similarity = nearest.get(number) if max(held, default=0.0) >= least else None
        verdicts.append(judge_wording(spun, parts, similarity, standing))
    return verdicts


def _at_home(families: Sequence[Family], sources: Sequence[Source], pages: Mapping[str, Page]) -> set[str]:
    """The pages that stand on the site of the outlet that the text of one of their families is from."""
    return {
        page
        for family, source in zip(families, sources, strict=True)
        if source.origin.kind is OriginKind.OUTLET and not family.loose
        for page in family.pages
        if house(pages[page].site or "") == source.origin.name
    }


def _standing(page: Page, credits: Sequence[Credit], agencies: Set[str]) -> Standing | None:
    """Whether the page's text is its own or another's: it credits itself, or stands on an agency's own site."""
    own = fold_words(page.site or "")
    names = [fold_words(name) for name, _ in credited(credits)]
    if page.site in agencies or any(name == own[: len(name)] for name in names):
        return Standing.OWN
    return Standing.CREDITED if names else None


def _similarity(columns: Columns, odds: NDArray[np.float64], headlines: NDArray[np.int32]) -> dict[int, float]:
    """For each page, the best mean similarity to another page that is not reworded, by length.

    Each paper writes a headline of its own (`headlines` int32[pages, 2]): what lies in one edits no text.
    """
    tying = columns.tying()
    own = headlines[columns.page[tying]]
    above = np.asarray(np.any((columns.begin[tying] >= own[:, :, 0]) & (columns.end[tying] <= own[:, :, 1]), axis=1))
    best: dict[int, float] = {}
    for side in (0, 1):
        kept = odds[columns.page[tying, 1 - side]] <= 0
        rows = tying[kept]
        size = np.where(above[kept], 1e-6, columns.end[rows, side] - columns.begin[rows, side])
        pairs, first, pair_of = np.unique(columns.pairs(rows), return_index=True, return_inverse=True)
        alike = np.bincount(pair_of, columns.similarity[rows] * size, minlength=len(pairs))
        means = alike / np.bincount(pair_of, size, minlength=len(pairs))
        for page, mean in zip(columns.page[rows[first], side].tolist(), means.tolist(), strict=True):
            best[page] = max(best.get(page, 0.0), mean)
    return best
