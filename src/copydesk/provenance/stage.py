"""The provenance stage: whose text each page carries, which wording is faithful, what was changed."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from copydesk.model.by_page import ByPage
from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Alignment, Kind, Replacement
from copydesk.provenance.changes import Changes, find_changes, kept_words
from copydesk.provenance.credits import Credit, credited, credited_agencies, find_credits
from copydesk.provenance.families import Edge, Family, Tie, find_families, find_ties
from copydesk.provenance.lineage import Witnesses, trace_lineage
from copydesk.provenance.spans import merge_spans, subtract_spans
from copydesk.provenance.substitutions import (
    dependable,
    from_knowledge,
    from_witnesses,
    learn_replacements,
    without_overlaps,
)
from copydesk.provenance.wording import Standing, judge_sides, judge_wording, page_odds, spun_odds
from copydesk.text.tokens import fold_words

_BODY = frozenset({Label.BODY, Label.SUBHEAD, Label.HEADLINE})


def trace(pile: Pile) -> Pile:
    """Fill `replacements`, `substitutions`, `lineage`, `origins`, and the wording of pages and alignments."""
    pages = {page.page_id: page for page in pile.pages}
    segments = ByPage(pile.segments)
    words, own = {}, {}
    for page in pile.pages:
        body = _body(page, segments[page.page_id])
        words[page.page_id], own[page.page_id] = len(body.split()), page_odds(page, body)
    given = tuple(pile.alignments)
    changes = find_changes(given, pages)
    odds = spun_odds(own, changes)
    alignments = tuple(judge_sides(row, changes.of(at), odds) for at, row in enumerate(given))
    witnessed = from_witnesses(changes, alignments)
    replacements = learn_replacements(witnessed, kept_words(changes, alignments))
    restored = _from_knowledge(segments, odds, alignments, changes, replacements)
    ties = find_ties(alignments, pages, words)
    families = find_families(ties)
    credits = {page.page_id: find_credits(page, segments[page.page_id]) for page in pile.pages}
    verdicts = _verdicts(pile.pages, odds, families, ties, alignments, credits)
    known = Witnesses(pages, ties, credits, {page_id: wording for page_id, (wording, _) in verdicts.items()})
    lineage, origins, origin_ids = trace_lineage(families, known)
    judged = [
        dataclasses.replace(
            page,
            wording=verdicts[page.page_id][0],
            wording_confidence=verdicts[page.page_id][1],
            origin_ids=origin_ids[page.page_id],
        )
        for page in pile.pages
    ]
    return dataclasses.replace(
        pile,
        pages=tuple(judged),
        alignments=alignments,
        replacements=replacements,
        substitutions=tuple(without_overlaps(witnessed, restored)),
        lineage=lineage,
        origins=origins,
    )


def _body(page: Page, segments: Sequence[Segment]) -> str:
    """The article's own words, paragraphs parted by a line end."""
    return "\n".join(page.text[part.begin : part.end] for part in segments if part.label in _BODY)


def _from_knowledge(
    own: Mapping[str, Sequence[Segment]],
    odds: Mapping[str, float],
    alignments: Sequence[Alignment],
    changes: Changes,
    replacements: Sequence[Replacement],
) -> list[Substitution]:
    """Restored words of reworded pages that no faithful witness shows."""
    learned = dependable(replacements)
    covered: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in alignments:
        if row.better_wording == "b":
            covered[row.a_page].append((row.a_begin, row.a_end))
        elif row.better_wording == "a":
            covered[row.b_page].append((row.b_begin, row.b_end))
    changed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(alignments):
        a_spun, b_spun = odds[row.a_page] > 0, odds[row.b_page] > 0
        for a_begin, a_end, b_begin, b_end in changes.spans_of(number) if a_spun or b_spun else ():
            if a_spun and a_begin < a_end:
                changed[row.a_page].append((a_begin, a_end))
            if b_spun and b_begin < b_end:
                changed[row.b_page].append((b_begin, b_end))
    found = []
    for page_id, log_odds in odds.items():
        if log_odds > 0:
            parts = [(part.begin, part.end) for part in own[page_id] if part.label in _BODY]
            free = subtract_spans(parts, merge_spans(covered[page_id]))
            found.extend(from_knowledge(changes.pages[page_id], free, merge_spans(changed[page_id]), learned))
    return found


def _verdicts(
    pages: Sequence[Page],
    odds: Mapping[str, float],
    families: Sequence[Family],
    ties: Mapping[Edge, Tie],
    alignments: Sequence[Alignment],
    credits: Mapping[str, Sequence[Credit]],
) -> dict[str, tuple[Wording, float]]:
    """The wording of every page, with its confidence."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for family in families:
        greatest: defaultdict[str, float] = defaultdict(float)
        for a, b in family.ties:
            greatest[a] = max(greatest[a], ties[a, b].a_share)
            greatest[b] = max(greatest[b], ties[a, b].b_share)
        for page_id, share in greatest.items():
            shares[page_id].append(share)
    nearest = _similarity(alignments, odds)
    agencies = credited_agencies(credits)
    return {
        page.page_id: judge_wording(
            odds[page.page_id],
            shares[page.page_id],
            nearest.get(page.page_id),
            _standing(page, credits[page.page_id], agencies),
        )
        for page in pages
    }


def _standing(page: Page, credits: Sequence[Credit], agencies: Set[str]) -> Standing | None:
    """Whether the page's text is its own or another's: it credits itself, or stands on an agency's own site."""
    own = fold_words(page.site or "")
    names = [fold_words(name) for name, _ in credited(credits)]
    if page.site in agencies or any(name == own[: len(name)] for name in names):
        return Standing.OWN
    return Standing.CREDITED if names else None


def _similarity(alignments: Sequence[Alignment], odds: Mapping[str, float]) -> dict[str, float]:
    """For each page, the best mean similarity to another page that is not reworded."""
    sums: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for row in alignments:
        if row.kind is not Kind.SHARED_QUOTE and row.a_page != row.b_page:
            if odds[row.b_page] <= 0:
                sums[row.a_page, row.b_page].append(row.similarity)
            if odds[row.a_page] <= 0:
                sums[row.b_page, row.a_page].append(row.similarity)
    best: dict[str, float] = {}
    for (page_id, _), values in sums.items():
        best[page_id] = max(best.get(page_id, 0.0), sum(values) / len(values))
    return best
