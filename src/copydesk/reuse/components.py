"""Connected components by union and find (Galler and Fischer 1964), for compiled code."""

from __future__ import annotations

from typing import Any

import numba


@numba.njit(cache=True, nogil=True)
def root_of(parent: Any, at: Any) -> Any:
    """The lowest member of the component of `at`; ways are halved as they are walked."""
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


@numba.njit(cache=True, nogil=True)
def unite(parent: Any, one: Any, two: Any) -> None:
    """Make the components of two one."""
    one, two = root_of(parent, one), root_of(parent, two)
    parent[max(one, two)] = min(one, two)
