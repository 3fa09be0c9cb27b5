"""The vocabulary of furniture: phrases by group, read once from the data files beside the code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from copydesk.extract.line import FOLDED, Line, fold
from copydesk.model.page import Label

MOST_WORDS = 60
"""Words of the longest line that a phrase at its beginning can make furniture."""

LEAD_WORDS = 36
"""The same for a lead (`Related: …`): what follows is one headline."""

_OPENING_WORDS = 8
"""Words of the longest phrase that is looked for before other words."""

_LEAD_MARKS = ":|»›>–—•→："


@dataclass(frozen=True, slots=True)
class Mark:
    """What a phrase says of its line: the label, and the group of `furniture.toml` that has the phrase."""

    label: Label
    group: str


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the vocabulary. `sentences`, `outside`, `words` as the head of `furniture.toml` explains them."""

    mark: Mark
    sentences: bool
    outside: bool
    words: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of all groups: whole lines, and beginnings and leads by their first word, the longest first.

    `openings`: the phrases of `starts` alone, so that one call says that a line begins with none of them.
    """

    whole: dict[str, Group]
    starts: dict[str, tuple[tuple[str, Group], ...]]
    openings: dict[str, tuple[str, ...]]
    leads: dict[str, tuple[tuple[str, Group], ...]]


def read_toml(name: str) -> dict[str, Any]:
    """A data file of the vocabulary folder."""
    return tomllib.loads(files("copydesk.extract").joinpath("vocabulary", name).read_text("utf-8"))


def read_words(name: str) -> tuple[frozenset[str], ...]:
    """The word lists of a text file of the vocabulary folder; `---` parts them, `#` opens a comment."""
    text = files("copydesk.extract").joinpath("vocabulary", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(frozenset(part.split()) for part in "\n".join(lines).split("---"))


@cache
def phrases() -> Phrases:
    """All phrases, folded. Where two groups have one phrase, the first in the file has it."""
    whole: dict[str, Group] = {}
    starts: dict[str, list[tuple[str, Group]]] = {}
    leads: dict[str, list[tuple[str, Group]]] = {}
    for name, entry in read_toml("furniture.toml").items():
        group = Group(
            Mark(Label(entry["label"]), name),
            entry.get("sentences", False),
            entry.get("outside", False),
            entry.get("words", MOST_WORDS),
        )
        for phrase in (*entry.get("whole", ()), *_paired(entry.get("pairs"))):
            whole.setdefault(fold(phrase), group)
        for kind, table in (("start", starts), ("lead", leads)):
            for phrase in entry.get(kind, ()):
                folded = fold(phrase)
                table.setdefault(folded.split()[0], []).append((folded, group))
    ordered = _longest_first(starts)
    openings = {word: tuple(phrase for phrase, _ in found) for word, found in ordered.items()}
    return Phrases(whole, ordered, openings, _longest_first(leads))


def _paired(lists: list[list[str]] | None) -> list[str]:
    return [f"{first} {second}" for first in lists[0] for second in lists[1]] if lists else []


def _longest_first(table: dict[str, list[tuple[str, Group]]]) -> dict[str, tuple[tuple[str, Group], ...]]:
    return {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in table.items()}


def match_whole(line: Line) -> Group | None:
    """The group that has the line as a whole."""
    return phrases().whole.get(line.folded) if len(line.text) <= FOLDED and not line.quoted else None


def match_start(line: Line) -> Group | None:
    """The group that has a phrase at the beginning of the line. A quotation is never furniture."""
    if line.quoted:
        return None
    folded = line.folded
    word = folded.partition(" ")[0]
    known = phrases()
    if folded.startswith(known.openings.get(word, ())):
        for phrase, group in known.starts[word]:
            if (
                line.words <= group.words
                and _begins(folded, phrase)
                and (group.sentences or not line.stopped or line.text[0] in "([")
            ):
                return group
    if line.words <= LEAD_WORDS:
        for phrase, group in known.leads.get(word.rstrip(_LEAD_MARKS), ()):
            if _begins(folded, phrase) and leads(line.text, phrase, capitals=not line.stopped):
                return group
    return None


def may_have_opening(piece: str) -> bool:
    """Whether a text may begin with a phrase of any group, told from its first word: most don't."""
    return piece.partition(" ")[0].casefold().rstrip(_LEAD_MARKS) in _openings()[1]


def find_opening(line: Line) -> str | None:
    """The longest phrase of any group with which the line begins, folded, where it is not all of it.

    It may be furniture and may be not: `Share prices fall`.
    """
    known, sizes = _openings()
    words = line.folded.split(" ", _OPENING_WORDS)
    for size in sizes.get(words[0].rstrip(_LEAD_MARKS), ()):
        opening = " ".join(words[:size]).rstrip(_LEAD_MARKS)
        if opening in known and len(opening) < len(line.folded):
            return opening
    return None


@cache
def _openings() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """All phrases, and for the first word of each how many words those have that it opens, the most first."""
    known = phrases()
    found = set(known.whole).union(*known.openings.values())
    found.update(phrase for leads in known.leads.values() for phrase, _ in leads)
    sizes: dict[str, set[int]] = {}
    for phrase in found:
        words = phrase.split(" ")
        if len(words) <= _OPENING_WORDS:
            sizes.setdefault(words[0], set()).add(len(words))
    return frozenset(found), {word: tuple(sorted(own, reverse=True)) for word, own in sizes.items()}


def _begins(folded: str, phrase: str) -> bool:
    return folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum()


def leads(text: str, phrase: str, *, capitals: bool) -> bool:
    """Whether `phrase` opens `text` and is set off from the rest: by a mark, a wide space, or by `capitals`."""
    at = 0
    while at < len(text) and not text[at].isalnum():
        at += 1
    head, rest = text[at : at + len(phrase)], text[at + len(phrase) :]
    if head.casefold() != phrase or not rest:
        return False
    after = rest.lstrip()
    if after[:1] in _LEAD_MARKS or after[:2] == "- " or rest[:1] == "\u00a0" or rest[:2].isspace():
        return True
    return capitals and head.isupper() and len(head) > 1 and rest[:1].isspace() and not after.isupper()
