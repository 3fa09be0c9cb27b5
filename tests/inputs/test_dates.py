"""Dates that can be read one way only."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs.dates import iso_date

ZONES = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1), timezones=ZONES | st.just(UTC))


@given(MOMENTS)
def test_a_moment_is_the_day_in_its_own_zone(moment: datetime) -> None:
    day = moment.date().isoformat()
    assert iso_date(moment.isoformat()) == day
    assert iso_date(moment.isoformat(sep=" ", timespec="minutes")) == day
    assert iso_date(moment.strftime("%Y%m%dT%H%M%SZ")) == day
    assert iso_date(format_datetime(moment)) == day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2023-06-19", "2023-06-19"),
        (" 2023-06-19T10:00:00.123456Z ", "2023-06-19"),
        ("2023-06-19 10:00:00 +0200", "2023-06-19"),
        ("2023-06-19T10:00+02", "2023-06-19"),
        ("20230619", "2023-06-19"),
        ("Mon, 19 Jun 2023 10:00:00 GMT", "2023-06-19"),
        ("19 Jun 2023 10:00 +0000 (UTC)", "2023-06-19"),
        ("19 Jun 2023", "2023-06-19"),
        ("Tue, 19 Jun 2023 10:00:00 GMT", None),
        ("19/06/2023", None),
        ("03/04/2023", None),
        ("2023-19-06", None),
        ("2023-06-31", None),
        ("2023-06", None),
        ("2023-0619", None),
        ("June 19, 2023", None),
        ("yesterday", None),
        ("1687168800", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("1970-01-01", "1970-01-01"),
        ("", None),
        (1687168800, None),
        (20230619, None),
        (None, None),
        ("２０２３-０６-１９", None),
    ],
)
def test_stated_dates(stated: object, day: str | None) -> None:
    assert iso_date(stated) == day


def test_hostile_dates_cost_nothing() -> None:
    started = time.process_time()
    for hostile in ("1" * 100_000, "2023-06-19T" + "00:" * 33_000, "Mon, " * 20_000):
        assert iso_date(hostile) is None
    assert time.process_time() - started < 1
