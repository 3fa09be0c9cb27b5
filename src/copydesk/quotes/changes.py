"""What one quotation changed of another: words, and whether these change what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from copydesk.model.quote import QuoteChange
from copydesk.quotes.meaning import country_names, meaning
from copydesk.quotes.spoken import Said, Word
from copydesk.text.vocabulary import function_words, word_bands

_PLAIN_ORDINALS = ("1st", "2nd")
"""They say what "first" and "second" do, which are counted as no numbers."""

_LOOSE = 2
"""Words by which two wordings of one thing differ in length at the edge of a part; what is longer is cut off."""

_Run = tuple[bool, tuple[Word, ...], tuple[Word, ...]]
"""Whether the words are equal, those of the faithful wording, those of the mention."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the faithful wording that are lost, and those that stand in their place; one of both may be empty."""

    lost: tuple[Word, ...]
    gained: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A mention against the faithful wording.

    `kept` words are the same in both; `share` is the part of the faithful wording that the mention spans; `beyond`
    counts words before or behind, which the faithful wording does not have.
    """

    changes: tuple[Change, ...]
    kept: int
    share: float
    beyond: int


def compare(faithful: Said, mention: Said) -> Comparison:
    """Lay a mention beside the faithful wording.

    What only one of them has at the beginning or end is no change: there the mention, or the faithful wording, is a
    part. Nor is what an ellipsis says to be left out, or what brackets say to be put in.
    """
    runs = _runs(faithful, mention)
    changes: list[Change] = []
    kept = spanned = beyond = 0
    for at, (equal, old, new) in enumerate(runs):
        if equal:
            kept += len(old)
            spanned += len(old)
            continue
        lost, gained, over = _trimmed(old, new, first=at == 0) if at in (0, len(runs) - 1) else (old, new, 0)
        beyond += over
        spanned += len(lost)
        if (lost or gained) and not _declared(lost, gained, faithful, mention):
            changes.append(Change(lost, gained))
    return Comparison(tuple(changes), kept, spanned / max(len(faithful.words), 1), beyond)


def _runs(faithful: Said, mention: Said) -> list[_Run]:
    """Runs of equal and of changed words, in turn."""
    a, b = [word.word for word in faithful.words], [word.word for word in mention.words]
    number = {word: n for n, word in enumerate(dict.fromkeys(a + b))}
    runs: list[_Run] = []
    for code in Levenshtein.opcodes([number[word] for word in a], [number[word] for word in b]):
        equal = code.tag == "equal"
        lost, gained = faithful.words[code.src_start : code.src_end], mention.words[code.dest_start : code.dest_end]
        if runs and not equal and not runs[-1][0]:
            lost, gained = runs[-1][1] + lost, runs.pop()[2] + gained
        runs.append((equal, lost, gained))
    return _backwards(_slid(_backwards(_slid(runs))))


def _slid(runs: list[_Run]) -> list[_Run]:
    """The runs with first words that many others cut off put where the rest stands, if they fit there too.

    "We have become neighbors" against "We have not become friends. We have become neighbors" is its second half, and
    not the whole with the middle left out. Both cost the same number of changes.
    """
    if len(runs) < 3 or not runs[0][0]:
        return runs
    (_, lost, gained), (_, cut, put), (_, next_lost, next_gained) = runs[:3]
    n = len(lost)
    if not put and _same(cut[-n:], lost):
        return [(False, lost + cut[:-n], ()), (True, cut[-n:] + next_lost, gained + next_gained), *runs[3:]]
    if not cut and _same(put[-n:], gained):
        return [(False, (), gained + put[:-n]), (True, lost + next_lost, put[-n:] + next_gained), *runs[3:]]
    return runs


def _same(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return [word.word for word in some] == [word.word for word in others]


def _backwards(runs: list[_Run]) -> list[_Run]:
    return [(equal, lost[::-1], gained[::-1]) for equal, lost, gained in reversed(runs)]


def _trimmed(
    lost: tuple[Word, ...], gained: tuple[Word, ...], *, first: bool
) -> tuple[tuple[Word, ...], tuple[Word, ...], int]:
    """Changed words at the edge of a part: as many of the longer side as may stand for the shorter, none where that
    has none; and how many words of the mention lie beyond."""
    n = min(len(lost), len(gained))
    if not n:
        return (), (), len(gained)
    n += _LOOSE
    kept = gained[-n:] if first else gained[:n]
    return (lost[-n:] if first else lost[:n]), kept, len(gained) - len(kept)


def _declared(lost: Sequence[Word], gained: Sequence[Word], faithful: Said, mention: Said) -> bool:
    """Whether the page itself says that it left these words out or put them in."""
    if any(word.bracketed for word in (*lost, *gained)):
        return True
    if lost and gained:
        return False
    side, words = (mention, lost) if lost else (faithful, gained)
    other = faithful if lost else mention
    after = other.words.index(words[-1]) + 1
    following = other.words[after].word if after < len(other.words) else None
    return any(
        following is None or (cut < len(side.words) and side.words[cut].word == following) for cut in side.cuts
    )


def kind_of_change(changes: Iterable[Change]) -> QuoteChange | None:
    """`meaning` where a negation, number, name, modality or actor is lost or gained, `wording` where other words
    are, null where none."""
    lost: list[Word] = []
    gained: list[Word] = []
    contrary = False
    for change in changes:
        contrary = contrary or _contraries(change)
        lost.extend(change.lost)
        gained.extend(change.gained)
    if not lost and not gained:
        return None
    persons, others = _persons(lost), _persons(gained)
    if contrary or _senses(lost) != _senses(gained) or (persons and others and persons != others):
        return QuoteChange.MEANING
    return QuoteChange.WORDING


def _senses(words: Sequence[Word]) -> Counter[str]:
    """What the words say of denial, number, certainty and names, each as often as it is said."""
    known, names = meaning(), country_names()
    found: Counter[str] = Counter()
    at = 0
    while at < len(words):
        size, country = _country(words, at, names)
        if country:
            found[f"name:{country}"] += 1
        elif words[at].word[:1].isdigit():
            found.update([_number(words[at].word)] if words[at].word not in _PLAIN_ORDINALS else [])
        elif words[at].word in known.senses:
            found[known.senses[words[at].word]] += 1
        elif _is_name(words[at]):
            found[f"name:{words[at].word}"] += 1
        at += size
    return found


def _number(word: str) -> str:
    """A figure; `3rd` is the third."""
    return f"number:{word[:-2] if word.endswith(('st', 'nd', 'rd', 'th')) else word}"


def _country(words: Sequence[Word], at: int, names: Mapping[tuple[str, ...], str]) -> tuple[int, str | None]:
    for size in (4, 3, 2, 1):
        name = tuple(word.word for word in words[at : at + size])
        if len(name) == size and name in names and (name != ("us",) or words[at].capital):
            return size, names[name]
    return 1, None


def _is_name(word: Word) -> bool:
    """A capital where no sentence opens; where one does, only of a word that is no common one."""
    if not word.capital or word.word in function_words():
        return False
    return not word.opens or word.word not in word_bands()


def _persons(words: Sequence[Word]) -> Counter[str]:
    known = meaning().persons
    return Counter(
        known[word.word] for word in words if word.word in known and not (word.word == "us" and word.capital)
    )


def _contraries(change: Change) -> bool:
    """Whether a word became its contrary by a syllable: `legal`, `illegal`."""
    lost, gained = {word.word for word in change.lost}, {word.word for word in change.gained}
    prefixes = meaning().prefixes
    return any(p + word in other for one, other in ((lost, gained), (gained, lost)) for word in one for p in prefixes)
