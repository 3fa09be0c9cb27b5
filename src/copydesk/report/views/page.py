"""A page as it was read, with what the case says of its words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from copydesk.model.provenance import Origin, Substitution
from copydesk.model.reuse import Kind, Passage
from copydesk.report.addresses import page_file, place_address, story_file
from copydesk.report.article import Markings, Paragraph, Restoration, Reuse, set_article
from copydesk.report.clusters import Cluster, Place
from copydesk.report.dating import places, witnesses_of
from copydesk.report.figures import wording_of
from copydesk.report.hostile import line
from copydesk.report.labels import KIND, SEGMENT, WORDING_MEANS, percent
from copydesk.report.library import Library
from copydesk.report.press import Press
from copydesk.report.reasoning import name_of, origin_of, reasons_of

_QUOTES = 8
_LINKS = 2


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place of a passage: the outlet and the link to its words."""

    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin for one passage, or for neighbours that stand alike.

    `numbers` are those of the passages, each with the path of its collation; `standing` says in words how the
    wording stands to the best one, `kept` the shares of its words that are kept.
    """

    numbers: tuple[tuple[int, str | None], ...]
    standing: str
    kept: tuple[float, ...]
    style: str
    places: tuple[Elsewhere, ...]
    more: int

    @property
    def words(self) -> str:
        """How the passages stand to the best wording."""
        low, high = percent(min(self.kept, default=1.0)), percent(max(self.kept, default=1.0))
        if not self.kept:
            return self.standing
        return f"{self.standing}, {low if low == high else f'{low} to {high}'} of words kept"


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
    reuses = tuple(
        Reuse(p.begin, p.end, n, note.style) for n, (p, note) in enumerate(zip(passages, notes, strict=True), start=1)
    )
    restorations = tuple(_restoration(library, row) for row in library.substitutions(page_id))
    segments = tuple(library.segments(page_id))
    markings = Markings(segments, reuses, restorations, _anchors(library, page_id))
    told_dates, more_dates = witnesses_of(library, page_id)
    paragraphs = list(set_article(library.text(page_id), markings))
    press.set(
        page_file(page_id),
        "page.html",
        head=head,
        stories=[(line(library.title(s), 120), story_file(s)) for s in head.stories],
        origins=_named(library, [origin_of(library, i) for i in sorted(set(head.page.origin_ids))]),
        lineage=[
            (name_of(library, origin), origin, reason) for origin, reason in reasons_of(library, page_id, _QUOTES)
        ],
        paragraphs=[(p, _notes_for(p, notes)) for p in paragraphs],
        testimonies=told_dates,
        more_dates=more_dates,
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
    dated = (*places(library.date_candidates(page_id)), *library.dates_others(page_id))
    told = (*library.evidence_on(page_id), *library.quoted_on(page_id), *library.told_on(page_id))
    told = (*told, *library.entitles(page_id))
    return (*told, *dated, *witnessed)


def _restoration(library: Library, row: Substitution) -> Restoration:
    head = library.heads.get(row.witness_page or "")
    if head is None or row.witness_begin is None or row.witness_end is None:
        return Restoration(row, None, None)
    return Restoration(row, head.outlet, place_address(head.page.page_id, row.witness_begin, row.witness_end))


def _note(library: Library, own: Passage, cluster: Cluster, number: int, where: Mapping[str, str]) -> Note:
    others = [place for place in cluster.places if not _same(place, own)]
    standing, kept, style = _standing(own, cluster)
    places = (
        Elsewhere(
            library.heads[place.page_id].outlet if place.page_id != own.page_id else "this page, again",
            place_address(place.page_id, place.begin, place.end),
        )
        for place in others[:_LINKS]
    )
    more = len(others) - len(others[:_LINKS]) + cluster.more
    return Note(((number, where.get(own.cluster_id)),), standing, kept, style, tuple(places), more)


def _same(place: Place, own: Passage) -> bool:
    return (place.page_id, place.begin, place.end) == (own.page_id, own.begin, own.end)


def _standing(own: Passage, cluster: Cluster) -> tuple[str, tuple[float, ...], str]:
    """How a place's wording stands to the best one: in words, the share kept, the class it is drawn with."""
    if _same(cluster.best, own):
        return ("best wording" if cluster.told else ""), (), "k-best"
    for place in cluster.places:
        if _same(place, own) and place.kind is not None and place.similarity is not None:
            kept = () if place.kind is Kind.VERBATIM else (place.similarity,)
            return KIND[place.kind], kept, f"k-{place.kind.value}"
    return "", (), "k-none"


def _notes_for(paragraph: Paragraph, notes: list[Note]) -> list[Note]:
    """The notes of a paragraph; neighbours that stand alike to the same page become one."""
    merged: list[Note] = []
    for number in paragraph.numbers:
        note = notes[number - 1]
        if merged and _alike(merged[-1], note):
            last = merged.pop()
            note = replace(
                last,
                numbers=last.numbers + note.numbers,
                kept=last.kept + note.kept,
                more=max(last.more, note.more),
            )
        merged.append(note)
    return merged


def _alike(one: Note, other: Note) -> bool:
    first, second = ([place.outlet for place in note.places[:1]] for note in (one, other))
    return first == second and (one.style, one.standing) == (other.style, other.standing)
