"""Who acts and who undergoes: the places that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.events.chunks import CLAUSE, NOUNS, PREPOSITION, STOP
from copydesk.events.clause import clause_end, object_before, phrase, subject
from copydesk.events.coded import Span
from copydesk.events.frame import Operator, Way
from copydesk.events.lexicon import word_lists
from copydesk.events.names import Names
from copydesk.events.reading import Reading
from copydesk.events.sentence import Region, Sentence
from copydesk.events.vocabulary import saying_verbs
from copydesk.model.event import EventType

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


DURING = frozenset({"in", "during", "at", "after", "following", "before"})
"""Prepositions that put one act into the time of a meeting."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Actors and recipients, and the chunks between which the clause lies."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    first: int
    last: int


def parties(names: Names, reading: Reading) -> Parties:
    """Who does what a reading says to whom."""
    sentence = names.sentence
    deepest = _deepest(reading)
    end = clause_end(sentence, deepest.verb)
    raised = _raised(sentence, reading)
    if raised is not None:
        doer = speaker_aware(names, raised)
    elif reading.undergone is not None and reading.undergone != object_before(sentence, reading.verb):
        doer = _by(sentence, reading, end)
    else:
        doer = speaker_aware(names, subject(sentence, reading.verb))
    below = reading.below if raised is not None and reading.below is not None else reading
    acted, named = _acted_on(names, below, end), names.within(doer)
    first = min([reading.verb, *([doer[0]] if doer else []), *([reading.undergone[0]] if reading.undergone else [])])
    actors, recipients = named, acted
    if reading.way is Way.BACKWARD:
        actors, recipients = acted, named
    elif reading.way is Way.SPEAKER:
        actors, recipients = names.within(speaker(sentence, reading.verb)), named
    if not recipients and reading.type is EventType.ACCUSE and reading.match.noun is not None:
        recipients = accused_in(names, reading.verb + 1, len(sentence.chunks))
    if not actors and doer is not None and names.mentions is None:
        actors = (names.place((doer[0], doer[0] + 1)),)
    recipients = tuple(span for span in recipients if span not in actors)
    return Parties(actors, recipients, first, max(end, reading.verb + 1))


def _deepest(reading: Reading) -> Reading:
    while reading.below is not None:
        reading = reading.below
    return reading


def _raised(sentence: Sentence, reading: Reading) -> Region | None:
    """Who is expected to do what stands below: *X* is expected to visit, Y expects *X* to visit."""
    below, match = reading.below, reading.match
    if match.frame.code.operator is not Operator.PLAN or match.object is None:
        return None
    if below is None or below.undergone is not None:
        return None
    return reading.undergone or _object(sentence, reading)


def speaker_aware(names: Names, found: Region | None) -> Region | None:
    """The subject; where it is a pronoun that names nobody known, in what somebody says, whoever says it."""
    if found is None or found[1] - found[0] != 1 or not names.is_pronoun(found[0]) or names.within(found):
        return found
    return speaker(names.sentence, found[0], first_person=names.sentence.low(found[0]) == "i") or found


def speaker(sentence: Sentence, at: int, *, joined: bool = False, first_person: bool = False) -> Region | None:
    """Who says what stands at chunk `at`: the subject of a verb of saying before it, else of the last one after.

    Where it is `joined` to a verb of the same subject, the one before that: X said Y had lied and *must leave*. What
    is said in the `first_person` is of one mouth, however many verbs it has: “I hope *I* will visit Y,” X said.
    """
    saying = saying_verbs()
    for before in range(at - 1, -1, -1):
        group = sentence.chunks[before].group
        if group is not None and group.finite and saying.isdisjoint(group.lemmas) and joined:
            joined = False
        elif group is not None and group.finite and not (first_person and saying.isdisjoint(group.lemmas)):
            return subject(sentence, before) if saying.intersection(group.lemmas) else None
        if sentence.chunks[before].kind == STOP:
            break
    for after in range(len(sentence.chunks) - 1, at, -1):
        group = sentence.chunks[after].group
        if group is not None and group.finite:
            return subject(sentence, after) if saying.intersection(group.lemmas) else None
    return None


def hope_above(sentence: Sentence, at: int) -> int | None:
    """The verb of hoping over the clause of the verb at chunk `at`: X *hopes* that Y will agree."""
    for before in range(at - 1, -1, -1):
        group = sentence.chunks[before].group
        if group is not None and group.finite:
            hoping = "hope" in group.lemmas and not group.negated and before + 1 < at
            return before if hoping and _is_object_clause(sentence, before, at) else None
        if sentence.chunks[before].kind == STOP:
            break
    return None


