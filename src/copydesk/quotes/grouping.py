"""Which quotations are of one utterance: whole, in part, or reworded."""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.model.page import Page
from copydesk.model.reuse import Alignment
from copydesk.quotes.aligned import aligned_pairs
from copydesk.quotes.candidates import candidate_pairs
from copydesk.quotes.likeness import Likeness, likeness
from copydesk.quotes.settings import QuoteSettings
from copydesk.quotes.speakers import Speakers
from copydesk.quotes.utterance import Quotation
from copydesk.quotes.wordings import Known, Wordings
from copydesk.quotes.words import QuotedWords, in_full, read_words


class Quoted:
    """Quotations with all by which they are compared: words, speakers, wordings, and the story of each."""

    def __init__(self, quotations: Sequence[Quotation], stories: Mapping[str, str], settings: QuoteSettings) -> None:
        """Read quotations; `stories` gives the story of each page that has one."""
        self.quotations = quotations
        self.stories = [stories.get(one.page_id, one.page_id) for one in quotations]
        self.settings = settings
        self.words = read_words([in_full(one.restored) for one in quotations], settings)
        self.speakers = Speakers(quotations)
        self.wordings = Wordings(self.words, self.speakers, settings)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two quotations of one utterance. A loose one may only hang a short part on one whole, never join two wholes."""

    score: float
    part: int
    whole: int
    loose: bool


def group_quotations(
    quoted: Quoted, pages: Mapping[str, Page], alignments: Sequence[Alignment], known: Known
) -> list[list[int]]:
    """Group quotations by utterance. Returns lists of indices, each ascending, in the order of their first.

    Quotations meet at one place of aligned passages, through rare shingles in one story, and through their wordings
    in different ones. Time and memory are linear in the quotations and alignments.
    """
    quotations, judge = quoted.quotations, _Judge(quoted)
    ties: dict[tuple[int, int], Tie] = {}
    for a, b in aligned_pairs(quotations, pages, alignments):
        if (min(a, b), max(a, b)) not in ties:
            _keep(ties, judge.aligned(a, b))
    for a, b in list(ties):
        for one, other in _neighbours(a, b, quotations, pages):
            if (min(one, other), max(one, other)) not in ties and quoted.speakers.agree(one, other) is not False:
                _keep(ties, judge.aligned(one, other))
    for a, b in _met_in_story(quoted, judge):
        if (min(a, b), max(a, b)) not in ties:
            _keep(ties, judge.met(a, b, near=True))
    for a, b in quoted.wordings.met(known):
        if (min(a, b), max(a, b)) not in ties:
            _keep(ties, judge.met(a, b, near=False))
    return _joined(len(quotations), list(ties.values()), quoted.words)


def _keep(ties: dict[tuple[int, int], Tie], tie: Tie | None) -> None:
    if tie is None:
        return
    key = (min(tie.part, tie.whole), max(tie.part, tie.whole))
    if key not in ties or ties[key].loose:
        ties[key] = tie


def _neighbours(
    a: int, b: int, quotations: Sequence[Quotation], pages: Mapping[str, Page]
) -> Iterator[tuple[int, int]]:
    """The quotations before, and those behind, two that are one, where they stand in the same paragraph.

    Passages end where too few words are left to prove them: at the `"..."` after `he said`, say.
    """
    for step in (-1, 1):
        one, other = a + step, b + step
        if all(_in_one_paragraph(x, y, quotations, pages) for x, y in ((a, one), (b, other))) and one != other:
            yield one, other


def _in_one_paragraph(x: int, y: int, quotations: Sequence[Quotation], pages: Mapping[str, Page]) -> bool:
    if not 0 <= y < len(quotations) or quotations[x].page_id != quotations[y].page_id:
        return False
    first, second = quotations[min(x, y)], quotations[max(x, y)]
    text = pages[first.page_id].text
    return "\n" not in text[first.spans[-1][1] : second.spans[0][0]]


def _met_in_story(quoted: Quoted, judge: _Judge) -> Iterator[tuple[int, int]]:
    """Pairs of quotations of one story that have the same words or share a shingle which is rare there."""
    words, stories, speaker = quoted.words, quoted.stories, quoted.speakers.key
    alike: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number in range(len(words)):
        if words.start[number + 1] - words.start[number] > 1:
            alike[stories[number], judge.text[number]].append(number)
    heads: list[int] = []
    for numbers in alike.values():
        by_speaker: defaultdict[int, list[int]] = defaultdict(list)
        for number in numbers:
            by_speaker[speaker[number]].append(number)
        firsts = [same[0] for same in by_speaker.values()]
        heads.extend(firsts)
        for same in by_speaker.values():
            yield from itertools.pairwise(same)
        yield from itertools.pairwise(firsts)
        yield from ((firsts[0], other) for other in firsts[2:])
    heads.sort()
    chosen = np.array(heads, dtype=np.int64)
    hashed = {story: _hash(story) for story in set(stories)}
    of_story = np.array([hashed[stories[head]] for head in heads], dtype=np.uint64)
    for a, b in candidate_pairs(words.pick(chosen), of_story, quoted.settings).tolist():
        yield heads[a], heads[b]


def _hash(story: str) -> int:
    return int.from_bytes(hashlib.blake2b(story.encode(), digest_size=8).digest(), "little")


def _numbered(words: QuotedWords) -> list[int]:
    """A number for each quotation, the same for the same words."""
    numbers: dict[bytes, int] = {}
    return [numbers.setdefault(words.of(number).tobytes(), len(numbers)) for number in range(len(words))]


class _Judge:
    """Says of two quotations whether they are of one utterance."""

    def __init__(self, quoted: Quoted) -> None:
        self._speakers = quoted.speakers
        self._words = quoted.words
        self._settings = quoted.settings
        self.text = _numbered(quoted.words)
        self._known: dict[tuple[int, int], Likeness] = {}

    def _likeness(self, a: int, b: int) -> Likeness:
        """The likeness of two quotations; copies have the same texts over and over."""
        key = self.text[a], self.text[b]
        if key not in self._known:
            self._known[key] = self._compared(a, b)
        return self._known[key]

    def _compared(self, a: int, b: int) -> Likeness:
        words = self._words
        return likeness(
            words.of(a).tolist(), words.of(b).tolist(), words.weights(a).tolist(), words.weights(b).tolist(),
            self._settings.gap,
        )  # fmt: skip

    def aligned(self, a: int, b: int) -> Tie | None:
        """Two quotations at one place of aligned passages."""
        settings = self._settings
        like = self._likeness(a, b)
        shorter = min(len(self._words.of(a)), len(self._words.of(b)))
        enough = like.words >= settings.aligned * shorter if shorter > settings.brief else like.words > 0
        return self._tie(a, b, like, loose=False) if enough else None

    def met(self, a: int, b: int, *, near: bool) -> Tie | None:
        """Two quotations that nothing but their words brings together, or words and one story (`near`)."""
        settings = self._settings
        like = self._likeness(a, b)
        share = max(like.a_share, like.b_share)
        one = min(like.a_share, like.b_share) >= settings.same
        agreed = self._speakers.agree(a, b)
        if agreed is False and (like.weight < settings.against or share < settings.part):
            return None
        if not one and share < settings.part:
            return self._tie(a, b, like, loose=False) if agreed and like.weight >= settings.overlap else None
        if like.weight >= settings.firm:
            return self._tie(a, b, like, loose=False)
        known = agreed is True or (agreed is None and near)
        equal = min(like.a_share, like.b_share) == 1.0 and near
        if one and known and (like.weight >= settings.least or (equal and like.weight >= settings.word)):
            return self._tie(a, b, like, loose=False)
        exact = share == 1.0 and like.weight >= settings.word and near and known
        return self._tie(a, b, like, loose=True) if exact else None

    def _tie(self, a: int, b: int, like: Likeness, *, loose: bool) -> Tie:
        part, whole = (a, b) if like.a_share >= like.b_share else (b, a)
        return Tie(like.weight + min(like.a_share, like.b_share), part, whole, loose)


def _joined(n: int, ties: Sequence[Tie], words: QuotedWords) -> list[list[int]]:
    """Groups by the firm ties; then each group of short parts hangs on the one whole with the best loose tie."""
    root = list(range(n))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    sizes = np.diff(words.start).tolist()
    longest = list(sizes)
    for tie in ties:
        if not tie.loose:
            low, high = sorted((find(tie.part), find(tie.whole)))
            root[high] = low
            longest[low] = max(longest[low], longest[high])
    hung: set[int] = set()
    for tie in sorted((tie for tie in ties if tie.loose), key=lambda tie: (-tie.score, tie.part, tie.whole)):
        part, whole = find(tie.part), find(tie.whole)
        if part == whole or part in hung or longest[part] > sizes[tie.part]:
            continue
        low, high = sorted((part, whole))
        root[high] = low
        longest[low] = max(longest[low], longest[high])
        hung.add(low)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(n):
        groups[find(number)].append(number)
    return [groups[first] for first in sorted(groups)]
