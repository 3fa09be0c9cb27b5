"""Names that a model finds where the rules found nothing: further mentions, and further actors."""

from __future__ import annotations

import bisect
import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.actors.leading import on_page
from copydesk.actors.people import name_parts
from copydesk.actors.recogniser import FoundName, NameKind, NameModel
from copydesk.actors.rows import actor_id, country_name
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.actors.vocabulary import words as listed
from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionBasis, MentionForm
from copydesk.model.by_page import ByPage
from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution
from copydesk.text.restored import Restored, restored_text
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import country_codes

_READ = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.CAPTION})
_MOST_WORDS = 8
"""Words of a name; longer runs are sentences in capitals that a model took for one."""
_CONFIDENCE = 0.6
"""Of a mention that a model alone finds. Small news models are right in about 85 of 100 names of their own domain,
and less where names are those of other countries; whether the name acts is not asked."""


def add_names(pile: Pile, model: NameModel, settings: ActorSettings = SETTINGS) -> Pile:
    """Add the mentions that `model` finds in pages of its language, and the actors that they name.

    What overlaps a mention that is there is left out, and so is a single name whose person the page does not name in
    full, and a place that is one (`in Norway`).
    """
    segments, swaps, mentions = ByPage(pile.segments), ByPage(pile.substitutions), ByPage(pile.actor_mentions)
    register = _Register(pile.actors)
    added: list[ActorMention] = []
    for page in pile.pages:
        if model.language is None or _language(page.language or "en") == _language(model.language):
            places = _places(page, segments[page.page_id], swaps[page.page_id], model, settings)
            added += _mentions(page, list(places), mentions[page.page_id], register)
    if not added:
        return pile
    rows = sorted((*pile.actor_mentions, *added), key=lambda row: (row.page_id, row.begin, row.end))
    return dataclasses.replace(pile, actor_mentions=tuple(rows), actors=register.rows(rows))


def _language(code: str) -> str:
    """The code by which languages are compared: Norwegian is one language in two written forms."""
    return "no" if code in {"nb", "nn"} else code


@dataclass(frozen=True, slots=True)
class _Place:
    """A name at its place on the page, as it reads restored; `before` is the folded word in front of it."""

    begin: int
    end: int
    kind: NameKind
    name: str
    before: str


def _places(
    page: Page, segments: Sequence[Segment], swaps: Sequence[Substitution], model: NameModel, settings: ActorSettings
) -> Iterator[_Place]:
    """What the model finds on a page, in the order of the text."""
    short = [row for row in swaps if max(len(row.text.split()), len(row.restored.split())) <= settings.swap_words]
    restored = restored_text(page.text, short, confidence=settings.restored)
    begins: list[int] = []
    pieces: list[str] = []
    opens: list[int] = []
    length = 0
    for part in segments:
        if part.label in _READ:
            begin, end = restored.of_page(part.begin, part.end)
            begins.append(begin)
            opens.append(length)
            pieces.append(restored.text[begin:end])
            length += end - begin + len(_BETWEEN)
    text = _BETWEEN.join(pieces)
    for found in model.find(text) if text.strip() else ():
        at = bisect.bisect_right(opens, found.begin) - 1
        place = _placed(page, restored, text, found, begins[at] - opens[at])
        if place is not None and found.end <= opens[at] + len(pieces[at]):
            yield place


_BETWEEN = "\n\n"
"""What parts two segments: a model takes it for the end of a sentence."""


def _placed(page: Page, restored: Restored, text: str, found: FoundName, shift: int) -> _Place | None:
    """A name led back to the page, null where it is no name of a line."""
    begin, end = found.begin, found.end
    if text[begin : begin + len(_ARTICLE)].lower() == _ARTICLE:
        begin += len(_ARTICLE)
    while begin < end and not text[begin].isalnum():
        begin += 1
    while end > begin and not text[end - 1].isalnum() and text[end - 1] != ".":
        end -= 1
    name = text[begin:end]
    if not name or "\n" in name or len(name.split()) > _MOST_WORDS or not name[:1].isupper():
        return None
    first, last = on_page(restored, page.text, begin + shift, end + shift)
    before = fold_words(text[max(0, begin - 24) : begin])
    return _Place(first, last, found.kind, name, before[-1] if before else "")


