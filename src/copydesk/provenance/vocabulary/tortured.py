"""Tortured English, as data: phrases that nobody writes, and patterns of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.text.tokens import fold_word, tokenize

END = "end"
"""Among the words after a pattern: punctuation, or the end of the text."""


@dataclass(frozen=True, slots=True)
class TorturedPhrase:
    """A phrase that betrays rewording.

    `phrase` is as the file has it, `words` its words folded, `joints` what stands between them (a space, a hyphen,
    an apostrophe: one character each), `restored` what it stands for. `capitals` says for each word whether it must
    have a capital, or else must not (but a first word always may); it is None where the case does not matter.
    """

    phrase: str
    words: tuple[str, ...]
    joints: str
    restored: str
    capitals: tuple[bool, ...] | None


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a pattern: any of `words` (folded; none means any word), with a capital where `capital`."""

    words: frozenset[str]
    capital: bool

    def takes(self, folded: str, capital: bool) -> bool:
        """Whether a word of the text can stand here."""
        return (not self.words or folded in self.words) and (capital or not self.capital)


@dataclass(frozen=True, slots=True)
class TorturedPattern:
    """A pattern that betrays rewording, as `tortured_patterns.toml` explains it. None: anything may stand there."""

    name: str
    slots: tuple[Slot, ...]
    before: frozenset[str] | None
    before_not: frozenset[str]
    after: frozenset[str] | None
    after_not: frozenset[str]
    closed: bool
    restored: str


def read_phrases(rows: Sequence[Sequence[str]]) -> tuple[TorturedPhrase, ...]:
    """The rows of `tortured_phrases.tsv`: phrase, restored, case (`any` or `exact`).

    Raises ValueError where the case is another one, or not one character stands between two words.
    """
    text = "\n".join(row[0] for row in rows)
    tokens = tokenize(text)  # all at once: two thousand small calls would take three times as long
    begin, end = tokens.begin.tolist(), tokens.end.tolist()
    phrases, at, line_begin = [], 0, 0
    for phrase, restored, case in rows:
        first, line_end = at, line_begin + len(phrase)
        while at < len(begin) and begin[at] < line_end:
            at += 1
        written = [text[begin[i] : end[i]] for i in range(first, at)]
        joints = "".join(text[end[i] : begin[i + 1]] for i in range(first, at - 1))
        if len(joints) != len(written) - 1 or case not in ("any", "exact"):
            raise ValueError(f"not a phrase with its case: {phrase!r}, {case!r}")
        capitals = tuple(word[0].isupper() for word in written) if case == "exact" else None
        phrases.append(TorturedPhrase(phrase, tuple(map(fold_word, written)), joints, restored, capitals))
        line_begin = line_end + 1
    return tuple(phrases)


def read_patterns(tables: Mapping[str, Any], demonyms: Iterable[str]) -> tuple[TorturedPattern, ...]:
    """The patterns of `tortured_patterns.toml`. `demonyms` are folded single words.

    Raises KeyError where a pattern names a class that is not there.
    """
    classes = {name: frozenset(words.split()) for name, words in tables["classes"].items()}
    classes |= {
        "demonym": frozenset(demonyms),
        "day": frozenset(str(day) for day in range(1, 32)),
        "year": frozenset(str(year) for year in range(1900, 2100)),
        "number": frozenset(str(number) for number in range(200)),
        "capital": frozenset(),
    }
    rows = ((name, row) for name, row in tables.items() if name != "classes")
    return tuple(_read_pattern(name, row, classes) for name, row in rows)


def _read_pattern(name: str, row: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> TorturedPattern:
    return TorturedPattern(
        name,
        tuple(_read_slot(word, classes) for word in row["words"]),
        classes[row["before"]] if "before" in row else None,
        classes[row["before_not"]] if "before_not" in row else frozenset(),
        classes[row["after"]] if "after" in row else None,
        classes[row["after_not"]] if "after_not" in row else frozenset(),
        row.get("closed", False),
        row["restored"],
    )


def _read_slot(word: str, classes: Mapping[str, frozenset[str]]) -> Slot:
    if word.startswith("<"):
        name = word.strip("<>")
        return Slot(classes[name], name == "capital")
    return Slot(frozenset(map(fold_word, word.split("|"))), word[0].isupper())
