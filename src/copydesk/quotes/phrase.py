"""Noun phrases by rule: where one that may speak begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.quotes.cue import is_cue
from copydesk.quotes.grammar import cues_of_other_languages, words
from copydesk.quotes.host import QUOTE, Host

HARD = frozenset([";", ":", "—", "–", "―", "--", "(", ")", "[", "]", ".", "?", "!", QUOTE])
"""Tokens that no clause runs over."""

LONGEST_SUBJECT = 30
"""Tokens of a noun phrase at most, with what stands between it and its verb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (half-open) of a host."""

    first: int
    last: int


def is_relative(host: Host, phrase: Phrase) -> bool:
    """Whether a relative clause follows the phrase: it is no subject of its sentence."""
    after = host.words[phrase.last : phrase.last + 2]
    return bool(after) and (after[0] in words("relatives") or (after[0] == "," and after[-1] in words("relatives")))


def phrase_up_to(host: Host, low: int, last: int) -> Phrase | None:
    """The noun phrase that ends before `last`, no clause opener, comma or hard mark inside."""
    first = last
    while first > low and not _ends_chunk(host, low, first - 1):
        first -= 1
    opener = host.words[first - 1] if first > low else ""
    if opener in ("who", "whose"):
        return phrase_ending(host, low, first - 1)
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
        or not is_word(host, first)
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


def is_word(host: Host, at: int) -> bool:
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
    return any(is_word(host, at) and host.words[at] not in words("adverbs") for at in range(first, last))


def phrase_ending(host: Host, low: int, last: int) -> Phrase | None:
    """The noun phrase before a relative: `the pilot, who said`; a name with its place: `Ada Moss of Kelm, who`."""
    personal = last < len(host.words) and "who" in host.words[last - 1 : last + 2]
    while last > low and (host.words[last - 1] == "," or host.words[last - 1] in words("relatives")):
        last -= 1
    first = last
    while (
        first > low
        and is_word(host, first - 1)
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
        while first > low and host.capital[first - 1] and is_word(host, first - 1):
            first -= 1
    return Phrase(first, last) if first < last else None


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


def ends_name(host: Host, first: int, at: int) -> bool:
    word = host.words[at]
    if word == "," or word in HARD:
        return True
    if host.words[first - 1] in cues_of_other_languages() or host.words[first - 1] in words("according_elsewhere"):
        return host.capital[at - 1] and not host.capital[at] and word not in words("particles")
    if word == "and" and at > first:
        return not (at + 1 < len(host.words) and host.capital[at + 1])
    return at > first and (word in words("after_speaker") or host.words[first] in words("pronouns"))
