"""Cues: the words that report what somebody said, told from the nouns and participles that look like them."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from copydesk.quotes.grammar import cues, cues_of_other_languages, words
from copydesk.quotes.host import QUOTE, STOPS, Host

MOST_CUES = 8
"""Verbs of one sentence that are tried on either side of a quotation."""
FARTHEST_PARTICIPLE = 14
"""Words from a participle to its quotation: `described by her own officials as “…”`."""
HARD_STOPS = STOPS | {QUOTE, ";", ":"}
_PARTICLES = {"clear": "making", "public": "making", "back": "striking_back"}
"""Words that make a cue of the verb before them, and the list that has those verbs."""
SPEAKER = 14
"""Words from a form that may be a noun to the verb of the one who is named there, with office and party."""


def mark_cues(host: Host) -> None:
    """Fill in `host.cues`: the verbs that report, and `according` of `according to`."""
    for at in range(len(host.words)):
        if is_cue(host, at) or words_of_according(host, at):
            host.cues.append(at)


def words_of_according(host: Host, at: int) -> int:
    """The number of words of `according to` or its like in another language at a token; 0 where none stands there."""
    if host.words[at] in words("according_elsewhere"):
        return 1
    return 2 if host.words[at] == "according" and host.words[at + 1 : at + 2] == ["to"] else 0


def length_of_verb_alone(host: Host, at: int) -> int:
    """The code points of a verb whose subject is who spoke last; 0 where none stands at the token.

    French hangs the pronoun on it (`« … », assure-t-il`), other Romance languages leave it out (`"…", añadió.`).
    """
    word = host.words[at]
    if has_clitic(host.text[host.begin[at] : host.end[at]]):
        return word.index("-")
    after = host.words[at + 1] if at + 1 < len(host.words) else "."
    return len(word) if word in cues_of_other_languages() and after in STOPS else 0


def has_clitic(word: str) -> bool:
    """Whether a French pronoun hangs on a word as it is written: `assure-t-il`, but `Ann-Elle`."""
    verb, _, pronoun = word.rpartition("-")
    return len(verb) > 1 and verb.islower() and pronoun in words("clitics")


def cues_in(host: Host, tokens: range) -> Iterator[int]:
    """The cues among neighbouring tokens, in the direction of the range, MOST_CUES at most."""
    if not tokens:
        return
    low, high = min(tokens[0], tokens[-1]), max(tokens[0], tokens[-1])
    first, last = bisect.bisect_left(host.cues, low), bisect.bisect_right(host.cues, high)
    if tokens.step > 0:
        yield from host.cues[first : min(last, first + MOST_CUES)]
    else:
        yield from reversed(host.cues[max(first, last - MOST_CUES) : last])


def first_of_cue(host: Host, at: int) -> int:
    """The first token of a cue that ends at `at`: the verb of `made it clear`, `shot back`, else `at` itself."""
    verbs = words(_PARTICLES.get(host.words[at], "none"))
    if at and host.words[at - 1] in verbs:
        return at - 1
    return at - 2 if at > 1 and host.words[at - 1] == "it" and host.words[at - 2] in verbs else at


def agent_of_passive(host: Host, at: int, low: int) -> int | None:
    """The `by` that brings who is quoted with the quotation `at`, where the verb before it is a participle.

    `was called “…” by`, `described by … as “…”`; null where there is none.
    """
    for cue in range(at - 1, max(low, at - FARTHEST_PARTICIPLE) - 1, -1):
        word = host.words[cue]
        if word in HARD_STOPS:
            return None
        if word not in cues() or not word.endswith("ed") or word in words("quoting"):
            continue
        if host.words[cue + 1] == "by" and "as" in host.words[cue + 2 : at]:
            return cue + 1
        behind = (
            at + 1 < len(host.words) and host.words[at + 1] == "by" and host.sentence[at + 1] == host.sentence[at]
        )
        joined = cue + 1 == at or host.words[cue + 1] in ("as", "of", "for")
        return at + 1 if behind and joined and _is_passive(host, cue) else None
    return None


def is_cue(host: Host, at: int) -> bool:
    """Whether the token is a verb that reports somebody's words, in the active voice."""
    return _is_reporting(host, at) and not _is_passive(host, at)


def _is_reporting(host: Host, at: int) -> bool:
    word = host.words[at]
    if word in _PARTICLES:
        return first_of_cue(host, at) < at
    if word not in cues():
        return word == "put" and host.words[at + 1 : at + 2] == ["it"]
    before = host.words[at - 1] if at else ""
    if word in cues_of_other_languages():
        return True
    off = word.startswith("call") and host.words[at + 1 : at + 2] == ["off"]
    if off or before in words("articles") or before in words("possessives") - {"her"} or before.endswith("'s"):
        return False
    if word in words("nouns_too") and not _is_verb_there(host, at, before):
        return False
    inside = at > 0 and host.sentence[at - 1] == host.sentence[at] and before != ":"
    return not (inside and host.capital[at])


def _is_verb_there(host: Host, at: int, before: str) -> bool:
    """Whether a form that may be a noun stands as a verb: with an object or a clause behind it, no article before."""
    if before == QUOTE or (before == "," and host.words[at - 2 : at - 1] == [QUOTE]):
        return not (_is_bare(host.words[at]) and _is_said_later(host, at))
    if before.endswith("s'") or before in words("determiners") or before in words("prepositions") - {"to"}:
        return False
    after = host.words[at + 1] if at + 1 < len(host.words) else ""
    if after in STOPS and QUOTE in host.words[max(0, at - 8) : at]:
        return True
    return after in (QUOTE, ",", ":", "that") or any(
        after in words(group) for group in ("determiners", "pronouns", "objects")
    )


def _is_bare(word: str) -> bool:
    """Whether a form has no ending: right behind a quotation, it then opens a noun phrase (`state officials`)."""
    return f"{word}s" in cues() or f"{word}es" in cues()


def _is_said_later(host: Host, at: int) -> bool:
    """Whether a verb that is nothing else follows in the clause: `“…,” state party chief Ada Brandt said`."""
    for later in range(at + 2, min(host.sentence_end(at), at + SPEAKER)):
        word = host.words[later]
        if word == QUOTE or word in words("clause_openers"):
            return False
        if word in cues() and word not in words("nouns_too") and not word.endswith("ing"):
            return True
    return False


def _is_passive(host: Host, at: int) -> bool:
    word = host.words[at]
    if word.endswith("ing") or word in ("said", "heard"):
        return False
    back = at - 1
    while back >= 0 and (host.words[back] in words("adverbs") or host.words[back].endswith("ly")):
        back -= 1
    return back >= 0 and host.words[back] in words("to_be")
