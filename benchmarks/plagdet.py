"""The measures of text alignment: character precision and recall, granularity, plagdet.

After Potthast, Stein, Barron-Cedeno and Rosso, "An Evaluation Framework for Plagiarism Detection" (COLING
2010), in the macro-averaged form that the PAN competitions rank by: every case and every detection counts the
same, whatever its length, and the characters of both its sides count.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.spans import Span, covered, hull, overlap


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a suspicious document and the place in a source document that it was taken from."""

    susp: Span
    src: Span

    @property
    def chars(self) -> int:
        """The length of both sides together."""
        return (self.susp[1] - self.susp[0]) + (self.src[1] - self.src[0])

    @property
    def shorter_side(self) -> int:
        """The length of the side that has fewer characters."""
        return min(self.susp[1] - self.susp[0], self.src[1] - self.src[0])

    def meets(self, other: Match) -> bool:
        """Whether the two share a character on both sides: then a detection detects a case."""
        return overlap(self.susp, other.susp) > 0 and overlap(self.src, other.src) > 0


@dataclass(frozen=True, slots=True)
class Scores:
    """The four figures. `granularity` is the detections a detected case has, at least 1."""

    precision: float
    recall: float
    granularity: float
    cases: int
    detections: int

    @property
    def plagdet(self) -> float:
        """The harmonic mean of precision and recall over log2(1 + granularity)."""
        if self.precision + self.recall == 0:
            return 0.0
        f1 = 2 * self.precision * self.recall / (self.precision + self.recall)
        return f1 / math.log2(1 + self.granularity)


def score(cases: Mapping[str, Sequence[Match]], found: Mapping[str, Sequence[Match]]) -> Scores:
    """Score the detections of many document pairs; both mappings go from the pair's name to its matches.

    Where there is neither a case nor a detection, precision and recall are 1; where there is only one of the
    two, they are 0.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    hits: list[int] = []
    for pair in sorted(cases.keys() | found.keys()):
        truth, given = cases.get(pair, ()), found.get(pair, ())
        recalls += [_share_met(case, given) for case in truth]
        precisions += [_share_met(detection, truth) for detection in given]
        hits += [sum(case.meets(detection) for detection in given) for case in truth]
    n_cases, n_found = len(recalls), len(precisions)
    if not n_cases or not n_found:
        neither = float(n_cases == n_found)
        return Scores(neither, neither, 1.0, n_cases, n_found)
    detected = [n for n in hits if n]
    granularity = sum(detected) / len(detected) if detected else 1.0
    return Scores(sum(precisions) / n_found, sum(recalls) / n_cases, granularity, n_cases, n_found)


def merge_near(matches: Iterable[Match], gap: int) -> list[Match]:
    """Join matches of one pair that lie within `gap` characters of each other on both sides, until none do.

    A case of plagiarism is a whole passage taken from one place; a detector that works by paragraphs, or
    loses the thread in the middle, finds it in pieces.
    """
    whole: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.susp, m.src)):
        piece = match
        while near := next((m for m in whole if _near(m, piece, gap)), None):
            whole.remove(near)
            piece = Match(hull(near.susp, piece.susp), hull(near.src, piece.src))
        whole.append(piece)
    return sorted(whole, key=lambda m: (m.susp, m.src))


def _share_met(match: Match, others: Sequence[Match]) -> float:
    """The share of the match's characters, over both sides, that lie in others which meet it."""
    met = [other for other in others if match.meets(other)]
    chars = covered(match.susp, [m.susp for m in met]) + covered(match.src, [m.src for m in met])
    return chars / match.chars


def _near(a: Match, b: Match, gap: int) -> bool:
    return -overlap(a.susp, b.susp) <= gap and -overlap(a.src, b.src) <= gap
