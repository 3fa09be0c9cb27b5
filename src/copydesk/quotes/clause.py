"""Clauses by rule: which noun phrase is the subject of a verb."""

from __future__ import annotations

from enum import Enum

from copydesk.quotes.cue import first_of_cue
from copydesk.quotes.grammar import cues_of_other_languages, words
from copydesk.quotes.host import QUOTE, Host
from copydesk.quotes.phrase import (
    HARD,
    LONGEST_SUBJECT,
    Phrase,
    ends_name,
    is_word,
    opens_name,
    phrase_ending,
    phrase_from,
    phrase_up_to,
)

FARTHEST_SUBJECT = 60
"""Tokens of a sentence in which its first subject is looked for."""


class Lacking(Enum):
    """Why a verb has no subject beside it."""

    ELIDED = "elided"


def subject_before(host: Host, low: int, cue: int) -> Phrase | Lacking | None:
    """The subject of a verb whose clause begins at `low` or later: a phrase, ELIDED, or null where none is read."""
    low = max(low, cue - LONGEST_SUBJECT - 10)
    if cue - 2 >= low and host.words[cue - 1] == "having" and host.words[cue - 2].endswith("ed"):
        return subject_before(host, low, cue - 2)
    at = _before_auxiliaries(host, low, cue)
    if at is None or at < low:
        return Lacking.ELIDED
    if at == cue - 1 and host.words[cue].endswith("ing"):
        own = host.capital[at] or (at > low and host.words[at - 1] == "with")
        return (phrase_ending(host, low, cue) if own else None) or Lacking.ELIDED
    if host.words[at] in words("joining"):
        return Lacking.ELIDED
    return _phrase_before_verb(host, low, at)


def _phrase_before_verb(host: Host, low: int, at: int) -> Phrase | None:
    """The subject whose last token, or the mark or relative behind it, is `at`."""
    word = host.words[at]
    if word in words("relatives") or (word == "," and at > low and host.words[at - 1] in words("relatives")):
        return phrase_ending(host, low, at)
    if word == ")" and "(" in host.words[low:at]:
        at = low + host.words[low:at].index("(") - 1
        return (
            phrase_up_to(host, low, at + 1)
            if at > low and host.words[at] != ","
            else _behind_parenthesis(host, low, at)
        )
    if word in (",", "—", "–", "--", ")"):
        return _behind_parenthesis(host, low, at)
    return None if word in HARD else phrase_up_to(host, low, at + 1)


def _before_auxiliaries(host: Host, low: int, cue: int) -> int | None:
    """The token before the adverbs and auxiliaries of a verb; null where an infinitive hides its subject."""
    at = first_of_cue(host, cue) - 1
    if at > low and host.words[cue] in cues_of_other_languages() and host.words[at] in words("perfect_elsewhere"):
        at -= 1
    while at >= low:
        word = host.words[at]
        if word == "to" or (word == "by" and host.words[cue].endswith("ing")):
            at -= 1
            while at >= low and host.words[at] in words("adverbs") | {"on"}:
                at -= 1
            if at < low or host.words[at] not in words("before_to") | words("auxiliaries"):
                return None
            at -= 1
        elif _goes_with_verb(word):
            at -= 1
        else:
            break
    return at


def _goes_with_verb(word: str) -> bool:
    if word in words("auxiliaries") or word in words("adverbs"):
        return True
    return word.endswith("ly") and word not in (
        "family",
        "assembly",
        "ally",
        "italy",
        "july",
        "reply",
        "emily",
        "kelly",
    )


def _behind_parenthesis(host: Host, low: int, comma: int) -> Phrase | None:
    """The subject before a remark between commas: `Ada Brandt, who leads the council, said`."""
    begin = comma
    while begin > low and host.words[begin - 1] not in (";", ":", QUOTE) and _one_sentence(host, begin - 1, comma):
        begin -= 1
    first, spare = begin, None
    while first < comma:
        last = first
        while last < comma and host.words[last] not in (",", "—", "–", "--", "("):
            last += 1
        if last - first > 1 and host.words[first] in words("contrasting") and host.capital[last - 1]:
            first += 1
        found = phrase_up_to(host, first, last) if last > first else None
        if found is not None and not _is_adjunct(host, first):
            if _is_marked(host, found):
                return found
            spare = spare or found
        first = last + 1
    return spare


def _is_marked(host: Host, phrase: Phrase) -> bool:
    """Whether a noun phrase shows that it is one: by a name, an article, a pronoun, or by being one word."""
    first = host.words[phrase.first]
    return (
        first in words("determiners")
        or first in words("pronouns")
        or phrase.last - phrase.first == 1
        or any(host.capital[phrase.first : phrase.last])
    )


def _one_sentence(host: Host, one: int, other: int) -> bool:
    return host.sentence[one] == host.sentence[other]


def _is_adjunct(host: Host, first: int) -> bool:
    """Whether words that open a sentence are no subject: a place, a time, `Speaking at the pier`."""
    word = host.words[first]
    if (
        word == "as"
        and host.words[first + 1 : first + 2] != ["the"]
        and host.capital[first + 1 : first + 2] == [True]
    ):
        return False
    return (
        not is_word(host, first)
        or word in words("prepositions")
        or (word in words("clause_openers") and word not in words("joining"))
        or word in words("weekdays")
        or (word.endswith("ing") and len(word) > 5)
        or (word.endswith(("ed", "ly")) and len(word) > 4 and not _goes_on_as_name(host, first))
    )


def _goes_on_as_name(host: Host, first: int) -> bool:
    """Whether a word that ends as a participle or adverb opens a name: `Mohammed Brandt`, `Kelly Ann Moss`."""
    after = first + 1
    known = after < len(host.words) and host.capital[after] and host.words[after] not in words("weekdays")
    return known and host.capital[first] and host.words[after] != QUOTE


def subject_after(host: Host, cue: int, high: int) -> Phrase | None:
    """The subject behind its verb: `said Ada Brandt, the mayor`."""
    first = cue + 1
    while first < high and (host.words[first] in words("adverbs") or host.words[first].endswith("ly")):
        first += 1
    first = _behind_branch(host, first, high)
    if first >= high or not is_word(host, first) or not opens_name(host, first):
        return None
    last = first
    while last < high and last - first < LONGEST_SUBJECT and not ends_name(host, first, last):
        last += 1
    return Phrase(first, last) if last > first else None


def _leads_in(word: str) -> bool:
    return word in words("adverbs") or word in words("joining")


def _behind_branch(host: Host, first: int, high: int) -> int:
    """Behind an office with its branch in brackets, where a name follows: `said DCP (Crime) Ada Brandt`."""
    opened = next((at for at in range(first + 1, min(first + 4, high)) if host.words[at] == "("), high)
    closed = next((at for at in range(opened + 1, min(opened + 5, high)) if host.words[at] == ")"), high)
    named = closed + 1 < high and host.capital[closed + 1] and all(host.capital[first:opened])
    return closed + 1 if named else first


def first_subject(host: Host, low: int, high: int) -> Phrase | None:
    """The first noun phrase of a sentence that can be its subject."""
    first, high = low, min(high, low + FARTHEST_SUBJECT)
    while first < high:
        while first < high and (_leads_in(host.words[first]) or not is_word(host, first)):
            first += 1
        last = first
        while last < high and host.words[last] not in (",", ";", ":", "—", "–", "--", ".", "(", QUOTE):
            last += 1
        if first < last and not _is_adjunct(host, first):
            return phrase_from(host, first, last)
        if first < last and host.words[first] in words("prepositions") and last >= high:
            return None
        first = last + 1
    return None
