"""Who is quoted, read from the sentence that brings a quotation: behind it, before it, around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.quotes.clause import first_subject, subject_after, subject_before
from copydesk.quotes.cue import (
    agent_of_passive,
    cues_in,
    first_of_cue,
    is_cue,
    length_of_verb_alone,
    words_of_according,
)
from copydesk.quotes.grammar import words
from copydesk.quotes.host import QUOTE, Host, ending
from copydesk.quotes.phrase import HARD, Phrase, is_relative, opens_name, phrase_from

DASHES = frozenset(["—", "–", "―", "--", "-"])

FARTHEST_CUE = 40
"""Tokens between a quotation and the verb behind it at most; a longer way crosses other clauses."""

SHORTEST_BEFORE_ANY_VERB = 24
"""Code points of a quotation, marks included, behind which a verb that is no known cue is taken for one."""

LONGEST_LABEL = 10
"""Tokens of a name before a colon, as in `Mayor Ada Brandt: “…”`."""


class Place(StrEnum):
    """Where the words stand that attribute a quotation."""

    AFTER = "after"
    BEFORE = "before"
    SENTENCE = "sentence"
    LABEL = "label"
    AGENT = "agent"
    LEAD = "lead"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that attribute a quotation: spans of the text that was read; `cue` null where there is no verb."""

    speaker: tuple[int, int]
    cue: tuple[int, int] | None
    place: Place


def attribution_of(host: Host, first: int, last: int) -> Attribution | None:
    """Who the utterance of tokens `first` to `last` (both quotations) is attributed to by its own sentence."""
    if last > first:
        between = _behind(host, first)
        if between is not None:
            return between
    return _agent(host, last) or _behind(host, last) or _before(host, first) or _in_rest(host, last)


def attributed(host: Host, subject: Phrase, cue: tuple[int, int] | None, place: Place) -> Attribution:
    """The words of a subject and of its cue, both as tokens, as spans of the text."""
    span = host.begin[subject.first], host.end[subject.last - 1]
    return Attribution(span, (host.begin[cue[0]], host.end[cue[1] - 1]) if cue else None, place)


def cue_tokens(host: Host, at: int) -> tuple[int, int]:
    """The tokens of the cue whose verb is `at`, with its particle or auxiliary."""
    return (at, at + 2) if host.words[at] == "put" else (first_of_cue(host, at), at + 1)


def _behind(host: Host, at: int) -> Attribution | None:
    """`“…,” said Ada Brandt`, `“…,” the mayor said`, `“…,” according to the mayor`."""
    part, length = host.parts[at], len(host.words)
    first = at + 1
    if first >= length:
        return None
    ends = ending(host.text, part)
    new_sentence = host.sentence[first] != host.sentence[at]
    if new_sentence and ends not in "?!…" and host.words[first] not in DASHES:
        return None
    open_ended = ends in ",?!—–-…" or host.words[first] == "," or host.words[first] in DASHES
    while first < length and (host.words[first] in (",", ")", "'", "’") or host.words[first] in DASHES):
        first += 1
    if first >= length or host.words[first] in words("joining") | words("contrasting") or host.words[first] == QUOTE:
        return None
    high = min(host.sentence_end(first), first + FARTHEST_CUE)
    high = next((index for index in range(first, high) if host.words[index] == QUOTE), high)
    return (
        _signed(host, at, first)
        or _verb_alone(host, first, open_ended)
        or _according(host, first, high)
        or _inverted(host, first, high, open_ended)
        or _subject_and_cue(host, at, first, high, open_ended, new_sentence)
    )


def _agent(host: Host, at: int) -> Attribution | None:
    """`was called “…” by the mayor`, `described by the mayor as “…”`."""
    by = agent_of_passive(host, at, host.sentence_begin(at))
    if by is None:
        return None
    subject = subject_after(host, by, at if by < at else host.sentence_end(by))
    return attributed(host, subject, None, Place.AGENT) if subject else None


def _signed(host: Host, at: int, first: int) -> Attribution | None:
    """`“…” — Ada Brandt`, with nothing more than a place or an office behind the name."""
    if host.words[first - 1] not in DASHES or not host.capital[first] or at > 0:
        return None
    subject = subject_after(host, first - 1, len(host.words))
    if subject is None or any(cues_in(host, range(first, len(host.words)))):
        return None
    return attributed(host, subject, None, Place.LABEL)


