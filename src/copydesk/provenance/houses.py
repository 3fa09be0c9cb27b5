"""The lesson of houses: the sites of the pile, which any page may name as outlets.

A house that comes or goes concerns the pages that name it where it may say something: in a credit, where a source is
said to have told or reported something, and where its name has a listed one in it, and so hides it. Of these places
the notes have each word with the word behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Lesson, Notes
from copydesk.model.page import Label, Page, Segment
from copydesk.provenance.names import Houses, houses_of, names_with
from copydesk.provenance.relayed import after_cues, before_cues
from copydesk.provenance.sections import Section, of_texts, pages_of, section, sectioned, texts_of
from copydesk.text.phrases import pair_codes
from copydesk.text.tokens import Tokens, fold_words, hash_words, tokenize

CREDITING = frozenset({Label.AGENCY_CREDIT, Label.BYLINE, Label.SOURCE_LINE})
"""Labels of segments that say whose the text is."""

_NAMES, _PAIRS, _SECTIONS = 0, 1, 2
_THE = hash_words(["the"])[0]


def houses_lesson(pages: Sequence[Page], pairs: Section) -> Lesson:
    """What sites the pile has. `pairs` are those of `naming_pairs`: 4 bytes each, some 25 on a page of news."""
    names = of_texts([houses_of([page]) for page in pages])
    return Lesson("houses", sectioned([page.page_id for page in pages], [names, pairs]), _learn, asking)


def naming_pairs(
    segments: Sequence[Sequence[Segment]], tokens: Tokens, start: NDArray[np.int64], listed: NDArray[np.int32]
) -> Section:
    """The codes of the pairs of words of some pages at which the name of a house may count.

    `tokens`, `start` as `tokenize_all` gives them for the texts of the pages, `listed` int32[n, 3] the places of
    listed names in them: (first word, last word + 1, name).
    """
    size = len(tokens)
    asked = np.zeros(size + 2, np.bool_)
    for number, own in enumerate(segments):
        for part in own:
            if part.label in CREDITING:
                begins = tokens.begin[start[number] : start[number + 1]]
                first, last = np.searchsorted(begins, (part.begin, part.end)) + start[number]
                asked[first:last] = True
    edges = np.zeros(size + 2, np.int64)
    np.add.at(edges, np.maximum(listed[:, 0] - 1, 0), 1)
    np.add.at(edges, listed[:, 1], -1)
    asked |= np.cumsum(edges) > 0
    behind = before_cues(tokens.word) + 1
    asked[behind] = True
    asked[behind[np.append(tokens.word, (0, 0))[behind] == _THE] + 1] = True
    asked[np.maximum(after_cues(tokens.word) - 2, 0)] = True
    asked[start[1:] - 1] = False  # the last words of pages have none behind them
    at = np.flatnonzero(asked[: max(size - 1, 0)])
    return _distinct(np.searchsorted(start, at, side="right") - 1, pair_codes(tokens.word)[at], len(start) - 1)


def _distinct(page: NDArray[np.int64], pair: NDArray[np.uint64], pages: int) -> Section:
    """The lower halves of the codes of pairs, each once a page."""
    keys = np.unique((page.astype(np.uint64) << np.uint64(32)) | (pair & np.uint64(0xFFFFFFFF)))
    sizes = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=pages)
    return sizes, keys.astype(np.uint32)


def _learn(notes: Notes) -> Houses:
    """The names of all sites, ascending."""
    part = section(notes, _NAMES, _SECTIONS)
    return tuple(sorted({name for own in texts_of(part, np.flatnonzero(part[0])) for name in own}))


def asking(before: Houses, after: Houses, notes: Notes) -> NDArray[np.int64]:
    """The pages that may name a house which came or went, or one that such a house hides."""
    changed = _with_hidden({*before} ^ {*after}, {*before, *after})
    if not changed:
        return np.empty(0, np.int64)
    part = section(notes, _PAIRS, _SECTIONS)
    wanted = np.unique(np.concatenate([_pairs(house) for house in sorted(changed)]).astype(np.uint32))
    return pages_of(part, np.isin(part[1], wanted))


def _pairs(house: str) -> NDArray[np.uint64]:
    """The codes of the pairs of words of a house, but those inside a listed name in it, which stands on many pages:
    where the house stands, the pair at the edge of that name is asked for too."""
    words = tokenize(house).word
    inside = np.zeros(max(len(words) - 1, 0), np.bool_)
    for first, last, _ in names_with(())[0].places(words).tolist():
        inside[first : last - 1] = True
    pairs = pair_codes(words)
    return pairs if inside.all() else pairs[~inside]


def _with_hidden(changed: Set[str], houses: Iterable[str]) -> set[str]:
    """The changed houses, and those that they hide where both stand in the same words: `Harbour Post` in `The Harbour
    Post`."""
    words = {house: tuple(fold_words(house)) for house in houses}
    opening: dict[str, list[str]] = {}
    for house, own in words.items():
        opening.setdefault(own[0], []).append(house)
    found, waiting = set(changed), sorted(changed)
    while waiting:
        own = words[waiting.pop()]
        for at, word in enumerate(own):
            for other in opening.get(word, ()):
                if other not in found and all(a == b for a, b in zip(own[at:], words[other], strict=False)):
                    found.add(other)
                    waiting.append(other)
    return found
