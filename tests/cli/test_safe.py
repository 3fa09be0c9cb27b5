"""No character that a terminal obeys gets through."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli.safe import safe, safe_json, safe_line

anything = st.text(st.characters(), max_size=200)


@given(anything)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    for character in safe(text):
        assert character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@given(anything)
def test_offsets_hold(text: str) -> None:
    assert len(safe(text)) == len(safe_line(text)) == len(text)
    for before, after in zip(text, safe(text), strict=True):
        assert after == before or not before.isprintable() or before in "\u061c\u200e\u200f"


@given(anything)
def test_a_line_stays_a_line(text: str) -> None:
    assert len(safe_line(text).splitlines()) <= 1


def test_what_people_write_is_left_alone() -> None:
    text = "Café «Zürich»\n\t東京 🚋 العربية — “it’s”"
    assert safe(text) == text


def test_escapes_are_shown_as_pictures() -> None:
    assert safe("\x1b[2J\x07\x9b31m\x7f") == "␛[2J␇\ufffd31m␡"
    assert safe("one\r\ntwo\rthree") == "one \ntwo␍three"


@given(anything)
def test_json_is_plain_ascii_and_reads_back(text: str) -> None:
    written = safe_json({"text": text})
    assert all(" " <= character <= "~" or character == "\n" for character in written)
    assert json.loads(written) == {"text": text}
