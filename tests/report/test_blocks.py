"""Where paragraphs begin and end."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.blocks import paragraphs

_LONG = "The council met on Tuesday and heard the harbor master speak for the better part of an hour about dredging."


def _set(text: str) -> list[str]:
    return [text[begin:end] for begin, end in paragraphs(text)]


def test_blank_lines_part_paragraphs_whatever_the_line_ends() -> None:
    assert _set("One.\n\nTwo.\r\n \r\nThree.\r\rFour.\u2029Five.") == ["One.", "Two.", "Three.", "Four.", "Five."]


def test_a_line_break_parts_paragraphs_where_each_has_its_line() -> None:
    assert _set(f"{_LONG}\n{_LONG} Then he left.\nShort.") == [_LONG, f"{_LONG} Then he left.", "Short."]


def test_a_paragraph_wrapped_at_a_column_stays_one() -> None:
    wrapped = "The council met on Tuesday and heard the harbor\nmaster speak for the better part of an hour about\n"
    wrapped += "dredging, which it then put off until the spring."
    assert _set(f"Council\n\n{wrapped}\n\nEnd") == ["Council", wrapped, "End"]


def test_a_list_of_short_lines_stays_a_list() -> None:
    assert _set("Home\nNews\nSport\nWeather") == ["Home", "News", "Sport", "Weather"]


@given(st.text("ab. \n\r\t\u00a0\u2028\u2029", max_size=120))
def test_paragraphs_come_in_order_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for begin, end in paragraphs(text):
        assert at <= begin < end
        assert not text[at:begin].strip()
        assert text[begin:end] == text[begin:end].strip()
        at = end
    assert not text[at:].strip()


def test_a_hostile_text_of_megabytes_is_parted_in_seconds() -> None:
    for text in ("\n \t" * 700_000, "a\n" * 500_000, " " * 2_000_000, "\r" * 1_000_000):
        began = time.process_time()
        sum(1 for _ in paragraphs(text))
        assert time.process_time() - began < 5
