"""Days of a part of a pile, with what the whole teaches of the bars of its sites, are those of the whole."""

from __future__ import annotations

import numpy as np

from copydesk.dates import dating_by_own_witnesses
from copydesk.model.date import DateCandidate
from copydesk.model.page import Page
from copydesk.model.pile import Pile
from tests.dates.reading import candidate, page
from tests.lessons import concerned, differing_in_part, run_whole, some

BAR = "2031-05-02"
SITES = ("harbour.example", "moor.example")


def invented() -> Pile:
    """Pages of two sites and of none. The first site prints one day on four of six pages, of which one states it
    unseen; the second prints it on half of its pages."""
    pages: list[Page] = []
    found: list[DateCandidate] = []
    for number in range(12):
        name = f"p{number:02}"
        pages.append(page(name, site=SITES[number // 6]))
        if number in (0, 1, 2, 3, 6, 7, 8):
            found.append(candidate("above", BAR, 0, 10, name))
        if number in (0, 4, 9):
            found.append(candidate("json-ld", BAR if number == 0 else "2031-04-30", page_id=name))
    pages.append(page("p12"))
    return Pile(pages=tuple(pages), date_candidates=(*found, candidate("above", BAR, 0, 10, "p12")))


PILE = invented()
WHOLE = run_whole(dating_by_own_witnesses, PILE)
PAGES = [frozenset({page.page_id}) for page in PILE.pages]


def test_a_part_is_as_in_the_whole() -> None:
    for pages in some(PAGES, 8):
        assert differing_in_part(dating_by_own_witnesses, PILE, pages, WHOLE.made, WHOLE.known) == {}


def test_a_bar_dates_no_page_and_a_day_that_some_pages_print_does() -> None:
    dated = {page.page_id: page.published for page in WHOLE.made.pages}
    assert [dated[name] for name in ("p00", "p01", "p06", "p12")] == [BAR, None, BAR, BAR]


def test_what_the_whole_teaches_is_needed() -> None:
    known = {"bars": np.empty(0, np.uint64)}
    assert [
        name for (name,) in PAGES if differing_in_part(dating_by_own_witnesses, PILE, {name}, WHOLE.made, known)
    ] == ["p01", "p02", "p03"]


def test_a_page_that_makes_a_bar_of_a_day_concerns_those_that_print_it() -> None:
    others, asking = concerned(dating_by_own_witnesses, PILE, {"p09", "p10"})
    assert others == asking["bars"] == {"p06", "p07", "p08"}
    assert concerned(dating_by_own_witnesses, PILE, {"p12"}) == (set(), {})


def test_whom_new_pages_concern_always_asks() -> None:
    for new in some(PAGES, 12):
        others, asking = concerned(dating_by_own_witnesses, PILE, new)
        assert others <= asking.get("bars", set())
