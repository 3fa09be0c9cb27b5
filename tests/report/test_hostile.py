"""Page text is shown and does nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.hostile import host_of, language_tag, line, page_text, web_link
from tests.report.markup import read_html

ANY_TEXT = st.text(st.characters(), max_size=80) | st.text(
    "<>&\"'\r\n\t \x00\u202e\u2066\u2069\u200fab\ud800", max_size=40
)
"""Any code points, lone surrogates too, and texts made of the worst of them."""


@given(ANY_TEXT)
def test_the_text_content_is_the_text(text: str) -> None:
    assert read_html(str(page_text(text))).page_words() == text


@given(ANY_TEXT)
def test_what_is_shown_can_be_written_and_holds_no_steering_character(text: str) -> None:
    html = str(page_text(text))
    html.encode("utf-8")
    assert not set(html) & set("\x00\x08\x1b\x7f\x85\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r")


def test_a_bidi_override_is_shown_by_its_code_point() -> None:
    shown = read_html(str(page_text("abc\u202eexe.fdp")))
    (mark,) = shown.of_class("ctl")
    assert mark.text() == "U+202E"
    assert shown.text() == "abcU+202Eexe.fdp"


def test_the_marks_that_arabic_and_hebrew_need_stay() -> None:
    assert str(page_text("א\u200f\u200e\u061cب")) == "א\u200f\u200e\u061cب"


def test_a_line_is_clipped_between_words_if_that_costs_little() -> None:
    assert line("The pier of Kelm reopened on Wednesday", 32) == "The pier of Kelm reopened on…"
    assert line("The Wednesdayswednesdayswednesdays", 12) == "The Wednesd…"


@given(ANY_TEXT, st.integers(1, 60))
def test_a_line_is_one_clean_line_within_its_length(text: str, longest: int) -> None:
    clean = line(text, longest)
    clean.encode("utf-8")
    assert len(clean) <= longest
    assert not set(clean) & set("\n\r\t\x00\u202e\u2066\u2069")


def test_a_line_of_megabytes_is_cut_in_no_time() -> None:
    began = time.process_time()
    assert len(line(" \t" * 5_000_000 + "x", 80)) <= 80
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/relative",
        "https:",
        "https://",
        "https:///path",
        "http://[bad",
        "https://a.example/\u202egpj.exe",
        "https://a.example/a b",
        "https://a.example/" + "x" * 3000,
        "",
        None,
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert web_link(url) is None
    assert host_of(url) is None


@pytest.mark.parametrize("url", ["https://www.a.example/x?y=1&z=2#q", "HTTP://a.example", "https://ü.example/ñ"])
def test_an_address_of_the_web_is_a_link(url: str) -> None:
    assert web_link(url) == url


def test_the_host_stands_without_www() -> None:
    assert host_of("https://www.daily.example/a") == "daily.example"


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en"), ("pt-BR", "pt-BR"), ('en" onload="x', None), (None, None)]
)
def test_a_language_that_is_no_tag_is_left_out(language: str | None, tag: str | None) -> None:
    assert language_tag(language) == tag