def _verb_alone(host: Host, first: int, open_ended: bool) -> Attribution | None:
    size = length_of_verb_alone(host, first) if open_ended else 0
    begin = host.begin[first]
    return Attribution((begin, host.end[first]), (begin, begin + size), Place.AFTER) if size else None


def _according(host: Host, first: int, high: int) -> Attribution | None:
    size = words_of_according(host, first)
    subject = subject_after(host, first + size - 1, high) if size else None
    return attributed(host, subject, (first, first + size), Place.AFTER) if subject else None


def _inverted(host: Host, first: int, high: int, open_ended: bool) -> Attribution | None:
    cue = first
    while cue + 1 < high and (host.words[cue] in words("adverbs") or host.words[cue] in words("perfect_elsewhere")):
        cue += 1
    if cue >= high or not is_cue(host, cue):
        return None
    if host.words[cue] in words("told") and not (open_ended and host.words[cue] in words("told_or_said")):
        return None
    subject = subject_after(host, cue, high)
    if subject is None or not (open_ended or host.capital[subject.first]):
        return None
    return attributed(host, subject, cue_tokens(host, cue), Place.AFTER)


def _subject_and_cue(
    host: Host, at: int, first: int, high: int, open_ended: bool, new_sentence: bool
) -> Attribution | None:
    if not open_ended and not (host.capital[at] and opens_name(host, first)):
        return None
    for cue in cues_in(host, range(first + 1, min(high, first + 9) if new_sentence else high)):
        if ";" in host.words[first:cue] or ":" in host.words[first:cue]:
            break
        subject = subject_before(host, first, cue)
        if isinstance(subject, Phrase) and (subject.first == first or host.words[subject.first - 1] in (",", "ly")):
            return attributed(host, subject, cue_tokens(host, cue), Place.AFTER)
        if not isinstance(subject, Phrase) or not open_ended:
            continue
        between = [host.words[index] for index in range(first, subject.first)]
        if not any(word in words("clause_openers") for word in between):
            return attributed(host, subject, cue_tokens(host, cue), Place.AFTER)
        if between[-1] == "and" and not any(
            word in words("clause_openers") or word in words("auxiliaries") or word in HARD for word in between[:-1]
        ):
            return attributed(host, Phrase(first, subject.last), cue_tokens(host, cue), Place.AFTER)
        break
    if not open_ended or new_sentence or host.end[at] - host.begin[at] < SHORTEST_BEFORE_ANY_VERB:
        return None
    return _unknown_verb(host, first, high)


def _unknown_verb(host: Host, first: int, high: int) -> Attribution | None:
    """`“…,” the mayor thundered.`: behind a quotation that ends with a comma any verb of a name is a cue."""
    word = host.words[first]
    opens = host.capital[first] or word in ("he", "she", "they") or word in words("articles")
    if not opens or not opens_name(host, first) or word in ("it", "i", "we"):
        return None
    subject = phrase_from(host, first, high)
    if subject is None or subject.last >= high:
        return None
    verb = subject.last
    while verb < high and (host.words[verb] in words("adverbs") or host.words[verb] in words("auxiliaries")):
        verb += 1
    if verb >= high or not host.words[verb].endswith(("ed", "s")):
        return None
    return attributed(host, subject, (verb, verb + 1), Place.AFTER)


def _before(host: Host, at: int) -> Attribution | None:
    """`The mayor said: “…`, `The mayor called it “…`, `According to the mayor, “…`."""
    low = host.sentence_begin(at)
    aside: Attribution | None = None
    own: Attribution | None = None
    for cue in cues_in(host, range(at - 1, low - 1, -1)):
        if size := words_of_according(host, cue):
            subject = subject_after(host, cue + size - 1, at)
            if subject is not None:
                return attributed(host, subject, (cue, cue + size), Place.BEFORE)
            continue
        found = _of_cue(host, low, cue, at)
        if found is None:
            continue
        attribution = attributed(host, found, cue_tokens(host, cue), Place.BEFORE)
        if _is_said_of_itself(host, low, found):
            own = own or attribution
            continue
        if at - cue <= 2 or not is_relative(host, found):
            return attribution
        aside = aside or attribution
    return aside or own or _label(host, low, at)


def _is_said_of_itself(host: Host, low: int, subject: Phrase) -> bool:
    """Whether a body says what it will do: `the board said it will decide “…”` is attributed by `said`."""
    if subject.last - subject.first != 1 or host.words[subject.first] not in ("it", "they"):
        return False
    saying = subject.first - 1 - (host.words[subject.first - 1] == "that")
    return saying > low and is_cue(host, saying)