def _is_object_clause(sentence: Sentence, hoping: int, at: int) -> bool:
    """Whether nothing but its own subject, and `that`, stands between a verb and the one above it."""
    kinds = [one.kind for one in sentence.chunks[hoping + 1 : at]]
    opened = [k for k, kind in enumerate(kinds, hoping + 1) if kind == CLAUSE]
    return all(sentence.low(k) == "that" for k in opened) and NOUNS in kinds


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
            region = level.undergone if passive and level.undergone else _object(sentence, level)
            found = names.within(region)
            if found:
                return found
        if level.undergone is None and (found := _people_named(names, level)):
            return found
        if level.undergone is not None and level.match.noun is not None:
            first = level.undergone[0] + (not level.match.frame.elements[-1].people)
            region_of_noun = names.within((first, level.undergone[1]))
            if region_of_noun:
                return region_of_noun
        level = level.below
    first = _deepest(reading).verb + 1
    other = next((k for k in range(first, end) if _is_purpose(sentence, k)), end)
    return brought(names, first, other, TOWARD) or brought(names, other, end, TOWARD)


def _is_purpose(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive at a chunk says what something is for: whom it names undergoes that only for want."""
    group = sentence.chunks[at].group
    return group is not None and group.infinitive


def _people_named(names: Names, reading: Reading) -> tuple[Span, ...]:
    """Who is named by the people whom the pattern asks for: expelled three *Norwegian diplomats*."""
    match, code = reading.match, reading.match.frame.code
    if names.mentions is None or match.noun is None or not match.frame.elements[-1].people:
        return ()
    if code.way is not Way.FORWARD or code.mode == "withdraw":
        return ()
    at = next(k for k, one in enumerate(names.sentence.chunks) if one.first <= match.noun < one.last)
    return names.within((at, at + 1))


def _object(sentence: Sentence, reading: Reading) -> Region:
    """The noun phrase that the pattern took for `~`, no further than the pattern's next word: accuse X | *of* Y."""
    match = reading.match
    first, last = phrase(sentence, match.object or 0)
    last = next((k - 1 for k in range(first + 2, last) if _is_beside(sentence, k)), last)
    elements = match.frame.elements
    if elements[-1].kind == "w" or (len(elements) > 1 and elements[-2].kind == "w"):
        word = match.end - 1
        last = next((k for k in range(first + 1, last) if sentence.chunks[k].last > word), last)
    return first, last


def accused_in(names: Names, first: int, end: int) -> tuple[Span, ...]:
    """Of whom accusations are: the subject of the clause behind, X repeated accusations *that Y had lied*.

    `first` and `end` are chunks between which `that` stands; only what belongs to the accusations is passed over.
    """
    sentence, chunks = names.sentence, names.sentence.chunks
    for at in range(first, min(end + 1, len(chunks) - 1)):
        if chunks[at].kind == CLAUSE and sentence.low(at) == "that" and chunks[at + 1].kind == NOUNS:
            return names.within((at + 1, at + 2))
        if chunks[at].kind not in (NOUNS, PREPOSITION):
            return ()
    return ()


def brought(names: Names, first: int, end: int, toward: Sequence[str]) -> tuple[Span, ...]:
    """The places in the phrase that the best of the prepositions between two chunks brings."""
    sentence, chunks = names.sentence, names.sentence.chunks
    best: tuple[int, int, tuple[Span, ...]] | None = None
    for k in range(first, min(end, len(chunks) - 1)):
        if chunks[k].kind != PREPOSITION or chunks[k + 1].kind != NOUNS or sentence.low(k) not in toward:
            continue
        if _is_beside(sentence, k + 1) or (k > first and _is_beside(sentence, k - 1)):
            continue
        if sentence.low(k) == "with" and _is_doing(sentence, k + 2):
            continue
        found = names.within(phrase(sentence, k + 1))
        rank = toward.index(sentence.low(k))
        if found and (best is None or rank < best[0]):
            best = (rank, k, found)
    return best[2] if best else ()


def _is_beside(sentence: Sentence, at: int) -> bool:
    """Whether a chunk is a meeting in which something else was done: he blamed the storm in *a call* with X."""
    if at < 1 or sentence.chunks[at].kind != NOUNS or sentence.low(at - 1) not in DURING:
        return False
    return sentence.words.low[sentence.chunks[at].head] in word_lists()["meeting"]


def _is_doing(sentence: Sentence, at: int) -> bool:
    """Whether a gerund stands at a chunk, so that who is named before it does something else: with *X moving* in."""
    group = sentence.chunks[at].group if at < len(sentence.chunks) else None
    return group is not None and group.gerund
