"""Words that a machine swapped, with the wording they had: from a faithful witness, else from what is known of it.

Not every change is a machine's. An editor who writes "on" for "from", names a speaker or drops a clause leaves
changes too; they are in the alignment, but they are no substitutions.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Alignment, Kind, Replacement
from copydesk.provenance.changes import Changes, KeptWords, Place, Side, folded, words_of_piece
from copydesk.provenance.spans import merge_spans, subtract_spans
from copydesk.provenance.spin import lexicon_hits, side_votes
from copydesk.provenance.vocabulary.betrayal import find_betrayals
from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.tokens import fold_word, tokenize, tokenize_all
from copydesk.text.vocabulary import function_words, spelling

LONGEST, UNEVEN = 8, 3
"""Words of a substitution at most, and by how many its two sides may differ: beyond, it is a rewritten clause."""
SURE, LEARNED, LIKELY = 0.97, 0.92, 0.85
"""Confidence of a substitution that the lexicon knows, that recurs in the pile, and that merely looks like one."""
BETRAYED = 0.9
"""Confidence of what a tortured phrase stands for: nobody writes these."""
LEXICON_WEIGHT = 0.75
"""Weight from which the lexicon restores by itself, on a page known to be reworded."""
LEARNED_TIMES, LEARNED_SHARE = 2, 0.7
"""How often, and in what part of its places, a learned rewording must be seen to restore by itself."""

_CHANGES_HELD = 1 << 16
"""Changes whose swaps are kept at hand: a machine makes the same ones on page after page."""

_NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


def from_witnesses(changes: Changes, alignments: Sequence[Alignment]) -> list[Substitution]:
    """The substitutions that alignments with a better wording show, each place beside its best witness alone.

    A place has many witnesses in a large family; the nearest one says what was changed, the others also what their
    own editors changed.
    """
    chosen = _best_witnesses(alignments)
    recurring: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    parts: list[tuple[Side, Side]] = []
    pages = changes.pages
    for number, row in enumerate(alignments):
        own = chosen.get(number, ())
        if row.better_wording is None:
            continue
        a_better = row.better_wording == "a"
        page, witness = (row.b_page, row.a_page) if a_better else (row.a_page, row.b_page)
        text, shown = pages[page].text, pages[witness].text
        for span in changes.spans_of(number):
            low, high, at, to = (*span[2:], *span[:2]) if a_better else span
            for (first, last, words), (begin, end, restored) in _swaps(text[low:high], shown[at:to]):
                recurring[words, restored] += 1
                if any(since <= low + first and low + last <= until for since, until in own):
                    parts.append(
                        (Side(page, low + first, low + last, words), Side(witness, at + begin, at + end, restored))
                    )
    found = []
    for spun, good in parts:
        sure = _confidence(spun, good, recurring[spun.words, good.words], pages)
        if sure:
            found.append(_substitution(spun, good, sure, pages))
    return _without_overlaps(found)


def _best_witnesses(alignments: Sequence[Alignment]) -> dict[int, list[tuple[int, int]]]:
    """For each alignment with a better wording, the spans of the reworded page that it is the best witness of."""
    sides: list[tuple[str, float, str, int, int, int]] = []
    for number, row in enumerate(alignments):
        if row.kind is Kind.SHARED_QUOTE:
            continue
        if row.better_wording == "b":
            sides.append((row.a_page, -row.similarity, row.b_page, number, row.a_begin, row.a_end))
        elif row.better_wording == "a":
            sides.append((row.b_page, -row.similarity, row.a_page, number, row.b_begin, row.b_end))
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    chosen: dict[int, list[tuple[int, int]]] = {}
    for page_id, _, _, number, begin, end in sorted(sides):
        free = subtract_spans([(begin, end)], taken[page_id])
        if free:
            chosen[number] = free
            taken[page_id] = list(merge_spans([*taken[page_id], *free]))
    return chosen


@lru_cache(maxsize=_CHANGES_HELD)
def _swaps(spun: str, good: str) -> tuple[tuple[Place, Place], ...]:
    """The swaps in a changed piece and what a better wording has for it: word by word where there are as many (order
    survives rewording, so they stand for each other) and the lexicon knows one of them, else the whole."""
    sides = folded(spun), folded(good)
    if not sides[0] or not sides[1]:
        return ()
    if len(sides[0]) == len(sides[1]) and len(sides[0]) > 1:
        single = list(zip(words_of_piece(spun), words_of_piece(good), strict=True))
        if any(side_votes(one[2], two[2]) > 0 for one, two in single):
            return tuple((one, two) for one, two in single if one[2] != two[2])
    elif sides[0] == sides[1] and side_votes(*sides) > 0:
        return ()
    return (((0, len(spun), sides[0]), (0, len(good), sides[1])),)


def _substitution(spun: Side, good: Side, sure: float, pages: Mapping[str, Page]) -> Substitution:
    return Substitution(
        spun.page_id,
        spun.begin,
        spun.end,
        pages[spun.page_id].text[spun.begin : spun.end],
        pages[good.page_id].text[good.begin : good.end],
        "witness",
        good.page_id,
        good.begin,
        good.end,
        sure,
    )


def _confidence(spun: Side, good: Side, times: int, pages: Mapping[str, Page]) -> float:
    """How surely a change is a machine's; 0 where it looks like an editor's."""
    if _same_but_spelling(spun.words, good.words):
        return 0.0
    if side_votes(spun.words, good.words) > 0:
        return SURE
    if max(len(spun.words), len(good.words)) > LONGEST or abs(len(spun.words) - len(good.words)) > UNEVEN:
        return 0.0
    if not _content(spun.words) or not _content(good.words) or _other_facts(spun, good, pages):
        return 0.0
    return LEARNED if times > 1 else LIKELY


def _same_but_spelling(one: Sequence[str], two: Sequence[str]) -> bool:
    variants = spelling()
    return [variants.get(word, word) for word in one] == [variants.get(word, word) for word in two]


def _content(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in function_words()]


def _other_facts(spun: Side, good: Side, pages: Mapping[str, Page]) -> bool:
    """Whether the better side has a number or a name that the other lacks: then it tells something else."""
    numbers = [{_NUMBERS.get(word, word) for word in side.words} for side in (spun, good)]
    if any(n.isdigit() for n in numbers[0] ^ numbers[1]):
        return True
    names = [_capitals(side, pages) for side in (spun, good)]
    return names[0] != names[1]


def _capitals(side: Side, pages: Mapping[str, Page]) -> int:
    """How many of a side's words open with a capital, the first word of a sentence left out."""
    text = pages[side.page_id].text
    before = text[max(0, side.begin - 3) : side.begin].rstrip(" “\"'‘(")
    words = text[side.begin : side.end].split()
    starts = not before or before[-1] in ".!?\n:"
    return sum(word[:1].isupper() for word in words[1 if starts else 0 :])


