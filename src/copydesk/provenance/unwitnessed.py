"""Words that a machine swapped where no witness shows it: by what was learned, the lexicon and tortured phrases."""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.provenance.learned import Learned, sureness
from copydesk.provenance.spans import subtract_spans
from copydesk.provenance.spin import collocation_index, lexicon, lexicon_chances, lexicon_places
from copydesk.provenance.substitutions import surest
from copydesk.provenance.vocabulary.betrayal import Betrayal, find_betrayals
from copydesk.provenance.wording import SMOOTHING, SURE_PHRASE
from copydesk.text.phrases import PhraseIndex
from copydesk.text.quotation import quotation_spans
from copydesk.text.tokens import Tokens, fold_word, tokenize_all

BETRAYED = 0.9
"""Confidence of what a tortured phrase stands for: nobody writes these."""
LEXICON_CHANCE = 0.75
"""Chance of being swapped from which the lexicon restores by itself, on a page known to be reworded."""
LEAST_SHARE = 0.4
"""Part of that chance that the likeliest wording must have: where any of three words may have stood, none is given
back."""
SPARSE, DENSE, HEAVY = 5.0, 15.0, 1.5
"""Sure phrases in 1,000 words up to which the weights of the lexicon hold as they are, and from which HEAVY log-odds
are added: a machine that leaves no sentence alone has written most of its favourite words itself. On one such page,
looked through by hand, 119 of 128 words and phrases with a weight of .4 or more were swapped."""
SWAPPED_ONE, SWAPPED_MORE = 0.85, 0.97
"""Confidence of what a phrase with one synonym in it, or with more, stands for. In 570,000 words of news that nobody
reworded there are such phrases .1 times in 1,000; on four reworded pages 14 to 47 times."""
QUOTED = 300
"""Characters in quotation marks from which it tells something that no sure phrase stands there: some machines leave
what people said alone."""
_PLURALS = frozenset(
    ("they", "we", "you", "who", "which", "these", "those", "people", "police", "women", "men", "children", "them")
)
_SINGULARS = ("ss", "us", "is", "'s", "\u2019s", "was", "has")
"""How words end that have an s and are no plural."""
_PAGES_HELD = 1_000
"""Pages whose words are looked up at once."""
_FIGURED = frozenset("/.,:-–−$€£#%°")
_BREAKS = frozenset('.,;:!?()[]/“”"\n')
"""What stands inside no phrase."""
_ENDS = frozenset(".!?:\n“\"‘'—–-(")
"""What may stand before a word that has its capital from its place alone."""


