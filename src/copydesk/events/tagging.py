"""What each word of a sentence is, by its form and the words beside it.

A small set of rules in the manner of the shallow parsers of event coders (Schrodt's TABARI and its followers): closed
classes first, then verbs, told from nouns of the same form by their neighbours.

Tags: D determiner, # number, U pronoun, N noun or adjective, R capitalised word, K possessive mark, P preposition,
S subordinator, C conjunction, M modal, B be, H have, O do, X not, A adverb, T time, E `to` before a verb, V verb,
J participle before a noun, and marks as themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from copydesk.events.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from copydesk.events.lexicon import VerbForm
from copydesk.events.words import Words

_NAMES_END = frozenset('NRUK)T"”#')
_POSSESSIVES = frozenset({"'s", "'"})
_SHORTENED = frozenset({"he", "she", "it", "that", "there", "who", "what", "where", "here", "how"})
_OBJECTS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "him", "them", "us", "me"}
)
_OPENINGS = frozenset('"“‘:-—–(')
_MODALS = frozenset({"will", "would", "must", "should", "may", "can", "could", "have", "has", "had"})
_BY_CAPITAL = {("may", "May"): "T", ("us", "US"): "R", ("march", "march"): "N", ("sat", "sat"): "v"}
_HELPING = frozenset({"help", "helps", "helped", "helping"})
_PHRASE_OPENS = frozenset('DR#UNJ"“')


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word knowledge that tagging needs, gathered once."""

    closed: Mapping[str, str]
    verbs: Mapping[str, VerbForm]
    not_verbs: frozenset[str]
    noun_verbs: frozenset[str]
    plurals: frozenset[str]


def tag(words: Words, lexicon: Lexicon, named: Collection[int] = ()) -> list[str]:
    """One tag a word. Of `named`, the words of known names, none is a verb: *Downing Street said*."""
    titled = _is_titled(words)
    tags = [_first_guess(words, at, lexicon, titled=titled) for at in range(len(words))]
    for at in named:
        if tags[at] == "v":
            tags[at] = "R" if words.written[at][0].isupper() else "N"
    for at, guess in enumerate(tags):
        if guess == "v":
            tags[at] = _verb_or_not(words, at, tags, lexicon)
        elif guess == "E":
            tags[at] = _to(words, at, tags, lexicon)
    if not _has_finite(words, tags, lexicon):
        _find_headline_verb(words, tags, lexicon, named)
    return tags


def _is_titled(words: Words) -> bool:
    """Whether nearly every long word has a capital, as in many headlines, so that capitals tell no names."""
    long = [written for written in words.written if len(written) > 3 and written[0].isalpha()]
    return len(long) > 3 and sum(written[0].isupper() for written in long) > 0.8 * len(long)


def _first_guess(words: Words, at: int, lexicon: Lexicon, *, titled: bool) -> str:
    """The tag by the word alone; `v` where it may be a verb."""
    low = words.low[at]
    closed = lexicon.closed.get(low)
    if closed:
        return _closed(words, at, low, closed)
    if not low[0].isalpha():
        if _is_year(low):
            return "T"
        if low == "'s" and at and words.low[at - 1] in _SHORTENED:
            return _is_or_has(words, at)
        return "K" if low in _POSSESSIVES else ("#" if len(low) > 1 or low.isdigit() else low)
    return _open_word(words, at, lexicon, titled=titled)


def _is_or_has(words: Words, at: int) -> str:
    """The tag of `'s` behind a pronoun: `has` before `been` or a participle with an object, else `is`."""
    after = words.low[at + 1 : at + 3]
    return (
        "H" if after[:1] == ["been"] or (len(after) > 1 and after[0].endswith("ed") and after[1] in _OBJECTS) else "B"
    )


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in {"19", "20"}


def _open_word(words: Words, at: int, lexicon: Lexicon, *, titled: bool) -> str:
    """A name by its capital, a verb by its form, else a noun."""
    low, written = words.low[at], words.written[at]
    capital = written[0].isupper()
    named = capital and not titled and ((at > 0 and words.low[at - 1] not in _OPENINGS) or written.isupper())
    verbal = at > 0 and low in lexicon.verbs and lexicon.closed.get(words.low[at - 1]) in {"B", "X", "A"}
    if named or (low in lexicon.not_verbs and not (verbal and low.endswith("ing") and low != "willing")):
        return "R" if capital else "N"
    if low in lexicon.verbs or (len(low) > 4 and not capital and low.endswith(("ed", "ing")) and low.isalpha()):
        return "v"
    return "R" if capital else "N"


_PAIRS = {("so", "far"): "A", ("no", "longer"): "X"}
_MULTITUDES = frozenset({"hundreds", "thousands", "millions", "dozens", "scores"})
"""Numbers that stand for people where nothing is counted behind them: *thousands* marched."""


def _closed(words: Words, at: int, low: str, tag: str) -> str:
    """The tag of a closed word where it stands: `May` may be a month, `US` a country, `more than` opens a number."""
    written, before = words.written[at], words.low[at - 1] if at else ""
    if low == "to":
        return "E"
    after = words.low[at + 1] if at + 1 < len(words) else ""
    if (low, after) in _PAIRS:
        return _PAIRS[low, after]
    if low in _MULTITUDES and after not in {"of", "more"}:
        return "U"
    if low in {"first", "second"} and before in _MODALS:
        return "A"
    if (low, written) in _BY_CAPITAL:
        return _BY_CAPITAL[low, written] if at > 0 or low != "may" else tag
    counted = (low == "than" and before in {"more", "less", "fewer", "greater"}) or (
        low == "least" and before == "at"
    )
    return "#" if counted else tag


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
    """The tag before, adverbs and opening quotation marks left out; `^` at the beginning."""
    at -= 1
    while at >= 0 and tags[at] in "A“‘":
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
    if BASE in features and before == "V" and words.low[at - 1] in _HELPING:
        return "V" if after in "DU#" or low not in lexicon.noun_verbs else "N"
    if GERUND in features:
        return "V" if after in "EP" and _is_with(words, tags, at) else _gerund(before, after)
    if PAST in features or PARTICIPLE in features:
        return _past(before, after, BASE in features and low in lexicon.noun_verbs)
    return _present(words, at, tags, features, before, after, lexicon)


