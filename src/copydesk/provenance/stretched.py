"""Words that a machine stretched into phrases which still have them: `marketing campaign` for campaign, `by way of`
for by, `end result` for result. Beside a witness the word stands on both sides, and only what was put in is a change.
"""

from __future__ import annotations

from copydesk.provenance.vocabulary import Phrase, spun_words
from copydesk.text.tokens import fold_words, tokenize

_NEAR = 40
"""Code points beside a change in which its neighbours are looked for."""
_LONGEST = 3
"""Words put in at most: with a neighbour or two, the longest phrases of the lexicon but one."""

Place = tuple[int, int]


def stretched(text: str, begin: int, end: int, other: str, at: int) -> tuple[Place, Place] | None:
    """The phrase of `text` that the words [begin, end) belong to, and the place in `other` of what it stands for.

    `at` is where in `other` these words are missing: before the same next word as in `text`, and behind the same
    last one. None where the lexicon knows no phrase of them. All places are code points.
    """
    inside = _words(text, begin, end)
    if not 0 < len(inside) <= _LONGEST:
        return None
    before, behind = _words(text, max(0, begin - _NEAR), begin)[-1:], _words(text, end, end + _NEAR)[:1]
    left, right = _words(other, max(0, at - _NEAR), at)[-1:], _words(other, at, at + _NEAR)[:1]
    for ours, theirs in (([], right), (left, []), (left, right)):
        whole = [*(before if ours else []), *inside, *(behind if theirs else [])]
        meant = [*ours, *theirs]
        if meant and _is_known(_folded(text, whole), _folded(other, meant)):
            return (whole[0][0], whole[-1][1]), (meant[0][0], meant[-1][1])
    return None


def _is_known(spun: Phrase, restored: Phrase) -> bool:
    """Whether the lexicon has a phrase for words that are all in it too."""
    meant = " ".join(restored)
    return any(candidate.restored == meant for candidate in spun_words().get(spun, ()))


def _words(text: str, begin: int, end: int) -> list[Place]:
    """The places of the words of text[begin:end]."""
    tokens = tokenize(text[begin:end])
    return [(begin + one, begin + two) for one, two in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True)]


def _folded(text: str, places: list[Place]) -> Phrase:
    return tuple(word for begin, end in places for word in fold_words(text[begin:end]))
