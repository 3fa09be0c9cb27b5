"""Who acts and speaks: people, governments, organisations, and the places that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    GROUP = "group"


class MentionForm(StrEnum):
    """How a place names its actor."""

    NAME = "name"
    SURNAME = "surname"
    TITLE = "title"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    DEMONYM = "demonym"


class MentionBasis(StrEnum):
    """What a mention was found by: the rules, or a model that the user named."""

    RULES = "rules"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the pile. `country` is ISO 3166-1 alpha-3; `role` the office that most pages give."""

    actor_id: str
    name: str
    kind: ActorKind
    role: str | None
    country: str | None
    n_pages: int


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A place that names an actor. `role` is the office as this place says it, null where it says none."""

    page_id: str
    begin: int
    end: int
    text: str
    actor_id: str
    form: MentionForm
    role: str | None
    confidence: float
    basis: MentionBasis = MentionBasis.RULES
