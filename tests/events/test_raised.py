"""Who is expected to act, and what is believed to have been done."""

from __future__ import annotations

import pytest

from copydesk.model.event import EventStatus
from tests.events.coding import only, told

EXPECTED = [
    ("[Marland] is expected to release two [Ostravian] nuns.", ["Marland"], ["Ostravian"]),
    ("[Marland] is scheduled to meet [Ada Roe] on Monday.", ["Marland"], ["Ada Roe"]),
    ("[Kelm] expects [Marland] to free [Ada Roe].", ["Marland"], ["Ada Roe"]),
    ("[Ada Roe] is expected to be freed by [Marland].", ["Marland"], ["Ada Roe"]),
    ("[Ivo Tarn] said he is expected to visit [Ada Roe].", ["Ivo Tarn"], ["Ada Roe"]),
]


@pytest.mark.parametrize(("sentence", "actors", "recipients"), EXPECTED)
def test_who_is_expected_to_act_does_so(sentence: str, actors: list[str], recipients: list[str]) -> None:
    ((_, acting, acted_on),) = told(sentence)
    assert (acting, acted_on) == (actors, recipients)


PERFECT = [
    ("Marland is believed to have attacked Ostravia.", EventStatus.HAPPENED),
    ("Marland was said to have warned Ostravia.", EventStatus.HAPPENED),
    ("Marland is expected to have attacked Ostravia by May.", EventStatus.PLANNED),
    ("Marland hopes to have attacked Ostravia by May.", EventStatus.HYPOTHETICAL),
]


@pytest.mark.parametrize(("sentence", "status"), PERFECT)
def test_what_is_said_to_have_been_done_is_not_planned(sentence: str, status: EventStatus) -> None:
    assert only(sentence).status is status
