"""Words that a machine swapped, with the wording that a faithful witness has for them.

Not every change is a machine's. An editor who writes "on" for "from", names a speaker or drops a clause leaves
changes too; they are in the alignment, but they are no substitutions.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Learning
from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.provenance.changes import Changes
from copydesk.provenance.columns import Columns
from copydesk.provenance.recurring import Part, Parts, Words, swaps_lesson
from copydesk.provenance.spans import subtract_spans
from copydesk.provenance.spin import side_votes, split_swap
from copydesk.provenance.stretched import stretched
from copydesk.provenance.substitutions import surest
from copydesk.provenance.votes import may_vote
from copydesk.text.tokens import tokenize
from copydesk.text.vocabulary import function_words, spelling

LONGEST, UNEVEN = 8, 3
"""Words of a substitution at most, and by how many its two sides may differ: beyond, it is a rewritten clause."""
SURE, LEARNED, LIKELY, DOUBTED = 0.97, 0.92, 0.85, 0.5
"""Confidence of a substitution that the lexicon knows, that recurs in the pile, that merely looks like one, and of
one that may as well be the work of the witness's editor."""
EDITED = 0.38
"""Share of the changed words of two pages, in changes that no machine makes (words left out, put in, or with two
more or fewer in their place), from which an editor has changed much. Of reworded copies beside the text that they
were made from it is .04 to .2, beside another paper's version of it mostly up to .36; beside one that somebody wrote
anew by hand .4, and there two in three of the words that merely look swapped were the editor's."""

_NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Swap:
    """A reworded phrase and what a better wording has for it, folded.

    `known`: whether the lexicon may know it. `parts`: its words one by one, of which the lexicon knows one, where
    there are as many on both sides (order survives rewording, so they stand for each other); where there are not,
    the phrase that the lexicon knows, and the words around it one by one.
    """

    spun: Words
    good: Words
    known: bool
    parts: tuple[Part, ...]

    def single(self) -> tuple[Part, ...]:
        """What is swapped for what: the parts, where there are some, else the whole."""
        return tuple(part for part in self.parts if part[0] != part[1]) or ((self.spun, self.good),)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a substitution: its page, its place there (code points)."""

    page: Page
    begin: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.page.text[self.begin : self.end]


def reading_witnesses(changes: Changes, columns: Columns, pages: Sequence[Page]) -> Learning[list[Substitution]]:
    """The substitutions that alignments with a better wording show, each place beside its best witness alone. It asks
    what swaps recur in the pile.

    A place has many witnesses in a large family; the nearest one says what was changed, the others also what their
    own editors changed.
    """
    worded = columns.worded()
    every = changes.of(worded)
    chosen = every[(changes.phrase[every] > 0).all(axis=1)]
    alignment = changes.alignment()[chosen]
    pairs = changes.swaps(chosen, 1 - columns.better[alignment])
    swaps = list(_swaps(changes, pairs.one, pairs.two))
    best = _best_witnesses(columns, worded)
    at = np.flatnonzero(np.isin(alignment, list(best)))
    parts = Parts.of([swap.single() for swap in swaps])
    known = yield swaps_lesson(pages, columns.page[alignment, 1 - columns.better[alignment]], pairs.place, parts)
    sure = _confidences(swaps, np.unique(pairs.place[at]), parts.recurring(known))
    worth = np.array([any(sure.get(words) for words in swap.single()) for swap in swaps], np.bool_)
    at = at[worth[pairs.place[at]]]
    edited = _edited(changes, columns, worded)
    found = []
    sides = _sides(changes, columns, chosen[at], alignment[at], pages)
    for number, pair, both in zip(alignment[at].tolist(), pairs.place[at].tolist(), sides, strict=True):
        for one, two, words in _parts(*both, swaps[pair]):
            if not sure[words] or not any(since <= one.begin and one.end <= until for since, until in best[number]):
                continue
            if sure[words] == SURE or not _other_names(one, two):
                doubted = number in edited and (sure[words] == LIKELY or len(words[0]) != len(words[1]))
                found.append(_substitution(one, two, DOUBTED if doubted else sure[words]))
    return surest([*found, *_stretched(changes, columns, every, best, pages)])


def _stretched(
    changes: Changes,
    columns: Columns,
    chosen: NDArray[np.int64],
    best: Mapping[int, Sequence[tuple[int, int]]],
    pages: Sequence[Page],
) -> Iterator[Substitution]:
    """The words of reworded pages that became phrases which still have them, each beside its best witness."""
    alignment = changes.alignment()[chosen]
    good = columns.better[alignment]
    put_in = changes.phrases.sizes[changes.phrase[chosen, 1 - good]]
    at = np.flatnonzero((changes.phrase[chosen, good] == 0) & (put_in > 0) & np.isin(alignment, list(best)))
    sides = _sides(changes, columns, chosen[at], alignment[at], pages)
    for number, (one, two) in zip(alignment[at].tolist(), sides, strict=True):
        found = stretched(one.page.text, one.begin, one.end, two.page.text, two.begin)
        if found and any(since <= found[0][0] and found[0][1] <= until for since, until in best[number]):
            yield _substitution(Side(one.page, *found[0]), Side(two.page, *found[1]), SURE)


def _edited(changes: Changes, columns: Columns, worded: NDArray[np.int64]) -> set[int]:
    """Those of the alignments `worded` that are of two pages of which one is much edited."""
    chosen = changes.of(worded)
    sizes = np.where(changes.phrase[chosen] > 0, changes.phrases.sizes[changes.phrase[chosen]], 0)
    larger, smaller = sizes.max(axis=1), sizes.min(axis=1)
    by_hand = (smaller == 0) | (larger - smaller > 1)
    pairs, pair_of = np.unique(columns.pairs(worded), return_inverse=True)
    pair = np.repeat(pair_of, np.diff(changes.start)[worded])
    changed = np.bincount(pair, larger, minlength=len(pairs))
    much = np.bincount(pair, larger * by_hand, minlength=len(pairs)) >= EDITED * np.maximum(changed, 1)
    return set(worded[much[pair_of]].tolist())


def _confidences(
    swaps: Sequence[Swap], asked: NDArray[np.int64], recurring: Mapping[Part, bool]
) -> dict[Part, float]:
    """How surely what is swapped in the swaps `asked` for is a machine's work."""
    sure: dict[Part, float] = {}
    for swap in map(swaps.__getitem__, asked.tolist()):
        for words in swap.single():
            if words not in sure:
                sure[words] = _confidence(*words, recurs=recurring[words], known=swap.known)
    return sure


