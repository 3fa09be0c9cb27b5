"""One page read: every place that may name an actor, with its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.actors.beside import has_article, verb_behind
from copydesk.actors.bodies import read_body
from copydesk.actors.chunk import Chunk
from copydesk.actors.chunks import cut
from copydesk.actors.gap import Gap
from copydesk.actors.kinds import Kinds
from copydesk.actors.leading import in_restored, on_page
from copydesk.actors.nations import read_nations
from copydesk.actors.offices import Office, read_offices
from copydesk.actors.people import read_people
from copydesk.actors.polities import Clues, read_clues
from copydesk.actors.settings import ActorSettings
from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.traits import PRONOUNS
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Lines, Words, read_words
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.patterns import LINE
from copydesk.text.quotation import quotation_spans
from copydesk.text.restored import Restored, restored_text
from copydesk.text.vocabulary import reporting_verbs

_READ = (Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.CAPTION)
_LEADS = listed("grammar", "openers")
_SAID = listed("grammar", "inverted")


class Place(NamedTuple):
    """A sighting at its place on the page: code points [begin, end), the number of its sentence.

    `subject` is 2 where it says something, 1 where it opens its sentence or another verb follows it, else 0; `led_in`
    says of a pronoun that its sentence opens with a preposition or the like; `quoted` that it is inside a quotation.
    """

    sighting: Sighting
    begin: int
    end: int
    sentence: int
    subject: int
    led_in: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page with its segments and its swapped places, ascending."""

    page: Page
    segments: Sequence[Segment]
    swaps: Sequence[Substitution]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page says: the places that may name an actor, in order, and the clues to states that no list has."""

    places: list[Place]
    clues: Clues


NOTHING = Reading([], Clues(frozenset(), frozenset()))
"""Of a page without article text, or in a language that is not read."""


def read_pages(pages: Sequence[PageParts], kinds: Kinds, settings: ActorSettings) -> list[Reading]:
    """Pages read. `kinds` are the words met so far."""
    restored = [
        restored_text(one.page.text, _short(one.swaps, settings), confidence=settings.restored) for one in pages
    ]
    lines = [_lines(one, own) for one, own in zip(pages, restored, strict=True)]
    return [
        _read(words, own, one.page.text)
        for words, own, one in zip(read_words(lines, kinds, settings), restored, pages, strict=True)
    ]


def _read(words: Words, restored: Restored, page_text: str) -> Reading:
    if not words.size:
        return NOTHING
    chunks = cut(words)
    offices = read_offices(words, chunks)
    sightings = [
        *read_people(words, chunks, offices),
        *read_nations(words, chunks, offices),
        *_unnamed(words, chunks, offices),
        *_pronouns(words),
        *_body_nouns(words),
    ]
    return Reading(_places(words, sightings, restored, page_text), read_clues(words, chunks, offices))


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


def _pronouns(words: Words) -> list[Sighting]:
    return [
        Sighting(
            at,
            at + 1,
            Standing.PRONOUN,
            words.folded[at],
            (),
            ActorKind.PERSON,
            MentionForm.PRONOUN,
            head=verb_behind(words, at + 1),
            gender=PRONOUNS[words.folded[at]],
        )
        for at in words.pronouns
        if not _either(words, at)
    ]


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


def _either(words: Words, at: int) -> bool:
    """`his or her`, `he or she` stand for nobody."""
    return "or" in words.folded[at - 1 : at] + words.folded[at + 1 : at + 2]


def _places(words: Words, sightings: list[Sighting], restored: Restored, page_text: str) -> list[Place]:
    """Sightings with their places; of two that overlap, the longer and then the earlier is kept."""
    order = sorted(sightings, key=lambda one: (one.first, -one.last, one.standing))
    quotes = quotation_spans(restored.text)
    places: list[Place] = []
    free, sentence, quote = 0, -1, 0
    opened, led_in = -1, False
    for one in order:
        if one.first < free:
            continue
        begin, end = words.begin[one.first], words.end[one.last - 1]
        while quote < len(quotes) and quotes[quote][1] <= begin:
            quote += 1
        quoted = quote < len(quotes) and quotes[quote][0] <= begin
        number = words.sentence[one.first]
        if number != opened and one.standing == Standing.PRONOUN:  # of the others it is not asked
            opened, led_in = number, _led_in(words, one.first)
        subject = _subject(words, one, first=number != sentence)
        page_begin, page_end = on_page(restored, page_text, begin, end) if restored.cuts else (begin, end)
        if places and page_begin < places[-1].end:
            continue
        places.append(Place(one, page_begin, page_end, number, subject, led_in, quoted))
        free, sentence = one.last, number
    return places


def _subject(words: Words, one: Sighting, *, first: bool) -> int:
    """How much a sighting looks like the subject: see `Place`."""
    verb = verb_behind(words, one.last)
    if verb is not None and verb in reporting_verbs():
        return 2
    if one.first and words.gap[one.first] == Gap.SPACE and words.folded[one.first - 1] in _SAID:
        return 2
    return int(first or verb is not None)


def _led_in(words: Words, at: int) -> bool:
    """Whether the sentence of word `at` opens with a phrase before its subject."""
    number = words.sentence[at]
    while at and words.sentence[at - 1] == number:
        at -= 1
    return words.folded[at] in _LEADS or words.folded[at].endswith("ing")
