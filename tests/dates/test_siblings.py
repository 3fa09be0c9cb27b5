"""Pages that share passages date each other."""

from __future__ import annotations

import pytest

from copydesk.dates.siblings import date_by_siblings
from copydesk.model.date import Verdict
from copydesk.model.page import Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, Relation
from copydesk.model.reuse import Alignment, Kind
from tests.dates.reading import candidate, laid_out, page

HARBOUR = "The harbour master opened the new lock on {} before a small crowd."
FERRY = "The ferry had been out of service since it struck the pier on {}, its owner said."
COUNCIL = "Councillors of Brume agreed {} to pay for a second lock, a clerk said."
OWN = "A band played, and the lock keeper's dog fell in."


def pile(a: tuple[str, ...], b: tuple[str, ...], shared: tuple[int, ...], **fields: dict[str, object]) -> Pile:
    """Two pages of sentences; those at the numbers in `shared` stand on both, in one order."""
    pages: list[Page] = []
    segments: list[Segment] = []
    for page_id, lines in (("pa", a), ("pb", b)):
        text, own = laid_out(page_id, *((line, Label.BODY) for line in lines))
        known = {"language": "en", "wording": Wording.EDITED_COPY} | fields.get(page_id, {})
        pages.append(page(page_id, text, **known))
        segments += own
    at = [{segment.begin: segment for segment in segments if segment.page_id == page_id} for page_id in ("pa", "pb")]
    ordered = [sorted(own.values(), key=lambda segment: segment.begin) for own in at]
    alignments = tuple(
        Alignment("pa", ordered[0][i].begin, ordered[0][i].end, "pb", ordered[1][i].begin, ordered[1][i].end,
                  Kind.EDITED, 0.9, None)
        for i in shared
    )  # fmt: skip
    return Pile(pages=tuple(pages), segments=tuple(segments), alignments=alignments)


def published(made: Pile) -> tuple[str | None, str | None]:
    return made.pages[1].published, made.pages[1].published_basis


KNOWN = {"published": "2031-05-14", "published_basis": "json-ld", "published_confidence": 0.98}  # a Wednesday


def test_the_same_lead_on_the_same_weekday() -> None:
    lines = (HARBOUR.format("Wednesday"), FERRY.format("Monday"))
    made = date_by_siblings(pile(lines, lines, (0, 1), pa=KNOWN))
    assert published(made) == ("2031-05-14", "sibling")
    rows = [row for row in made.date_candidates if row.page_id == "pb"]
    assert [row.verdict for row in rows] == [Verdict.WON]
    text, other = made.pages[1].text, made.pages[0].text
    assert text[rows[0].begin : rows[0].end] == "Wednesday"
    assert other[rows[0].witness_begin : rows[0].witness_end] == "Wednesday"
    assert rows[0].witness_page == "pa"


def test_an_earlier_edition_has_its_own_lead() -> None:
    older = (HARBOUR.format("Tuesday"), FERRY.format("Monday"))
    made = date_by_siblings(pile((COUNCIL.format("Wednesday"), FERRY.format("Monday")), older, (1,), pa=KNOWN))
    assert published(made) == ("2031-05-13", "sibling")


def test_last_week_there_is_the_weekday_here() -> None:
    older = (HARBOUR.format("Saturday"), FERRY.format("Friday"))
    newer = (HARBOUR.format("Wednesday"), FERRY.format("last week").replace("on last", "last"))
    made = date_by_siblings(pile(newer, older, (1,), pa=KNOWN))
    assert published(made) == ("2031-05-10", "sibling")