def _sides(
    changes: Changes,
    columns: Columns,
    chosen: NDArray[np.int64],
    alignment: NDArray[np.int64],
    pages: Sequence[Page],
) -> Iterator[tuple[Side, Side]]:
    """The reworded side of each of the chosen changes, then the other. `alignment`: that of each."""
    good, every = columns.better[alignment], np.arange(len(chosen))
    places = changes.spans[chosen].reshape(-1, 2, 2)
    rows = (
        zip(columns.page[alignment, side].tolist(), places[every, side].tolist(), strict=True)
        for side in (1 - good, good)
    )
    for (page, span), (witness, there) in zip(*rows, strict=True):
        yield Side(pages[page], *span), Side(pages[witness], *there)


def _swaps(changes: Changes, spun: NDArray[np.int64], good: NDArray[np.int64]) -> Iterator[Swap]:
    """The swaps of pairs of phrases."""
    phrases = changes.phrases
    known = may_vote(phrases, spun, good)
    for one, two, may in zip(phrases.words(spun), phrases.words(good), known.tolist(), strict=True):
        yield Swap(one, two, may, split_swap(one, two) if may else ())


def _parts(spun: Side, good: Side, swap: Swap) -> Iterator[tuple[Side, Side, Part]]:
    """The places of a swap, part by part where it has some, and the words of each."""
    if not swap.parts:
        yield spun, good, (swap.spun, swap.good)
        return
    ours, theirs = iter(list(_places(spun))), iter(list(_places(good)))
    for one, two in swap.parts:
        here, there = list(itertools.islice(ours, len(one))), list(itertools.islice(theirs, len(two)))
        if one != two:
            yield _joined(here), _joined(there), (one, two)


def _places(side: Side) -> Iterator[Side]:
    """The places of the words of a side."""
    tokens = tokenize(side.text)
    for begin, end in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True):
        yield Side(side.page, side.begin + begin, side.begin + end)


def _joined(places: Sequence[Side]) -> Side:
    return Side(places[0].page, places[0].begin, places[-1].end)


def _best_witnesses(columns: Columns, worded: NDArray[np.int64]) -> dict[int, list[tuple[int, int]]]:
    """For each alignment with a better wording, the spans of the reworded page that it is the best witness of."""
    good = columns.better[worded]
    spun, page = 1 - good, columns.page[worded, 1 - good]
    order = np.lexsort((worded, columns.page[worded, good], -columns.similarity[worded], page))
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    chosen: dict[int, list[tuple[int, int]]] = {}
    begin, end = columns.begin[worded, spun], columns.end[worded, spun]
    for of, number, *span in zip(*(found[order].tolist() for found in (page, worded, begin, end)), strict=True):
        free = subtract_spans([(span[0], span[1])], taken[of])
        if free:
            chosen[number] = free
            taken[of] = sorted([*taken[of], *free])
    return chosen


def _substitution(spun: Side, good: Side, sure: float) -> Substitution:
    return Substitution(
        spun.page.page_id,
        spun.begin,
        spun.end,
        spun.text,
        good.text,
        "witness",
        good.page.page_id,
        good.begin,
        good.end,
        sure,
    )


def _confidence(spun: Words, good: Words, *, recurs: bool, known: bool) -> float:
    """How surely a change is a machine's, by its words; 0 where it looks like an editor's.

    Unless it is `SURE`, it must also have the same names on both sides.
    """
    if _same_but_spelling(spun, good):
        return 0.0
    if known and side_votes(spun, good) > 0:
        return SURE
    if max(len(spun), len(good)) > LONGEST or abs(len(spun) - len(good)) > UNEVEN:
        return 0.0
    if not _content(spun) or not _content(good) or _other_numbers(spun, good):
        return 0.0
    return LEARNED if recurs else LIKELY


def _same_but_spelling(one: Sequence[str], two: Sequence[str]) -> bool:
    variants = spelling()
    return [variants.get(word, word) for word in one] == [variants.get(word, word) for word in two]


def _content(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in function_words()]


def _other_numbers(spun: Words, good: Words) -> bool:
    """Whether one side has a number that the other lacks: then it tells something else."""
    numbers = [{_NUMBERS.get(word, word) for word in words} for words in (spun, good)]
    return any(number.isdigit() for number in numbers[0] ^ numbers[1])


def _other_names(spun: Side, good: Side) -> bool:
    """Whether one side has a name that the other lacks: then it tells something else."""
    if spun.text.islower() and good.text.islower():
        return False
    return _capitals(spun) != _capitals(good)


def _capitals(side: Side) -> int:
    """How many of a side's words open with a capital, the first word of a sentence left out."""
    before = side.page.text[max(0, side.begin - 3) : side.begin].rstrip(" “\"'‘(")
    starts = not before or before[-1] in ".!?\n:"
    return sum(word[:1].isupper() for word in side.text.split()[1 if starts else 0 :])
