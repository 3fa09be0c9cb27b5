"""A text as a run of tokens, each with its class: one letter a token, so the grammar is patterns over a string."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.dates.calendar import FIRST_YEAR, LAST_YEAR
from copydesk.dates.lexicon import Lexicon, Sense

TOKEN = re.compile(
    r"(?P<dotted>[^\W\d_]\.(?:[^\W\d_]\.?){1,4}(?!\w))"
    r"|(?P<word>(?!½)[^\W\d_]{1,40}(?:[’'](?:clock|hui)\b|-(?:feira|end|midi|dia|noite)\b)?(?!\w))"
    r"|(?P<punct>[,.;:!?\"”“)(\-–—])(?![\d’'])"
    r"|(?P<iso>(?<![\w.,/-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]|-\d))"
    r"|(?P<figures>(?<![\w.,/:-])(?:\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)|\d{4}[./]\d{1,2}[./]\d{1,2})"
    r"(?![\w/:-]|\.\d))"
    r"|(?P<clock>(?<![\w.,:/-])[0-2]?\d[:h][0-5]\d(?::[0-5]\d)?(?![\w:/]|[.,]\d))"
    r"|(?P<decade>(?<![\w.,:/])(?:\d{3}0|[’']?[2-9]0)[’']?s(?!\w))"
    r"|(?P<ordinal>(?<![\w.,:/])[0-3]?\d(?:st|nd|rd|th|er|re|º|ª|°)(?!\w))"
    r"|(?P<glued>(?<![\w.,:/])1?\d(?:[.:][0-5]\d)?[ap]m(?!\w))"
    r"|(?P<short>(?<!\w)[’']\d\d(?!\w))"
    r"|(?P<half>\d{0,3}½)"
    r"|(?P<broken>\d{1,15}(?:[.,]\d{1,15})(?:[.,]\d{1,15}){0,8}(?!\w))"
    r"|(?P<number>\d{1,4}(?!\w))"
    r"|(?P<quarter>[QqHh][1-4](?!\w))"
    r"|(?P<mixed>\w+)"
    r"|(?P<line>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+)"
    r"|(?P<other>[^\w\s])"
)
"""Every token of a text, dates and clocks in figures whole. What stands in a longer number (a telephone, a version)
is left out by the characters that may not stand beside it. The most frequent kinds stand first: nine tokens in
ten are words and marks."""

PUNCTUATION = {
    "-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", ",": ",", ".": ".", "/": "/", ":": ":", "(": "(",
    ")": ")", "’": "'", "'": "'", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "!": "?", "?": "?",
    ";": ";", "&": "&", "#": "$", "•": "#", "|": "#", "°": "%",
}  # fmt: skip

LONG_LINE = 50
"""Characters of a line from which its end may be a wrapped line's, inside a sentence."""


@dataclass(frozen=True, slots=True)
class Lexed:
    """The tokens of a text.

    Attributes:
        text: what was read.
        shape: one letter a token; `0` for a word that no expression has, `#` for the end of a line.
        begins, ends: of each token, in `text`.
        words: each token in lower case.
        senses: what each token is.
    """

    text: str
    shape: str
    begins: list[int]
    ends: list[int]
    words: list[str]
    senses: list[Sense]


_OTHER = Sense("0")
_BREAK = Sense("#")
_MARKS = {char: Sense(letter) for char, letter in PUNCTUATION.items()}
_PLAIN = TOKEN.groupindex["punct"]
"""The last of the groups whose tokens are looked up as they are."""
_SMALL = [Sense("N", number) for number in range(100)]


def lex(text: str, lexicon: Lexicon, begin: int = 0, end: int | None = None) -> Lexed:
    """The tokens of `text[begin:end]`."""
    matches = list(TOKEN.finditer(text, begin, len(text) if end is None else end))
    words = [match.group().lower() for match in matches]
    known = lexicon.words
    senses = [known.get(word) or _MARKS.get(word, _OTHER) for word in words]
    rest = [at for at, match in enumerate(matches) if match.lastindex > _PLAIN]  # type: ignore[operator]
    wrapped, line = set[int](), begin
    for at in rest:
        match = matches[at]
        if match.lastgroup == "line":
            senses[at] = _BREAK
            if _is_wrapped(text, line, match):
                wrapped.add(at)
            line = match.end()
        elif match.lastgroup != "other":
            senses[at] = _number(match.lastgroup, words[at])
    if wrapped:
        kept = [at for at in range(len(matches)) if at not in wrapped]
        matches, words, senses = ([of[at] for at in kept] for of in (matches, words, senses))  # type: ignore[assignment]
    return Lexed(
        text,
        "".join([sense.letter for sense in senses]),
        [match.start() for match in matches],
        [match.end() for match in matches],
        words,
        senses,
    )


def _is_wrapped(text: str, line: int, match: re.Match[str]) -> bool:
    """Whether a line end stands inside a sentence: one line end behind a long line without a stop, before a word."""
    at = match.start()
    if match.group() not in ("\n", "\r", "\r\n") or at - line < LONG_LINE or text[at - 1] in '.!?:;”"':
        return False
    return text[match.end() : match.end() + 1].isalnum()


def _number(kind: str | None, word: str) -> Sense:
    if kind == "number":
        return _plain(word)
    if kind == "ordinal":
        return Sense("D", int("".join(char for char in word if char.isdigit() and char.isascii())))
    if kind == "decade":
        return Sense("C", int(word.strip("’'s").rstrip("’'")))
    if kind == "short":
        return Sense("q", int(word[1:]))
    if kind == "quarter":
        return Sense("3", int(word[1:]), word[0])
    if kind == "half":
        return Sense("2", 2 * int(word[:-1] or 0) + 1)
    letters = {"iso": "I", "figures": "I", "clock": "h", "glued": "h", "broken": "K"}
    return Sense(letters.get(kind or "", "0"))


def _plain(word: str) -> Sense:
    if not word.isascii():
        return _OTHER
    number = int(word)
    if len(word) <= 2:
        return _SMALL[number]
    if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return Sense("Y", number)
    return Sense("K", number)
