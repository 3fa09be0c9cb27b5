"""Acts told by nouns: talks between them, his visit to the capital, an attack on a convoy."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.chunks import COMMA, JOIN, NOUNS, PREPOSITION, VERBS
from copydesk.events.clause import clause_end, subject
from copydesk.events.coded import VERBAL, Span
from copydesk.events.frame import Frame, Way
from copydesk.events.lexicon import word_lists
from copydesk.events.names import Names
from copydesk.events.parties import DURING, Parties, accused_in, brought
from copydesk.events.sentence import Sentence
from copydesk.events.vocabulary import ActNoun, Vocabulary, not_act_pairs
from copydesk.model.event import EventStatus, EventType

_SPOKEN = frozenset({*VERBAL, EventType.SUPPORT})
"""Acts that may come *from* somebody: a request, praise, a threat."""
_EACH_OTHER = ("between", "with")
"""Prepositions that bring those who do something together; `against` and `on` bring those to whom it is done."""
_OPENING = 1
"""The chunk of a noun behind the preposition that opens a sentence: *after talks* with Y, X left."""
_OWNED = frozenset({"its", "their"})
_SEEKING = frozenset({"on", "about", "over", "for", "of", "toward", "towards"})
_INDEFINITE = frozenset({"any", "no", "some", "every", "each", "more", "most", "such", "other", "what", "much"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """An act noun at word `word` of chunk `chunk`."""

    noun: ActNoun
    chunk: int
    word: int


def nominals(sentence: Sentence, vocabulary: Vocabulary) -> list[Nominal]:
    """The noun phrases that are acts: their head, or a noun before it, is in `nouns.tsv`."""
    found = []
    low, not_acts = sentence.words.low, not_act_pairs()
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != NOUNS:
            continue
        head = chunk.head
        if f"{low[head - 1]} {low[head]}" in not_acts:
            continue
        pair = vocabulary.nouns.get(f"{low[head - 1]} {low[head]}") if head > chunk.first else None
        after = f"{low[head]} {low[head + 1]}" if head + 1 < len(low) else ""
        noun = (
            vocabulary.nouns.get(after)
            or pair
            or vocabulary.nouns.get(low[head])
            or vocabulary.nouns.get(low[head].replace("-", ""))
        )
        if noun is not None and sentence.tags[head] in "NJ" and noun.noun not in word_lists()["never_alone"]:
            found.append(Nominal(noun, at, head))
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """A participle before a noun that says that somebody is held: *detained* reporters."""

    frame: Frame
    chunk: int
    word: int


def held_people(sentence: Sentence, vocabulary: Vocabulary) -> list[Held]:
    """The participles of verbs of arresting and abducting that stand before the noun of a phrase."""
    found = []
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != NOUNS:
            continue
        for word in range(chunk.first, chunk.head):
            form = vocabulary.lexicon.verbs.get(sentence.words.low[word]) if sentence.tags[word] == "J" else None
            frame = _holding(vocabulary, form.lemmas[0]) if form else None
            if frame is not None:
                found.append(Held(frame, at, word))
    return found


def _holding(vocabulary: Vocabulary, lemma: str) -> Frame | None:
    """The frame of a verb that holds or abducts whoever is its object."""
    for frame in vocabulary.frames.get(lemma, ()):
        if frame.code.mode in {"arrest", "abduct"} and [element.kind for element in frame.elements] == ["~"]:
            return frame
    return None


def nominal_parties(names: Names, nominal: Nominal) -> Parties:
    """Who acts is before the noun or after `by` or `of`; who undergoes comes with the noun's prepositions."""
    sentence, chunks = names.sentence, names.sentence.chunks
    end = _reach(sentence, nominal.chunk)
    before = _before_head(names, nominal)
    by = brought(names, nominal.chunk + 1, end, ("by", "from") if nominal.noun.code.type in _SPOKEN else ("by",))
    toward = brought(names, nominal.chunk + 1, end, nominal.noun.toward)
    of = brought(names, nominal.chunk + 1, min(end, nominal.chunk + 3), ("of",))
    actors = by or before or (of if "of" not in nominal.noun.toward else ())
    if not toward and nominal.noun.code.type is EventType.REJECT:
        toward = _refused(names, nominal.chunk)
    if not toward and nominal.noun.code.type is EventType.ACCUSE:
        toward = accused_in(names, nominal.chunk + 1, clause_end(sentence, nominal.chunk))
    host = _subject_around(names, nominal) if nominal.noun.code.way is Way.MUTUAL and not before and not by else ()
    if host and toward:
        actors = tuple(place for place in host if place not in toward)
    guest = _whose_act(names, nominal)
    if guest and not before:
        actors, toward = guest, brought(names, nominal.chunk + 3, end, ("to", "with"))
    if not actors:
        actors = _owner(names, nominal.chunk)
    if nominal.noun.code.way is Way.MUTUAL and not actors:
        actors = brought(names, nominal.chunk + 1, end, _EACH_OTHER)[:1]
    if not toward and by and before:
        toward = before
    recipients = tuple(span for span in toward if span not in actors)
    last = nominal.chunk + 1
    while last < min(end, len(chunks)) and last - nominal.chunk < 8 and chunks[last].kind != VERBS:
        last += 1
    return Parties(actors, recipients, nominal.chunk, last)


