"""Full-text search over titles and texts of pages."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

# Two noncharacters of Unicode: they have no meaning in text, so they can mark what was found.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SNIPPET_WORDS = 24
# A phrase in double quotes, or a run without spaces. Bounded by the query, which is cut first.
_TERM = re.compile(r'"([^"]{1,1000})"|([^\s"]{1,1000})')
_QUERY_CHARS = 1000


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found.

    `excerpt` is a part of its text or title, and `found` are the places in the excerpt (begin, end, half-open)
    where the words of the query stand. `rank` is BM25, the greater the better.
    """

    page_id: str
    source: str
    title: str | None
    excerpt: str
    found: tuple[tuple[int, int], ...]
    rank: float


def search_pages(connection: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """The pages that hold every word of the query, best first, then by page id.

    Upper and lower case and accents make no difference. Words in double quotes are a phrase; a word that ends in
    `*` stands for all words that begin so. Anything else in the query is plain text, never syntax.
    """
    match = _match(query)
    if match is None:
        return ()
    rows = connection.execute(
        "SELECT pages.page_id, pages.source, pages.title,"
        " snippet(pages_fts, -1, ?, ?, '…', ?), -bm25(pages_fts, 4.0, 1.0) AS worth"
        " FROM pages_fts JOIN extracted ON extracted.n = pages_fts.rowid"
        " JOIN pages ON pages.page_id = extracted.page_id"
        " WHERE pages_fts MATCH ? ORDER BY worth DESC, pages.page_id LIMIT ?",
        (_OPEN, _CLOSE, _SNIPPET_WORDS, match, limit),
    )
    return tuple(
        Hit(page_id, source, title, *_unmarked(marked), rank) for page_id, source, title, marked, rank in rows
    )


def _match(query: str) -> str | None:
    """The query in the syntax of FTS5: each term a quoted string, so that no character has a meaning."""
    terms = []
    for phrase, word in _TERM.findall(query[:_QUERY_CHARS].replace("\0", " ")):
        text = phrase or word
        if not any(character.isalnum() for character in text):
            continue
        star = "*" if word.endswith("*") else ""
        terms.append(f'"{text.rstrip("*")}"{star}')
    return " ".join(terms) or None


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An excerpt without its marks, and where they were."""
    text, found, begin = "", [], 0
    for part in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if part == _OPEN:
            begin = len(text)
        elif part == _CLOSE:
            found.append((begin, len(text)))
        else:
            text += part
    return text, tuple(found)
