"""The sentences around quotations as tokens, each quotation being one token among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.text.marks import Quoted
from copydesk.text.patterns.quotations import HOST_TOKEN
from copydesk.text.sentences import abbreviations

QUOTE = "“”"
"""The token that stands for a quotation."""

MAX_SENTENCE = 200
"""Tokens of a sentence that are read on either side of a quotation."""

STOPS = frozenset(".!?")
MAX_TOKENS = 4_000
"""Tokens that are read of one paragraph: a longer one is no prose."""


@dataclass(frozen=True, slots=True)
class Host:
    """A paragraph as tokens.

    `words` holds them in lower case, QUOTE for a quotation; `begin`, `end` their places, those of a quotation
    with its marks; `capital` whether each opens with an upper-case letter; `sentence` the number of the sentence
    each is in; `parts` the quotations by the index of their token; `cues` the indices of the verbs that report, which
    `copydesk.quotes.clause.mark_cues` fills in.
    """

    text: str
    words: list[str]
    begin: list[int]
    end: list[int]
    capital: list[bool]
    sentence: list[int]
    parts: dict[int, Quoted]
    cues: list[int]

    def sentence_begin(self, at: int) -> int:
        """The first token of the sentence that `at` is in, looked for MAX_SENTENCE back."""
        lowest = max(0, at - MAX_SENTENCE)
        while at > lowest and self.sentence[at - 1] == self.sentence[at]:
            at -= 1
        return at

    def sentence_end(self, at: int) -> int:
        """Behind the last token of the sentence that `at` is in, looked for MAX_SENTENCE on."""
        number, length = self.sentence[at], min(len(self.words), at + MAX_SENTENCE)
        while at < length and self.sentence[at] == number:
            at += 1
        return at


def host_of(text: str, begin: int, end: int, parts: Sequence[Quoted]) -> Host:
    """The tokens of `text[begin:end]`, a paragraph with its quotations, in order."""
    host = Host(text, [], [], [], [], [], {}, [])
    at = begin
    for part in parts:
        _add_tokens(host, at, part.opening)
        if len(host.words) >= MAX_TOKENS:
            break
        host.parts[len(host.words)] = part
        _add(host, QUOTE, part.opening, part.closing, _first_letter(text, part).isupper())
        at = part.closing
    else:
        _add_tokens(host, at, end)
    _number_sentences(host)
    return host


def _first_letter(text: str, part: Quoted) -> str:
    return next((char for char in text[part.begin : part.begin + 4] if char.isalnum()), " ")


def is_caseless(text: str, begin: int, end: int) -> bool:
    """Whether the first letter of a span is of a script without capitals: no name can be told there by its shape."""
    letter = next((char for char in text[begin : min(begin + 4, end)] if char.isalpha()), "a")
    return letter.lower() == letter.upper()


def ending(text: str, part: Quoted) -> str:
    """The last mark of a quotation, or its last letter, closing marks and brackets inside left out."""
    return text[part.begin : part.end].rstrip("’'”\"»)] ")[-1:] or " "


def _add(host: Host, word: str, begin: int, end: int, capital: bool) -> None:
    host.words.append(word)
    host.begin.append(begin)
    host.end.append(end)
    host.capital.append(capital)


def _add_tokens(host: Host, begin: int, end: int) -> None:
    text, known = host.text, _abbreviations()
    for token in HOST_TOKEN.finditer(text, begin, end):
        if len(host.words) >= MAX_TOKENS:
            return
        word = token.group()
        if word == "." and host.words and _is_abbreviation(host, token.start(), known):
            host.end[-1] = token.end()
            continue
        _add(host, word.lower().replace("’", "'"), token.start(), token.end(), word[0].isupper())


def _is_abbreviation(host: Host, at: int, known: frozenset[str]) -> bool:
    """Whether the stop at `at` belongs to the word before it: `Gov.`, the initial of a name."""
    word = host.words[-1]
    if host.end[-1] != at or not host.capital[-1]:
        return False
    return (len(word) == 1 and word != "i") or word + "." in known


@cache
def _abbreviations() -> frozenset[str]:
    return abbreviations("always")


def _number_sentences(host: Host) -> None:
    """Number the sentences: one ends behind a stop, or behind a quotation that ends with one, before a capital."""
    number = 0
    last = len(host.words) - 1
    for at, word in enumerate(host.words):
        host.sentence.append(number)
        if at == last:
            return
        follows = host.capital[at + 1] or host.words[at + 1] == QUOTE
        if follows and (word in STOPS or (word == QUOTE and ending(host.text, host.parts[at]) in ".!?…")):
            number += 1
