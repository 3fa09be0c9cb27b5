"""People known by surname and office only, led to the one full name of the pile that has both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.actors.namings import Key
from copydesk.actors.registry import surname

BY_FAR = 3
"""How many times more pages must give an office to one person of a surname than to another."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is told of a person: how many pages give each office, in lower case, and all countries that are given."""

    roles: Mapping[str, int]
    countries: frozenset[str]


def full_names(short: Mapping[Key, Held], full: Mapping[Key, Held]) -> dict[Key, Key]:
    """The people of `short`, each a surname, that are one of the people of `full`."""
    by_surname: defaultdict[str, dict[Key, Held]] = defaultdict(dict)
    for key, held in full.items():
        by_surname[surname(key[1:])][key] = held
    found: dict[Key, Key] = {}
    seen: dict[tuple[str, frozenset[str], frozenset[str]], Key | None] = {}
    for key, held in short.items():
        alike = (key[-1], frozenset(held.roles), held.countries)
        if alike not in seen:
            seen[alike] = _same_person(held, by_surname.get(key[-1], {}))
        one = seen[alike]
        if one is not None:
            found[key] = one
    return found


def _same_person(own: Held, others: Mapping[Key, Held]) -> Key | None:
    """The one of a surname with the same office on most pages by far; else the only one, if no office is known."""
    alike = {key: other for key, other in others.items() if _may_be_one(own, other)}
    pages = {key: sum(other.roles.get(role, 0) for role in own.roles) for key, other in alike.items()}
    ranked = sorted(alike, key=lambda key: (-pages[key], key))
    if ranked and pages[ranked[0]]:
        clear = len(ranked) == 1 or pages[ranked[0]] > BY_FAR * pages[ranked[1]]
        return ranked[0] if clear else None
    free = [key for key in ranked if not alike[key].roles]
    return free[0] if len(free) == 1 else None


def _may_be_one(one: Held, other: Held) -> bool:
    """Whether no country tells two apart."""
    return not one.countries or not other.countries or not one.countries.isdisjoint(other.countries)
