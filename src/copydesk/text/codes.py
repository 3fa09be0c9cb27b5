"""Codes of texts: what notes hold instead of the texts, and by what they are counted over a whole pile."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_BYTES = 8


def codes(texts: Iterable[str]) -> NDArray[np.uint64]:
    """A code of 64 bits for each text, the same on every machine (BLAKE2b); .9 us each.

    Among the ten million lines of a large pile, two have one code once in 370,000 piles.
    """
    found = [hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest() for text in texts]
    return np.frombuffer(b"".join(found), "<u8").astype(np.uint64)