def _gerund(before: str, after: str) -> str:
    """bombing the town: a verb; the bombing of the town, the visiting minister: none."""
    if before in "DK#J" or (before in "NR" and after not in "DRU#"):
        return "N"
    return "V"


def _is_with(words: Words, tags: list[str], at: int) -> bool:
    """Whether `with` and a name stand before a gerund, that says what they do: with *Marland* moving to expand."""
    first = at - 1
    while first > 0 and tags[first] in "RKA":
        first -= 1
    return first < at - 1 and words.low[first] == "with"


def _past(before: str, after: str, also_noun: bool) -> str:
    """accused after a name is a verb; detained between an article and a noun is none."""
    if before in "DK#JV" or (before == "P" and not also_noun):
        return "J" if after in "NRvVJ#" else "N"
    if also_noun and before == "P":
        return "N"
    if before == "^" and after in "NRv":
        return "J"
    return "V"


def _verb_already(tags: list[str], at: int) -> bool:
    """Whether the clause has its verb before `at`, so that a word after a noun is no second one."""
    for before in range(at - 1, max(-1, at - 12), -1):
        if tags[before] in 'SC,.;:"“”':
            return False
        if tags[before] in "VBMO":
            return before == 0 or tags[before - 1] not in "SU"
    return False


def _verb_after(tags: list[str], at: int) -> bool:
    """Whether a finite verb comes later: then a word that may be a noun need not be the verb."""
    return any(later in "BMHOv" for later in tags[at + 1 :])


def _present(words: Words, at: int, tags: list[str], features: str, before: str, after: str, lexicon: Lexicon) -> str:
    """accuses is a verb by its form; attacks is one between a name and an object."""
    base = form.lemmas[0] if (form := lexicon.verbs.get(words.low[at])) else words.low[at]
    if THIRD in features and base not in lexicon.noun_verbs and words.low[at - 1] == "this" and after in "DPE":
        return "V"
    if before in "DK#PJ" or (before in "NR" and _verb_already(tags, at)):
        return "N"
    if before == "U":
        return "V"
    if base not in lexicon.noun_verbs:
        return "V" if before in _NAMES_END or before in "CS," else "N"
    if before not in _NAMES_END and before not in ",CS":
        return "N"
    return _noun_or_verb(words, at, tags, features, before, after, lexicon)


def _noun_or_verb(
    words: Words, at: int, tags: list[str], features: str, before: str, after: str, lexicon: Lexicon
) -> str:
    """attacks after a name: a verb where an object follows; attack: one after several."""
    if THIRD in features and before == "R" and after == "N" and not _verb_after(tags, at):
        return "V"
    if THIRD in features and before in "RU" and words.low[at + 1 : at + 2] == ["that"]:
        return "V"
    if THIRD in features:
        return "V" if after in "DRU#E" and before in 'RU)"”S' else ("V" if after in "DU" else "N")
    if before == "C" and words.low[at + 1 : at + 2] == ["up"] and "E" in tags[max(0, at - 12) : at]:
        return "V"
    fits = (after in _PHRASE_OPENS or after in "PEvRT") and before not in ",C"
    return "V" if fits and _plural_before(words, at, lexicon) else "N"


_FIRE = frozenset({"strikes", "airstrikes", "raids", "attacks", "bombs", "rockets"})
_HARMING = frozenset({"kill", "wound", "injure", "hit", "target", "destroy", "damage", "leave", "pound", "rock"})
"""What strikes do as a noun, in headlines: `Marland strikes kill seven`."""


def _plural_before(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether what stands before is several: workers, police, A and B, workers *in the city*."""
    low = words.low
    if at > 2 and low[at - 2] == "and":
        return True
    form = lexicon.verbs.get(low[at - 1])
    verb_like = form is not None and THIRD in form.features
    by_ending = low[at - 1].endswith("s") and not low[at - 1].endswith("ss") and len(low[at - 1]) > 3
    near = low[at - 1] in lexicon.plurals or (by_ending and not verb_like)
    if verb_like and low[at - 1] in _FIRE and low[at] in _HARMING:
        return True
    attached = at > 3 and low[at - 2] in {"in", "of", "from", "at"} and low[at - 3].endswith("s")
    return near or attached


def _has_finite(words: Words, tags: list[str], lexicon: Lexicon) -> bool:
    for at, one in enumerate(tags):
        if one in "BMHO":
            return True
        if one == "V":
            form = lexicon.verbs.get(words.low[at])
            if (form is None or form.features != GERUND) and (at == 0 or tags[at - 1] != "E"):
                return True
    return False


def _find_headline_verb(words: Words, tags: list[str], lexicon: Lexicon, named: Collection[int]) -> None:
    """In a sentence without a finite verb, the first word that may be one after a name is taken for it."""
    for at in range(1, len(tags)):
        form = lexicon.verbs.get(words.low[at])
        if form is None or tags[at] not in "NR" or tags[at - 1] not in "NRK)U":
            continue
        if words.low[at] in lexicon.not_verbs or at + 1 >= len(tags) or at in named:
            continue
        if THIRD in form.features or (BASE in form.features and words.low[at - 1].endswith("s")):
            tags[at] = "V"
            return
