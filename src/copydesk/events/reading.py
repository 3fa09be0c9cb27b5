"""What a verb group says was done: its frame, and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.chunks import COMMA, NOUNS, PREPOSITION, Group
from copydesk.events.clause import object_before, subject
from copydesk.events.coded import HOSTILE
from copydesk.events.frame import Operator, Way
from copydesk.events.matching import Match, fit
from copydesk.events.sentence import Region, Sentence
from copydesk.events.vocabulary import ActNoun, Vocabulary, not_act_pairs
from copydesk.model.event import EventStatus, EventType

DEEPEST = 4
"""Verbs below one another that are read: agreed to begin to allow inspectors to visit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An act as a verb group tells it.

    `verb` is the chunk of the group, `undergone` its subject where it is passive. `type` is null where nothing
    is done but saying. `below` is the reading of the verb under it.
    """

    verb: int
    match: Match
    undergone: Region | None
    type: EventType | None
    mode: str | None
    status: EventStatus
    way: Way
    rule: str
    below: Reading | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A sentence with what reading it needs."""

    sentence: Sentence
    chunk_of: list[int]
    vocabulary: Vocabulary
    present: frozenset[str]
    """The words of the sentence, in lower case."""

    def read(self, verb: int, depth: int = 0) -> Reading | None:
        """The act of the verb group at chunk `verb`, null where the vocabulary sees none."""
        group = self.sentence.chunks[verb].group
        if group is None or depth > DEEPEST:
            return None
        for undergone in self._voices(verb, group):
            for lemma in group.lemmas:
                for frame in self.vocabulary.frames.get(lemma, ()):
                    if frame.needs and frame.needs.isdisjoint(self.present):
                        continue
                    match = fit(self.sentence, verb, frame, undergone, self.chunk_of)
                    if match is None:
                        continue
                    found = self._made(verb, match, undergone, depth)
                    if found is not None or _ends(match):
                        return found
        return None

    def _voices(self, verb: int, group: Group) -> list[Region | None]:
        """The ways in which the group may be read: null for active, else what undergoes it.

        That is the subject of a passive, or what a relative clause goes on from: *the men* whom X freed.
        """
        if group.passive:
            region = subject(self.sentence, verb)
            return [region] if region else [None]
        after = verb + 1
        following = self.sentence.chunks[after] if after < len(self.sentence.chunks) else None
        if group.finite and (following is None or following.kind != NOUNS):
            relative = object_before(self.sentence, verb)
            if relative is not None:
                return [None, relative]
        if not group.bare_participle:
            return [None]
        before = self._noun_before(verb)
        if before is None or not _ENDING_BY_ITSELF.isdisjoint(group.lemmas):
            return [None]
        if following is not None and (following.kind == NOUNS or (following.group and following.group.base)):
            return [None]
        by = after < len(self.sentence.chunks) and self.sentence.low(after) == "by"
        return [before, None] if by else [None, before]

    def _noun_before(self, verb: int) -> Region | None:
        """The noun phrase that a participle after it belongs to."""
        chunks = self.sentence.chunks
        at = verb - 1
        if at >= 0 and chunks[at].kind == COMMA:
            at -= 1
        if at < 0 or chunks[at].kind != NOUNS:
            return None
        first = at
        while first >= 2 and chunks[first - 1].kind == PREPOSITION and chunks[first - 2].kind == NOUNS:
            first -= 2
        return first, at + 1

    def _made(self, verb: int, match: Match, undergone: Region | None, depth: int) -> Reading | None:
        code, name = match.frame.code, match.frame.name
        made = Reading(verb, match, undergone, code.type, code.mode, EventStatus.HAPPENED, code.way, name)
        if code.operator is None:
            return made
        below = self.read(match.below, depth + 1) if match.below is not None else None
        return self._composed(made, code.operator, below)

    def _composed(self, made: Reading, operator: Operator, below: Reading | None) -> Reading | None:
        """An operator over what stands below it: a verb, or a noun that is an act."""
        noun = self._act_noun(made.match)
        kind: EventType | None = None
        mode: str | None = None
        way, rule = made.way, made.rule
        if below is not None:
            kind, mode = below.type, below.mode
            rule = f"{rule} > {below.rule}"
            way = below.way if operator in _CARRIES else way
        elif noun is not None:
            kind, mode = noun.code.type, noun.code.mode
            way = noun.code.way if made.way is Way.FORWARD else made.way
            rule = f"{rule} > nouns:{noun.noun}"
        group = self.sentence.chunks[made.match.below].group if made.match.below is not None else None
        if group is not None and group.negated and operator is Operator.INTEND:
            undone = EventType.AGREE if kind in HOSTILE else EventType.REJECT
            return replace(made, type=undone, rule=rule, below=below)
        outcome = _outcome(operator, kind, mode, made.type, noun is not None)
        if outcome is None:
            return None
        typed, kept, status = outcome
        return replace(made, type=typed, mode=made.mode or kept, status=status, way=way, rule=rule, below=below)

    def _act_noun(self, match: Match) -> ActNoun | None:
        if match.noun is None:
            return None
        low = self.sentence.words.low
        pair = f"{low[match.noun - 1]} {low[match.noun]}" if match.noun else ""
        word = low[match.noun]
        if pair in not_act_pairs():
            return None
        nouns = self.vocabulary.nouns
        return (
            nouns.get(pair)
            or nouns.get(word)
            or nouns.get(word.replace("-", ""))
            or nouns.get(word.rpartition("-")[2])
        )


