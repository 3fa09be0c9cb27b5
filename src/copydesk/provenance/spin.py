"""Signs of machine rewording that a page bears by itself, and those that a comparison with a witness brings out.

By itself: phrases that nobody writes (tortured phrases, Cabanac, Labbé and Magazinov 2021), `a` before a vowel
where the dictionary put a new word behind the article, and the density of a spinner's favourite synonyms. Beside a
witness: which side has the synonym and which the word that it is taken for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.vocabulary import Candidate, Phrase, collocations, spun_words
from copydesk.provenance.vocabulary.collocations import Collocation
from copydesk.text.phrases import PhraseIndex, pair_code, phrase_index
from copydesk.text.tokens import Tokens, hash_words

_CHANGES_HELD = 1 << 16
"""Changes whose vote is kept at hand: a machine makes the same swap on page after page."""
PARTED = 10
"""Words of a swap from which its parts are not looked for: it is a rewritten clause."""
_VOWELS = frozenset("aeiou")
_CONSONANT_SOUNDS = ("eu", "ewe", "one", "once", "u", "ubi", "uni", "use", "usu", "uti")
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")


@cache
def lexicon() -> tuple[PhraseIndex, tuple[Candidate, ...]]:
    """The lexicon's phrases, and the likeliest restoration of each."""
    words = spun_words()
    return phrase_index(words), tuple(candidates[0] for candidates in words.values())


@cache
def collocation_index() -> tuple[PhraseIndex, tuple[Collocation, ...]]:
    """The phrases that are others with words swapped, and what each stands for."""
    known = collocations()
    return phrase_index(known), tuple(known.values())


