"""The sources that pages name: news agencies and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgencyKind(StrEnum):
    """Whom an agency serves."""

    WIRE = "wire"
    NATIONAL = "national"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency. `country` is ISO 3166-1 alpha-3.

    `aliases` are its other names as written, in credits and in text. `initials` mean it only where a credit stands
    (`(SPA)`), and other agencies may have the same.
    """

    name: str
    aliases: tuple[str, ...]
    initials: tuple[str, ...]
    country: str
    kind: AgencyKind

    @property
    def known_as(self) -> str:
        """The name that credits use: the letters it goes by (`AP`, `dpa`) where it has some, else its name."""
        letters = (name for name in (self.name, *self.aliases) if 2 <= len(name) <= 5 and name.isalpha())
        return next((name for name in letters if name.isupper() or name.islower()), self.name)

    @property
    def photo_only(self) -> bool:
        """Whether it carries no text, so that its credit speaks of a picture."""
        return self.kind is AgencyKind.PHOTO


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or title that others quote as the source of a report. `country` as above."""

    name: str
    aliases: tuple[str, ...]
    country: str
