"""What a place on a page names, before it is known which actor of the pile it is."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from copydesk.model.actor import ActorKind, MentionForm


class Standing:
    """How far a sighting says who it is."""

    NAMED: Final = "named"
    PERSON: Final = "person"
    OFFICE: Final = "office"
    PRONOUN: Final = "pronoun"
    NOUN: Final = "noun"


RANKS: Final = MappingProxyType(
    {standing: rank for rank, standing in enumerate(("named", "noun", "office", "person", "pronoun"))}
)
"""Which of two sightings of the same words is kept: the first in this order."""


class Ground:
    """What speaks for and against a run of capitals being a person: bits."""

    NONE: Final = 0
    TITLE: Final = 1
    GIVEN: Final = 2
    FAMILY_FIRST: Final = 4
    APPOSITION: Final = 8
    VERB: Final = 16
    SURNAME: Final = 32
    LOCATED: Final = 64
    COMMON: Final = 128
    ARTICLE: Final = 256
    REGION: Final = 512
    SIGNED: Final = 1024
    HONOURED: Final = 2048


class Sighting(NamedTuple):
    """Words [first, last) that name an actor. A tuple, for it is made in a third of a frozen dataclass's time.

    `key` tells actors that are not people apart (kind, country, folded name); of a person it is the folded words of
    the name. `role` is the office as written, `head` its folded head; `country` ISO 3166-1 alpha-3;
    `under` the folded name before the office that no list has (`Roe's adviser`, `a Norlandic official`).
    `local` marks what is the same only within one text family (`police`); `governs` a person's government (`the Roe
    administration`); `home` is the country that the dateline, or what is told before `its`, gives where no other
    word does.
    """

    first: int
    last: int
    standing: str
    name: str
    key: tuple[str, ...]
    kind: ActorKind
    form: MentionForm
    role: str | None = None
    head: str | None = None
    country: str | None = None
    under: str | None = None
    gender: str = "either"
    grounds: int = Ground.NONE
    tentative: bool = False
    local: bool = False
    governs: bool = False
    confidence: float = 0.9
    home: str | None = None
