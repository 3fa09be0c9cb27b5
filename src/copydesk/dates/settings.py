"""The thresholds of the dates stage, each with its reason."""

from __future__ import annotations

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
        days_after_caption: days after the last day in the captions on which the weekday of the lead may fall:
            pictures are of the news or of the evening before.
        by_caption, after_caption: confidence in a day by its captions, on their day and after it.
        days_after_dateline: days after the day in its dateline on which a page may be published: papers print agency
            text within days, weeklies within a week or so.
        by_copyright: confidence in the day of a dateline without a year, in the year of the copyright line, where the
            weekday of the lead fits.
        by_change, before_change: confidence in the day of a change that is the weekday of the lead, and in that day
            and the one before it where the lead names the one before.
    """

    none: float = 0.0
    least_share: float = 0.5
    after_comment: float = -0.6
    after_copyright: float = -0.6
    in_month: float = 0.5
    out_of_month: float = -1.0
    bar_pages: int = 3
    bar_share: float = 0.6
    days_after_caption: int = 2
    by_caption: float = 0.85
    after_caption: float = 0.75
    days_after_dateline: int = 10
    by_copyright: float = 0.8
    by_change: float = 0.8
    before_change: float = 0.75


SETTINGS = PublicationSettings()


@dataclass(frozen=True, slots=True)
class SiblingSettings:
    """How pages that share passages date each other.

    Attributes:
        least_share: part of the article that must stand on a sibling for it to be asked.
        siblings: siblings that are asked, those with the most shared text.
        rounds: how many times in a row a page that a sibling dated may date another.
        copy_share: part of a reworded page that must stand on a sibling for the page to be its copy.
        copy_days: days after the sibling from which the copy's own day is that of the copying; papers print agency
            text within days.
        days_told: days after the last weekday that it names on which a page without one in its lead is published.
        days_of_range: days of the longest range that is given.
        by_lead: confidence in the day of the lead's weekday that shared passages allow, times the sibling's own.
        by_window: the same by one passage only, without the lead.
        by_range: confidence in a range.
    """

    least_share: float = 0.1
    siblings: int = 6
    rounds: int = 3
    copy_share: float = 0.5
    copy_days: int = 3
    days_told: int = 1
    days_of_range: int = 3
    by_lead: float = 0.95
    by_window: float = 0.85
    by_range: float = 0.75


SIBLINGS = SiblingSettings()


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How independent pages of one story date each other.

    Attributes:
        names: names that the sentences around the two weekdays must have in common. Where each of 84 articles of the
            PolNeAR corpus was taken for undated, beside all others of the two days around it, 2 names gave 9 articles
            a day, 8 of them their own or the one before; 1 name gave 18, and 15 of them.
        by_lead: confidence in the day of the lead's weekday that the story tells of, times the witness's own: within
            the stories of that corpus 3 of 6 were exact, and 3 a day early (told in the next morning's paper).
    """

    names: int = 2
    by_lead: float = 0.5


STORIES = StorySettings()
