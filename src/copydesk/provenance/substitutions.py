"""Words that a machine swapped, with the wording they had: from a faithful witness, else from what is known of it.

Not every change is a machine's. An editor who writes "on" for "from", names a speaker or drops a clause leaves
changes too; they are in the alignment, but they are no substitutions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.page import Page
from copydesk.model.provenance import Substitution
from copydesk.model.reuse import Alignment, Replacement
from copydesk.provenance.changes import Change, Side, word_by_word
from copydesk.provenance.spin import lexicon_hits, side_votes
from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.tokens import fold_words, tokenize
from copydesk.text.vocabulary import function_words, spelling

LONGEST, UNEVEN = 8, 3
"""Words of a substitution at most, and by how many its two sides may differ: beyond, it is a rewritten clause."""
SURE, LEARNED, LIKELY = 0.97, 0.92, 0.85
"""Confidence of a substitution that the lexicon knows, that recurs in the pile, and that merely looks like one."""
LEXICON_WEIGHT = 0.75
"""Weight from which the lexicon restores by itself, on a page known to be reworded."""
LEARNED_TIMES, LEARNED_SHARE = 2, 0.7
"""How often, and in what part of its places, a learned rewording must be seen to restore by itself."""

_NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


def from_witnesses(
    changes: Iterable[Change], alignments: Sequence[Alignment], pages: Mapping[str, Page]
) -> list[Substitution]:
    """The substitutions that an alignment with a better wording shows; one for each place, from the best witness."""
    best: dict[tuple[str, int, int], tuple[float, str, int, Substitution]] = {}
    parts = [part for change in changes for part in _parts(change, alignments, pages)]
    recurring = Counter((spun.words, good.words) for _, spun, good in parts)
    for number, spun, good in parts:
        sure = _confidence(spun, good, recurring[spun.words, good.words], pages)
        if sure:
            found = _substitution(spun, good, sure, pages)
            key = (spun.page_id, spun.begin, spun.end)
            rank = (-alignments[number].similarity, good.page_id, good.begin, found)
            if key not in best or rank[:3] < best[key][:3]:
                best[key] = rank
    return _without_overlaps(rank[3] for rank in best.values())


def _parts(
    change: Change, alignments: Sequence[Alignment], pages: Mapping[str, Page]
) -> list[tuple[int, Side, Side]]:
    """The reworded and the better side of a change, word by word where the lexicon knows one of the words' swaps."""
    spun, good = _oriented(change, alignments)
    if not spun or not good or not spun.words or not good.words:
        return []
    single = [_oriented(part, alignments) for part in word_by_word(change, pages)]
    if not any(one and two and side_votes(one.words, two.words) > 0 for one, two in single):
        return [(change.alignment, spun, good)]
    return [(change.alignment, one, two) for one, two in single if one and two and one.words != two.words]


def _oriented(change: Change, alignments: Sequence[Alignment]) -> tuple[Side, Side] | tuple[None, None]:
    """The reworded side and the better one."""
    better = alignments[change.alignment].better_wording
    if better is None:
        return None, None
    return (change.a, change.b) if better == "b" else (change.b, change.a)


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
    kept: defaultdict[str, list[Substitution]] = defaultdict(list)
    for row in sorted(found, key=lambda r: (r.page_id, -r.confidence, r.end - r.begin, r.begin)):
        if all(row.end <= other.begin or other.end <= row.begin for other in kept[row.page_id]):
            kept[row.page_id].append(row)
    return sorted((row for rows in kept.values() for row in rows), key=lambda r: (r.page_id, r.begin, r.end))


def learn_replacements(
    witnessed: Sequence[Substitution], kept_words: Mapping[tuple[str, ...], int]
) -> tuple[Replacement, ...]:
    """What this pile's pages were reworded by: each swap that its witnesses show, with its counts.

    `kept_words`: how often each word of a reworded page stands unchanged beside a witness.
    """
    times: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    on_pages: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    total: Counter[tuple[str, ...]] = Counter(kept_words)
    for row in witnessed:
        key = tuple(fold_words(row.text)), tuple(fold_words(row.restored))
        times[key] += 1
        total[key[0]] += 1
        on_pages[key].add(row.page_id)
    rows = [
        Replacement(" ".join(spun), " ".join(good), count, len(on_pages[spun, good]), round(count / total[spun], 4))
        for (spun, good), count in times.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.spun, row.restored)))


def from_knowledge(page: Page, spans: Sequence[tuple[int, int]], learned: Learned) -> list[Substitution]:
    """Substitutions in the spans of a reworded page that no witness covers, learned ones and the lexicon's."""
    found = []
    for begin, end in spans:
        tokens = tokenize(page.text[begin:end])
        marks = [(hit.first, hit.last, hit.restored, hit.weight) for hit in lexicon_hits(tokens)]
        marks = [mark for mark in marks if mark[3] >= LEXICON_WEIGHT]
        for hit in learned.index.find(tokens):
            row = learned.rows[hit.phrase]
            marks.append((hit.first, hit.last, row.restored, row.share * LEARNED))
        for first, last, restored, sure in marks:
            low, high = begin + int(tokens.begin[first]), begin + int(tokens.end[last - 1])
            text = page.text[low:high]
            cased = _cased_like(text, restored)
            row_sure = round(sure, 2)
            found.append(Substitution(page.page_id, low, high, text, cased, "lexicon", None, None, None, row_sure))
    return _without_overlaps(found)


def _cased_like(text: str, restored: str) -> str:
    """Lower-case `restored` with the capitals of `text`: word by word where the numbers of words agree."""
    old, new = text.split(), restored.split(" ")
    if len(old) == len(new):
        return " ".join(w[:1].upper() + w[1:] if o[:1].isupper() else w for o, w in zip(old, new, strict=True))
    if all(word[:1].isupper() for word in old):
        return " ".join(word[:1].upper() + word[1:] for word in new)
    return restored[:1].upper() + restored[1:] if text[:1].isupper() else restored


@dataclass(frozen=True, slots=True)
class Learned:
    """Learned replacements that restore without a witness, and the index of what they were reworded to."""

    rows: tuple[Replacement, ...]
    index: PhraseIndex


def dependable(replacements: Sequence[Replacement]) -> Learned:
    """Those of the learned replacements that are seen often enough and mean one thing."""
    rows = tuple(row for row in replacements if row.times >= LEARNED_TIMES and row.share >= LEARNED_SHARE)
    return Learned(rows, phrase_index(tuple(row.spun.split(" ")) for row in rows))
