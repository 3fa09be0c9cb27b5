"""Whether an act happened, by the verb group that tells it and the clause around it."""

from __future__ import annotations

from copydesk.events.chunks import CLAUSE, JOIN, NOUNS, STOP, TIME, VERBS, Group
from copydesk.events.clause import REACH, clause_end, subject
from copydesk.events.coded import HOSTILE
from copydesk.events.sentence import Sentence
from copydesk.model.event import EventStatus, EventType

_FUTURE = frozenset({"will", "'ll", "won't", "shall", "would", "wouldn't", "'d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "couldn't", "can't", "cannot"})
OBLIGING = frozenset({"must", "should", "ought", "mustn't", "shouldn't"})
"""Modals by which a speaker asks for something."""
_SINGLING = frozenset({"first", "second", "third", "last", "only", "latest"})
_PLANS = frozenset({"plan", "plans", "decision", "decisions", "proposal", "proposals"})
_CALLING_OFF = frozenset(
    {
        "cancel",
        "postpone",
        "scrap",
        "shelve",
        "abandon",
        "drop",
        "suspend",
        "delay",
        "ditch",
        "abort",
        "freeze",
        "halt",
    }
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})

Told = tuple[EventType | None, EventStatus]


def told(sentence: Sentence, verb: int, kind: EventType | None, status: EventStatus) -> Told:
    """Type and status of an act of type `kind`, by the group that tells it.

    `status` is what the vocabulary says of it. Not to do what would help is REJECT, which happens by being said.
    """
    group = sentence.chunks[verb].group
    if group is None:
        return kind, status
    shared = sharing(sentence, verb)
    modal = group.modal or (shared.modal if shared else "")
    if group.negated and modal in _FUTURE:
        return _refused(kind)
    if group.negated or _is_disowned(sentence, verb):
        return kind, EventStatus.DENIED
    if modal in _POSSIBLE or modal in OBLIGING or _conditional(sentence, verb):
        return kind, EventStatus.HYPOTHETICAL
    done = group.infinitive and (group.perfect or _singled_out(sentence, verb))
    if not done and (modal in _FUTURE or group.infinitive or (shared is not None and shared.infinitive)):
        return kind, _weaker(status, EventStatus.PLANNED)
    return kind, status


def _is_disowned(sentence: Sentence, verb: int) -> bool:
    """Whether nobody is said to have done it (*No one* threatened X), or somebody denies that another has."""
    found = subject(sentence, verb)
    if found is None:
        return False
    low, first = sentence.words.low, sentence.chunks[found[0]].first
    if low[first] in _NOBODY and low[first + 1 : first + 2] not in (["fewer"], ["less"], ["."], ["other"]):
        return True
    before = found[0] - 1
    if before > 0 and sentence.chunks[before].kind == CLAUSE and sentence.low(before) == "that":
        before -= 1
    over = sentence.chunks[before].group if before >= 0 else None
    return over is not None and not over.negated and not _DENYING.isdisjoint(over.lemmas)


_NOBODY = frozenset({"nobody", "no", "none", "neither", "no-one"})
_DENYING = frozenset({"deny", "refute", "dispute", "disprove", "debunk"})


def sharing(sentence: Sentence, verb: int) -> Group | None:
    """The group whose auxiliary a bare verb after `and` or `help` shares: will meet X and *sign* Y."""
    group = sentence.chunks[verb].group
    if group is None or not group.base:
        return None
    helping = sentence.chunks[verb - 1].group if verb else None
    if helping is not None and "help" in helping.lemmas:
        return helping if helping.infinitive or helping.modal else None
    joined = False
    for before in range(verb - 1, max(-1, verb - REACH), -1):
        chunk = sentence.chunks[before]
        if chunk.kind == JOIN and not joined:
            joined = all(sentence.chunks[k].kind in (TIME, "A") for k in range(before + 1, verb))
        if chunk.kind in (STOP, CLAUSE):
            return None
        if chunk.kind == VERBS and chunk.group is not None and (chunk.group.infinitive or chunk.group.modal):
            return chunk.group if joined else None
    return None


def _singled_out(sentence: Sentence, verb: int) -> bool:
    """Whether `the first state`, `the highest official` stands before an infinitive, which then has happened."""
    if verb < 2 or sentence.chunks[verb - 1].kind != NOUNS or sentence.chunks[verb - 2].kind != VERBS:
        return False
    governor = sentence.chunks[verb - 2].group
    if governor is None or "be" not in governor.lemmas:
        return False
    before = sentence.chunks[verb - 1]
    words = sentence.words.low[before.first : before.last]
    return any(word in _SINGLING or word.partition("-")[0].endswith("est") for word in words)


def called_off(sentence: Sentence, verb: int) -> int | None:
    """The verb that calls off what the infinitive at chunk `verb` plans: plans *to visit* Y *were postponed*."""
    group = sentence.chunks[verb].group
    if group is None or not group.infinitive or verb == 0 or sentence.chunks[verb - 1].kind != NOUNS:
        return None
    if sentence.words.low[sentence.chunks[verb - 1].head] not in _PLANS:
        return None
    end = clause_end(sentence, verb)
    over = sentence.chunks[end].group if end < len(sentence.chunks) else None
    off = over is not None and over.passive and not over.negated and not _CALLING_OFF.isdisjoint(over.lemmas)
    return end if off else None


def _refused(kind: EventType | None) -> Told:
    if kind is None or kind in HOSTILE:
        return kind, EventStatus.DENIED
    return EventType.REJECT, EventStatus.HAPPENED


def _weaker(status: EventStatus, other: EventStatus) -> EventStatus:
    return other if status is EventStatus.HAPPENED else status


def _conditional(sentence: Sentence, verb: int) -> bool:
    """Whether the clause of the verb opens with `if` or its like."""
    for before in range(verb - 1, max(-1, verb - REACH), -1):
        chunk = sentence.chunks[before]
        if chunk.kind == CLAUSE:
            return sentence.low(before) in _CONDITIONS
        if chunk.kind == STOP or (chunk.group is not None and chunk.group.finite):
            return False
    return False
