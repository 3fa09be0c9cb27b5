"""Rewording machines: a table of swaps, run over a text with no understanding of it, as the real ones do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pilemaker.texts import words

_LONGEST_PHRASE = 5
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Swap:
    """One swapped place: offsets into the spun text, what stands there, what stood there before, and where."""

    begin: int
    end: int
    text: str
    restored: str
    in_quotation: bool
    clean_begin: int


@dataclass(frozen=True, slots=True)
class Dialect:
    """A machine's table, and whether it leaves quotations and capitalised words alone."""

    table: dict[str, str]
    careful: bool


def read_dialect(path: Path, careful: bool) -> Dialect:
    """Read a table of `original TAB spun` lines; originals are in lower case."""
    rows = [line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    table = {original: spun for original, _, spun in rows}
    if len(table) != len(rows):
        raise ValueError(f"{path.name}: an original stands twice")
    return Dialect(table, careful)


def spin(text: str, dialect: Dialect) -> tuple[str, list[Swap]]:
    """Reword a text; longest phrase first, left to right. Articles stay as they are, right or wrong."""
    found = list(words(text))
    quoted = [match.span() for match in QUOTED.finditer(text)]
    out: list[str] = []
    swaps: list[Swap] = []
    length = done = i = 0
    while i < len(found):
        n, spun = _phrase(text, found, i, dialect, quoted)
        if n == 0:
            i += 1
            continue
        begin, end = found[i].start(), found[i + n - 1].end()
        out += [text[done:begin], spun]
        length += begin - done
        inside = any(low <= begin < high for low, high in quoted)
        swaps.append(Swap(length, length + len(spun), spun, text[begin:end], inside, begin))
        length += len(spun)
        done, i = end, i + n
    return "".join([*out, text[done:]]), swaps


def _phrase(
    text: str, found: list[re.Match[str]], i: int, dialect: Dialect, quoted: list[tuple[int, int]]
) -> tuple[int, str]:
    """How many words from the i-th on the table swaps, and for what; 0 where it has nothing."""
    for n in range(min(_LONGEST_PHRASE, len(found) - i), 0, -1):
        begin, end = found[i].start(), found[i + n - 1].end()
        original = text[begin:end]
        spun = dialect.table.get(original.lower())
        if spun is None or (dialect.careful and _spared(original, begin, quoted)):
            continue
        return n, spun[0].upper() + spun[1:] if original[0].isupper() else spun
    return 0, ""


def _spared(original: str, begin: int, quoted: list[tuple[int, int]]) -> bool:
    capital = any(word[0].isupper() for word in original.split())
    return capital or any(low <= begin < high for low, high in quoted)


def spun_offset(clean_offset: int, swaps: tuple[Swap, ...]) -> int:
    """Where an offset of the clean text, not inside a swapped place, lies in the spun text."""
    return clean_offset + sum(len(s.text) - len(s.restored) for s in swaps if s.clean_begin < clean_offset)