def lexicon_weights(tokens: Tokens, start: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The weights of the lexicon's phrases in the texts of `tokenize_all`, and int64[n + 1], where those of each text
    begin."""
    index, weights = _lexicon_values()
    places = index.places(tokens.word, start)
    return weights[places[:, 2]], np.searchsorted(places[:, 0], start)


def swapped_phrases(tokens: Tokens, start: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many phrases of each of the texts of `tokenize_all` are others with words swapped. int64[n]."""
    index, _ = collocation_index()
    return np.diff(np.searchsorted(index.places(tokens.word, start)[:, 0], start))


def lexicon_places(
    tokens: Tokens, start: NDArray[np.int64], least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first words of the lexicon's phrases of some weight in the texts of `tokenize_all`, and int64[n + 1], where
    those of each text begin."""
    index, weights = _lexicon_values()
    places = index.places(tokens.word, start)
    first = places[weights[places[:, 2]] >= least, 0].astype(np.int64)
    return first, np.searchsorted(first, start)


@cache
def _lexicon_values() -> tuple[PhraseIndex, NDArray[np.float64]]:
    index, candidates = lexicon()
    return index, np.array([candidate.weight for candidate in candidates])


@cache
def lexicon_chances() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """By phrase of the lexicon: the log-odds that it is a rewording at all, on a page that is known to be reworded,
    and the part of that chance which its likeliest restoration has. float64[n] each."""
    candidates = spun_words().values()
    chance = np.clip([sum(one.weight for one in found) for found in candidates], 0.01, 0.99)
    share = np.array([found[0].weight for found in candidates]) / chance
    return np.log(chance / (1 - chance)), share


def wrong_articles(texts: Sequence[str], tokens: Tokens, start: NDArray[np.int64]) -> list[int]:
    """How often `a` stands before a vowel sound or `an` before a consonant, in plain lower-case words, in each of the
    texts of `tokenize_all`."""
    a, an = _articles()
    ans = tokens.word[:-1] == an
    article = (tokens.word[:-1] == a) | ans
    article[start[1:-1][(start[1:-1] > 0) & (start[1:-1] < len(tokens))] - 1] = False  # the last words of texts
    at = np.flatnonzero(article)
    at = at[tokens.end[at + 1] - tokens.begin[at + 1] > 3]
    counts = [0] * len(texts)
    text_of = np.searchsorted(start, at, side="right") - 1
    following = tokens.begin[at + 1].tolist(), tokens.end[at + 1].tolist()
    for text, begin, end, is_an in zip(text_of.tolist(), *following, ans[at].tolist(), strict=True):
        counts[text] += _is_wrong(texts[text][begin:end], is_an)
    return counts


@lru_cache(maxsize=1 << 14)
def _is_wrong(following: str, is_an: bool) -> bool:
    """Whether an article does not fit the word behind it."""
    plain = following.isascii() and following.isalpha() and following.islower()
    return plain and is_an != _vowel_sound(following)


@cache
def _articles() -> tuple[np.uint64, np.uint64]:
    """The hashes of `a` and `an`."""
    a, an = hash_words(("a", "an"))
    return a, an


def _vowel_sound(word: str) -> bool:
    if word.startswith(_SILENT_H):
        return True
    if word.startswith("un") and not word.startswith("uni"):
        return True
    if word.startswith(("up", "ul", "ur", "ut", "um")) and not word.startswith(("ura", "uri", "uti")):
        return True
    return word[0] in _VOWELS and not word.startswith(_CONSONANT_SOUNDS)


@lru_cache(maxsize=_CHANGES_HELD)
def side_votes(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Which side of a change is the reworded one, by the lexicon: above 0 the first, below 0 the second.

    Each word or phrase of one side that is a known rewording of a word of the other side votes with its weight.
    """
    return _vote(a, b) - _vote(b, a)


def _vote(spun: Sequence[str], restored: Sequence[str]) -> float:
    lexicon, longest = spun_words(), _longest()
    target = ""
    total = 0.0
    for at, word in enumerate(spun):
        most = longest.get(word)
        for size in range(min(most, len(spun) - at), 0, -1) if most else ():
            candidates = lexicon.get(tuple(spun[at : at + size]), ())
            target = target or f" {' '.join(restored)} "
            found = [c.weight for c in candidates if f" {c.restored} " in target]
            if found:
                total += max(found)
                break
    return total


def split_swap(spun: Phrase, good: Phrase) -> tuple[tuple[Phrase, Phrase], ...]:
    """The parts of a swap that stand for each other, equal ones included; empty where the lexicon knows none of them.

    Order survives rewording: where both sides have as many words, each stands for its neighbour; where they have not,
    a phrase that the lexicon knows makes up for it, as in `road | with out | sneakers` for street without shoes.
    """
    if max(len(spun), len(good)) > PARTED:
        return ()
    parts = _fitted(spun, good) or ()
    known = len(spun) != len(good) or any(side_votes(*part) > 0 for part in parts)
    return parts if len(parts) > 1 and known else ()


def _fitted(spun: Phrase, good: Phrase) -> tuple[tuple[Phrase, Phrase], ...] | None:
    """Two phrases part by part: word by word where they are as long, else around the surest phrase of the lexicon."""
    if len(spun) == len(good):
        return tuple(((one,), (two,)) for one, two in zip(spun, good, strict=True))
    for _, at, size, restored in sorted(_known_within(spun), reverse=True):
        for there in range(len(good) - len(restored) + 1):
            if good[there : there + len(restored)] != restored:
                continue
            before = _fitted(spun[:at], good[:there])
            behind = _fitted(spun[at + size :], good[there + len(restored) :])
            if before is not None and behind is not None:
                return (*before, (spun[at : at + size], restored), *behind)
    return None


def _known_within(spun: Phrase) -> Iterator[tuple[float, int, int, Phrase]]:
    """What the phrases of the lexicon in `spun` may stand for: weight, first word, number of words, the restored."""
    for at, word in enumerate(spun):
        for size in range(1, min(_longest().get(word, 0), len(spun) - at) + 1):
            for candidate in spun_words().get(spun[at : at + size], ()):
                yield candidate.weight, at, size, tuple(candidate.restored.split(" "))


@cache
def opening_words() -> NDArray[np.uint64]:
    """The ascending hashes of words that open a phrase of the lexicon."""
    return np.unique(hash_words(sorted({phrase[0] for phrase in spun_words()})))


@cache
def restored_words() -> NDArray[np.uint64]:
    """The ascending hashes of words that open what a phrase of the lexicon may stand for."""
    meant = (candidate.restored for candidates in spun_words().values() for candidate in candidates)
    return np.unique(hash_words(sorted({restored.split(" ")[0] for restored in meant})))


@cache
def word_swaps() -> NDArray[np.uint64]:
    """The ascending codes of pairs: a word of the lexicon, and a word that it may stand for."""
    pairs = sorted(
        {(phrase[0], one.restored) for phrase, found in spun_words().items() if len(phrase) == 1 for one in found}
    )
    single = [pair for pair in pairs if " " not in pair[1]]
    return np.unique(pair_code(*(hash_words([pair[side] for pair in single]) for side in (0, 1))))


@cache
def _longest() -> dict[str, int]:
    """The words of the longest phrase of the lexicon that a word opens."""
    longest: dict[str, int] = {}
    for phrase in spun_words():
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


@lru_cache(maxsize=_CHANGES_HELD)
def one_meaning(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two reworded phrases have words that one word may have become: `warfare`, `conflict` for `war`."""
    if side_votes(a, b):
        return True
    meant = [{c.restored for word in words for c in spun_words().get((word,), ())} for words in (a, b)]
    return bool(meant[0] & meant[1])
