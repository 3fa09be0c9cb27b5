"""100 KB of what hurts patterns costs less than a second."""

from __future__ import annotations

import time

import pytest

from copydesk.dates.expressions import find_expressions

SIZE = 100_000
UNITS = (
    "a", " ", "1", "1 ", "1-", "1/", "1.", "1:", "12:", "12:34 ", "2023 ", "2023-", "2023-06-", "'82 ",
    "May ", "may ", "Monday ", "Monday, ", "Monday and ", "the ", "last ", "the last ", "about ", "two ",
    "two-", "twenty-", "a half ", "of ", "the end of ", "next year ", "year ", "years ", "ago ", "every ",
    "June 5 ", "June 5, ", "June 5-", "5 June ", "from 2019 to ", "since ", "Q3 ", "1990s ", "p.m. ", "at 6 ",
    "a.", "a.m.", "½", "5½ ", "½ ", "$1 ", "(", "-", "–", ",", ".", "\n", "\n\n", "é", "中", "\u200b", "’",
    "’s ", "earlier ", "two days later ", "that week ", "1,000", "1.000.", "will ", "was ", "coming months ",
    "christmas ", "new year's ", "the third quarter of last ", "mid-", "tonight ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_line_is_read_in_time(unit: str) -> None:
    line = (unit * (SIZE // len(unit) + 1))[:SIZE]
    started = time.process_time()
    find_expressions(line)
    find_expressions("x" + line[:-1] + "!")
    assert (time.process_time() - started) / 2 < 1
