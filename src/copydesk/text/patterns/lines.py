"""Lines, words and numbers."""

from __future__ import annotations

import re

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""One line of text, without its end. The line ends are those of `str.splitlines`."""

VISIBLE_LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")

VISIBLE_LINE_FEED = re.compile(r"\S[^\n]*")
"""A line from its first character that is no white space; the second for texts with no line end but the line feed,
for which it is seven times as fast."""

VISIBLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)
"""A character that a reader can see: not white space, not a control, not a zero-width or filler character."""

WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
"""Runs of letters or of digits, apart: `29th` gives `29`, `th`."""

IDEOGRAPH = re.compile(
    r"[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U00031fff]"
)
"""An ideograph or a kana: a word by itself, as in `copydesk.text.tokens`."""

UNSPACED = re.compile(
    r"[\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u103f\u1780-\u17d3\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U00031fff]"
)
"""A letter or vowel sign of a script that is written without spaces: Han, kana, Thai, Lao, Burmese, Khmer."""

INNER_STOP = re.compile(
    r"[^\W\d_A-Z]{3}(?:[.…][\"”’'»)]{0,2}\s{0,2}(?:[—–(\[\"“‘«]|\s[A-Z0-9\"“‘«(-])"
    r"|[!?][\"”’'»)]{0,2}\s{0,2}[—–(\[])"
)
"""The end of a sentence inside a line: behind three small letters, so not that of an abbreviation."""

DIGIT = re.compile(r"\d")

NAME_OR_NUMBER = re.compile(r"(?<![.!?:] )(?<!^)\b(?:[A-Z][\w’'-]{3,40}|\d[\d.,]{0,12})")
"""Capitalised words of four letters or more inside a sentence, and numbers: what survives rewording."""
