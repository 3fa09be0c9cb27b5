"""The words of pages' articles, with what stands between them."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.actors.columns import Columns
from copydesk.actors.everyday import everyday, names_nobody
from copydesk.actors.gap import Gap
from copydesk.actors.kinds import Kinds
from copydesk.actors.scan import char_table, in_lines, read_gaps, settle
from copydesk.actors.settings import ActorSettings
from copydesk.actors.traits import Trait
from copydesk.text.tokens import CAPITAL, code_points, tokenize_all

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lines:
    """What is read of a text: spans of code points, ascending, each one line if `whole`, else of several lines."""

    text: str
    spans: Sequence[Span]
    whole: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page that stand in its lines: columns of length `size`.

    `begin`, `end` are code points into `text`; `folded` the words as vocabulary has them; `traits` what is
    known of each (`Trait`); `capital` whether a word
    opens with a capital (1 or 0); `gap` what stands before each (`Gap`); `sentence` the number of its sentence;
    `loud` whether the capitals of its line say nothing, as those of many headlines.

    The places that the reading looks at, ascending: `openings`, where a chunk may begin; `known`, where a known
    phrase may; `everyday` words that open a sentence, each a tentative name that is in no chunk; `nouns` that may
    name a body anew; `bare` nouns of groups; `protests`, verbs by which a crowd may protest.
    """

    text: str
    size: int
    begin: Sequence[int]
    end: Sequence[int]
    folded: list[str]
    traits: Sequence[int]
    capital: bytes
    gap: bytes
    sentence: Sequence[int]
    loud: bytes
    openings: list[int]
    known: list[int]
    everyday: list[int]
    nouns: list[int]
    bare: list[int]
    protests: list[int]

    def surface(self, first: int, last: int) -> str:
        """The text of words [first, last)."""
        return self.text[self.begin[first] : self.end[last - 1]]

    def opens(self, at: int) -> bool:
        """Whether word `at` is the first of a sentence or behind an opening mark, so that its capital says little."""
        return self.gap[at] >= Gap.QUOTE

    def has_everyday(self, first: int, last: int) -> bool:
        """Whether an everyday word that opens a sentence is among words [first, last)."""
        at = bisect.bisect_left(self.everyday, first)
        return at < len(self.everyday) and self.everyday[at] < last


@dataclass(frozen=True, slots=True)
class Scanned:
    """The words of each of some pages; the places (int64) of `everyday` words and pronouns, through all pages."""

    pages: list[Words]
    everyday: NDArray[np.int64]
    pronouns: NDArray[np.int64]


def read_words(pages: Sequence[Lines], kinds: Kinds, settings: ActorSettings) -> Columns:
    """The words of pages, all scanned in one go: a call of the tokenizer costs as much as the words of a page."""
    texts = [page.text for page in pages]
    tokens, token_start = tokenize_all(texts)
    points, table = code_points("".join(texts)), char_table()
    bounds = _starts([len(text) for text in texts])
    spans = np.array([span for page in pages for span in page.spans], np.int32).reshape(-1, 2)
    span_start, whole = (
        _starts([len(page.spans) for page in pages]),
        np.array([page.whole for page in pages], np.bool_),
    )
    kept, opens, start = in_lines(
        points, bounds, tokens.begin, tokens.end, token_start, spans, span_start, whole, table, settings.most_words
    )
    begin, end, word = tokens.begin[kept], tokens.end[kept], tokens.word[kept]
    capital = (tokens.flags[kept] & CAPITAL).astype(np.bool_)
    gap = np.empty(len(kept), np.uint8)
    read_gaps(points, bounds, begin, end, opens, start, table, gap, word)
    numbers, new = kinds.number(word)
    kinds.learn(_written(texts, start, new, begin[new], end[new]))
    traits = kinds.traits[numbers]
    sentence, loud = np.empty(len(kept), np.int32), np.zeros(len(kept), np.bool_)
    share = settings.title_case
    capitals = settle(points, bounds, begin, end, opens, start, capital, traits, table, share, gap, sentence, loud)
    firsts, lasts = capitals[:, 0], capitals[:, 1]
    lines = _written(texts, start, firsts, begin[firsts], end[lasts - 1])
    for line, first, last in zip(lines, firsts.tolist(), lasts.tolist(), strict=True):
        if line.isupper():
            loud[first:last] = True
    return Columns(texts, start, begin, end, numbers, kinds.folded, traits, capital, gap, sentence, loud)


def words_of(columns: Columns) -> Scanned:
    """The words of each page, and the places of all that are not read one by one."""
    known = columns.has(Trait.KNOWN) | (columns.has(Trait.KNOWN_CAPITAL) & columns.capital)
    common = everyday(columns, known)
    opening = (columns.capital & ~columns.has(Trait.NAMELESS)) | columns.has(Trait.HEADING)
    masks = opening & ~common & ~names_nobody(columns, known), known, common, columns.has(Trait.BODY_NOUN)
    pronouns = columns.has(Trait.PRONOUN) & ~columns.loud
    places = [_by_page(mask, columns.start) for mask in (*masks, columns.has(Trait.BARE), columns.has(Trait.PROTEST))]
    folded = np.array(columns.folded, np.object_)[columns.number] if len(columns.number) else columns.number
    begin, end, traits, sentence = columns.begin.data, columns.end.data, columns.traits.data, columns.sentence.data
    edges = itertools.pairwise(columns.start.tolist())
    pages = [
        Words(
            text,
            last - first,
            begin[first:last],
            end[first:last],
            folded[first:last].tolist(),
            traits[first:last],
            columns.capital[first:last].tobytes(),
            columns.gap[first:last].tobytes(),
            sentence[first:last],
            columns.loud[first:last].tobytes(),
            *(own[page] for own in places),
        )
        for page, (text, (first, last)) in enumerate(zip(columns.texts, edges, strict=True))
    ]
    return Scanned(pages, np.flatnonzero(common), np.flatnonzero(pronouns))


def _written(
    texts: Sequence[str],
    start: NDArray[np.int64],
    words: NDArray[np.int64],
    begin: NDArray[np.int32],
    end: NDArray[np.int32],
) -> list[str]:
    """What stands at [begin, end) of the page that has the word of this number, for each."""
    pages = np.searchsorted(start, words, side="right") - 1
    places = zip(pages.tolist(), begin.tolist(), end.tolist(), strict=True)
    return [texts[page][first:last] for page, first, last in places]


def _by_page(mask: NDArray[np.bool_], start: NDArray[np.int64]) -> list[list[int]]:
    """The places where `mask` holds, counted from the first word of their page, for each page."""
    places = np.flatnonzero(mask)
    cuts = np.searchsorted(places, start)
    own = (places - np.repeat(start[:-1], np.diff(cuts))).tolist()
    edges = cuts.tolist()
    return [own[first:last] for first, last in itertools.pairwise(edges)]


def _starts(sizes: Sequence[int]) -> NDArray[np.int64]:
    """Where each of things of these sizes begins, and the last ends. int64[len(sizes) + 1]."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
