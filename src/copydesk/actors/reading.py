"""Pages read: every place that may name an actor, with its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.beside import has_article, verb_behind
from copydesk.actors.bodies import read_body
from copydesk.actors.chunk import Chunk
from copydesk.actors.chunks import cut
from copydesk.actors.columns import Columns
from copydesk.actors.gap import Gap
from copydesk.actors.homes import at_home
from copydesk.actors.kinds import Kinds
from copydesk.actors.leading import in_restored
from copydesk.actors.nations import read_nations
from copydesk.actors.offices import Office, read_offices
from copydesk.actors.owned import give_owners
from copydesk.actors.people import read_people
from copydesk.actors.places import PlaceColumns, Spots, place_all
from copydesk.actors.polities import Clues, note_clues
from copydesk.actors.pronouns import read_pronouns
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import RANKS, Sighting, Standing
from copydesk.actors.sightings import Sightings
from copydesk.actors.words import Lines, Words, read_words, words_of
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.patterns.lines import LINE
from copydesk.text.restored import Restored, restored_text
from copydesk.text.vocabulary import reporting_verbs

_READ = (Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.CAPTION)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page with its segments and its swapped places, ascending; the country that it is sent from."""

    page: Page
    segments: Sequence[Segment]
    swaps: Sequence[Substitution]
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What some pages say: the places that may name an actor, and of each the clues to states that no list has."""

    places: PlaceColumns
    clues: Sequence[Clues]


def read_pages(pages: Sequence[PageParts], kinds: Kinds, sightings: Sightings, settings: ActorSettings) -> Reading:
    """Pages read. `kinds` and `sightings` are those met so far."""
    restored = [
        restored_text(one.page.text, _short(one.swaps, settings), confidence=settings.restored) for one in pages
    ]
    lines = [_lines(one, own) for one, own in zip(pages, restored, strict=True)]
    columns = read_words(lines, kinds, settings)
    scanned = words_of(columns)
    found: list[list[Sighting]] = []
    clues = [Clues(set(), set()) for _ in pages]
    for words, one, own in zip(scanned.pages, pages, clues, strict=True):
        found.append(_sighted(words, own, one.home) if words.size else [])
    spots = _spots(columns, found, sightings).joined(
        _everyday(columns, scanned.everyday, sightings), read_pronouns(columns, scanned.pronouns, sightings)
    )
    return Reading(place_all(columns, spots, restored, [one.page.text for one in pages]), clues)


def _sighted(words: Words, clues: Clues, home: str | None) -> list[Sighting]:
    """What is sighted among the words of a page, but for everyday words and pronouns."""
    chunks = cut(words)
    offices = read_offices(words, chunks)
    note_clues(words, chunks, offices, clues)
    found = [
        *read_people(words, chunks, offices),
        *read_nations(words, chunks, offices),
        *_unnamed(words, chunks, offices),
        *_body_nouns(words),
    ]
    return give_owners(words, at_home(words, chunks, found, home) if home else found)


def _spots(columns: Columns, found: Sequence[Sequence[Sighting]], sightings: Sightings) -> Spots:
    """Sightings of each page, by their numbers."""
    begins = np.repeat(columns.start[:-1], [len(own) for own in found])
    rows = [(one.first, one.last, RANKS[one.standing], sightings.number(one)) for own in found for one in own]
    table = np.array(rows, np.int64).reshape(-1, 4)
    return Spots(
        begins + table[:, 0], begins + table[:, 1], table[:, 2].astype(np.int8), table[:, 3].astype(np.int32)
    )


def _everyday(columns: Columns, at: NDArray[np.int64], sightings: Sightings) -> Spots:
    """Everyday words, each a tentative name."""
    places = zip(columns.page_of(at).tolist(), columns.begin[at].tolist(), columns.end[at].tolist(), strict=True)
    surfaces = [columns.texts[page][begin:end] for page, begin, end in places]
    rank = np.full(len(at), RANKS[Standing.PERSON], np.int8)
    return Spots(at, at + 1, rank, np.array(sightings.everyday(surfaces), np.int32))


def _short(swaps: Sequence[Substitution], settings: ActorSettings) -> list[Substitution]:
    """The swapped places that are read restored."""
    most = settings.swap_words
    return [swap for swap in swaps if len(swap.text.split()) <= most and len(swap.restored.split()) <= most]


def _lines(one: PageParts, restored: Restored) -> Lines:
    """The parts of a page that are read, in the restored text."""
    parts = [(part.begin, part.end) for part in one.segments if part.label in _READ]
    if not restored.cuts:
        return Lines(restored.text, parts, whole=False)
    spans = []
    for begin, end in parts:
        for line in LINE.finditer(one.page.text, begin, end):
            spans.append((in_restored(restored, line.start()), in_restored(restored, line.end())))
    return Lines(restored.text, spans, whole=True)


def _unnamed(words: Words, chunks: list[Chunk], offices: list[Office]) -> list[Sighting]:
    """Offices whose holder the place does not name: `the minister`, `a Norlandic official`."""
    found = []
    for office in offices:
        if office.holders or not (office.definite or office.country or office.body is not None):
            continue
        if words.loud[office.begin] or office.is_group:
            continue
        body = None if office.body is None else read_body(words, chunks, office.body)
        found.append(
            Sighting(
                office.begin,
                office.last,
                Standing.OFFICE,
                body.name if body else "",
                body.key if body else (),
                ActorKind.GROUP if office.plural else ActorKind.PERSON,
                MentionForm.TITLE,
                office.role(words, chunks),
                office.head,
                office.country,
                office.under(words, chunks),
                office.gender,
                tentative=not office.definite,
                local=body is not None and body.local,
                confidence=0.8,
            )
        )
    return found


def _body_nouns(words: Words) -> list[Sighting]:
    """`the ministry`, and `it` where it says something: bodies that the page has named before."""
    found = []
    for at in words.nouns:
        word = words.folded[at]
        if word == "it":
            if words.opens(at) and verb_behind(words, at + 1) in reporting_verbs():
                found.append(_body_noun(at, at + 1, word, MentionForm.PRONOUN))
        elif has_article(words, at) and not words.capital[at] and not _named_on(words, at + 1):
            found.append(_body_noun(at - 1, at + 1, word, MentionForm.TITLE))
    return found


def _named_on(words: Words, at: int) -> bool:
    """Whether a noun goes on, to `of` or a name."""
    return at < words.size and words.gap[at] == Gap.SPACE and (words.capital[at] > 0 or words.folded[at] == "of")


def _body_noun(first: int, last: int, word: str, form: MentionForm) -> Sighting:
    return Sighting(first, last, Standing.NOUN, word, (), ActorKind.ORGANISATION, form, head=word)
