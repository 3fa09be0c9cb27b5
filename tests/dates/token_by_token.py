"""The slow way to read a text: one token after the other, every rule at every place. The stage must find the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from copydesk.dates.candidates import Candidate
from copydesk.dates.combine import Found
from copydesk.dates.grammar import RULES
from copydesk.dates.lexer import TOKEN, Lexed, number_sense
from copydesk.dates.lexicon import LANGUAGES, Lexicon, Sense
from copydesk.dates.run import Run
from copydesk.dates.scan import LONG_LINE
from copydesk.dates.word_table import word_table

LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

FIGURES = ("0", "1", "2", "07", "12", "18", "31", "2023", "1998", "12:30", "7:05", "2,500", "2.5", "3/4/2023", "'82",
           "2023-06-19", "2023-06-19T10:00Z", "90s", "1990s", "’80s", "5th", "Q3", "H2", "5½", "½", "6pm", "٣", "٣th",
           "covid19", "_", "0800")  # fmt: skip
MARKS = ("’", "'", ".", ",", "-", "–", "/", ":", ";", "%", "$", "&", "(", ")", "!", "?", "”", "#", "°", "☃", "\u0301")
WORDS = (
    "x", "fenham", "é", "İ", "K", "𝒜", "𝟘", "😀", "中", "U.S.", "p.m.", "a.b.c", "week-end", "o'clock", "o’clock",
    "back-end", "aujourd'hui", "said", "will", "met", "landed", "be", "x" * 40, "x" * 41, "x½", "\ud800",
)  # fmt: skip
SPACES = (" ", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\x1f", "\u00a0", "\t")
PIECES = {
    language: (
        *FIGURES,
        *MARKS,
        *WORDS,
        *sorted(word_table(language).codes),
        "a line that is long enough to be a wrapped one of a text",
        "cl",
        "hu",
    )
    for language in LANGUAGES
}
"""What texts are made of, by language."""


CASES: tuple[Callable[[str], str], ...] = (str, str, str.capitalize, str.upper)


@st.composite
def texts(draw: st.DrawFn, language: str) -> str:
    """Words, figures and marks of dates in a row, most of them apart."""
    pieces, spaces = st.sampled_from(PIECES[language]), st.sampled_from((" ",) * 6 + ("",) * 4 + SPACES)
    case = st.sampled_from(CASES)
    drawn = draw(st.lists(st.tuples(case, pieces, spaces), max_size=40))
    return "".join(change(piece) + space for change, piece, space in drawn)


def words_and_senses(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int, str, Sense]]:
    """Begin, end, lower case and sense of each token, by the pattern alone."""
    table = word_table(lexicon.language)
    at = line = begin
    while at < end:
        match = LINE.match(text, at, end) or TOKEN.match(text, at, end)
        if match is None:
            at += 1
            continue
        word = match.group().lower()
        if match.re is LINE:
            is_short = match.group() in ("\n", "\r", "\r\n") and match.start() - line >= LONG_LINE
            stops = is_short and text[match.start() - 1] not in '.!?:;”"'
            if not (stops and match.end() < end and text[match.end()].isalnum()):
                yield at, match.end(), word, Sense("#")
            line = match.end()
        elif match.lastgroup in ("dotted", "word", "punct", "other"):
            yield at, match.end(), word, table.senses[table.codes.get(word, 0)]
        else:
            yield at, match.end(), word, number_sense(match.lastgroup, word)
        at = match.end()


def all_candidates(lexed: Lexed, words: Lexicon) -> Iterator[Candidate]:
    """What all rules make of a text, each of them tried from every token on."""
    for order, rule in enumerate(RULES):
        at = 0
        while (match := rule.pattern.search(lexed.shape, at)) is not None:
            first, last = match.span()
            built = rule.build(Run(lexed, words, first, last))
            at = first + 1 if built is None else last
            if built is not None:
                first = next(token for token in range(first, last) if lexed.begins[token] >= built.begin)
                yield built.begin, -built.end, order, Found(first, last, built)
