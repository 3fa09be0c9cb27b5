"""The frames of verbs: what stands around a verb that makes it an act of the codebook.

A frame is a row of `vocabulary/verbs.tsv`: verbs, pattern, code. Patterns are read left to right over what stands
after the verb; docs/event-coding.md has their language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from copydesk.events.lexicon import noun_forms
from copydesk.model.event import EventType


class Operator(StrEnum):
    """What a verb does to an act that stands below it."""

    LIGHT = "light"
    """hold talks: the act is the noun's."""
    GO_ON = "go-on"
    """begin to withdraw: the act is the lower verb's."""
    INTEND = "intend"
    """agree to withdraw: AGREE, or THREATEN where the act is hostile."""
    PLAN = "plan"
    """expected to visit: the act, planned."""
    WISH = "wish"
    """hopes to visit: the act, hypothetical."""
    DEMAND = "demand"
    """urge to withdraw: REQUEST."""
    REFUSE = "refuse"
    """refuse to withdraw: REJECT."""
    MENACE = "menace"
    """threaten to attack: THREATEN."""
    STOP = "stop"
    """lift sanctions: the contrary of the act."""
    DENY = "deny"
    """deny having attacked: the act, denied."""
    LET = "let"
    """allow to enter: YIELD/CONCEDE."""
    DISOWN = "disown"
    """have no intention of visiting: REJECT, or the hostile act, denied."""
    HINDER = "hinder"
    """keep from entering: COERCE."""
    NOTHING = "nothing"
    """release a report: no act, whatever else the verb may be."""
    SAY = "say"
    """say that: the act of the clause below, if any."""


class Way(StrEnum):
    """Who acts, where it is not the subject on the object."""

    FORWARD = "forward"
    MUTUAL = "mutual"
    """Both sides do it: meet, sign an agreement with."""
    BACKWARD = "backward"
    """The subject undergoes it: face criticism from."""
    SPEAKER = "speaker"
    """Whoever says it does it to the subject: X said that Y was to blame."""


_WAYS = {"=": Way.MUTUAL, "<": Way.BACKWARD, ">": Way.SPEAKER}
_ELEMENT = re.compile(r"[@^](?:\w+|\[[^\]]*\])(?:\|(?:\w+|\[[^\]]*\]))*|\S+")
_BROAD = frozenset({"act", "hostile", "friendly"})
_PEOPLE = frozenset({"diplomats", "prisoners", "power"})
_CHOICE = re.compile(r"(\w+)|\[([^\]]*)\]")
_COMPLEMENTS = {"to+": "i", "ing+": "g", "that+": "t"}


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern.

    `kind` is `~` (somebody or something), `&` (somebody), `@` (a noun phrase with one of `words`), `^` (a subject
    with one of them), `%` (a passive, whose subject acts), `w` (the word itself), `i`, `g`, `t` (an infinitive, a
    gerund, a clause), `-` (nothing needed). A `broad` class is one of many nouns. What is in a class of `people`
    undergoes the act itself; troops and experts, who are sent somewhere, do not.
    """

    kind: str
    words: frozenset[str] = frozenset()
    broad: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What a frame says when it fits."""

    type: EventType | None
    mode: str | None
    operator: Operator | None
    way: Way


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry. `weight` is how much it asks for: the fitting frame that asks for most is taken.

    `needs` are words of which it asks for one, empty where it asks for none. A sentence that has none of them does
    not fit: two of three frames of the verbs of a sentence are passed over by that.
    """

    lemma: str
    elements: tuple[Element, ...]
    code: Code
    weight: int
    name: str
    needs: frozenset[str]


def read_code(written: str) -> Code:
    """`ASSAULT firearms`, `CONSULT visit =`, `+light`.

    Raises ValueError for an unknown type or operator.
    """
    kind: EventType | None = None
    mode: str | None = None
    operator: Operator | None = None
    way = Way.FORWARD
    for word in written.split():
        if word in _WAYS:
            way = _WAYS[word]
        elif word.startswith("+"):
            operator = Operator(word[1:])
        elif word.isupper():
            kind = EventType[word]
        else:
            mode = word
    if kind is None and operator is None:
        raise ValueError(f"neither type nor operator: {written!r}")
    return Code(kind, mode, operator, way)


def read_pattern(written: str, classes: Mapping[str, frozenset[str]]) -> tuple[Element, ...]:
    """The elements of a pattern. Raises ValueError for an unknown class."""
    return tuple(_element(word, classes) for word in _ELEMENT.findall(written))


def _element(word: str, classes: Mapping[str, frozenset[str]]) -> Element:
    if word in {"~", "&", "-", "%"}:
        return Element(word)
    if word in _COMPLEMENTS:
        return Element(_COMPLEMENTS[word])
    if not word.startswith(("@", "^")):
        return Element("w", frozenset(word.split("|")))
    nouns: set[str] = set()
    named = {name for name, _ in _CHOICE.findall(word)}
    for name, listed in _CHOICE.findall(word):
        if name and name not in classes:
            raise ValueError(f"unknown class {name!r} in {word!r}")
        nouns |= classes[name] if name else {form for noun in listed.split("|") for form in noun_forms(noun)}
    return Element(word[0], frozenset(nouns), bool(_BROAD & named), bool(_PEOPLE & named))


def needs(elements: tuple[Element, ...]) -> frozenset[str]:
    """The words of the first element that is a word itself."""
    return next((element.words for element in elements if element.kind == "w"), frozenset())


def weight(elements: tuple[Element, ...]) -> int:
    """Words, classes and complements weigh three, broad classes two, somebody one."""
    return sum(2 if element.broad else _WEIGHTS.get(element.kind, 0) for element in elements)


_WEIGHTS = {"@": 3, "^": 3, "w": 3, "i": 3, "g": 3, "t": 3, "~": 1, "&": 1}
