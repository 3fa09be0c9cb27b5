"""Everyday words that open a sentence: now and then a surname (`Brown said`), mostly none (`Many said`).

What is known of such a word by itself is the same in every place, so the places are found all at once; those where
more stands beside it are left to `runs.py`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.columns import Columns, Mask
from copydesk.actors.gap import Gap
from copydesk.actors.traits import Trait


def stands_alone(columns: Columns) -> Mask:
    """Whether the word behind each goes on no name that it opens."""
    gap, other = _next(columns.gap, Gap.BREAK), ~columns.capital & ~columns.has(Trait.PARTICLE)
    return np.asarray((gap > Gap.STOP) | ((gap == Gap.SPACE) & _next(other, fill=True)))


def names_nobody(columns: Columns, known: Mask) -> Mask:
    """Which words with a capital name nothing: `He`, `But`, `Monday` where they open a sentence and stand alone.

    `known` are the words with which a known phrase may begin.
    """
    alone = columns.has(Trait.STOP) | (columns.has(Trait.FUNCTION) & stands_alone(columns))
    return np.asarray(_opens(columns) & alone & ~known & ~columns.has(Trait.HEADING))


def everyday(columns: Columns, known: Mask) -> Mask:
    """Which words are everyday ones that open a sentence with nothing beside them that tells of a name.

    Beside a comma or `and` a name may be a place by what stands before it, so the word is left to the others there.
    """
    gap = _next(columns.gap, Gap.BREAK)
    joined = columns.has(Trait.PARTICLE | Trait.GOVERNING | Trait.AND | Trait.OR) | columns.capital | known
    listed = (gap == Gap.SPACE) | (gap == Gap.COMMA)
    found = _opens(columns) & columns.has(Trait.EVERYDAY) & stands_alone(columns)
    found &= ~(listed & _next(joined, fill=False))
    found[1:] &= columns.gap[:-1] != Gap.POSSESSIVE
    return np.asarray(found)


def _opens(columns: Columns) -> Mask:
    """Which words have a capital that says little, in lines whose capitals say something."""
    return np.asarray((columns.gap >= Gap.QUOTE) & columns.capital & ~columns.loud)


def _next(values: NDArray[Any], fill: int) -> NDArray[Any]:
    """The value of the word behind each; `fill` behind the last."""
    return np.append(values[1:], np.array(fill, values.dtype))
