"""What stands behind the headline in the title of a window: `Miners end strike | World | The Selwyn Courier`."""

from __future__ import annotations

from functools import cache

from copydesk.extract.line import fold
from copydesk.extract.vocabulary import phrases, read_toml
from copydesk.model.page import Label
from copydesk.text.patterns.credits import HOST
from copydesk.text.patterns.furniture import CAMEL_CASE, TITLE_BREAK

LEAST_WORDS = 3
"""Words that a headline keeps."""

SITE_WORDS, SITE_CHARS = 6, 48
"""Words and code points of the longest name of a site."""

_BARS = "|«»·•"
"""Marks that no headline has inside; a dash may go on with it: `Miners end strike – minister`."""


def headline_end(text: str) -> int:
    """Where the headline of a line ends: before the names of sections and of the site, else at its end."""
    end = len(text)
    while (found := _last_break(text, end)) is not None:
        begin, mark, after = found
        piece = text[after:end].strip()
        quoted = (mark == "«" and piece.endswith("»")) or (mark == "»" and "«" in text[:begin])
        if quoted or len(text[:begin].split()) < LEAST_WORDS or not _is_of_site(piece, mark):
            break
        end = begin
    return end


def names_site(text: str) -> bool:
    """Whether a line names a site and what it has, and no story: `Selwyn Courier - Breaking News, Latest News`."""
    pieces = [piece.strip() for piece in TITLE_BREAK.split(text)]
    return len(pieces) > 1 and all(_is_of_site(piece, "") for piece in pieces)


def _last_break(text: str, end: int) -> tuple[int, str, int] | None:
    """Begin, mark and end of the last break before `end`."""
    first = max(0, end - SITE_CHARS - 4)
    last = None
    for match in TITLE_BREAK.finditer(text, first, end):
        last = match.start(), match.group().strip(), match.end()
    return last


def _is_of_site(piece: str, mark: str) -> bool:
    """Whether the words behind a break name a site or a section."""
    words = piece.split()
    if not words or len(words) > SITE_WORDS or len(piece) > SITE_CHARS or piece[-1] in ".?!":
        return False
    if HOST.fullmatch(piece) or (mark and mark[0] in _BARS):
        return True
    group = phrases().whole.get(fold(piece))
    if group is not None and group.mark.label is Label.NAVIGATION:
        return True
    if len(words) == 1:
        return CAMEL_CASE.search(piece) is not None
    capital = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)
    if not capital:
        return False
    named = words if words[0].casefold() in _ARTICLES else [word for word in words if not word.isdigit()][-1:]
    return any(word.casefold() in _outlet_words() for word in named)


_ARTICLES = frozenset({"the", "le", "la", "el", "il", "les", "los", "der", "die", "das", "de", "o", "a"})
_SMALL = frozenset({"of", "the", "de", "la", "le", "el", "and", "&", "du", "da", "do", "der", "die", "das"})


@cache
def _outlet_words() -> frozenset[str]:
    """Words that names of papers and stations are made of."""
    return frozenset(read_toml("words.toml")["outlets"].split())
