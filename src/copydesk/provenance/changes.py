"""What differs between the two sides of an alignment: runs of changed words with their places on both pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment, Kind
from copydesk.text.compare import WordRun, word_runs
from copydesk.text.tokens import Tokens, fold_word, tokenize


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: its place on the page (code points, tight around the words) and its folded words."""

    page_id: str
    begin: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that the two sides of an alignment do not share; either side may be empty of words.

    `alignment` is the number of the row it comes from; `before` is the folded equal word to the left (empty at
    the edge), which makes contexts comparable.
    """

    alignment: int
    a: Side
    b: Side
    before: str


def find_changes(alignments: Sequence[Alignment], pages: Mapping[str, Page]) -> Iterator[Change]:
    """All changes of the alignments in their order, shared quotations left out."""
    for number, row in enumerate(alignments):
        if row.kind is Kind.SHARED_QUOTE:
            continue
        a_text = pages[row.a_page].text[row.a_begin : row.a_end]
        b_text = pages[row.b_page].text[row.b_begin : row.b_end]
        a, b = tokenize(a_text), tokenize(b_text)
        for run in word_runs(a, b):
            if run.op != "equal":
                yield Change(
                    number,
                    _side(row.a_page, row.a_begin, a_text, a, run.a_begin, run.a_end),
                    _side(row.b_page, row.b_begin, b_text, b, run.b_begin, run.b_end),
                    _before(a_text, a, run),
                )


def _side(page_id: str, offset: int, text: str, tokens: Tokens, first: int, last: int) -> Side:
    words = tuple(fold_word(text[tokens.begin[at] : tokens.end[at]]) for at in range(first, last))
    if words:
        return Side(page_id, offset + int(tokens.begin[first]), offset + int(tokens.end[last - 1]), words)
    at = offset + (int(tokens.begin[first]) if first < len(tokens) else len(text))
    return Side(page_id, at, at, ())


def _before(text: str, tokens: Tokens, run: WordRun) -> str:
    if not run.a_begin:
        return ""
    at = run.a_begin - 1
    return fold_word(text[tokens.begin[at] : tokens.end[at]])


def changes_by_alignment(changes: Sequence[Change], alignments: int) -> list[list[Change]]:
    """The changes of each of so many alignments."""
    grouped: list[list[Change]] = [[] for _ in range(alignments)]
    for change in changes:
        grouped[change.alignment].append(change)
    return grouped


def word_by_word(change: Change, pages: Mapping[str, Page]) -> tuple[Change, ...]:
    """A change of as many words for as many, one by one; order survives rewording, so they stand for each other."""
    if len(change.a.words) != len(change.b.words) or len(change.a.words) < 2:
        return (change,)
    sides = zip(_split(change.a, pages), _split(change.b, pages), strict=True)
    return tuple(Change(change.alignment, a, b, change.before) for a, b in sides)


def _split(side: Side, pages: Mapping[str, Page]) -> list[Side]:
    tokens = tokenize(pages[side.page_id].text[side.begin : side.end])
    places = zip(tokens.begin.tolist(), tokens.end.tolist(), side.words, strict=True)
    return [Side(side.page_id, side.begin + begin, side.begin + end, (word,)) for begin, end, word in places]
