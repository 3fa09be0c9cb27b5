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
        copied_share: share of both pages that shared text must have for both to be copies, none a part.
        bridged_likeness: cosine from which two texts that a page holds in different places are about one thing, by
            their words as they are in general. The first and the last half of one ECB+ text reach .12 in 93 of 100
            cases, the first and the last third in 77; two texts of different topics in 1 of 100.
        likeness: mean cosine of two groups from which they are one story. On 982 news texts about 86 pairwise
            look-alike events (ECB+), B-cubed F1 is .89 to .91 from .18 to .26 and falls on both sides.
        name_weight, number_weight: how much more a capitalised word or a number tells than another word.
        calendar_weight: how much a weekday or month tells, common as they are.
        reworded_weight: what a plain word of a reworded page tells; two pages that one machine reworded are
            alike in its words.
        quote_likeness: what a quotation in common adds to the likeness of two groups.
        background: units that a pile counts as at least where it is asked how rare a term is, of two units whose days
            are near. In a pile about one event every name of it stands in all units, and would tell no more than any
            word. ECB+ event by event, some 12 texts each: recall .46 by the units of the pile alone, .76 for 100, .85
            for 1,000; two look-alike events to a pile, B-cubed F1 .67, .84, .89. Units of days unknown or far apart
            may be look-alikes, which have the rest of their names in common.
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
    copied_share: float = 0.8
    bridged_likeness: float = 0.12
    likeness: float = 0.25
    name_weight: float = 2.0
    number_weight: float = 2.0
    calendar_weight: float = 2.0
    reworded_weight: float = 1.0
    quote_likeness: float = 0.1
    background: int = 1_000
    frequent: int = 1_000
    looked_up: float = 0.6
    rare_likeness: float = 0.05
    least_likeness: float = 0.1
    fewest_terms: int = 15
    days_near: int = 3
    near_likeness: float = 0.06
    days_apart: int = 45


SETTINGS = StorySettings()


@dataclass(frozen=True, slots=True)
class EpisodeSettings:
    """Options of `find_episodes`.

    Attributes:
        opening: sentences of the body that are the opening of a page: what is new stands there, and what was before
            behind it (the inverted pyramid of news).
        told_before: days before its publication on which what the opening of a page tells may have been: a morning
            paper tells of yesterday. What lies further back is background.
        widest: days that an interval may have and still be a day on which a page was published.
        copied_share: share of a page's words that another page must have for both to tell of one day, where the page
            names none itself.
        witnesses: pages of a story, the most faithful first, whose openings are read for its title and summary.
        fewest_words, most_words: words of a sentence that can stand as a summary: shorter ones are cut off headings,
            longer ones paragraphs without stops.
        untold: what an act that is planned tells against one that happened; an act that is denied or only thinkable
            tells its square.
    """

    opening: int = 3
    told_before: int = 2
    widest: int = 3
    copied_share: float = 0.8
    witnesses: int = 20
    fewest_words: int = 6
    most_words: int = 80
    untold: float = 0.5


EPISODE_SETTINGS = EpisodeSettings()
