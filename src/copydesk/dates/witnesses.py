"""The kinds of witnesses to a day of publication: how far each is to be believed, and what it is called."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

CHANGES = frozenset(
    {"class modified", "itemprop modified", "json-ld modified", "meta modified", "modified", "time modified"}
)
"""Kinds that speak of a later change: the page is not younger, and by themselves that is all."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A kind of witness.

    `first` is the weight, in log-odds, of the first day that its witnesses on a page name, `later` of any other.
    `dates` says whether it may date a page by itself. `says` ends the sentence "the day is ...".
    """

    first: float
    later: float
    dates: bool
    says: str


@cache
def witnesses() -> Mapping[str, Witness]:
    """All kinds by name, in the order of the data file."""
    text = files("copydesk.dates").joinpath("vocabulary", "witnesses.toml").read_text("utf-8")
    return MappingProxyType({kind: Witness(**entry) for kind, entry in tomllib.loads(text).items()})
