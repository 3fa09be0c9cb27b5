"""What expressions stand for, seen from Wednesday, 14 June 2023."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.dates.calendar import Days
from copydesk.dates.expression import Tense
from copydesk.dates.expressions import find_expressions
from copydesk.dates.points import Value
from copydesk.dates.resolve import resolve

WRITTEN = date(2023, 6, 14)


def value(text: str, anchor: date | Days | None = WRITTEN, focus: Days | None = None) -> Value | None:
    (one,) = find_expressions(text)
    return resolve(one, anchor, focus=focus)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Monday.", "2023-06-12"),
        ("They met Wednesday.", "2023-06-14"),
        ("They met last Wednesday.", "2023-06-07"),
        ("Kelm pier to reopen on Monday", "2023-06-19"),
        ("Mayor of Kelm to visit the pier Sunday\nBy Ada Moss", "2023-06-18"),
        ("Kelm pier closed to let ships in Monday", "2023-06-12"),
        ("Damage to piers was seen Monday.", "2023-06-12"),
        ("According to police the pier fell Monday", "2023-06-12"),
        ("If they meet on Saturday, they vote.", "2023-06-17"),
        ("The toll had risen to 40 by Monday.", "2023-06-12"),
        ("The fire doubled in size by Monday.", "2023-06-12"),
        ("The board had to leave the pier by Monday.", "2023-06-19"),
        ("He asked the board to leave by Monday.", "2023-06-19"),
        ("They met Monday last week.", "2023-06-05"),
        ("They meet on Tuesday of next week.", "2023-06-20"),
        ("They met on New Year's Eve.", "2022-12-31"),
        ("They met on New Year’s Day.", "2023-01-01"),
        ("They met on St. Patrick's Day.", "2023-03-17"),
        ("They will meet on Tuesday.", "2023-06-20"),
        ("She called for a general strike on Friday.", "2023-06-16"),
        ("He demanded a debate Friday.", "2023-06-16"),
        ("He called. The strike on Friday was long.", "2023-06-09"),
        ("They met yesterday.", "2023-06-13"),
        ("They met last week.", "2023-06-05/2023-06-11"),
        ("They met earlier this month.", "2023-06-01/2023-06-13"),
        ("They met in February.", "2023-02"),
        ("They met in October.", "2022-10"),
        ("They will meet in October.", "2023-10"),
        ("They met late last year.", "2022"),
        ("They may meet in the coming months.", "2023-06-14/.."),
        ("They may meet over the next year.", "2023-06/2024-06"),
        ("It was an 18-month-old pact.", "2021-12"),
        ("It took 5-1/2 hours.", "PT5H30M"),
        ("It took nearly six hours.", "PT6H"),
        ("They have met since 2018.", "2018/.."),
        ("They met from 2019 to 2021.", "2019/2021"),
        ("They met on June 3-4.", "2023-06-03/2023-06-04"),
        ("They met on Monday and Tuesday.", "2023-06-12/2023-06-13"),
        ("They met on December 12.", "2022-12-12"),
        ("They met three weeks ago.", "2023-05-22/2023-05-28"),
        ("They met two years ago.", "2021"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("They met recently.", None),
        ("They met in the third quarter of last year.", "2022-Q3"),
        ("They met at 16:30 UTC yesterday.", "2023-06-13T16:30Z"),
        ("They met Friday morning.", "2023-06-09TMO"),
        ("They met in the 1990s.", "1990/1999"),
        ("They met on 6/13/2023.", "2023-06-13"),
        ("They met on 6/10/2023.", "2023-06-10"),
        ("They met on 6/7/2013.", None),
        ("They met last winter.", "2022-WI"),
        ("They met on the second Tuesday in November.", "2022-11-08"),
        ("They met on the last Monday of May 2021.", "2021-05-31"),
        ("They recalled the October 7 attack.", None),
        ("They recalled the May 7 attack.", "2023-05-07"),
        ("They met at 6 a.m. local time on Sunday.", "2023-06-11T06:00"),
        ("They met shortly before midnight Tuesday.", "2023-06-13TNI"),
        ("They met in the 2022/23 season.", "2022/2023"),
        ("They met weeks later.", None),
        ("The fair runs through Saturday.", "2023-06-17"),
        ("They met in the fourteenth century.", "1300/1399"),
        ("They met in the early 20th century.", "1900/1999"),
        ("They met in fiscal year 2019.", "FY2019"),
        ("They met months ago.", None),
        ("It killed an 8-year-old Fenham girl.", "P8Y"),
        ("She has an 18-month-old.", "P18M"),
        ("They met on Monday, October 2.", "2023-10-02"),
        ("They met on Tuesday, October 2.", "2018-10-02"),
        ("They met over the weekend.", "2023-06-10/2023-06-11"),
        ("They met in the past two weeks.", "2023-05-31/2023-06-14"),
        ("The quarter ended in March.", "2023-03"),
        ("It should be completed in October.", "2023-10"),
        ("The mine closed half a year ago.", None),
        ("Sales fell in the fourth quarter.", "2022-Q4"),
    ],
)
def test_value(text: str, expected: str | None) -> None:
    found = value(text)
    assert (found.text if found else None) == expected


def test_the_month_is_no_verb() -> None:
    (may, friday) = find_expressions("In May the board met, and it may meet on Friday.")
    assert resolve(may, WRITTEN) == resolve(may, WRITTEN, tense=Tense.PAST)
    assert friday.tense is Tense.FUTURE


def test_years_in_a_row() -> None:
    text = "It was changed in 2005, 2011 and 2016."
    assert [text[one.begin : one.end] for one in find_expressions(text)] == ["2005", "2011", "2016"]


def test_without_a_day_of_writing_only_what_is_stated_is_known() -> None:
    assert value("They met Monday.", None) is None
    stated = value("They met on June 3, 2023.", None)
    assert stated is not None
    assert (stated.text, stated.anchored) == ("2023-06-03", False)


def test_between_two_days_of_writing_only_what_both_say_is_known() -> None:
    days = Days(date(2023, 6, 14), date(2023, 6, 16))
    assert value("They met yesterday.", days) is None
    found = value("They met in February.", days)
    assert found is not None
    assert found.text == "2023-02"


def test_between_two_days_of_writing_a_stretch_is_the_longer_one() -> None:
    days = Days(date(2023, 6, 14), date(2023, 6, 16))
    texts = ["They met earlier this month.", "They will meet later this month.", "They may meet in the coming weeks."]
    found = [value(text, days) for text in texts]
    assert [one.text if one else None for one in found] == [
        "2023-06-01/2023-06-15",
        "2023-06-15/2023-06-30",
        "2023-06-14/..",
    ]
    assert value("They met earlier this month.", Days(date(2023, 5, 31), date(2023, 6, 2))) is None


def test_lengths_from_a_told_day() -> None:
    focus = Days.one(date(2023, 3, 30))
    found = value("They met two days later.", focus=focus)
    assert found is not None
    assert found.text == "2023-04-01"
    assert value("They met two days later.") is None
    night = value("They met that night.", focus=focus)
    assert night is not None
    assert night.text == "2023-03-30TNI"


def test_a_part_of_the_day_beside_a_told_day() -> None:
    told = Days.one(date(2023, 6, 5))
    for text, expected in (
        ("The next morning they met.", "2023-06-06TMO"),
        ("They met the following evening.", "2023-06-06TEV"),
        ("They had met the previous night.", "2023-06-04TNI"),
    ):
        found = value(text, focus=told)
        assert found is not None and found.text == expected
        assert value(text) is None


def test_a_part_of_the_day_inside_a_name_is_none() -> None:
    for text in ("The Evening Mail called it a farce.", "She told the Morning Star that it was over."):
        assert not find_expressions(text)


def test_a_stop_behind_a_month_is_no_part_of_the_days() -> None:
    text = "The strike runs from 19 to 23 June. It ends then."
    (one,) = find_expressions(text)
    assert text[one.begin : one.end] == "19 to 23 June"