def _without_overlaps(found: Iterable[Substitution]) -> list[Substitution]:
    """In text order; of two that overlap, the surer and shorter one stays."""
    kept: list[Substitution] = []
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in sorted(found, key=lambda r: (r.page_id, -r.confidence, r.end - r.begin, r.begin)):
        places = taken[row.page_id]
        at = bisect.bisect(places, (row.begin, row.end))
        if (not at or places[at - 1][1] <= row.begin) and (at == len(places) or row.end <= places[at][0]):
            places.insert(at, (row.begin, row.end))
            kept.append(row)
    return sorted(kept, key=lambda r: (r.page_id, r.begin, r.end))


def learn_replacements(witnessed: Sequence[Substitution], kept: KeptWords) -> tuple[Replacement, ...]:
    """What this pile's pages were reworded by: each swap that its witnesses show, with its counts.

    `kept`: how often each word of a reworded page stands unchanged beside a witness.
    """
    times: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    on_pages: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    total: Counter[tuple[str, ...]] = Counter()
    for row in witnessed:
        key = folded(row.text), folded(row.restored)
        times[key] += 1
        if key[0] not in total:
            total[key[0]] = kept.count(row.text)
        total[key[0]] += 1
        on_pages[key].add(row.page_id)
    rows = [
        Replacement(" ".join(spun), " ".join(good), count, len(on_pages[spun, good]), round(count / total[spun], 4))
        for (spun, good), count in times.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.spun, row.restored)))


def from_knowledge(
    page: Page, spans: Sequence[tuple[int, int]], changed: Sequence[tuple[int, int]], learned: Learned
) -> list[Substitution]:
    """Substitutions that no witness shows: in `spans`, which none covers, what was learned, the tortured phrases and
    the lexicon's; in `changed`, where a witness has other words, the tortured phrases alone."""
    tokens, start = tokenize_all([page.text[begin:end] for begin, end in spans])
    within = np.repeat(np.array([begin for begin, _ in spans], dtype=np.int64), np.diff(start))
    marks = [(hit.first, hit.last, hit.restored, hit.weight) for hit in lexicon_hits(tokens, start)]
    marks = [mark for mark in marks if mark[3] >= LEXICON_WEIGHT]
    for hit in learned.index.find(tokens, start):
        row = learned.rows[hit.phrase]
        marks.append((hit.first, hit.last, row.restored, row.share * LEARNED))
    found = []
    for first, last, restored, sure in marks:
        low, high = int(within[first] + tokens.begin[first]), int(within[first] + tokens.end[last - 1])
        found.append(_unwitnessed(page, low, high, _cased_like(page.text[low:high], restored), sure))
    for betrayal in find_betrayals(page.text, tokenize(page.text)):
        place = (betrayal.begin, betrayal.end)
        if any(begin <= place[0] and place[1] <= end for begin, end in spans) or any(
            place[0] < end and begin < place[1] for begin, end in changed
        ):
            found.append(_unwitnessed(page, *place, betrayal.restored, BETRAYED))
    return _without_overlaps(found)


def _unwitnessed(page: Page, begin: int, end: int, restored: str, sure: float) -> Substitution:
    text = page.text[begin:end]
    return Substitution(page.page_id, begin, end, text, restored, "lexicon", None, None, None, round(sure, 2))


def without_overlaps(witnessed: Sequence[Substitution], known: Sequence[Substitution]) -> list[Substitution]:
    """Both kinds in text order; where they meet, the witness is believed."""
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in witnessed:
        taken[row.page_id].append((row.begin, row.end))
    free = [row for row in known if all(row.end <= begin or end <= row.begin for begin, end in taken[row.page_id])]
    return sorted([*witnessed, *free], key=lambda row: (row.page_id, row.begin, row.end))


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


@dataclass(frozen=True, slots=True)
class Learned:
    """Learned replacements that restore without a witness, and the index of what they were reworded to."""

    rows: tuple[Replacement, ...]
    index: PhraseIndex


def dependable(replacements: Sequence[Replacement]) -> Learned:
    """Those of the learned replacements that are seen often enough and mean one thing."""
    rows = tuple(row for row in replacements if row.times >= LEARNED_TIMES and row.share >= LEARNED_SHARE)
    return Learned(rows, phrase_index(tuple(row.spun.split(" ")) for row in rows))
