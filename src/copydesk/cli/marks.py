"""How places of a text are shown: furniture dim, reused passages underlined, swapped words struck and restored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

import copydesk
from copydesk.cli.safe import safe

FURNITURE, HEADLINE, REUSED = "dim", "bold", "underline"
GONE, RESTORED = "red strike", "green"

_DIFF_CHARS = 20_000
"""Passages longer than this are shown without their differences: the comparison takes the square of the words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A style over text[begin:end], half-open code points."""

    begin: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A reworded place with the wording it had."""

    begin: int
    end: int
    restored: str


def marked(text: str, marks: Iterable[Mark], swaps: Sequence[Swap], *, plain: bool) -> Text:
    """The text with its marks, and after each swapped place the wording it had.

    `plain` puts signs around what colours would show: `[-swapped-]{+restored+}`.
    """
    whole = Text(safe(text))
    for mark in marks:
        whole.stylize(mark.style, mark.begin, mark.end)
    shown, done = Text(), 0
    for swap in sorted(swaps, key=lambda swap: (swap.end, swap.begin)):
        if swap.begin < done:  # two restorations of one place: the first one shown is enough
            continue
        shown.append_text(whole[done : swap.begin])
        swapped = whole[swap.begin : swap.end]
        swapped.stylize(GONE)
        shown.append_text(_between("[-", swapped, "-]") if plain else swapped)
        restored = Text(safe(swap.restored), style=RESTORED)
        shown.append_text(_between("{+", restored, "+}") if plain else Text(" ").append_text(restored))
        done = swap.end
    return shown.append_text(whole[done:])


def differences(base: str, other: str, *, plain: bool) -> Text:
    """`other` with the words that `base` does not have, and those of `base` that it lacks, struck."""
    if len(base) > _DIFF_CHARS or len(other) > _DIFF_CHARS:
        return Text(safe(other))
    shown = Text()
    for edit in copydesk.word_diff(base, other):
        new = other[edit.b_begin : edit.b_end]
        if edit.op == "equal":
            shown.append(safe(new))
            continue
        old = base[edit.a_begin : edit.a_end]
        shown.append_text(_change(old, GONE, ("[-", "-]"), plain))
        if old.strip() and new.strip() and not plain and not old[-1:].isspace():
            shown.append(" ")
        shown.append_text(_change(new, RESTORED, ("{+", "+}"), plain))
    return shown


def _change(text: str, style: str, signs: tuple[str, str], plain: bool) -> Text:
    """A run of changed text, its signs or style on the words and not on the space around them."""
    core = text.strip()
    if not core:
        return Text(safe(text))
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    words = Text(safe(core), style=style)
    return Text(safe(before)).append_text(_between(signs[0], words, signs[1]) if plain else words).append(safe(after))


def _between(opening: str, text: Text, closing: str) -> Text:
    return Text(opening).append_text(text).append(closing)