@dataclass(frozen=True, slots=True)
class Unwitnessed:
    """A reworded page: the places of its article `free` of a better wording, and those `changed`, where a witness
    has other words; ascending, in code points."""

    page: Page
    free: Sequence[tuple[int, int]]
    changed: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Free:
    """The free places of some pages: `places` are (number of the page, begin, end), the rest as `tokenize_all` gives
    it for their texts."""

    block: Sequence[Unwitnessed]
    places: Sequence[tuple[int, int, int]]
    tokens: Tokens
    start: NDArray[np.int64]

    def found(self, index: PhraseIndex) -> NDArray[np.int64]:
        """The phrases of an index in the places: rows (place, first word, last word + 1, phrase). int64[n, 4]."""
        rows = index.places(self.tokens.word, self.start).astype(np.int64)
        within = np.searchsorted(self.start, rows[:, 0], side="right") - 1
        return np.column_stack([within, rows])

    def pages(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the pages on which rows of `found` stand. int64[n]."""
        return np.array([at for at, _, _ in self.places], np.int64)[rows[:, 0]]

    def spans(self, rows: NDArray[np.int64]) -> Iterator[tuple[Page, int, int, int]]:
        """The page, its characters, and the number of the phrase of each row."""
        begins, ends = self.tokens.begin[rows[:, 1]].tolist(), self.tokens.end[rows[:, 2] - 1].tolist()
        for at, low, high, phrase in zip(rows[:, 0].tolist(), begins, ends, rows[:, 3].tolist(), strict=True):
            number, begin, _ = self.places[at]
            yield self.block[number].page, begin + low, begin + high, phrase


def from_knowledge(pages: Iterable[Unwitnessed], learned: Learned) -> Iterator[Substitution]:
    """Substitutions that no witness shows, in the order of the pages: in free places what was learned, the tortured
    phrases and the lexicon's; in changed ones, the tortured phrases alone."""
    waiting = iter(pages)
    while block := list(itertools.islice(waiting, _PAGES_HELD)):
        texts = [one.page.text for one in block]
        tokens, start = tokenize_all(texts)
        betrayals = find_betrayals(texts, tokens, start, range(len(texts)))
        heavy, spoken = _heaviness(texts, tokens, start, betrayals)
        free = _free(block, spoken)
        betrayed = list(_by_betrayal(block, betrayals))
        found = itertools.chain(_by_lexicon(free, heavy), _by_collocations(free), _by_learned(free, learned))
        yield from surest([*betrayed, *_outside(found, betrayed)])


def _outside(rows: Iterable[Substitution], longer: Sequence[Substitution]) -> Iterator[Substitution]:
    """Those of some rows that are no part of a longer one: `in step with cent` is per cent, not according to it."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in longer:
        places[row.page_id].append((row.begin, row.end))
    for row in rows:
        there = places[row.page_id]
        at = bisect.bisect_right(there, row.begin, key=lambda place: place[0]) - 1
        if at < 0 or row.end > there[at][1] or (row.begin, row.end) == there[at]:
            yield row


def _heaviness(
    texts: Sequence[str], tokens: Tokens, start: NDArray[np.int64], betrayals: Sequence[Sequence[Betrayal]]
) -> tuple[NDArray[np.float64], list[Sequence[tuple[int, int]]]]:
    """How some pages are reworded: the log-odds that are added to the weights of the lexicon, by how dense the sure
    phrases of each page are, and its quotations, if the machine left these alone."""
    places, first = lexicon_places(tokens, start, SURE_PHRASE)
    begins = tokens.begin[places].tolist()
    heavy, spoken = np.zeros(len(texts)), list[Sequence[tuple[int, int]]]()
    for at, text in enumerate(texts):
        sure = [*begins[first[at] : first[at + 1]], *(one.begin for one in betrayals[at])]
        density = 1_000 * len(sure) / (start[at + 1] - start[at] + SMOOTHING)
        heavy[at] = HEAVY * min(1.0, max(0.0, (density - SPARSE) / (DENSE - SPARSE)))
        spoken.append(_left_alone(text, sure))
    return heavy, spoken


def _left_alone(text: str, sure: Sequence[int]) -> Sequence[tuple[int, int]]:
    """The quotations of a page, if they are long enough to tell and no sure phrase begins in them."""
    spans = quotation_spans(text)
    if sum(end - begin for begin, end in spans) < QUOTED:
        return ()
    edges = [edge for span in spans for edge in span]
    return () if any(bisect.bisect_right(edges, begin) % 2 for begin in sure) else spans


def _free(block: Sequence[Unwitnessed], spoken: Sequence[Sequence[tuple[int, int]]]) -> _Free:
    places = [
        (at, begin, end)
        for at, one in enumerate(block)
        for begin, end in (subtract_spans(one.free, spoken[at]) if spoken[at] else one.free)
    ]
    return _Free(block, places, *tokenize_all([block[at].page.text[begin:end] for at, begin, end in places]))


def _by_lexicon(free: _Free, heavy: NDArray[np.float64]) -> Iterator[Substitution]:
    """What the lexicon knows of the free places of some pages."""
    index, known = lexicon()
    rows = free.found(index)
    odds, share = (values[rows[:, 3]] for values in lexicon_chances())
    chance = 1 / (1 + np.exp(-(odds + heavy[free.pages(rows)])))
    kept = (chance >= LEXICON_CHANCE) & (share >= LEAST_SHARE)
    for (page, begin, end, phrase), sure in zip(free.spans(rows[kept]), (chance * share)[kept].tolist(), strict=True):
        if not _is_name(page.text, begin, end):
            yield from _unwitnessed(page, begin, end, known[phrase].restored, sure)


def _by_collocations(free: _Free) -> Iterator[Substitution]:
    """The synonyms that stand in a phrase of which it is known what it is with other words."""
    index, known = collocation_index()
    rows = free.found(index)
    words = [known[phrase] for phrase in rows[:, 3].tolist()]
    whole = [not _BREAKS.intersection(page.text[begin:end]) for page, begin, end, _ in free.spans(rows)]
    rows[:, 2] = rows[:, 1] + np.array([one.last for one in words], np.int64)
    rows[:, 1] += np.array([one.first for one in words], np.int64)
    for (page, begin, end, _), one, is_whole in zip(free.spans(rows), words, whole, strict=True):
        if is_whole:
            sure = SWAPPED_ONE if one.swapped == 1 else SWAPPED_MORE
            yield from _unwitnessed(page, begin, end, one.restored, sure)


def _agrees(text: str, begin: int, restored: str) -> bool:
    """Whether a restored `were` has a plural before it: `she had been` is English, `the ships had been` may be."""
    if restored != "were":
        return True
    word = "".join(text[max(0, begin - 40) : begin].split()[-1:])
    return fold_word(word) in _PLURALS or (word.endswith("s") and not word.endswith(_SINGULARS))


def _is_name(text: str, begin: int, end: int) -> bool:
    """Whether a place is one word with a capital inside a sentence: the `State` of an office is nobody's synonym."""
    if not text[begin].isupper() or " " in text[begin:end]:
        return False
    before = text[max(0, begin - 4) : begin].rstrip(" \t")
    return bool(before) and before[-1] not in _ENDS


def _by_learned(free: _Free, learned: Learned) -> Iterator[Substitution]:
    """What the pile has taught of the free places of some pages."""
    for page, begin, end, phrase in free.spans(free.found(learned.index)):
        row = learned.rows[phrase]
        yield from _unwitnessed(page, begin, end, row.restored, sureness(row))


def _by_betrayal(block: Sequence[Unwitnessed], betrayals: Sequence[Sequence[Betrayal]]) -> Iterator[Substitution]:
    """What the tortured phrases of some pages stand for."""
    for one, found_here in zip(block, betrayals, strict=True):
        for found in found_here:
            if any(begin <= found.begin and found.end <= end for begin, end in one.free) or any(
                found.begin < end and begin < found.end for begin, end in one.changed
            ):
                yield _row(one.page, found.begin, found.end, found.restored, BETRAYED)


def _unwitnessed(page: Page, begin: int, end: int, restored: str, sure: float) -> Iterator[Substitution]:
    """The swap of a place, if it is one: a word with a broken letter in it folds to what it is restored to."""
    text = page.text[begin:end]
    meant = _cased_like(text, restored)
    wrong = text.isdigit() and _is_counted(page.text, begin, end)
    if meant != text and not wrong and _agrees(page.text, begin, restored):
        yield _row(page, begin, end, meant, sure)


def _is_counted(text: str, begin: int, end: int) -> bool:
    """Whether a figure is a part of a number, a score or a sum: 5-1/*2*, *2*-1, $*2*."""
    after = text[end : end + 2]
    return (begin > 0 and text[begin - 1] in _FIGURED) or (after[:1] in _FIGURED and after[1:].isalnum())


def _row(page: Page, begin: int, end: int, restored: str, sure: float) -> Substitution:
    text = page.text[begin:end]
    return Substitution(page.page_id, begin, end, text, restored, "lexicon", None, None, None, round(sure, 2))


def _cased_like(text: str, restored: str) -> str:
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
