"""Quotation marks, and the words around what they enclose."""

from __future__ import annotations

import re

CONTRACTED = re.compile(r"\b([^\W\d_]{1,16}?)(?:['’](?=ve|re|ll|m)|n['’](?=t))(ve|re|ll|m|t)\b", re.IGNORECASE)
"""A contraction, as what stands before it and its end: `we`, `ve`; `ca`, `t`."""

NOT_SPACE = re.compile(r"\S+")

_DOUBLE = '“”„‟«»"＂「」『』〝〞'

DOUBLE_MARKS = (*_DOUBLE, "''", "``")

DOUBLE_MARK = re.compile(rf"[{_DOUBLE}]|''|``")
"""A double quotation mark of any style. Two apostrophes and two backquotes are the marks of old wires."""

SINGLE_MARKS = tuple("‘’'")

SINGLE_MARK = re.compile(r"[‘’']")
"""A single mark or an apostrophe."""

CLIPPED_WORD = re.compile(r"(?:\d0s|em|til|cause|tis|twas|bout|round|n|cuz|fore)\b", re.IGNORECASE)
"""What an apostrophe opens without quoting: `'em`, `'90s`."""

HOST_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,6}|\d{1,12}(?:[.,]\d{1,12}){0,4}|[^\W_]{1,60}(?:[’'&/-][^\W_]{1,60}){0,6}|--|[^\w\s]"
)
"""A word, number or punctuation mark of the sentence around a quotation. `U.S.` and `so-called` are one token."""

CAPITAL_RUN = re.compile(r"(?<![\w.])[A-Z][\w’'-]{1,30}(?: (?:[A-Z]\.|[A-Z][\w’'-]{1,30})){1,3}(?![\w])")
"""Two to four capitalised words in a row, the shape of a full name."""

APPOSED_NAME = re.compile(r"[^\W\d_][\w’'-]{1,30}(?: [^\W\d_][\w’'-]{0,30}){1,4}(?=[,.;:»”\")]|$)")
"""Words between a comma and the next mark, which are a name where they have capitals; matched behind the comma."""

LEADING_ARTICLE = re.compile(
    r"(?:\b(?:[Aa]n?|[Oo]ne|[Ss]ome|[Tt]wo|[Ss]everal|[Ss]enior) )"
    r"(?:(?:[A-Z]\.){1,4} |[\w’'-]{1,30} ){0,5}[\w’'-]{1,40}$"
)
"""A noun phrase that brings somebody new, tried on the words before a noun."""

RELAYED = re.compile(r"((?:[A-Z][\w.’'-]{1,30} ){1,5})([a-z]{3,15}) that\b")
"""A quotation that begins with somebody else's words: `Ada Brandt said that …`; matched at its begin."""

UNCLOSED_TAIL = re.compile(
    r"[,.?!…]\s(?:[\w.’'-]{1,30}\s){0,6}?(?:said|says|told|tells|added|adds|asked|asks|wrote|writes|according to)\b"
)
"""Behind words whose closing mark is missing: the stop, and who said them."""

STRAY_OPENING = re.compile(r"\s([\"“„«‘(\[]{1,3})$")
"""An opening mark left at the end of a sentence; it belongs to the next one."""