def _ends(match: Match) -> bool:
    """Whether a frame that fits and gives no act shuts out the frames after it."""
    operator = match.frame.code.operator
    return operator is Operator.NOTHING or (operator in _KEEPING and match.below is not None)


_ENDING_BY_ITSELF = frozenset({"end", "stop", "finish", "close", "conclude", "halt", "cease"})
"""Verbs whose subject undergoes them without a passive: the visit ended."""

_CARRIES = frozenset({Operator.LIGHT, Operator.GO_ON, Operator.PLAN, Operator.WISH, Operator.DENY})

_Outcome = tuple[EventType | None, str | None, EventStatus]


def _outcome(
    operator: Operator, kind: EventType | None, mode: str | None, own: EventType | None, nominal: bool
) -> _Outcome | None:
    """Type, mode and status of an operator over an act of type `kind`. `own` is the type of the frame."""
    happened = EventStatus.HAPPENED
    if operator in _KEEPING:
        return _kept(operator, kind, mode)
    if operator is Operator.INTEND:
        return (EventType.THREATEN if kind in HOSTILE else EventType.AGREE), None, happened
    if operator is Operator.DEMAND:
        return _demanded(kind, nominal), None, happened
    if operator in (Operator.STOP, Operator.NOTHING):
        stopped = _STOPPED.get(kind) if kind and operator is Operator.STOP else None
        return None if stopped is None else (stopped, None, happened)
    if operator is Operator.DISOWN and kind in HOSTILE:
        return kind, mode, EventStatus.DENIED
    return (None if operator is Operator.SAY else own or _FIXED[operator]), None, happened


def _kept(operator: Operator, kind: EventType | None, mode: str | None) -> _Outcome | None:
    """The act below, with the status that the operator gives it; to deny what is no act is to reject it."""
    if kind is not None:
        return kind, mode, _KEEPING[operator]
    return (EventType.REJECT, None, EventStatus.HAPPENED) if operator is Operator.DENY else None


def stopped(reading: Reading, end: int) -> Reading:
    """The reading of a plan that is called off by the verb that ends at word `end`."""
    kind = _STOPPED.get(reading.type) if reading.type is not None else None
    match = replace(reading.match, end=end)
    mode = "discontinue" if kind is EventType.SANCTION else None
    return replace(reading, match=match, type=kind, mode=mode, status=EventStatus.HAPPENED)


def _demanded(kind: EventType | None, nominal: bool) -> EventType:
    """Calls for sanctions, protest or an inquiry are what they call for; any other demand is a request."""
    if nominal and kind in {EventType.SANCTION, EventType.PROTEST, EventType.ASSAULT}:
        return EventType.THREATEN
    if nominal and kind is EventType.ACCUSE:
        return EventType.ACCUSE
    return EventType.REQUEST


_KEEPING = {
    Operator.LIGHT: EventStatus.HAPPENED,
    Operator.GO_ON: EventStatus.HAPPENED,
    Operator.PLAN: EventStatus.PLANNED,
    Operator.WISH: EventStatus.HYPOTHETICAL,
    Operator.DENY: EventStatus.DENIED,
}
_FIXED = {
    Operator.REFUSE: EventType.REJECT,
    Operator.DISOWN: EventType.REJECT,
    Operator.MENACE: EventType.THREATEN,
    Operator.LET: EventType.CONCEDE,
    Operator.HINDER: EventType.COERCE,
}
_STOPPED = {
    EventType.ASSAULT: EventType.CONCEDE,
    EventType.COERCE: EventType.CONCEDE,
    EventType.SANCTION: EventType.CONCEDE,
    EventType.PROTEST: EventType.CONCEDE,
    EventType.MOBILIZE: EventType.CONCEDE,
    EventType.THREATEN: EventType.CONCEDE,
    EventType.ACCUSE: EventType.CONCEDE,
    EventType.REJECT: EventType.CONCEDE,
    EventType.REQUEST: EventType.CONCEDE,
    EventType.AID: EventType.SANCTION,
    EventType.COOPERATE: EventType.SANCTION,
    EventType.CONSULT: EventType.SANCTION,
    EventType.SUPPORT: EventType.SANCTION,
    EventType.AGREE: EventType.REJECT,
    EventType.CONCEDE: EventType.REJECT,
}
