"""A sentence in pieces: noun phrases, verb groups, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.events.inflection import BASE, GERUND, PARTICIPLE, PAST
from copydesk.events.tagging import Lexicon
from copydesk.events.words import Words

NOUNS, VERBS, TIME, PREPOSITION, CLAUSE, JOIN, COMMA, STOP, OTHER = "NVTPSC,.A"
"""Kinds of chunks: noun phrase, verb group, time, preposition, subordinator, conjunction, comma, end, any other."""

_IN_PHRASE = frozenset("D#UNRKJT")
_MARKS = {",": COMMA, ";": STOP, ":": STOP, ".": STOP, "!": STOP, "?": STOP, "(": COMMA, ")": COMMA}
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group. `lemmas` are what the main verb may be, in order of preference; empty for an unknown verb."""

    lemmas: tuple[str, ...]
    modal: str
    passive: bool
    negated: bool
    infinitive: bool
    gerund: bool
    bare_participle: bool
    """A form that may be the simple past or a participle, without an auxiliary."""
    perfect: bool
    base: bool
    """Nothing but a bare form: what a verb after `and` has that shares its auxiliary with the verb before."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause."""
        return not self.infinitive and not self.gerund


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words `first` to `last` (exclusive) of a sentence. `head` is the word that the chunk is about."""

    kind: str
    first: int
    last: int
    head: int
    group: Group | None = None


def chunk(words: Words, tags: list[str], lexicon: Lexicon) -> list[Chunk]:
    """The chunks of a tagged sentence, in order; every word is in one."""
    return list(_chunks(words, tags, lexicon))


def _chunks(words: Words, tags: list[str], lexicon: Lexicon) -> Iterator[Chunk]:
    at = 0
    while at < len(tags):
        one = tags[at]
        if one in "MBHOXVE" or (one == "A" and _leads_to_verb(tags, at)):
            made = _verbs(words, tags, at, lexicon)
        elif one in _IN_PHRASE:
            made = _nouns(words, tags, at)
        else:
            kind = {"P": PREPOSITION, "S": CLAUSE, "C": JOIN}.get(one) or _MARKS.get(one, OTHER)
            if one in _DASHES:
                kind = COMMA
            made = Chunk(kind, at, at + 1, at)
        yield made
        at = made.last


def _leads_to_verb(tags: list[str], at: int) -> bool:
    """Whether the adverbs at `at` stand before a verb group, of which they are then a part."""
    while at < len(tags) and tags[at] == "A":
        at += 1
    return at < len(tags) and tags[at] in "MBHOXV"


def _nouns(words: Words, tags: list[str], at: int) -> Chunk:
    """A run of determiners, nouns, adjectives and possessives. A time at its end is left out."""
    last = at + 1
    while last < len(tags) and (tags[last] in _IN_PHRASE or _inside(tags, last)):
        if tags[last] == "D" and tags[last - 1] not in "D#":
            break
        if tags[last] == "U" or tags[last - 1] == "U":
            break
        if tags[last] == "T" and tags[last - 1] in "NR" and words.low[last].islower() is False:
            break
        last += 1
    if all(tags[k] in "TD#" for k in range(at, last)) and "T" in tags[at:last]:
        return Chunk(TIME, at, last, last - 1)
    while last - 1 > at and tags[last - 1] == "T":
        last -= 1
        if tags[last - 1] in "T#D" and any(tags[k] in "NR" for k in range(at, last)):
            while last - 1 > at and tags[last - 1] in "T#D":
                last -= 1
            break
    head = last - 1
    while head > at and tags[head] in "K#":
        head -= 1
    return Chunk(NOUNS, at, last, head)


def _inside(tags: list[str], at: int) -> bool:
    """Whether a determiner reaches over an adverb or a quotation mark: a *highly* critical report, a *“*low” tide."""
    if at + 1 >= len(tags) or tags[at] not in 'A"“‘':
        return False
    if tags[at] == "A":
        return tags[at - 1] in "D#" and tags[at + 1] in "NJ#"
    return tags[at - 1] == "D" and tags[at + 1] in "NRJ"


def _verbs(words: Words, tags: list[str], at: int, lexicon: Lexicon) -> Chunk:
    """A verb group from its first auxiliary or adverb to its main verb."""
    first, last, main = at, at, -1
    while last < len(tags) and last < first + 12:
        one = tags[last]
        if one in "MOXA":
            last += 1
        elif one == "E" and (main < 0 or last == first):
            if any(tags[k] not in "XA" for k in range(first, last)):
                break
            last += 1
        elif one in "BH":
            main = last
            last += 1
        elif one == "V":
            if main >= 0 and tags[main] == "V":
                break
            if main >= 0 and not _continues(words, last, lexicon):
                break
            main = last
            last += 1
            break
        else:
            break
    while last - 1 > max(main, first) and tags[last - 1] == "A":
        last -= 1
    main = main if main >= 0 else last - 1
    return Chunk(VERBS, first, last, main, _group(words, tags, first, main, lexicon))


def _continues(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb belongs to an auxiliary before it: was *arrested*, has *arrested*, is *visiting*."""
    form = lexicon.verbs.get(words.low[verb])
    if form is None:
        return True
    return any(feature in form.features for feature in (PARTICIPLE, GERUND, PAST))


def _group(words: Words, tags: list[str], first: int, main: int, lexicon: Lexicon) -> Group:
    low = words.low
    helpers = [(tags[k], low[k]) for k in range(first, main)]
    form = lexicon.verbs.get(low[main])
    features = form.features if form else (GERUND if low[main].endswith("ing") else PAST + PARTICIPLE)
    lemmas = form.lemmas if form else ()
    if tags[main] == "B":
        lemmas, features = ("be",), GERUND if low[main] == "being" else "f"
    elif tags[main] == "H":
        lemmas, features = ("have",), GERUND if low[main] == "having" else "f"
    elif tags[main] == "O":
        lemmas, features = ("do",), "f"
    is_be = any(one == "B" for one, _ in helpers)
    is_have = any(one == "H" for one, _ in helpers)
    is_other = any(one in "MOE" for one, _ in helpers)
    return Group(
        lemmas=lemmas,
        modal=next((word for one, word in [*helpers, (tags[main], low[main])] if one == "M"), ""),
        passive=is_be and GERUND not in features and tags[main] == "V",
        negated=any(
            one == "X" or word.endswith("n't") or word == "cannot" for one, word in [*helpers, ("", low[main])]
        ),
        infinitive=any(one == "E" for one, _ in helpers),
        gerund=features == GERUND and not is_be,
        bare_participle=PARTICIPLE in features and not (is_be or is_have or is_other),
        perfect=is_have,
        base=features == BASE and not (is_be or is_have or is_other),
    )
