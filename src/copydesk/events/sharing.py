"""Which verb before `and` a verb after it shares its subject with, where what somebody says stands between."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.events.chunks import CLAUSE, NOUNS, OTHER, PREPOSITION, STOP, TIME, VERBS, Chunk
from copydesk.events.lexicon import word_lists
from copydesk.events.vocabulary import saying_verbs
from copydesk.events.words import Words

FARTHEST = 40
"""Chunks between a verb of saying and the `and` behind what is said: quotations are longer than subjects."""

_OPENING, _CLOSING, _EITHER = "“", "”", '"'
_CALLING = frozenset({"on", "upon", "for"})


def sayer(words: Words, chunks: Sequence[Chunk], verb: int, join: int) -> int | None:
    """The verb of saying before `join` whose subject the verb at chunk `verb` has, null where it has the nearest's.

    `X said that A left and accused B`: who speaks accuses. But `X said that A met C and accused B`: A spoke too. What
    stands in quotation marks never reaches beyond them.
    """
    quoted = _quotation_before(words, chunks, join)
    if quoted is not None:
        before = _finite_before(chunks, quoted, join - FARTHEST)
        return _sayer_above(words, chunks, verb, before) if before is not None else None
    if not _speaks_out(words, chunks, verb):
        return None
    lists = word_lists()
    for at in range(join - 1, max(-1, join - FARTHEST), -1):
        group = chunks[at].group
        if chunks[at].kind == STOP:
            return None
        if group is None or not group.finite:
            continue
        if saying_verbs().intersection(group.lemmas) and _governs(chunks, at):
            return at
        if not lists["speaking_out"].isdisjoint(group.lemmas) or not lists["conversing"].isdisjoint(group.lemmas):
            return None
    return None


def _sayer_above(words: Words, chunks: Sequence[Chunk], verb: int, before: int) -> int:
    """The verb of saying over the clause of `before`, where the verb after the quotation is one of speaking out.

    `X said the law would “harm” trade and warned B`: X warned, not the law.
    """
    group = chunks[before].group
    if not _speaks_out(words, chunks, verb) or (group and saying_verbs().intersection(group.lemmas)):
        return before
    above = _finite_before(chunks, before, before - FARTHEST)
    over = chunks[above].group if above is not None else None
    said = above is not None and over is not None and saying_verbs().intersection(over.lemmas)
    return above if said and above is not None and _governs(chunks, above) else before


def _quotation_before(words: Words, chunks: Sequence[Chunk], join: int) -> int | None:
    """The chunk of the mark that opens a quotation which ends right before `join`, null where none does."""
    end = join - 1
    while end >= 0 and words.low[chunks[end].first] in ",.":
        end -= 1
    if end < 0 or words.low[chunks[end].first] not in (_CLOSING, _EITHER):
        return None
    wanted = _OPENING if words.low[chunks[end].first] == _CLOSING else _EITHER
    opens = (k for k in range(end - 1, max(-1, join - FARTHEST), -1) if words.low[chunks[k].first] == wanted)
    opening = next(opens, None)
    if opening is None or not any(chunks[k].kind == VERBS for k in range(opening, end)):
        return None
    return opening


def _finite_before(chunks: Sequence[Chunk], at: int, lowest: int) -> int | None:
    for before in range(at - 1, max(-1, lowest), -1):
        group = chunks[before].group
        if group is not None and group.finite:
            return before
    return None


def _speaks_out(words: Words, chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether a verb is one of accusing, urging and the like, in a form that stands beside `said`."""
    group = chunks[verb].group
    if group is None or group.base or group.modal or group.passive:
        return False
    if "call" in group.lemmas:
        return chunks[verb].last < len(words) and words.low[chunks[verb].last] in _CALLING
    return not word_lists()["speaking_out"].isdisjoint(group.lemmas)


def _governs(chunks: Sequence[Chunk], saying: int) -> bool:
    """Whether a clause follows the verb of saying, as it does not in an aside: A, *officials said*, left."""
    after = saying + 1
    while after < len(chunks) and chunks[after].kind in (TIME, OTHER):
        after += 1
    return after < len(chunks) and chunks[after].kind in (CLAUSE, NOUNS, PREPOSITION)