def _subject_around(names: Names, nominal: Nominal) -> tuple[Span, ...]:
    """Who does something in, before or after a meeting with somebody: *X* said so in a call with Y."""
    sentence, at = names.sentence, nominal.chunk
    if nominal.noun.code.type is not EventType.CONSULT or at < _OPENING or sentence.low(at - 1) not in DURING:
        return ()
    chunks = sentence.chunks
    verb = next((k for k in range(at - 2, -1, -1) if chunks[k].kind == VERBS), None)
    if at == _OPENING:
        verb = next((k for k in range(at, len(chunks)) if chunks[k].kind == VERBS), None)
    return names.within(subject(sentence, verb)) if verb is not None else ()


def _refused(names: Names, at: int) -> tuple[Span, ...]:
    """Whom the infinitive behind a noun is about: the refusal to condemn *X*, to talk with *X*."""
    chunks = names.sentence.chunks
    group = chunks[at + 1].group if at + 2 < len(chunks) else None
    if group is None or not group.infinitive:
        return ()
    if chunks[at + 2].kind == NOUNS:
        return names.within((at + 2, at + 3))
    return brought(names, at + 2, clause_end(names.sentence, at + 1), ("with", "to", "on"))


def _owner(names: Names, at: int) -> tuple[Span, ...]:
    """Whose act `its war` is, where nothing but a preposition or `and` parts it from a name: X for *its* war on Y."""
    sentence, chunks = names.sentence, names.sentence.chunks
    if at < 2 or names.mentions is None or sentence.low(at) not in _OWNED or chunks[at - 2].kind != NOUNS:
        return ()
    if chunks[at - 1].kind not in (PREPOSITION, JOIN):
        return ()
    return names.within((at - 2, at - 1))


def _whose_act(names: Names, nominal: Nominal) -> tuple[Span, ...]:
    """Whose visit or talks are called off: the cancellation of *Roe*'s trip to Norland is Roe's."""
    sentence, at = names.sentence, nominal.chunk + 2
    if at >= len(sentence.chunks) or names.mentions is None or not is_called_off(sentence, at):
        return ()
    chunk = sentence.chunks[at]
    begin, end = sentence.words.begin[chunk.first], sentence.words.begin[chunk.head]
    return tuple(m for m in names.mentions if m[0] < end and begin < m[1])


def _reach(sentence: Sentence, at: int) -> int:
    """Where the phrases attached to a noun end: before the next verb."""
    end = clause_end(sentence, at)
    return next((k for k in range(at + 1, end) if sentence.chunks[k].kind in (VERBS, COMMA)), end)


def _before_head(names: Names, nominal: Nominal) -> tuple[Span, ...]:
    """Who is named inside the noun phrase, before the noun."""
    sentence = names.sentence
    chunk = sentence.chunks[nominal.chunk]
    words, tags = sentence.words, sentence.tags
    if names.mentions is not None:
        span = words.begin[chunk.first], words.begin[nominal.word]
        return tuple(m for m in names.mentions if m[0] < span[1] and span[0] < m[1])
    last = nominal.word
    owner = next((k for k in range(last - 1, chunk.first - 1, -1) if tags[k] == "K"), None)
    if owner is not None:
        return ((words.begin[chunk.first], words.end[owner - 1]),) if owner > chunk.first else ()
    named = [k for k in range(chunk.first, last) if tags[k] == "R"]
    return ((words.begin[named[0]], words.end[named[-1]]),) if named else ()


def nominal_status(sentence: Sentence, nominal: Nominal) -> EventStatus:
    """By the adjectives before the noun, then by the verb that it is the subject of."""
    chunk = sentence.chunks[nominal.chunk]
    before = set(sentence.words.low[chunk.first : nominal.word])
    lists = word_lists()
    if before & lists["denied"] or "no" in before:
        return EventStatus.DENIED
    for name, status in (("hypothetical", EventStatus.HYPOTHETICAL), ("planned", EventStatus.PLANNED)):
        if before & lists[name]:
            return status
    end = clause_end(sentence, nominal.chunk)
    group = sentence.chunks[end].group if end < len(sentence.chunks) else None
    only_attached = all(sentence.chunks[k].kind in (NOUNS, PREPOSITION, "T", "A") for k in range(nominal.chunk, end))
    if group is not None and only_attached:
        if group.modal in {"will", "would", "shall", "'ll"}:
            return EventStatus.PLANNED
        if group.modal in {"may", "might", "could", "can"}:
            return EventStatus.HYPOTHETICAL
    return EventStatus.HAPPENED


def is_called_off(sentence: Sentence, at: int) -> bool:
    """Whether `the cancellation of` stands before the noun, and is the act."""
    if at < 2 or sentence.low(at - 1) != "of":
        return False
    return sentence.words.low[sentence.chunks[at - 2].head] in word_lists()["called_off"]


def is_sought(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether an agreement or truce is what is talked about or hoped for, and so is none: talks *on a deal*."""
    if nominal.noun.code.type is not EventType.AGREE and nominal.noun.code.mode != "ceasefire":
        return False
    at = nominal.chunk
    if at < 2 or sentence.chunks[at - 2].kind != NOUNS or sentence.low(at - 1) not in _SEEKING:
        return False
    return sentence.words.low[sentence.chunks[at - 2].head] in word_lists()["sought_by"]


def is_definite(sentence: Sentence, nominal: Nominal) -> bool:
    """Whether a noun phrase points at one act: *the* meeting, *a two-hour* dinner, *his* trip."""
    chunk = sentence.chunks[nominal.chunk]
    first = sentence.tags[chunk.first]
    return nominal.word > chunk.first and first in "D#" and sentence.words.low[chunk.first] not in _INDEFINITE