def _of_cue(host: Host, low: int, cue: int, high: int) -> Phrase | None:
    """The subject of a cue, found wherever its sentence has it."""
    relayed = _relayed(host, low, cue) or _parenthetic(host, low, cue, high)
    subject = relayed or subject_before(host, low, cue)
    if isinstance(subject, Phrase):
        return subject
    if cue == low or host.words[cue - 1] == QUOTE:
        behind = subject_after(host, cue, high)
        if behind is not None:
            return behind
    for earlier in cues_in(host, range(cue - 1, low - 1, -1)):
        found = subject_before(host, low, earlier)
        if isinstance(found, Phrase) and not is_relative(host, found):
            return found
        if earlier > low and host.words[earlier - 1] == QUOTE:
            return subject_after(host, earlier, cue)
    return _of_participle(host, low, cue) or first_subject(host, low, cue)


def _of_participle(host: Host, low: int, cue: int) -> Phrase | None:
    """`The talks ended after Ada Brandt walked out, accusing …`: the subject of the clause that stands before it."""
    if cue - 1 <= low or host.words[cue - 1] != "," or not host.words[cue].endswith("ing"):
        return None
    for at in range(cue - 2, low, -1):
        if host.words[at] in HARD:
            return None
        if host.words[at] in words("subordinating") and host.words[at - 1] != ",":
            subject = phrase_from(host, at + 1, cue - 1) if opens_name(host, at + 1) else None
            named = subject is not None and subject.last < cue - 1 and any(host.capital[subject.first : subject.last])
            return subject if named else None
    return None


def _relayed(host: Host, low: int, cue: int) -> Phrase | None:
    """`The agency quoted Ada Brandt as saying “…”`: who is quoted stands behind the verb of the agency."""
    if host.words[cue] != "saying" or cue - 1 <= low or host.words[cue - 1] != "as":
        return None
    verb = next((at for at in range(cue - 2, low, -1) if host.words[at] in words("quoting")), None)
    if verb is None or not is_cue(host, verb) or host.words[verb + 1] == "by":
        return None
    return subject_after(host, verb, cue - 1)


def _parenthetic(host: Host, low: int, cue: int, high: int) -> Phrase | None:
    """`The company would not, said Ada Brandt, “…`: the verb and its subject between commas."""
    if (
        cue <= low
        or host.words[cue - 1] != ","
        or host.words[cue] in words("told")
        or host.words[cue].endswith("ing")
    ):
        return None
    subject = subject_after(host, cue, high)
    if subject is None or subject.last >= high or host.words[subject.last] != "," or not host.capital[subject.first]:
        return None
    return subject


def _label(host: Host, low: int, at: int) -> Attribution | None:
    """`Mayor Ada Brandt: “…”`, and a sentence without a cue that a colon or comma leads to the quotation."""
    if at - 1 <= low or host.words[at - 1] not in (":", ","):
        return None
    if host.words[at - 1] == "," and not host.capital[at]:
        return None
    if at - 1 - low <= LONGEST_LABEL and host.words[at - 1] == ":":
        subject: Phrase | None = phrase_from(host, low, at - 1) if opens_name(host, low) else None
    else:
        subject = first_subject(host, low, at - 1)
    return attributed(host, subject, None, Place.LABEL) if subject else None


def _in_rest(host: Host, at: int) -> Attribution | None:
    """`It is “a ruin” these days, the mayor said.`: the words that attribute the whole sentence stand at its end."""
    high = host.sentence_end(at)
    for cue in cues_in(host, range(at + 1, high)):
        if size := words_of_according(host, cue):
            subject = subject_after(host, cue + size - 1, high)
            return attributed(host, subject, (cue, cue + size), Place.SENTENCE) if subject else None
        found = subject_before(host, at + 1, cue)
        if host.words[cue - 1] == "," and host.words[cue] not in words("told"):
            found = subject_after(host, cue, high)
            if found is not None and host.capital[found.first]:
                return attributed(host, found, cue_tokens(host, cue), Place.SENTENCE)
            continue
        if isinstance(found, Phrase) and host.words[found.first - 1] in (",", QUOTE):
            return attributed(host, found, cue_tokens(host, cue), Place.SENTENCE)
    return None
