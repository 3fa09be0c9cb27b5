"""Clauses by rule: which noun phrase is the subject of a verb."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from copydesk.quotes.cue import first_of_cue, is_cue
from copydesk.quotes.grammar import cues_of_other_languages, words
from copydesk.quotes.host import QUOTE, Host

HARD = frozenset([";", ":", "—", "–", "―", "--", "(", ")", "[", "]", ".", "?", "!", QUOTE])
"""Tokens that no clause runs over."""

FARTHEST_SUBJECT = 60
"""Tokens of a sentence in which its first subject is looked for."""

LONGEST_SUBJECT = 30
"""Tokens of a noun phrase at most, with what stands between it and its verb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (half-open) of a host."""

    first: int
    last: int


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
        return (_phrase_ending(host, low, cue) if own else None) or Lacking.ELIDED
    if host.words[at] in words("joining"):
        return Lacking.ELIDED
    return _phrase_before_verb(host, low, at)


def _phrase_before_verb(host: Host, low: int, at: int) -> Phrase | None:
    """The subject whose last token, or the mark or relative behind it, is `at`."""
    word = host.words[at]
    if word in words("relatives") or (word == "," and at > low and host.words[at - 1] in words("relatives")):
        return _phrase_ending(host, low, at)
    if word == ")" and "(" in host.words[low:at]:
        at = low + host.words[low:at].index("(") - 1
        return _chunk(host, low, at + 1) if at > low and host.words[at] != "," else _behind_parenthesis(host, low, at)
    if word in (",", "—", "–", "--", ")"):
        return _behind_parenthesis(host, low, at)
    return None if word in HARD else _chunk(host, low, at + 1)


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
        found = _chunk(host, first, last) if last > first else None
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
        not _is_word(host, first)
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


def _chunk(host: Host, low: int, last: int) -> Phrase | None:
    """The noun phrase that ends before `last`, no clause opener, comma or hard mark inside."""
    first = last
    while first > low and not _ends_chunk(host, low, first - 1):
        first -= 1
    opener = host.words[first - 1] if first > low else ""
    if opener in ("who", "whose"):
        return _phrase_ending(host, low, first - 1)
    return _nominal(host, first, last, after_opener=opener not in ("", ",", "that", "and", "but", QUOTE))


def _ends_chunk(host: Host, low: int, at: int) -> bool:
    word = host.words[at]
    if word == ",":
        return not (host.words[at + 1] in ("jr", "sr") or host.words[at + 1] == "")
    if word in HARD:
        return True
    if word in words("clause_openers"):
        return not (word == "and" and _joins_names(host, low, at))
    return False


def _joins_names(host: Host, low: int, at: int) -> bool:
    """Whether `and` stands in a name, or between two that speak together: what is before it is one phrase."""
    first = at
    while first > low and not (host.words[first - 1] in HARD or host.words[first - 1] == ","):
        first -= 1
    before = range(first, at)
    return bool(before) and all(
        host.capital[index] or host.words[index] in words("determiners") or host.words[index] in ("of", "for", "&")
        for index in before
    )


def _nominal(host: Host, first: int, last: int, *, after_opener: bool) -> Phrase | None:
    """The noun phrase inside a run of words: without leading adverbs and adjuncts."""
    while first < last and (
        host.words[first] in words("adverbs") - {"all"}
        or host.words[first] in ("however", "—")
        or not _is_word(host, first)
    ):
        first += 1
    if first >= last:
        return None
    if host.words[first] in words("prepositions") or after_opener:
        first = _second_phrase(host, first, last)
    first = _after_verb(host, first, last)
    last = next((at for at in range(first + 1, last) if host.words[at] in words("auxiliaries")), last)
    if first >= last or last - first > LONGEST_SUBJECT or not _is_nominal(host, first, last):
        return None
    return Phrase(first, last)


def _is_word(host: Host, at: int) -> bool:
    return host.words[at][0].isalnum()


def _second_phrase(host: Host, first: int, last: int) -> int:
    """Where the subject begins behind an adjunct without a comma: `On Monday the mayor said`."""
    for at in range(first + 1, last):
        word, before = host.words[at], host.words[at - 1]
        if word in words("pronouns"):
            return at
        if before in words("prepositions") or before in words("determiners"):
            continue
        if word in words("determiners") or (before in words("weekdays") and host.capital[at]):
            return at
    for at in range(last - 1, first, -1):
        if host.capital[at] and not host.capital[at - 1] and host.words[at - 1] not in words("prepositions"):
            return at
    return last if host.words[first] in words("prepositions") else first


def _after_verb(host: Host, first: int, last: int) -> int:
    """Behind a verb inside the run, if any: what stands before it is another clause."""
    for at in range(last - 1, first, -1):
        if host.words[at] in words("pronouns"):
            return at
    return first


def _is_nominal(host: Host, first: int, last: int) -> bool:
    word = host.words[first]
    if word in ("there", "it's") or word in words("prepositions"):
        return False
    return any(_is_word(host, at) and host.words[at] not in words("adverbs") for at in range(first, last))


def is_relative(host: Host, phrase: Phrase) -> bool:
    """Whether a relative clause follows the phrase: it is no subject of its sentence."""
    after = host.words[phrase.last : phrase.last + 2]
    return bool(after) and (after[0] in words("relatives") or (after[0] == "," and after[-1] in words("relatives")))


def _phrase_ending(host: Host, low: int, last: int) -> Phrase | None:
    """The noun phrase before a relative: `the pilot, who said`; a name with its place: `Ada Moss of Kelm, who`."""
    personal = last < len(host.words) and "who" in host.words[last - 1 : last + 2]
    while last > low and (host.words[last - 1] == "," or host.words[last - 1] in words("relatives")):
        last -= 1
    first = last
    while (
        first > low
        and _is_word(host, first - 1)
        and host.words[first - 1] not in words("prepositions") | words("clause_openers") | words("auxiliaries")
    ):
        first -= 1
        if host.words[first] in words("determiners"):
            break
        opens = host.capital[first] and first > low and not host.capital[first - 1]
        if opens and host.words[first - 1] not in words("determiners"):
            break
    if personal and first - 2 >= low and host.words[first - 1] in ("of", "from", "at") and host.capital[first - 2]:
        first -= 2
        while first > low and host.capital[first - 1] and _is_word(host, first - 1):
            first -= 1
    return Phrase(first, last) if first < last else None


def subject_after(host: Host, cue: int, high: int) -> Phrase | None:
    """The subject behind its verb: `said Ada Brandt, the mayor`."""
    first = cue + 1
    while first < high and (host.words[first] in words("adverbs") or host.words[first].endswith("ly")):
        first += 1
    if first >= high or not _is_word(host, first) or not opens_name(host, first):
        return None
    last = first
    while last < high and last - first < LONGEST_SUBJECT and not _ends_name(host, first, last):
        last += 1
    return Phrase(first, last) if last > first else None


def opens_name(host: Host, at: int) -> bool:
    """Whether a noun phrase that may speak can open with the token."""
    word = host.words[at]
    if host.capital[at]:
        return word not in words("weekdays")
    if word in words("pronouns") or word in words("determiners") - {"that", "this", "those", "these"}:
        return True
    return not (
        word in words("prepositions")
        or word in words("clause_openers")
        or word in words("auxiliaries")
        or word in words("after_speaker")
        or word.endswith(("ing", "ed"))
    )


def _ends_name(host: Host, first: int, at: int) -> bool:
    word = host.words[at]
    if word == "," or word in HARD:
        return True
    if host.words[first - 1] in cues_of_other_languages() or host.words[first - 1] in words("according_elsewhere"):
        return host.capital[at - 1] and not host.capital[at] and word not in words("particles")
    if word == "and" and at > first:
        return not (at + 1 < len(host.words) and host.capital[at + 1])
    return at > first and (word in words("after_speaker") or host.words[first] in words("pronouns"))


def _leads_in(word: str) -> bool:
    return word in words("adverbs") or word in words("joining")


def first_subject(host: Host, low: int, high: int) -> Phrase | None:
    """The first noun phrase of a sentence that can be its subject."""
    first, high = low, min(high, low + FARTHEST_SUBJECT)
    while first < high:
        while first < high and (_leads_in(host.words[first]) or not _is_word(host, first)):
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


def phrase_from(host: Host, first: int, high: int) -> Phrase | None:
    """The noun phrase that opens a clause at `first`: up to what looks like its verb."""
    last = first
    if host.words[first] in words("pronouns"):
        return Phrase(first, first + 1)
    while last < high and not _looks_like_verb(host, first, last):
        last += 1
    return Phrase(first, last) if last > first else None


def _looks_like_verb(host: Host, first: int, at: int) -> bool:
    word = host.words[at]
    if word in words("prepositions"):
        return word != "of"
    if word in words("auxiliaries") or word in words("clause_openers") - {"and"} or is_cue(host, at):
        return True
    if at == first or host.capital[at] or host.words[at - 1].endswith("'s"):
        return False
    if (
        host.capital[at - 1]
        and host.words[at - 1] not in words("determiners")
        and not any(host.capital[at + 1 : at + 3])
    ):
        return True
    return word.endswith(("ed", "ly")) or word in words("adverbs")
