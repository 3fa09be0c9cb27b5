"""Lists in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.pager import cut, part, parts_of


@given(st.integers(0, 5000), st.integers(1, 300))
def test_the_parts_hold_every_row_once(rows: int, size: int) -> None:
    whole = list(range(rows))
    assert [row for n in range(1, parts_of(rows, size) + 1) for row in cut(whole, n, size)] == whole


@given(st.integers(1, 5000), st.integers(1, 40))
def test_the_pager_shows_few_links_and_the_ends_among_them(rows: int, size: int) -> None:
    parts = parts_of(rows, size)
    for number in {1, (parts + 1) // 2, parts}:
        shown = part("pages/{}".format, number, rows, size)
        words = [words for words, _ in shown.links]
        assert words[0] == "1"
        assert words[-1] == str(parts)
        assert len(words) <= 11
        assert (str(number), None) in shown.links
        assert 1 <= shown.first_row <= shown.last_row <= rows


def test_gaps_between_the_links_are_shown() -> None:
    assert [words for words, _ in part("pages/{}".format, 10, 4000).links] == [
        *("1", "2", "…", "8", "9", "10", "11", "12", "…", "19", "20")
    ]
