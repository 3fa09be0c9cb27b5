"""A country, as news writes of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """Names as written. `iso3` is the ISO 3166-1 code (XKX for Kosovo).

    `demonyms` begins with the adjective; it is empty where news means another country by it (Dominica).
    """

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
