"""Which dates of a sentence are no dates of an act, because they stand in another clause."""

from __future__ import annotations

import pytest

from copydesk.events.other_clauses import OtherClauses
from copydesk.model.date import DateRole, Timex, TimexType
from tests.events.coding import code


def is_kept(text: str, date: str, verb: str) -> bool:
    """Whether `date` may date the act whose trigger holds `verb`."""
    begin, at = text.index(date), text.index(verb)
    row = Timex("p", begin, begin + len(date), date, TimexType.DATE, "2031", DateRole.EVENT, None)
    (act,) = (one for one in code(text) if one.trigger_begin <= at < one.trigger_end)
    clauses = OtherClauses(text, (0, len(text)), [row])
    return bool(clauses.dates_of(act, (act.trigger_begin, act.trigger_end)))


@pytest.mark.parametrize(
    ("text", "date", "verb"),
    [
        ("President Pia Roe, who was elected in 2018, condemned Norland.", "2018", "condemned"),
        ("Norland and Westland signed a deal that had been drafted since 2019.", "2019", "signed"),
        ("Norland condemned Westland, which seized a ship in January.", "January", "condemned"),
        ("Norland condemned Westland, whose troops shelled a town in January.", "January", "condemned"),
        ("Norland attacked Westland after it was accused of theft in January.", "January", "attacked"),
        ("After Norland attacked Westland on Monday, Eastland condemned Norland.", "Monday", "condemned"),
        ("The rebels who entered the city in 2018 attacked Norland.", "2018", "attacked"),
        ("Norland warned that it would attack Westland on Friday.", "Friday", "warned"),
        ("Norland condemned the war that began in 2022.", "2022", "condemned"),
        ("Norland released two tankers it had seized in May.", "May", "released"),
        ("The two tankers it seized in May were shelled.", "May", "shelled"),
        ("Roe is the highest official to visit Norland since 2018.", "since 2018", "visit"),
        ("It was the first time that Roe visited Norland since 2018.", "2018", "visited"),
    ],
)
def test_the_date_of_another_clause_dates_no_act(text: str, date: str, verb: str) -> None:
    assert not is_kept(text, date, verb)


@pytest.mark.parametrize(
    ("text", "date", "verb"),
    [
        ("Norland said that it attacked Westland on Sunday.", "Sunday", "attacked"),
        ("Norland attacked Westland, which joined the pact in 2019, on Sunday.", "Sunday", "attacked"),
        ("Norland held talks with Westland, which took place on Friday.", "Friday", "talks"),
        ("Norland met Westland for talks that began on Monday.", "Monday", "met"),
        ("Norland attacked Westland when it was dark on Monday.", "Monday", "attacked"),
        ("Norland attacked Westland after talks on Monday.", "Monday", "attacked"),
        ("Pia Roe, who on Monday attacked Westland, was old.", "Monday", "attacked"),
        ("Norland told reporters that on Monday it attacked Westland.", "Monday", "attacked"),
    ],
)
def test_the_date_of_the_acts_own_clause_stays(text: str, date: str, verb: str) -> None:
    assert is_kept(text, date, verb)
