"""Pronouns that stand for a person, found on many pages at once: a page has nine, and few ways to be one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.columns import Columns
from copydesk.actors.places import Spots
from copydesk.actors.sighting import RANKS, Sighting, Standing
from copydesk.actors.sightings import Sightings
from copydesk.actors.traits import PRONOUNS, Trait
from copydesk.model.actor import ActorKind, MentionForm


def read_pronouns(columns: Columns, at: NDArray[np.int64], sightings: Sightings) -> Spots:
    """The pronouns among words `at`, each with the verb behind it; `his or her`, `he or she` stand for nobody."""
    either = columns.has(Trait.OR)
    opens = np.isin(at, columns.start)
    closes = np.isin(at + 1, columns.start)
    at = at[~(either[at - 1] & ~opens | np.append(either, False)[at + 1] & ~closes)]
    verbs = columns.verbs_behind(at + 1)
    kinds = np.stack([columns.number[at], np.where(verbs < 0, -1, columns.number[verbs])])
    pairs, which = np.unique(kinds, axis=1, return_inverse=True)
    numbers = [
        sightings.number(_pronoun(columns.folded[word], None if verb < 0 else columns.folded[verb]))
        for word, verb in pairs.T.tolist()
    ]
    rank = np.full(len(at), RANKS[Standing.PRONOUN], np.int8)
    return Spots(at, at + 1, rank, np.array(numbers, np.int32)[which.reshape(-1)])


def _pronoun(word: str, verb: str | None) -> Sighting:
    return Sighting(
        0,
        0,
        Standing.PRONOUN,
        word,
        (),
        ActorKind.PERSON,
        MentionForm.PRONOUN,
        head=verb,
        gender=PRONOUNS[word],
    )
