"""Copying many runs of one array to places of another at once."""

from __future__ import annotations

from typing import Any

import numba


@numba.njit(cache=True, nogil=True)
def copy_spans(source: Any, source_at: Any, target: Any, target_at: Any, sizes: Any) -> None:
    """Copy runs of `sizes` int64[n] from places of `source` to places of `target`; the source may be read-only."""
    for span in range(len(sizes)):
        given = source[source_at[span] : source_at[span] + sizes[span]]
        taken = target[target_at[span] : target_at[span] + sizes[span]]
        for step in range(len(given)):
            taken[step] = given[step]
