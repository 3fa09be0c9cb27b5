"""Which pages share which passages: paragraph by paragraph, and within a paragraph sentence by sentence."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from pilemaker.spinner import QUOTED, spun_offset
from pilemaker.template import MadePage, Unit
from pilemaker.texts import Text, sentences, words
from pilemaker.truth import is_headline, unit_id

_FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})
_SAME_SENTENCE = 0.6
"""Two sentences of one paragraph are the same where this share of the shorter one's words stands in the other."""
_TOLD_WORDS = 4

Span = tuple[int, int]


def pairs_truth(pages: list[MadePage], texts: dict[str, Text]) -> list[dict[str, Any]]:
    """Every pair of pages that share a passage (a page with itself where it repeats one), with the places."""
    out = []
    ordered = sorted(pages, key=lambda page: page.key)
    for a, b in [*combinations(ordered, 2), *((page, page) for page in ordered)]:
        shared = _shared(a, b, texts)
        if shared:
            out.append({"a": a.key, "b": b.key, "better_wording": _better(a, b), "passages": shared})
    return sorted(out, key=lambda row: (str(row["a"]), str(row["b"])))


def _shared(a: MadePage, b: MadePage, texts: dict[str, Text]) -> list[dict[str, Any]]:
    rows = []
    for i, one in enumerate(a.units):
        for j, other in enumerate(b.units):
            if (a is b and j <= i) or unit_id(one, texts) != unit_id(other, texts):
                continue
            for a_clean, b_clean in _passages(one.clean, other.clean):
                rows.append(_row(unit_id(one, texts), (i, one, a_clean), (j, other, b_clean)))
    return rows


def _row(name: str, a: tuple[int, Unit, Span], b: tuple[int, Unit, Span]) -> dict[str, Any]:
    """One shared passage. `a_part`, `b_part` are offsets into the units' texts, `offsets` into the pages' texts."""
    (i, one, a_clean), (j, other, b_clean) = a, b
    a_part, b_part = _part(one, a_clean), _part(other, b_clean)
    offsets = None
    if one.begin is not None and other.begin is not None:
        offsets = [*(one.begin + at for at in a_part), *(other.begin + at for at in b_part)]
    return {
        "unit": name,
        "kind": _kind(one, a_clean, other, b_clean),
        "optional": is_headline(one) or _only_quoted(one.clean[slice(*a_clean)], other.clean[slice(*b_clean)]),
        "a_unit": i,
        "b_unit": j,
        "a_part": a_part,
        "b_part": b_part,
        "offsets": offsets,
    }


def _part(unit: Unit, clean: Span) -> Span:
    return spun_offset(clean[0], unit.swaps), spun_offset(clean[1], unit.swaps)


def _passages(a: str, b: str) -> list[tuple[Span, Span]]:
    """The runs of sentences that two versions of a paragraph share."""
    rows: list[tuple[Span, Span]] = []
    last = (-9, -9)
    for i, one in enumerate(sentences(a)):
        for j, other in enumerate(sentences(b)):
            if not _same(a[slice(*one)], b[slice(*other)]):
                continue
            if i - last[0] <= 1 and 0 <= j - last[1] <= 1:
                (a_begin, _), (b_begin, _) = rows[-1]
                rows[-1] = ((a_begin, one[1]), (b_begin, other[1]))
            else:
                rows.append((one, other))
            last = (i, j)
    return rows


def _same(a: str, b: str) -> bool:
    one, other = ([word[0].lower() for word in words(text)] for text in (a, b))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _SAME_SENTENCE * min(len(one), len(other))


def _only_quoted(a: str, b: str) -> bool:
    """Whether two places share a public quotation and hardly a word around it."""
    told = [QUOTED.sub(" ", text) for text in (a, b)]
    return min(len(list(words(text))) for text in told) < _TOLD_WORDS or not _same(*told)


def _kind(one: Unit, a_clean: Span, other: Unit, b_clean: Span) -> str:
    """How two places of one passage differ; quotation marks and dashes do not count."""
    spans = [(one, a_clean, _part(one, a_clean)), (other, b_clean, _part(other, b_clean))]
    shown = [fold(unit.text[slice(*part)]) for unit, _, part in spans]
    clean = [fold(unit.clean[slice(*span)]) for unit, span, _ in spans]
    if shown[0] == shown[1]:
        return "verbatim"
    tables = [
        {s.restored.lower(): s.text.lower() for s in unit.swaps if span[0] <= s.clean_begin < span[1]}
        for unit, span, _ in spans
    ]
    if clean[0] != clean[1] and tables[0] and all(tables[1].get(word) == swap for word, swap in tables[0].items()):
        return "edited"
    return "spun" if any(tables) else "edited"


def _better(a: MadePage, b: MadePage) -> str | None:
    """`a` or `b` where one page alone is reworded by a machine, else null."""
    spun = [bool(page.head.get("spinner")) for page in (a, b)]
    return None if a is b or spun[0] == spun[1] else ("b" if spun[0] else "a")


def fold(text: str) -> str:
    """A text with quotation marks, dashes and blanks made alike."""
    return re.sub(r"\s+", " ", text.translate(_FOLD)).strip()
