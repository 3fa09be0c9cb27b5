"""When: date expressions and what they stand for, and the day on which a page was published."""

from copydesk.dates.by_story import date_by_stories
from copydesk.dates.publication import date_by_own_witnesses, dating_by_own_witnesses
from copydesk.dates.siblings import date_by_siblings
from copydesk.dates.stage import date_pages

__all__ = [
    "date_by_own_witnesses",
    "date_by_siblings",
    "date_by_stories",
    "date_pages",
    "dating_by_own_witnesses",
]
