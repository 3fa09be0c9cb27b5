"""Half-open spans of code points, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """The characters that both have; where they lie apart, minus the gap between them."""
    return min(a[1], b[1]) - max(a[0], b[0])


def hull(a: Span, b: Span) -> Span:
    """The span from the first character of either to the last."""
    return min(a[0], b[0]), max(a[1], b[1])


def union(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans that neither overlap nor touch, in order."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and overlap(whole[-1], span) >= 0:
            whole[-1] = hull(whole[-1], span)
        else:
            whole.append(span)
    return whole


def length(spans: Iterable[Span]) -> int:
    """How many characters lie in at least one of the spans."""
    return sum(end - begin for begin, end in union(spans))


def covered(span: Span, others: Iterable[Span]) -> int:
    """How many characters of the span lie in at least one of the others."""
    return sum(max(0, overlap(span, other)) for other in union(others))
