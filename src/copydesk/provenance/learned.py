"""What the pages of this pile were reworded by, as far as it restores without a witness."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.reuse import Replacement
from copydesk.provenance.witnessed import LEARNED
from copydesk.text.phrases import PhraseIndex, phrase_index

LEARNED_TIMES, LEARNED_SHARE = 2, 0.7
"""How often, and in what part of its places, a learned rewording must be seen to restore by itself."""

Replacements = tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """Learned replacements that restore without a witness, and the index of what they were reworded to."""

    rows: Replacements
    index: PhraseIndex


def dependable(replacements: Replacements) -> Learned:
    """Those of the learned replacements that are seen often enough and mean one thing."""
    rows = tuple(filter(is_dependable, replacements))
    return Learned(rows, phrase_index(tuple(row.spun.split(" ")) for row in rows))


STEP = 0.05
"""What two dependable replacements differ by at least in how sure they are: so they stay what they are while a pile
grows, and few pages are to be read again."""


def sureness(row: Replacement) -> float:
    """How sure a dependable replacement makes a substitution."""
    return round(int(row.share * LEARNED / STEP + 1e-9) * STEP, 2)


def is_dependable(row: Replacement) -> bool:
    """Whether a replacement is seen often enough and means one thing."""
    return row.times >= LEARNED_TIMES and row.share >= LEARNED_SHARE
