"""Words that a machine swapped where no witness shows it: by what was learned, the lexicon and tortured phrases."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.provenance.learned import Learned
from copydesk.provenance.spin import lexicon
from copydesk.provenance.substitutions import surest
from copydesk.provenance.vocabulary.betrayal import find_betrayals
from copydesk.provenance.witnessed import LEARNED
from copydesk.text.tokens import fold_word, tokenize_all

BETRAYED = 0.9
"""Confidence of what a tortured phrase stands for: nobody writes these."""
LEXICON_WEIGHT = 0.75
"""Weight from which the lexicon restores by itself, on a page known to be reworded."""
_PAGES_HELD = 1_000
"""Pages whose words are looked up at once."""


@dataclass(frozen=True, slots=True)
class Unwitnessed:
    """A reworded page: the places of its article `free` of a better wording, and those `changed`, where a witness
    has other words; ascending, in code points."""

    page: Page
    free: Sequence[tuple[int, int]]
    changed: Sequence[tuple[int, int]]


def from_knowledge(pages: Iterable[Unwitnessed], learned: Learned) -> Iterator[Substitution]:
    """Substitutions that no witness shows, in the order of the pages: in free places what was learned, the tortured
    phrases and the lexicon's; in changed ones, the tortured phrases alone."""
    waiting = iter(pages)
    while block := list(itertools.islice(waiting, _PAGES_HELD)):
        yield from surest([*_by_words(block, learned), *_by_betrayal(block)])


def _by_words(block: Sequence[Unwitnessed], learned: Learned) -> Iterator[Substitution]:
    """What the lexicon, then what the pile has taught knows of the free places of some pages."""
    places = [(one.page, begin, end) for one in block for begin, end in one.free]
    tokens, start = tokenize_all([page.text[begin:end] for page, begin, end in places])
    within = np.repeat(np.arange(len(places)), np.diff(start))
    index, known = lexicon()
    for phrases, restored, least in (
        (index, [(one.restored, one.weight) for one in known], LEXICON_WEIGHT),
        (learned.index, [(row.restored, row.share * LEARNED) for row in learned.rows], 0.0),
    ):
        rows = phrases.places(tokens.word, start)
        rows = rows[np.array([sure for _, sure in restored], np.float64)[rows[:, 2]] >= least]
        begins, ends = tokens.begin[rows[:, 0]], tokens.end[rows[:, 1] - 1]
        for at, low, high, phrase in zip(
            within[rows[:, 0]].tolist(), begins.tolist(), ends.tolist(), rows[:, 2].tolist(), strict=True
        ):
            page, begin, _ = places[at]
            text = page.text[begin + low : begin + high]
            good, sure = restored[phrase]
            meant = cased_like(text, good)
            if meant != text:  # a word with a broken letter in it folds to what it is restored to
                yield _unwitnessed(page, begin + low, begin + high, meant, sure)


def _by_betrayal(block: Sequence[Unwitnessed]) -> Iterator[Substitution]:
    """What the tortured phrases of some pages stand for."""
    texts = [one.page.text for one in block]
    found_in = find_betrayals(texts, *tokenize_all(texts), range(len(texts)))
    for one, betrayals in zip(block, found_in, strict=True):
        for found in betrayals:
            if any(begin <= found.begin and found.end <= end for begin, end in one.free) or any(
                found.begin < end and begin < found.end for begin, end in one.changed
            ):
                yield _unwitnessed(one.page, found.begin, found.end, found.restored, BETRAYED)


def _unwitnessed(page: Page, begin: int, end: int, restored: str, sure: float) -> Substitution:
    text = page.text[begin:end]
    return Substitution(page.page_id, begin, end, text, restored, "lexicon", None, None, None, round(sure, 2))


def cased_like(text: str, restored: str) -> str:
    """Folded `restored` as `text` would write it: words that it keeps as they stand, capitals where it has them."""
    old, new = text.split(), restored.split(" ")
    kept = {fold_word(word): word for word in old}
    if len(old) == len(new):
        return " ".join(kept.get(w) or (_raised(w) if o[:1].isupper() else w) for o, w in zip(old, new, strict=True))
    if all(word[:1].isupper() for word in old):
        return " ".join(kept.get(word) or _raised(word) for word in new)
    first = kept.get(new[0]) or (_raised(new[0]) if text[:1].isupper() else new[0])
    return " ".join([first, *(kept.get(word) or word for word in new[1:])])


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]
