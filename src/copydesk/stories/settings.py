"""The thresholds of the stories stage, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Options of `group`.

    Attributes:
        tied_share: share of either page that shared text must have for both to tell one story at once. Below it the
            likeness decides, which shared words raise: background sentences stand in the news of look-alike events.
            On ECB+ B-cubed F1 is .890 at .3, .899 at .5, .903 at .8, where the bundled pile falls apart.
        likeness: mean cosine of two groups from which they are one story. On 982 news texts about 86 pairwise
            look-alike events (ECB+), B-cubed F1 is .89 to .91 from .18 to .26 and falls on both sides.
        name_weight, number_weight: how much more a capitalised word or a number tells than another word.
        calendar_weight: how much a weekday or month tells, common as they are.
        reworded_weight: what a plain word of a reworded page tells; two pages that one machine reworded are
            alike in its words.
        quote_likeness: what a quotation in common adds to the likeness of two groups.
        frequent: units that a term may stand in and still be looked up, for pairs of units to be found by it. In a
            pile of no more units every term is.
        looked_up: share of a unit's squared length that is looked up, by its heaviest terms: the rest are words that
            stand in so many units that they cost most and tell least.
        rare_likeness: cosine over the terms that are looked up from which two units are compared whole.
        least_likeness: cosine from which a pair of units counts as alike at all.
        fewest_terms: terms below which a page says too little to be likened to another.
        days_near, near_likeness: days between two known publication dates up to which they add to the likeness, and
            how much.
        days_apart: days between two publication dates from which only shared text makes one story.
    """

    tied_share: float = 0.5
    likeness: float = 0.25
    name_weight: float = 2.0
    number_weight: float = 2.0
    calendar_weight: float = 2.0
    reworded_weight: float = 1.0
    quote_likeness: float = 0.1
    frequent: int = 1_000
    looked_up: float = 0.6
    rare_likeness: float = 0.05
    least_likeness: float = 0.1
    fewest_terms: int = 15
    days_near: int = 3
    near_likeness: float = 0.06
    days_apart: int = 45


SETTINGS = StorySettings()
