"""The rows of the stage in the orders that its steps need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from copydesk.model.date import DateCandidate


def candidates_by_page(candidates: Iterable[DateCandidate]) -> dict[str, list[DateCandidate]]:
    """The candidates of each page, in the order given."""
    own: defaultdict[str, list[DateCandidate]] = defaultdict(list)
    for candidate in candidates:
        own[candidate.page_id].append(candidate)
    return own


def in_order(candidates: Iterable[DateCandidate]) -> tuple[DateCandidate, ...]:
    """The candidates in the order of their table: nulls first, ties broken by every other column."""

    def key(one: DateCandidate) -> tuple[Any, ...]:
        columns = (
            one.page_id, one.begin, one.end, one.kind, one.value, one.verdict, one.why, one.witness_page,
            one.witness_begin, one.witness_end,
        )  # fmt: skip
        return tuple((value is not None, value) for value in columns)

    return tuple(sorted(candidates, key=key))