_ARTICLE = "the "
"""What models of English take into the names of bodies, and the rules do not."""


def _mentions(
    page: Page, places: Sequence[_Place], there: Sequence[ActorMention], register: _Register
) -> Iterator[ActorMention]:
    """The mentions of the places that overlap none that is there, nor one before; full names are looked at first."""
    taken = sorted((row.begin, row.end) for row in there)
    free: list[_Place] = []
    for place in places:
        if _free(place, taken) and place.begin < place.end and (not free or free[-1].end <= place.begin):
            free.append(place)
    named = {place: actor for place in free if (actor := register.by_name(place)) is not None}
    full = sorted({row.actor_id for row in there} | set(named.values()))
    for place in free:
        actor, form = named.get(place), MentionForm.NAME
        if actor is None:
            actor, form = register.by_surname(place, full), MentionForm.SURNAME
        if actor is not None:
            words = page.text[place.begin : place.end]
            yield ActorMention(
                page.page_id, place.begin, place.end, words, actor, form, None, _CONFIDENCE, MentionBasis.MODEL
            )


def _free(place: _Place, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect.bisect_left(taken, (place.end, 0))
    return at == 0 or taken[at - 1][1] <= place.begin


class _Register:
    """The actors of the pile, by what names them; new ones come in as they are named."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors: dict[str, Actor] = {actor.actor_id: actor for actor in actors}
        self._people: dict[tuple[str, ...], str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._bodies: dict[tuple[str, ...], str] = {}
        for actor in actors:
            if actor.kind is ActorKind.PERSON:
                parts = name_parts(fold_words(actor.name))
                self._parts[actor.actor_id] = parts
                self._people.setdefault(parts, actor.actor_id)
            elif actor.kind is ActorKind.ORGANISATION:
                self._bodies.setdefault(tuple(fold_words(actor.name)), actor.actor_id)

    def by_name(self, place: _Place) -> str | None:
        """The actor that a place names in full, null where it names none."""
        words = fold_words(place.name)
        if place.kind is NameKind.PERSON:
            return self._person(place.name, name_parts(words))
        if place.kind is NameKind.ORGANISATION:
            return self._body(place.name, tuple(words))
        return self._state(" ".join(words), place.before)

    def by_surname(self, place: _Place, full: Sequence[str]) -> str | None:
        """The one of the actors `full` whose last name a place gives, null where it is none or several."""
        words = name_parts(fold_words(place.name))
        if place.kind is not NameKind.PERSON or len(words) != 1:
            return None
        meant = [actor for actor in full if len(own := self._parts.get(actor, ())) > 1 and own[-1] == words[0]]
        return meant[0] if len(meant) == 1 else None

    def _person(self, name: str, parts: tuple[str, ...]) -> str | None:
        if len(parts) < 2:
            return None
        key = self._people.setdefault(parts, actor_id((ActorKind.PERSON.value, *parts)))
        self._parts.setdefault(key, parts)
        self._put(key, name, ActorKind.PERSON, None, None)
        return key

    def _body(self, name: str, words: tuple[str, ...]) -> str | None:
        if not words:
            return None
        key = self._bodies.setdefault(words, actor_id((ActorKind.ORGANISATION.value, "", " ".join(words))))
        self._put(key, name, ActorKind.ORGANISATION, None, None)
        return key

    def _state(self, words: str, before: str) -> str | None:
        country = country_codes().get(words)
        if country is None or before in listed("grammar", "locative") or before in listed("grammar", "motion"):
            return None
        key = actor_id((ActorKind.GOVERNMENT.value, country, ""))
        self._put(key, country_name(country), ActorKind.GOVERNMENT, "government", country)
        return key

    def _put(self, key: str, name: str, kind: ActorKind, role: str | None, country: str | None) -> None:
        self._actors.setdefault(key, Actor(key, name, kind, role, country, 0))

    def rows(self, mentions: Sequence[ActorMention]) -> tuple[Actor, ...]:
        """All actors with the pages that name them, by id."""
        pages: defaultdict[str, set[str]] = defaultdict(set)
        for row in mentions:
            pages[row.actor_id].add(row.page_id)
        return tuple(
            dataclasses.replace(actor, n_pages=len(pages[key])) if key in pages else actor
            for key, actor in sorted(self._actors.items())
            if key in pages or actor.n_pages
        )
