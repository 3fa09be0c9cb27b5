"""Whether a frame fits what stands around a verb group."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.chunks import CLAUSE, COMMA, JOIN, NOUNS, OTHER, PREPOSITION, STOP, TIME, VERBS, Chunk
from copydesk.events.clause import subject
from copydesk.events.frame import Element, Frame
from copydesk.events.sentence import Region, Sentence
from copydesk.events.vocabulary import people_nouns

_SUMS = frozenset({"million", "millions", "billion", "billions", "dollars", "euros", "pounds", "m", "bn"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})
"""Who defends *itself* supports nobody."""
_ROOMS = frozenset({"room", "rooms", "hall", "halls", "venue", "venues", "table", "agenda", "centre", "center"})
"""Heads of phrases that are no act: who heads into a meeting *room* has met nobody yet."""
WINDOW = 16
"""Words within which the next word of a pattern is looked for after a noun phrase."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits. `object` is the chunk that `~` took; `noun` the word that `@` took; `below` the chunk of the
    infinitive or gerund; `end` the word after the last one that the pattern took."""

    frame: Frame
    object: int | None
    noun: int | None
    below: int | None
    end: int


@dataclass(slots=True)
class _State:
    at: int
    object: int | None = None
    noun: int | None = None
    below: int | None = None
    free: bool = False
    """Whether other phrases may stand before what comes next."""


def fit(sentence: Sentence, verb: int, frame: Frame, undergone: Region | None, chunk_of: list[int]) -> Match | None:
    """The match of a frame with the verb group at chunk `verb`.

    `undergone` is the subject of a passive group: it stands for the first noun phrase of the pattern.
    """
    state = _State(sentence.chunks[verb].last)
    elements = frame.elements
    if elements[0].kind == "^":
        if undergone is not None or not _has_subject(sentence, verb, elements[0].words):
            return None
        elements = elements[1:]
    if elements[0].kind == "%":
        if undergone is None:
            return None
        state.object, elements, undergone = undergone[0], elements[1:], None
    if undergone is not None:
        taken = next((k for k, element in enumerate(elements) if element.kind in "~@"), None)
        if taken is None:
            return None
        if not _take_subject(sentence, elements[taken], undergone, state):
            return None
        elements = elements[:taken] + elements[taken + 1 :]
    for element in elements:
        if not _step(sentence, element, state, chunk_of):
            return None
    return Match(frame, state.object, state.noun, state.below, state.at)


def _has_subject(sentence: Sentence, verb: int, words: frozenset[str]) -> bool:
    found = subject(sentence, verb)
    return found is not None and any(
        _class_word(sentence, sentence.chunks[k], words) is not None for k in range(*found)
    )


def _take_subject(sentence: Sentence, element: Element, undergone: Region, state: _State) -> bool:
    if element.kind == "~" or (element.kind == "&" and _is_person(sentence, undergone[0])):
        state.object = undergone[0]
        return True
    for k in range(*undergone):
        found = _class_word(sentence, sentence.chunks[k], element.words)
        if found is not None:
            state.noun = found
            return True
    return False


def _step(sentence: Sentence, element: Element, state: _State, chunk_of: list[int]) -> bool:
    kind = element.kind
    if kind in "-wig":
        return kind == "-" or (
            _word(sentence, element.words, state, chunk_of)
            if kind == "w"
            else _below(sentence, kind, state, chunk_of)
        )
    at = _over_light(sentence, state.at, chunk_of)
    if at is None:
        return False
    here = chunk_of[at]
    if kind == "t":
        return _is_clause(sentence, here)
    if element.kind == "@" and state.object is not None:
        here, at = _past_mark(sentence, here, at)
    if sentence.chunks[here].kind != NOUNS:
        return False
    return _noun_phrase(sentence, element, here, at, state)


def _past_mark(sentence: Sentence, here: int, at: int) -> tuple[int, int]:
    """Over one preposition or comma that parts an object from what is given to it."""
    following = here + 1
    if sentence.chunks[here].kind in (PREPOSITION, COMMA) and following < len(sentence.chunks):
        return following, sentence.chunks[following].first
    return here, at


def _is_clause(sentence: Sentence, here: int) -> bool:
    """Whether a clause begins at a chunk: with `that`, or with a noun phrase and its verb."""
    chunks = sentence.chunks
    if chunks[here].kind == CLAUSE:
        return True
    for at in range(here, min(len(chunks), here + 7)):
        group = chunks[at].group
        if group is not None:
            return at > here and group.finite
        joined = chunks[at].kind == JOIN and at + 1 < len(chunks) and chunks[at + 1].kind == NOUNS
        if chunks[at].kind not in (NOUNS, PREPOSITION) and not joined:
            return False
    return False


def _noun_phrase(sentence: Sentence, element: Element, here: int, at: int, state: _State) -> bool:
    chunks, last = sentence.chunks, here + 1
    state.free = True
    if element.kind == "&" and not _is_somebody(sentence, here):
        return False
    if element.kind in "~&":
        if sentence.low(here) in _REFLEXIVE or sentence.words.low[chunks[here].head] in _ROOMS:
            return False
        if state.object is None:
            state.object = here
        state.at = max(at + 1, chunks[here].last if not _more_words(sentence, here, at) else at + 1)
        return True
    found = _class_word(sentence, chunks[here], element.words, at)
    if found is None and state.object is not None:
        found = _given(sentence, last, element.words)
    while found is None and last + 1 < len(chunks) and last - here < 6:
        if chunks[last + 1].kind != NOUNS or not _leads_on(sentence, here, last):
            break
        found = _class_word(sentence, chunks[last + 1], element.words)
        last += 2
    if found is None:
        return False
    state.noun = found
    state.at = found + 1
    return True


def _is_somebody(sentence: Sentence, here: int) -> bool:
    """Whether a noun phrase is a name, a pronoun or a noun for people, and nothing that it is called follows."""
    chunks, after = sentence.chunks, here + 1
    while after < len(chunks) and chunks[after].kind == OTHER:
        after += 1
    if after < len(chunks) and chunks[after].kind == NOUNS:
        return False
    return _is_person(sentence, here)


def _is_person(sentence: Sentence, here: int) -> bool:
    head = sentence.chunks[here].head
    return sentence.tags[head] in "RU" or sentence.words.low[head] in people_nouns()


def _given(sentence: Sentence, first: int, words: frozenset[str]) -> int | None:
    """The noun that an object is given, called or charged with, further right in the clause."""
    for chunk in sentence.chunks[first : first + 10]:
        if chunk.kind in (VERBS, CLAUSE, STOP):
            return None
        found = _class_word(sentence, chunk, words) if chunk.kind == NOUNS else None
        if found is not None:
            return found
    return None


def _leads_on(sentence: Sentence, here: int, last: int) -> bool:
    """Whether the noun may stand beyond chunk `last`: after `of`, or after an adjective and a comma."""
    if sentence.low(last) == "of":
        return True
    chunk = sentence.chunks[here]
    if sentence.low(last) in {"in", "worth"} and sentence.words.low[chunk.last - 1] in _SUMS:
        return True
    lone = last == here + 1 and sentence.tags[chunk.last - 1] == "N" and chunk.last - chunk.first <= 2
    return lone and sentence.chunks[last].kind == COMMA


def _more_words(sentence: Sentence, here: int, at: int) -> bool:
    """Whether the noun phrase goes on after `at`, so that a word of the pattern may stand in it."""
    return sentence.chunks[here].last > at + 1


def _class_word(sentence: Sentence, chunk: Chunk, words: frozenset[str], start: int = 0) -> int | None:
    """The last word of a noun phrase that is in `words`; two words or one, hyphens as they are or left out."""
    low = sentence.words.low
    for at in range(chunk.last - 1, max(chunk.first, start) - 1, -1):
        word = low[at]
        if sentence.tags[at] == "K" or (at == chunk.last - 1 and word in _ROOMS):
            return None
        if word in words or ("-" in word and _of_hyphenated(word, words)):
            return at
        if at > chunk.first and f"{low[at - 1]} {word}" in words:
            return at
    return None


def _of_hyphenated(word: str, words: frozenset[str]) -> bool:
    return word.replace("-", "") in words or word.rpartition("-")[2] in words


def _over_light(sentence: Sentence, at: int, chunk_of: list[int]) -> int | None:
    """The next word over times, `on Monday` included, adverbs and quotation marks."""
    words, chunks = sentence.words.low, sentence.chunks
    for _ in range(8):
        if at >= len(words):
            return None
        here = chunks[chunk_of[at]]
        if here.kind == TIME:
            at = here.last
        elif sentence.tags[at] == "A" or words[at] in "\"“”‘’'":
            at += 1
        elif words[at] in {"on", "in", "during", "late", "early"} and _time_next(sentence, chunk_of[at]):
            at = chunks[chunk_of[at] + 1].last
        else:
            return at
    return None


def _time_next(sentence: Sentence, here: int) -> bool:
    chunks = sentence.chunks
    return here + 1 < len(chunks) and chunks[here + 1].kind == TIME


def _word(sentence: Sentence, wanted: frozenset[str], state: _State, chunk_of: list[int]) -> bool:
    low, chunks = sentence.words.low, sentence.chunks
    at: int | None = state.at
    if not state.free:
        if state.at < len(low) and low[state.at] in wanted:
            at = state.at
        else:
            at = _over_light(sentence, state.at, chunk_of)
        if at is None or at >= len(low) or low[at] not in wanted:
            return False
        state.at = at + 1
        return True
    for at in range(state.at, min(len(low), state.at + WINDOW)):
        if low[at] in wanted:
            state.at, state.free = at + 1, False
            return True
        if chunks[chunk_of[at]].kind in (VERBS, CLAUSE, STOP):
            return False
    return False


def _below(sentence: Sentence, kind: str, state: _State, chunk_of: list[int]) -> bool:
    """The infinitive or gerund of the pattern."""
    chunks = sentence.chunks
    if state.at >= len(chunk_of):
        return False
    here = chunk_of[state.at]
    for k in range(here, min(len(chunks), here + (10 if state.free else 4))):
        group = chunks[k].group
        if group is not None and (group.infinitive if kind == "i" else group.gerund):
            state.below, state.at = k, chunks[k].last
            return True
        if chunks[k].kind in (STOP, VERBS, CLAUSE) or (not state.free and chunks[k].kind in (NOUNS, COMMA)):
            return False
    return False
