"""The state that a report is sent from, and who on its page acts for it though no word says so.

`LIMA (Wire) - The interior minister, Jan Roe, said`: of a report that has named no other state until then, officials,
forces and bodies of state are those of the country in its dateline. It is the weakest of grounds: a country that any
page of the pile gives to a person overrules it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from copydesk.actors.beside import has_article
from copydesk.actors.bodies import CONGRESS
from copydesk.actors.chunk import Chunk
from copydesk.actors.nations import government_of, stands_alone
from copydesk.actors.sighting import Sighting
from copydesk.actors.vocabulary import Sort, lexicon
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind
from copydesk.model.page import Page
from copydesk.text.tokens import fold_words


def homes_of(pages: Sequence[Page], related: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The country of each page's dateline, by its id; of a page without one that of the pages that share its text,
    where they agree."""
    own = {page.page_id: home for page in pages if (home := country_of_dateline(page.dateline))}
    found = dict(own)
    for page in pages:
        others = {own[other] for other in related.get(page.page_id, ()) if other in own}
        if page.dateline is None and len(others) == 1:
            found[page.page_id] = min(others)
    return found


def country_of_dateline(dateline: str | None) -> str | None:
    """The country that a dateline names, by itself or by its capital; null for a town, which may be anywhere."""
    if not dateline:
        return None
    town, *region = [tuple(fold_words(part)) for part in dateline.split(",")]
    words = region[-1] if region else town
    if not words or words[0] in listed("grammar", "namesakes"):
        return None
    return _country(words, (Sort.COUNTRY,) if region else (Sort.COUNTRY, Sort.CAPITAL))


@cache
def _country(words: tuple[str, ...], sorts: tuple[str, ...]) -> str | None:
    for rest, entry in lexicon().by_word.get(words[0], ()):
        if rest == words[1:]:
            return entry.country if entry.sort in sorts else None
    return None


def at_home(words: Words, chunks: Sequence[Chunk], found: Sequence[Sighting], home: str) -> list[Sighting]:
    """Sightings, with `home` given to those of state officials and bodies that stand before any other state, and
    with its government where it is called that and no more."""
    abroad = _abroad(words, chunks, found, home)
    own = [one._replace(home=home) if _is_at_home(words, one, abroad) else one for one in found]
    return own + _governments(words, found, home, abroad.first)


@dataclass(frozen=True, slots=True)
class _Abroad:
    """Sentences that name another state, and the `first` of them; whether `few` of the states named are others."""

    first: int
    sentences: frozenset[int]
    few: bool


OF_HOME: Final = 2
"""How many times more often than any other state that of the dateline is named on a page that is about it; the
dateline counts. There a minister of finance or the police are its own also behind another state."""


def _abroad(words: Words, chunks: Sequence[Chunk], found: Sequence[Sighting], home: str) -> _Abroad:
    """The other states; what is only made there (`a Norlandic firm`) names none."""
    named = {one.first: one.country for one in found if one.country}
    for chunk in chunks:
        if chunk.entry and chunk.entry.country and chunk.entry.sort in (Sort.COUNTRY, Sort.CAPITAL):
            named[chunk.first] = chunk.entry.country
    met, hosts = _counterparts(words, chunks, home)
    others = [(words.sentence[at], country) for at, country in named.items() if country != home]
    counts = Counter(country for _, country in others)
    own = 1 + sum(1 for country in named.values() if country == home)
    sentences = {number for number, _ in others if number not in met} | hosts
    later = [number + 1 for number, _ in others if number in met]
    first = min((*sentences, *later), default=words.sentence[-1] + 1)
    return _Abroad(first, frozenset(sentences), own >= OF_HOME * max(counts.values(), default=0))


def _counterparts(words: Words, chunks: Sequence[Chunk], home: str) -> tuple[set[int], set[int]]:
    """Sentences where one at home has a counterpart abroad, and where one abroad has a counterpart at home."""
    met: set[int] = set()
    hosts: set[int] = set()
    behind = set(_places_of(words.folded, "counterpart"))
    for chunk in chunks if behind else ():
        if chunk.last in behind and chunk.entry and chunk.entry.sort == Sort.DEMONYM:
            (hosts if chunk.entry.country == home else met).add(words.sentence[chunk.first])
    return met, hosts


def _is_at_home(words: Words, one: Sighting, abroad: _Abroad) -> bool:
    sentence = words.sentence[one.first]
    if sentence < abroad.first:
        return _is_of_state(one)
    return abroad.few and sentence not in abroad.sentences and _is_of_state(one) and _is_domestic(one)


def _is_domestic(one: Sighting) -> bool:
    """Whether other states have so little to do with an office or body that news of them seldom names theirs."""
    if one.local:
        return one.key[2].split(" ")[0] not in _OUTWARD
    return bool(listed("offices", "domestic") & set(fold_words(one.role or "")))


_OUTWARD: Final = frozenset({"foreign", "defense", "defence"})


def _governments(words: Words, found: Sequence[Sighting], home: str, abroad: int) -> list[Sighting]:
    """`The government`, `authorities` before any other state, where no more tells whose they are."""
    covered = {at for one in found for at in range(one.first, one.last)}
    return [
        government_of(at, home)
        for noun in sorted(listed("grammar", "rulers"))
        for at in _places_of(words.folded, noun)
        if words.sentence[at] < abroad
        and at not in covered
        and not words.capital[at]
        and has_article(words, at)
        and stands_alone(words, at + 1)
        and (at + 1 == words.size or words.folded[at + 1] != "of")
    ]


def _places_of(folded: list[str], word: str) -> list[int]:
    """Where a word stands; a search at a time, for a page seldom has one."""
    found, at = [], -1
    for _ in range(folded.count(word)):
        at = folded.index(word, at + 1)
        found.append(at)
    return found


def _is_of_state(one: Sighting) -> bool:
    if one.country or one.under:
        return False
    if one.local:
        return one.kind is ActorKind.GOVERNMENT and one.key[2] != CONGRESS
    return bool(one.role) and is_state_office(one.role or "", one.head or "")


@cache
def is_state_office(role: str, head: str) -> bool:
    """Whether only a state has such an office: not the president of a club, nor the secretary of a union."""
    words = set(fold_words(role))
    if head in listed("offices", "of_state_alone"):
        return role[0].isupper() and words <= {head, *listed("grammar", "vague"), *listed("offices", "in_turn")}
    if head == "secretary":
        return bool(words & listed("offices", "portfolios"))
    return head in listed("offices", "of_state") or bool(words & listed("offices", "of_state_bodies"))