def test_without_a_weekday_in_the_lead_there_is_a_range() -> None:
    older = (OWN, f"{OWN} " * 14, FERRY.format("Friday"), HARBOUR.format("a sunny day"))
    newer = (COUNCIL.format("Wednesday"), OWN, FERRY.format("Friday"), HARBOUR.format("a sunny day"))
    made = date_by_siblings(pile(newer, older, (2, 3), pa=KNOWN))
    assert published(made) == ("2031-05-09/2031-05-10", "sibling")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The crews called for a one-day strike on Saturday and went home.", None),
        ("A judge in Brume set a first hearing for Saturday in the case.", None),
        ("The council moved the debate about the lock to Saturday.", None),
        ("Councillors announced a special session Saturday about the lock.", None),
        ("The lock keeper said that his union demanded a vote on Saturday.", None),
        ("The crews called for calm on Saturday and went home.", "2031-05-10/2031-05-11"),
        ("Councillors announced the price of the lock on Saturday.", "2031-05-10/2031-05-11"),
        ("Councillors left a meeting on Saturday without a word.", "2031-05-10/2031-05-11"),
    ],
)
def test_what_was_planned_for_a_weekday_dates_no_page(sentence: str, day: str | None) -> None:
    older = (OWN, f"{OWN} " * 14, sentence, HARBOUR.format("a sunny day"))
    newer = (COUNCIL.format("Wednesday"), OWN, sentence, HARBOUR.format("a sunny day"))
    made = date_by_siblings(pile(newer, older, (2, 3), pa=KNOWN))
    assert published(made)[0] == day


def test_a_lead_about_what_is_planned_names_no_day_of_the_news() -> None:
    lines = ("The harbour crews called for a strike on Saturday.", FERRY.format("Monday"))
    made = date_by_siblings(pile(lines, lines, (0, 1), pa=KNOWN))
    assert published(made) == ("2031-05-12", "sibling")


def test_will_meet_comes_before_met() -> None:
    older = (HARBOUR.format("Monday"), "Councillors of Brume will agree Tuesday to pay for a second lock.")
    newer = (HARBOUR.format("Wednesday"), COUNCIL.format("Tuesday"))
    made = date_by_siblings(pile(newer, older, (1,), pa=KNOWN))
    assert published(made) == ("2031-05-12", "sibling")


@pytest.mark.parametrize("shared", [(), (2,)])
def test_no_shared_weekday_says_nothing(shared: tuple[int, ...]) -> None:
    lines = (HARBOUR.format("Wednesday"), FERRY.format("Monday"), OWN)
    assert published(date_by_siblings(pile(lines, lines, shared, pa=KNOWN))) == (None, None)


def test_another_weekday_in_the_lead_is_another_edition() -> None:
    one = (HARBOUR.format("Wednesday"), FERRY.format("Monday"))
    other = (HARBOUR.format("Thursday"), FERRY.format("Monday"))
    made = date_by_siblings(pile(one, other, (0, 1), pa=KNOWN))
    assert published(made) == ("2031-05-15", "sibling")


def test_the_day_of_the_copying_is_refused() -> None:
    lines = (HARBOUR.format("Wednesday"), FERRY.format("Monday"))
    late = {
        "published": "2031-11-19",
        "published_basis": "meta",
        "published_confidence": 0.9,
        "wording": Wording.SPUN_COPY,
    }
    made = pile(lines, lines, (0, 1), pa=KNOWN | {"wording": Wording.ORIGINAL}, pb=late)
    row = Lineage("pb", "pa", "o1", Relation.COPY_OF, 0.9, 0.9, ())
    made = Pile(
        made.pages, made.segments, made.alignments, lineage=(row,),
        date_candidates=(candidate("meta", "2031-11-19", page_id="pb"),),
    )  # fmt: skip
    found = date_by_siblings(made)
    assert published(found) == ("2031-05-14", "sibling")
    (refused,) = [row for row in found.date_candidates if row.kind == "meta"]
    assert refused.verdict is Verdict.REFUSED
    assert refused.why is not None
    assert "day of the copy" in refused.why


def test_a_page_dated_by_its_sibling_dates_another() -> None:
    lines = (HARBOUR.format("Wednesday"), FERRY.format("Monday"))
    first = pile(lines, lines, (0, 1), pa=KNOWN)
    text, segments = laid_out("pc", *((line, Label.BODY) for line in lines))
    third = page("pc", text, language="en", wording=Wording.EDITED_COPY)
    chain = tuple(
        Alignment("pb", row.b_begin, row.b_end, "pc", row.b_begin, row.b_end, Kind.VERBATIM, 1.0, None)
        for row in first.alignments
    )
    made = Pile((*first.pages, third), (*first.segments, *segments), (*first.alignments, *chain))
    found = date_by_siblings(made)
    assert [one.published for one in found.pages] == ["2031-05-14"] * 3
    confidences = [one.published_confidence or 0 for one in found.pages]
    assert confidences == sorted(confidences, reverse=True)
