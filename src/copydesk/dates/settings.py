"""The thresholds of the dates stage, each with its reason."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicationSettings:
    """How witnesses to a day of publication are weighed. Weights are log-odds.

    Attributes:
        none: weight of no day on the page being right.
        least_share: probability from which the likeliest day is given.
        after_comment: for a day after the first reader's comment on it.
        after_copyright: for a day after the year of the copyright line.
        in_month: for a day in the month that stands in the address.
        out_of_month: for a day outside of it.
        bar_pages: pages of one site that print a day in one place, from which it is a bar of the site.
        bar_share: share of the site's pages that must print it.
        slope, shift: the line, in log-odds, that makes a confidence of a probability.
    """

    none: float = 0.2
    least_share: float = 0.5
    after_comment: float = -0.8
    after_copyright: float = -1.0
    in_month: float = 0.5
    out_of_month: float = -1.0
    bar_pages: int = 3
    bar_share: float = 0.6
    slope: float = 1.0
    shift: float = 0.0

    def calibrated(self, share: float) -> float:
        """The confidence in a day of this probability: how often such days are right (Platt scaling)."""
        clipped = min(max(share, 1e-6), 1 - 1e-6)
        return 1 / (1 + math.exp(-(self.slope * math.log(clipped / (1 - clipped)) + self.shift)))


SETTINGS = PublicationSettings()
