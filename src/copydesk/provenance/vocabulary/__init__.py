"""What the provenance stage knows beforehand: the words of rewording machines, news agencies, outlets.

General knowledge in data files beside this one; nothing here comes from a pile of pages. Everything is read once
and then shared, so what the functions return must not be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from copydesk.provenance.vocabulary.collocations import Collocation, read_collocations, read_swaps
from copydesk.provenance.vocabulary.source import Agency, AgencyKind, Outlet
from copydesk.provenance.vocabulary.tortured import (
    TorturedPattern,
    TorturedPhrase,
    read_patterns,
    read_phrases,
)
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import countries
from copydesk.text.vocabulary.tables import read_lines, read_rows, read_toml

Phrase = tuple[str, ...]
"""Words of a phrase, each folded as `copydesk.text.tokens.fold_word` does it."""

_HERE = "copydesk.provenance.vocabulary"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a reworded word or phrase may stand for.

    `restored` is one or more folded words with single spaces between them. `weight` (0..1) says how surely the
    spun form is a rewording of it, seen on a page that is known to be reworded.
    """

    restored: str
    weight: float


@cache
def spun_words() -> Mapping[Phrase, tuple[Candidate, ...]]:
    """The rewordings by spun word or phrase (1 to 6 words), the likeliest candidate first.

    The weights of one spun form add up to at most 1; what is missing is the chance that it is no rewording.
    """
    lexicon: dict[Phrase, list[Candidate]] = {}
    for spun, restored, weight in read_rows(_HERE, "spun_words.tsv"):
        lexicon.setdefault(tuple(spun.split(" ")), []).append(Candidate(restored, float(weight)))
    return MappingProxyType({spun: tuple(candidates) for spun, candidates in lexicon.items()})


@cache
def collocations() -> Mapping[Phrase, Collocation]:
    """Phrases that are others with words swapped for synonyms, some common ones among them."""
    swaps = read_swaps(read_rows(_HERE, "contextual_swaps.tsv"))
    for spun, candidates in spun_words().items():
        for candidate in candidates:
            swaps.setdefault(candidate.restored, set()).add(spun)
    return MappingProxyType(read_collocations(read_lines(_HERE, "collocations.txt"), swaps))


@cache
def agencies() -> tuple[Agency, ...]:
    """The news agencies of the world, in the order of the file. No alias is that of another agency or outlet."""
    return tuple(
        Agency(
            name,
            tuple(row.get("aliases", ())),
            tuple(row.get("initials", ())),
            row["country"],
            AgencyKind(row["kind"]),
        )
        for name, row in read_toml(_HERE, "agencies.toml").items()
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """Outlets that others quote as the source of a report, in the order of the file."""
    return tuple(
        Outlet(name, tuple(row.get("aliases", ())), row["country"])
        for name, row in read_toml(_HERE, "outlets.toml").items()
    )


@cache
def contributions() -> tuple[str, ...]:
    """Phrases of a credit behind which a source is named that gave a part of the text (`inputs from`), folded."""
    return tuple(read_lines(_HERE, "contributions.txt"))


@cache
def tortured_phrases() -> tuple[TorturedPhrase, ...]:
    """Phrases that nobody writes in news English, in the order of the file."""
    return read_phrases(read_rows(_HERE, "tortured_phrases.tsv"))


@cache
def tortured_patterns() -> tuple[TorturedPattern, ...]:
    """Patterns of phrases that nobody writes, in the order of the file."""
    demonyms = (fold_words(demonym) for country in countries() for demonym in country.demonyms)
    return read_patterns(
        read_toml(_HERE, "tortured_patterns.toml"), (words[0] for words in demonyms if len(words) == 1)
    )
