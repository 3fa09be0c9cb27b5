"""Pages of one story date each other, though they share no passage."""

from __future__ import annotations

from copydesk.dates.by_story import date_by_stories
from copydesk.model.date import Verdict
from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.story import Story
from tests.dates.reading import laid_out, page

OWN = "Envoys of Tarn opened talks in Brume on {} and shook hands for the cameras."
OTHER = "In the first round of the Brume talks on {}, the envoys of Tarn kept silent for an hour."
ELSEWHERE = "A goat was found on the roof of a bakery in Ostrava on {}, firemen said."
DATED = {"published": "2031-05-12", "published_basis": "json-ld", "published_confidence": 0.98}  # a Monday


def story(*texts: tuple[str, dict[str, object]]) -> Pile:
    """The pages pa, pb, ... of one story, with these leads."""
    pages: list[Page] = []
    segments: list[Segment] = []
    for name, (lead, fields) in zip("abc", texts, strict=False):
        text, own = laid_out(f"p{name}", (lead, Label.BODY))
        pages.append(page(f"p{name}", text, language="en", **fields))
        segments += own
    ids = tuple(one.page_id for one in pages)
    return Pile(tuple(pages), tuple(segments), stories=(Story("s1", None, None, None, None, ids),))


def test_the_weekday_of_the_lead_is_the_day_that_the_story_tells_of() -> None:
    made = date_by_stories(story((OWN.format("Sunday"), {}), (OTHER.format("Sunday"), DATED)))
    assert (made.pages[0].published, made.pages[0].published_basis) == ("2031-05-11", "story")
    assert made.pages[0].published_confidence == 0.49
    (row,) = made.date_candidates
    here, there = made.pages[0].text, made.pages[1].text
    assert row.verdict is Verdict.WON
    assert row.witness_page == "pb"
    assert here[row.begin : row.end] == there[row.witness_begin : row.witness_end] == "Sunday"


def test_an_interval_will_do_where_both_its_days_say_the_same() -> None:
    between = {"published": "2031-05-12/2031-05-13", "published_basis": "sibling", "published_confidence": 0.75}
    made = date_by_stories(story((OWN.format("Sunday"), {}), (OTHER.format("Sunday"), between)))
    assert made.pages[0].published == "2031-05-11"


def test_a_weekday_with_other_names_says_nothing() -> None:
    made = date_by_stories(story((OWN.format("Sunday"), {}), (ELSEWHERE.format("Sunday"), DATED)))
    assert made.pages[0].published is None
    assert not made.date_candidates


def test_another_weekday_says_nothing() -> None:
    made = date_by_stories(story((OWN.format("Sunday"), {}), (OTHER.format("Friday"), DATED)))
    assert made.pages[0].published is None


def test_pages_that_mean_different_days_say_nothing() -> None:
    week_before = DATED | {"published": "2031-05-05"}
    told = (OTHER.format("Sunday"), DATED), (OTHER.format("Sunday"), week_before)
    assert date_by_stories(story((OWN.format("Sunday"), {}), *told)).pages[0].published is None


def test_what_belongs_to_a_weekday_may_lie_ahead() -> None:
    lead = "Envoys of Tarn prepared in Brume for Sunday’s talks, which nobody expects to be short."
    assert date_by_stories(story((lead, {}), (OTHER.format("Sunday"), DATED))).pages[0].published is None
