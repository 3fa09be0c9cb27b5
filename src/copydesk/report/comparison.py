"""Two wordings of one passage as marked-up words: what the witness has, and what the best wording had there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.report.hostile import page_text
from copydesk.text.compare import word_diff

_SPACE = Markup("<span data-desk> </span>")
"""A blank that no page has: it keeps a word that is left out from the words beside it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The witness's words marked (HTML), the stretches of the best wording that it changes, and how many times."""

    html: Markup
    changed: tuple[tuple[int, int], ...]
    changes: int


def compare(best: str, witness: str) -> Comparison:
    """Mark in `witness` what is not as in `best`: `ins` around its words, `del` around those it does not have."""
    parts: list[Markup] = []
    changed = []
    for edit in word_diff(best, witness):
        theirs, ours = best[edit.a_begin : edit.a_end], witness[edit.b_begin : edit.b_end]
        if edit.op == "equal":
            parts.append(page_text(ours))
            continue
        changed.append((edit.a_begin, edit.a_begin + len(theirs.rstrip())))
        if theirs.strip() and edit.b_begin and not witness[edit.b_begin - 1].isspace():
            parts.append(_SPACE)
        parts.extend(_marked(theirs, ours))
    return Comparison(Markup("").join(parts), tuple(changed), len(changed))


def _marked(theirs: str, ours: str) -> Iterator[Markup]:
    words = ours.rstrip()
    if gone := theirs.strip():
        yield Markup("<del>{}</del>").format(page_text(gone))
        yield _SPACE if words or not ours else Markup("")
    if words:
        yield Markup("<ins>{}</ins>").format(page_text(words))
    yield page_text(ours[len(words) :])


def underline(best: str, stretches: list[tuple[int, int]]) -> Markup:
    """The best wording with the stretches that some witness changes marked."""
    parts, at = [], 0
    for begin, end in _merged(stretches):
        parts.append(page_text(best[at:begin]))
        parts.append(Markup('<span class="varied">{}</span>').format(page_text(best[begin:end])))
        at = end
    return Markup("").join([*parts, page_text(best[at:])])


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(stretches):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif begin < end:
            merged.append((begin, end))
    return merged
