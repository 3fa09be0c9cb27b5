"""Signs of machine rewording that a page bears by itself, and those that a comparison with a witness brings out.

By itself: phrases that nobody writes (tortured phrases, Cabanac, Labbé and Magazinov 2021), `a` before a vowel
where the dictionary put a new word behind the article, and the density of a spinner's favourite synonyms. Beside a
witness: which side has the synonym and which the word that it is taken for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from copydesk.provenance.vocabulary import Candidate, spun_words
from copydesk.text.phrases import PhraseIndex, phrase_index
from copydesk.text.tokens import Tokens, hash_words

_CHANGES_HELD = 1 << 16
"""Changes whose vote is kept at hand: a machine makes the same swap on page after page."""
_VOWELS = frozenset("aeiou")
_CONSONANT_SOUNDS = ("eu", "ewe", "one", "once", "u", "ubi", "uni", "use", "usu", "uti")
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon found in a text: words [first, last), what it likely stands for, how surely."""

    first: int
    last: int
    restored: str
    weight: float


@cache
def _lexicon() -> tuple[PhraseIndex, tuple[Candidate, ...]]:
    """The lexicon's phrases, and the likeliest restoration of each."""
    words = spun_words()
    return phrase_index(words), tuple(candidates[0] for candidates in words.values())


def lexicon_hits(tokens: Tokens, start: NDArray[np.int64] | None = None) -> list[Hit]:
    """The lexicon's phrases in a text, or in the texts of `tokenize_all`, in order and without overlaps, the longest
    at each place."""
    index, restored = _lexicon()
    return [
        Hit(hit.first, hit.last, restored[hit.phrase].restored, restored[hit.phrase].weight)
        for hit in index.find(tokens, start)
    ]


def lexicon_weights(tokens: Tokens) -> NDArray[np.float64]:
    """The weights of the lexicon's phrases in a text, as `lexicon_hits` would give them."""
    index, weights = _lexicon_values()
    return weights[index.places(tokens.word)[:, 2]]


@cache
def _lexicon_values() -> tuple[PhraseIndex, NDArray[np.float64]]:
    index, candidates = _lexicon()
    return index, np.array([candidate.weight for candidate in candidates])


def wrong_articles(text: str, tokens: Tokens) -> int:
    """How often `a` stands before a vowel sound or `an` before a consonant, in plain lower-case words."""
    a, an = _articles()
    ans = tokens.word[:-1] == an
    at = np.flatnonzero((tokens.word[:-1] == a) | ans)
    count = 0
    for begin, end, is_an in zip(
        tokens.begin[at + 1].tolist(), tokens.end[at + 1].tolist(), ans[at].tolist(), strict=True
    ):
        following = text[begin:end]
        if end - begin > 3 and following.isascii() and following.isalpha() and following.islower():
            count += is_an != _vowel_sound(following)
    return count


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
