"""What a place on a page names, before it is known which actor of the pile it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntFlag

from copydesk.model.actor import ActorKind, MentionForm


class Standing(Enum):
    """How far a sighting says who it is."""

    NAMED = "named"
    PERSON = "person"
    OFFICE = "office"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Ground(IntFlag):
    """What speaks for and against a run of capitals being a person."""

    NONE = 0
    TITLE = 1
    GIVEN = 2
    FAMILY_FIRST = 4
    APPOSITION = 8
    VERB = 16
    SURNAME = 32
    LOCATED = 64
    COMMON = 128
    ARTICLE = 256
    REGION = 512
    SIGNED = 1024
    HONOURED = 2048


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words [first, last) that name an actor.

    `key` tells actors that are not people apart (kind, country, folded name); of a person it is the folded words of
    the name. `role` is the office as written, `head` its folded head; `country` ISO 3166-1 alpha-3;
    `under` the folded name before the office that no list has (`Roe's adviser`, `a Norlandic official`).
    `local` marks what is the same only within one text family (`police`); `governs` a person's government (`the Roe
    administration`).
    """

    first: int
    last: int
    standing: Standing
    name: str
    key: tuple[str, ...]
    kind: ActorKind
    form: MentionForm
    role: str | None = None
    head: str | None = None
    country: str | None = None
    under: str | None = None
    gender: str = "either"
    grounds: Ground = Ground.NONE
    tentative: bool = False
    local: bool = False
    governs: bool = False
    confidence: float = 0.9
