"""What each word of a sentence is, by its form and the words beside it.

A small set of rules in the manner of the shallow parsers of event coders (Schrodt's TABARI and its followers): closed
classes first, then verbs, told from nouns of the same form by their neighbours.

Tags: D determiner, # number, U pronoun, N noun or adjective, R capitalised word, K possessive mark, P preposition,
S subordinator, C conjunction, M modal, B be, H have, O do, X not, A adverb, T time, E `to` before a verb, V verb,
J participle before a noun, and marks as themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.events.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from copydesk.events.lexicon import VerbForm
from copydesk.events.words import Words

_NAMES_END = frozenset('NRUK)T"”#')
_POSSESSIVES = frozenset({"'s", "'"})
_OPENINGS = frozenset('"“‘:-—–(')
_PHRASE_OPENS = frozenset('DR#UNJ"“')


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word knowledge that tagging needs, gathered once."""

    closed: Mapping[str, str]
    verbs: Mapping[str, VerbForm]
    not_verbs: frozenset[str]
    noun_verbs: frozenset[str]
    plurals: frozenset[str]


def tag(words: Words, lexicon: Lexicon) -> list[str]:
    """One tag a word."""
    tags = [_first_guess(words, at, lexicon) for at in range(len(words))]
    for at, guess in enumerate(tags):
        if guess == "v":
            tags[at] = _verb_or_not(words, at, tags, lexicon)
        elif guess == "E":
            tags[at] = _to(words, at, tags, lexicon)
    if not _has_finite(words, tags, lexicon):
        _find_headline_verb(words, tags, lexicon)
    return tags


def _first_guess(words: Words, at: int, lexicon: Lexicon) -> str:
    """The tag by the word alone; `v` where it may be a verb."""
    low = words.low[at]
    closed = lexicon.closed.get(low)
    if closed:
        return _closed(words, at, low, closed)
    if not low[0].isalpha():
        return "K" if low in _POSSESSIVES else ("#" if len(low) > 1 or low.isdigit() else low)
    return _open_word(words, at, lexicon)


def _open_word(words: Words, at: int, lexicon: Lexicon) -> str:
    """A name by its capital, a verb by its form, else a noun."""
    low, written = words.low[at], words.written[at]
    capital = written[0].isupper()
    named = capital and ((at > 0 and words.low[at - 1] not in _OPENINGS) or written.isupper())
    if named or low in lexicon.not_verbs:
        return "R" if capital else "N"
    if low in lexicon.verbs or (len(low) > 4 and not capital and low.endswith(("ed", "ing")) and low.isalpha()):
        return "v"
    return "R" if capital else "N"


def _closed(words: Words, at: int, low: str, tag: str) -> str:
    """The tag of a closed word where it stands: names of days and months are times, `May` alone is one too."""
    if low == "to":
        return "E"
    if low == "may" and words.written[at] == "May" and at > 0:
        return "T"
    if low == "us" and words.written[at] == "US":
        return "R"
    if low == "march" and words.written[at] == "march":
        return "N"
    return tag


def _to(words: Words, at: int, tags: list[str], lexicon: Lexicon) -> str:
    """E where `to` opens an infinitive, else P."""
    after = at + 1
    while after < len(tags) and tags[after] in "AX" and after < at + 3:
        after += 1
    if after >= len(tags):
        return "P"
    if tags[after] in "BHO":
        return "E"
    form = lexicon.verbs.get(words.low[after])
    return "E" if tags[after] == "v" and form is not None and BASE in form.features else "P"


def _before(tags: list[str], at: int) -> str:
    """The tag before, adverbs left out; `^` at the beginning."""
    at -= 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    return tags[at] if at >= 0 else "^"


def _after(tags: list[str], at: int) -> str:
    """The tag after, adverbs left out; `$` at the end."""
    at += 1
    while at < len(tags) and tags[at] == "A":
        at += 1
    return tags[at] if at < len(tags) else "$"


def _verb_or_not(words: Words, at: int, tags: list[str], lexicon: Lexicon) -> str:
    low = words.low[at]
    form = lexicon.verbs.get(low)
    features = form.features if form else (GERUND if low.endswith("ing") else PAST + PARTICIPLE)
    before, after = _before(tags, at), _after(tags, at)
    if before in "MEO" or (before == "X" and BASE in features):
        return "V"
    if before in "BH" and (GERUND in features or PARTICIPLE in features):
        return "V"
    if GERUND in features:
        return _gerund(before, after)
    if PAST in features or PARTICIPLE in features:
        return _past(before, after, BASE in features and low in lexicon.noun_verbs)
    return _present(words, at, features, before, after, lexicon)


def _gerund(before: str, after: str) -> str:
    """bombing the town: a verb; the bombing of the town, the visiting minister: none."""
    if before in "DK#J" or (before in "NR" and after not in "DRU#"):
        return "N"
    return "V"


def _past(before: str, after: str, also_noun: bool) -> str:
    """accused after a name is a verb; detained between an article and a noun is none."""
    if before in "DK#J" or (before == "P" and not also_noun):
        return "J" if after in "NRvVJ#" else "N"
    if also_noun and before == "P":
        return "N"
    if before == "^" and after in "NRv":
        return "J"
    return "V"


def _present(words: Words, at: int, features: str, before: str, after: str, lexicon: Lexicon) -> str:
    """accuses is a verb by its form; attacks is one between a name and an object."""
    if before in "DK#PJ":
        return "N"
    if before == "U":
        return "V"
    base = form.lemmas[0] if (form := lexicon.verbs.get(words.low[at])) else words.low[at]
    if base not in lexicon.noun_verbs:
        return "V" if before in _NAMES_END or before in "CS," else ("V" if before == "^" else "N")
    if before not in _NAMES_END and before not in ",CS":
        return "N"
    if THIRD in features:
        return "V" if after in "DRU#E" and before in 'RU)"”S' else ("V" if after in "DU" else "N")
    plural = at > 0 and (words.low[at - 1] in lexicon.plurals or words.low[at - 1].endswith("s"))
    return "V" if plural and (after in _PHRASE_OPENS or after in "PEv") and before not in ",C" else "N"


def _has_finite(words: Words, tags: list[str], lexicon: Lexicon) -> bool:
    for at, one in enumerate(tags):
        if one in "BMHO":
            return True
        if one == "V":
            form = lexicon.verbs.get(words.low[at])
            if (form is None or form.features != GERUND) and (at == 0 or tags[at - 1] != "E"):
                return True
    return False


def _find_headline_verb(words: Words, tags: list[str], lexicon: Lexicon) -> None:
    """In a sentence without a finite verb, the first word that may be one after a name is taken for it."""
    for at in range(1, len(tags)):
        form = lexicon.verbs.get(words.low[at])
        if form is None or tags[at] not in "NR" or tags[at - 1] not in "NRK)U":
            continue
        if words.low[at] in lexicon.not_verbs or at + 1 >= len(tags):
            continue
        if THIRD in form.features or (BASE in form.features and words.low[at - 1].endswith("s")):
            tags[at] = "V"
            return
