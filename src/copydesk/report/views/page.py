"""A page as it was read, with what the case says of its words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.model.provenance import Origin, Substitution
from copydesk.model.reuse import Kind, Passage
from copydesk.report.addresses import page_file, place_address, story_file
from copydesk.report.article import Markings, Paragraph, Restoration, Reuse, set_article
from copydesk.report.clusters import Cluster
from copydesk.report.figures import wording_of
from copydesk.report.hostile import line
from copydesk.report.labels import KIND, SEGMENT, WORDING_MEANS, percent
from copydesk.report.library import Library
from copydesk.report.press import Press
from copydesk.report.reasoning import name_of, origin_of, reasons_of

_QUOTES = 8
_LINKS = 4


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place of a passage: the outlet and the link to its words."""

    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: the passages it is for, how they stand to the best wording, where else they stand."""

    numbers: tuple[int, ...]
    standing: str
    style: str
    places: tuple[Elsewhere, ...]
    more: int
    collated: str | None


def write(
    press: Press, library: Library, page_id: str, clusters: Mapping[str, Cluster], where: Mapping[str, str]
) -> None:
    """Write the page of a page. `clusters` holds at least its passages, by id; `where` their place in a collation."""
    head = library.heads[page_id]
    passages = sorted(
        (p for p in library.passages_on(page_id) if p.cluster_id in clusters),
        key=lambda p: (p.begin, -p.end, p.cluster_id),
    )
    notes = [_note(library, p, clusters[p.cluster_id], n, where) for n, p in enumerate(passages, start=1)]
    reuses = tuple(Reuse(p.begin, p.end, n.numbers[0], n.style) for p, n in zip(passages, notes, strict=True))
    restorations = tuple(_restoration(library, row) for row in library.substitutions(page_id))
    segments = tuple(library.segments(page_id))
    markings = Markings(segments, reuses, restorations, _anchors(library, page_id))
    paragraphs = list(set_article(library.text(page_id), markings))
    press.set(
        page_file(page_id),
        "page.html",
        head=head,
        stories=[(line(library.stories[s].title, 120) or "Untitled story", story_file(s)) for s in head.stories],
        origins=_named(library, [origin_of(library, i) for i in sorted(set(head.page.origin_ids))]),
        lineage=[
            (name_of(library, origin), origin, reason) for origin, reason in reasons_of(library, page_id, _QUOTES)
        ],
        paragraphs=[(p, _notes_for(p, notes)) for p in paragraphs],
        styles={reuse.style for reuse in reuses},
        n_substitutions=len(restorations),
        furniture=any(p.furniture for p in paragraphs),
        segment_names=SEGMENT,
        wording_means=WORDING_MEANS[wording_of(head)],
    )


def _named(library: Library, origins: list[Origin]) -> list[tuple[str, Origin]]:
    return [(name_of(library, origin), origin) for origin in origins]


def _anchors(library: Library, page_id: str) -> tuple[tuple[int, int], ...]:
    """The places that other pages of the report link to, beside passages and substitutions."""
    witnessed = (
        (row.witness_begin, row.witness_end)
        for row in library.witnessed_by(page_id)
        if row.witness_begin is not None and row.witness_end is not None
    )
    return (*library.evidence_on(page_id), *witnessed)


def _restoration(library: Library, row: Substitution) -> Restoration:
    head = library.heads.get(row.witness_page or "")
    if head is None or row.witness_begin is None or row.witness_end is None:
        return Restoration(row, None, None)
    return Restoration(row, head.outlet, place_address(head.page.page_id, row.witness_begin, row.witness_end))


def _note(library: Library, own: Passage, cluster: Cluster, number: int, where: Mapping[str, str]) -> Note:
    others = [p for p in cluster.places if (p.page_id, p.begin, p.end) != (own.page_id, own.begin, own.end)]
    standing, style = _standing(own, cluster)
    return Note(
        numbers=(number,),
        standing=standing,
        style=style,
        places=tuple(
            Elsewhere(
                library.heads[p.page_id].outlet if p.page_id != own.page_id else "this page, again",
                place_address(p.page_id, p.begin, p.end),
            )
            for p in others[:_LINKS]
        ),
        more=len(others) - len(others[:_LINKS]) + cluster.more,
        collated=where.get(own.cluster_id),
    )


def _standing(own: Passage, cluster: Cluster) -> tuple[str, str]:
    """How a place's wording stands to the best one, in words and as the class it is drawn with."""
    best = cluster.best
    if (best.page_id, best.begin, best.end) == (own.page_id, own.begin, own.end):
        return ("best wording" if cluster.told else ""), "k-best"
    for place in cluster.places:
        if (place.page_id, place.begin, place.end) == (own.page_id, own.begin, own.end) and place.kind:
            words = KIND[place.kind]
            if place.kind is not Kind.VERBATIM and place.similarity is not None:
                words += f", {percent(place.similarity)} of words kept"
            return words, f"k-{place.kind.value}"
    return "", "k-none"


def _notes_for(paragraph: Paragraph, notes: list[Note]) -> list[Note]:
    """The notes of a paragraph; neighbours with the same other pages and standing become one."""
    merged: list[Note] = []
    for number in paragraph.numbers:
        note = notes[number - 1]
        if merged and _alike(merged[-1], note):
            last = merged.pop()
            merged.append(
                Note((*last.numbers, number), last.standing, last.style, last.places, last.more, last.collated)
            )
        else:
            merged.append(note)
    return merged


def _alike(one: Note, other: Note) -> bool:
    same_pages = [p.outlet for p in one.places] == [p.outlet for p in other.places] and one.more == other.more
    return same_pages and one.style == other.style and one.standing == other.standing
