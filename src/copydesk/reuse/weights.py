"""How much a word tells: its surprisal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.columns import Columns
from copydesk.reuse.settings import ReuseSettings


def word_weights(columns: Columns, settings: ReuseSettings) -> NDArray[np.float32]:
    """Surprisal of each word id in the pile, in nats, capped. float32[V].

    The pile is its own background: what it keeps talking of weighs little, as it proves little (Shannon 1948).
    """
    counts = np.bincount(columns.word, minlength=len(columns.hashes)).astype(np.float64)
    surprisal = np.log(max(len(columns.word), 1) / np.maximum(counts, 1.0))
    return np.clip(surprisal, 0.5, settings.word_weight).astype(np.float32)
