"""Who acts and who undergoes: the places that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.events.chunks import COMMA, JOIN, NOUNS, PREPOSITION, STOP
from copydesk.events.clause import Region, Sentence, clause_end, phrase, subject
from copydesk.events.coded import Span
from copydesk.events.frame import Way
from copydesk.events.reading import Reading

TOWARD = (
    "against",
    "on",
    "upon",
    "with",
    "to",
    "between",
    "from",
    "toward",
    "towards",
    "into",
    "at",
    "for",
    "over",
    "of",
    "in",
)
"""Prepositions that bring the recipient of an act where its object is the act itself, best first."""

_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors and recipients, and the chunks between which the clause lies."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Names:
    """A sentence with the places that name known actors; null where none were looked for."""

    sentence: Sentence
    mentions: Sequence[Span] | None

    def place(self, region: Region) -> Span:
        """The text of a region."""
        words, chunks = self.sentence.words, self.sentence.chunks
        return words.begin[chunks[region[0]].first], words.end[chunks[region[1] - 1].last - 1]

    def within(self, region: Region | None) -> tuple[Span, ...]:
        """The places in a region that name somebody: mentions where they are known, else its noun phrases.

        Mentions on the heads of the phrases come before those that are only attached to them.
        """
        if region is None or region[0] >= region[1]:
            return ()
        heads = [k for k in range(*region) if self._is_head(k, region)]
        if self.mentions is None:
            return tuple(self.place((k, k + 1)) for k in heads if not self._is_pronoun(k))
        on_heads = [m for k in heads for m in self._mentions(self.place((k, k + 1)))]
        found = on_heads or self._mentions(self.place(region))[:1]
        return tuple(dict.fromkeys(found))

    def _is_head(self, at: int, region: Region) -> bool:
        chunks = self.sentence.chunks
        if chunks[at].kind != NOUNS:
            return False
        if at == region[0]:
            return True
        if chunks[at - 1].kind in (JOIN, COMMA):
            return True
        return self.sentence.low(at - 1) == "between"

    def _is_pronoun(self, at: int) -> bool:
        chunk = self.sentence.chunks[at]
        return chunk.last - chunk.first == 1 and self.sentence.words.low[chunk.first] in _PRONOUNS

    def _mentions(self, span: Span) -> list[Span]:
        return [m for m in self.mentions or () if m[0] < span[1] and span[0] < m[1]]


def parties(names: Names, reading: Reading) -> Parties:
    """Who does what a reading says to whom."""
    sentence = names.sentence
    deepest = _deepest(reading)
    end = clause_end(sentence, deepest.verb)
    doer = _by(sentence, reading, end) if reading.undergone is not None else _speaker_aware(sentence, reading.verb)
    acted, named = _acted_on(names, reading, end), names.within(doer)
    first = min([reading.verb, *([doer[0]] if doer else []), *([reading.undergone[0]] if reading.undergone else [])])
    actors, recipients = named, acted
    if reading.way is Way.BACKWARD:
        actors, recipients = acted, named
    if not actors and doer is not None and names.mentions is None:
        actors = (names.place((doer[0], doer[0] + 1)),)
    recipients = tuple(span for span in recipients if span not in actors)
    return Parties(actors, recipients, first, max(end, reading.verb + 1))


def _deepest(reading: Reading) -> Reading:
    while reading.below is not None:
        reading = reading.below
    return reading


def _speaker_aware(sentence: Sentence, verb: int) -> Region | None:
    """The subject; where it is a pronoun in what somebody says, whoever says it."""
    found = subject(sentence, verb)
    if found is None or found[1] - found[0] != 1:
        return found
    chunk = sentence.chunks[found[0]]
    if chunk.last - chunk.first != 1 or sentence.words.low[chunk.first] not in {"he", "she", "it", "they", "we", "i"}:
        return found
    for before in range(found[0] - 1, -1, -1):
        group = sentence.chunks[before].group
        if group is not None and group.finite:
            return subject(sentence, before) or found
        if sentence.chunks[before].kind == STOP:
            break
    return found


def _by(sentence: Sentence, reading: Reading, end: int) -> Region | None:
    """The phrase that `by` brings."""
    chunks = sentence.chunks
    for k in range(reading.verb + 1, min(end, len(chunks) - 1)):
        if chunks[k].kind == PREPOSITION and sentence.low(k) == "by" and chunks[k + 1].kind == NOUNS:
            return phrase(sentence, k + 1)
    return None


def _acted_on(names: Names, reading: Reading, end: int) -> tuple[Span, ...]:
    """The recipients: the object, or what a preposition brings; of the reading itself, else of those below it."""
    level: Reading | None = reading
    sentence = names.sentence
    while level is not None:
        if level.match.object is not None:
            passive = level.undergone is not None and level.undergone[0] == level.match.object
            region = level.undergone if passive and level.undergone else phrase(sentence, level.match.object)
            found = names.within(region)
            if found:
                return found
        if level.undergone is not None and level.match.noun is not None:
            region_of_noun = names.within((level.undergone[0] + 1, level.undergone[1]))
            if region_of_noun:
                return region_of_noun
        level = level.below
    deepest = _deepest(reading)
    return brought(names, deepest.verb + 1, end, TOWARD)


def brought(names: Names, first: int, end: int, toward: Sequence[str]) -> tuple[Span, ...]:
    """The places in the phrase that the best of the prepositions between two chunks brings."""
    sentence, chunks = names.sentence, names.sentence.chunks
    best: tuple[int, int, tuple[Span, ...]] | None = None
    for k in range(first, min(end, len(chunks) - 1)):
        if chunks[k].kind != PREPOSITION or chunks[k + 1].kind != NOUNS or sentence.low(k) not in toward:
            continue
        found = names.within(phrase(sentence, k + 1))
        rank = toward.index(sentence.low(k))
        if found and (best is None or rank < best[0]):
            best = (rank, k, found)
    return best[2] if best else ()
