"""Date expressions on the English part of MEANTIME (120 Wikinews articles, TIMEX3).

    python -m benchmarks.meantime [--path FOLDER] [--wrong values|missed|extra]

An expression is found where it shares a character with one of the gold (relaxed, as in TempEval-3), each counted
once; its value is right where the TIMEX3 value is the same string. Values are resolved against the document
creation time that the gold gives. Only the first six sentences of an article are annotated, so only these are scored.
"""

from __future__ import annotations

import argparse
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.figure import Figure, Report
from benchmarks.spans import Span, overlap
from copydesk.dates.expressions import find_expressions
from copydesk.dates.periods import Dated
from copydesk.dates.reading import read_dates
from copydesk.dates.resolve import resolve

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "meantime"
TITLE = "MEANTIME, TIMEX3 (120 Wikinews articles)"
LAST_SENTENCE = 5
"""The last sentence that the annotators read, counted from 0: the headline, the date line and four more."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NO_SPACE_BEFORE = frozenset(",.;:!?)%’") | {"'s", "n't", "'", "''", "’s"}
_NO_SPACE_AFTER = frozenset("($") | {"``"}


@dataclass(frozen=True, slots=True)
class Timex3:
    """A gold expression, or one of ours, with its span in the article's text."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text up to the last annotated sentence, the day of its creation, and its gold."""

    name: str
    text: str
    created: date | None
    gold: tuple[Timex3, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all articles."""

    gold: int
    found: int
    spans: int
    values: int

    @property
    def span_f1(self) -> float:
        """F1 of the expressions, relaxed."""
        return 2 * self.spans / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def value_f1(self) -> float:
        """F1 of expressions with the right value."""
        return 2 * self.values / (self.gold + self.found) if self.gold + self.found else 0.0


def read_articles(folder: Path) -> Iterator[Article]:
    """The articles of the corpus, in the order of their paths."""
    for path in sorted((folder / "intra_cross-doc_annotation").glob("*/*.xml")):
        yield read_article(path.stem, path.read_text("utf-8"))


def read_article(name: str, xml: str) -> Article:
    """One article in the corpus's XML."""
    root = ET.fromstring(xml)
    tokens = [token for token in root.iter("token") if int(token.get("sentence", "0")) <= LAST_SENTENCE]
    text, spans = _text_of(tokens)
    gold, created = [], None
    for row in root.iter("TIMEX3"):
        places = [spans[at] for one in row.iter("token_anchor") if (at := one.get("t_id", "")) in spans]
        value = row.get("value") or None
        if row.get("functionInDocument") == "CREATION_TIME" and value and _ISO.fullmatch(value):
            created = date.fromisoformat(value)
        if places:
            gold.append(Timex3((min(places)[0], max(places)[1]), value))
    gold.sort(key=lambda one: one.span)
    if created is None:  # three articles have it in another form or not at all; their date line states it
        stated = (resolve(one, None) for one in find_expressions(text))
        created = next((value.days.first for value in stated if value is not None and value.days is not None), None)
    return Article(name, text, created, tuple(gold))


def _text_of(tokens: Sequence[ET.Element]) -> tuple[str, dict[str, Span]]:
    """The text of the tokens, spaced as in print, and the place of each by its id."""
    pieces: list[str] = []
    spans: dict[str, Span] = {}
    at, sentence, before = 0, "0", ""
    for token in tokens:
        word, now = token.text or "", token.get("sentence", "0")
        gap = "" if not at or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER else " "
        if now != sentence and int(now) <= 2:
            gap = "\n\n"
        pieces += (gap, word)
        spans[token.get("t_id", "")] = (at + len(gap), at + len(gap) + len(word))
        at += len(gap) + len(word)
        sentence, before = now, word
    return "".join(pieces), spans


def our_dates(article: Article) -> list[Timex3]:
    """What the grammar finds, with TIMEX3 values."""
    found = read_dates(article.text, find_expressions(article.text), article.created)
    return [Timex3((one.expression.begin, one.expression.end), _value(one)) for one in found]


def _value(one: Dated) -> str | None:
    if one.expression.vague is not None:
        return one.expression.vague.value
    return None if one.value is None else one.value.timex3


def pairs(gold: Sequence[Timex3], found: Sequence[Timex3]) -> list[tuple[Timex3, Timex3]]:
    """Gold and found expressions that overlap, each used once; those with most in common first."""
    shared = [
        (-overlap(a.span, b.span), a.value != b.value, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if overlap(a.span, b.span) > 0
    ]
    left, right, out = set[int](), set[int](), []
    for _, _, i, j in sorted(shared):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((gold[i], found[j]))
    return out


def score(articles: Sequence[Article], found: Sequence[Sequence[Timex3]]) -> Score:
    """The counts over all articles."""
    matched = [pairs(article.gold, ours) for article, ours in zip(articles, found, strict=True)]
    return Score(
        sum(len(article.gold) for article in articles),
        sum(len(ours) for ours in found),
        sum(len(rows) for rows in matched),
        sum(a.value == b.value for rows in matched for a, b in rows),
    )


def table(counts: Score, seconds: float, chars: int) -> str:
    """The figures as lines of text."""
    return "\n".join(
        [
            f"gold {counts.gold}, found {counts.found}, matched {counts.spans}, right value {counts.values}",
            f"span F1 (relaxed) {counts.span_f1:.4f}",
            f"value F1          {counts.value_f1:.4f}",
            f"{chars / 1000 / seconds:.0f} thousand characters a second" if seconds else "",
        ]
    )


def report(path: Path = DEFAULT_FOLDER) -> Report:
    """All articles."""
    if not path.is_dir():
        return Report(TITLE, _absent(path))
    articles = list(read_articles(path))
    started = time.process_time()
    found = [our_dates(article) for article in articles]
    spent = time.process_time() - started
    counts = score(articles, found)
    figures = (Figure("meantime.span_f1", counts.span_f1), Figure("meantime.value_f1", counts.value_f1))
    return Report(TITLE, table(counts, spent, sum(len(one.text) for one in articles)), figures)


def _wrong(articles: Sequence[Article], kind: str) -> Iterator[str]:
    for article in articles:
        ours = our_dates(article)
        matched = pairs(article.gold, ours)
        if kind == "values":
            rows = [(a, f"{a.value} but {b.value}") for a, b in matched if a.value != b.value]
        elif kind == "missed":
            rows = [(one, str(one.value)) for one in article.gold if one not in [a for a, _ in matched]]
        else:
            rows = [(one, str(one.value)) for one in ours if one not in [b for _, b in matched]]
        for (begin, end), said in ((one.span, said) for one, said in rows):
            before, words, behind = article.text[:begin][-40:], article.text[begin:end], article.text[end : end + 30]
            yield f"{article.created} {said:<34} {' '.join(f'{before}[[{words}]]{behind}'.split())}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; 0 also where the corpus is absent (it says so)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.meantime", description=TITLE)
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="folder of the corpus")
    parser.add_argument("--wrong", choices=("values", "missed", "extra"), help="list what is wrong")
    args = parser.parse_args(argv)
    print(report(args.path).table)
    if args.wrong and args.path.is_dir():
        for line in _wrong(list(read_articles(args.path)), args.wrong):
            print(line)
    return 0


def _absent(path: Path) -> str:
    return f"skipped: no corpus at {path} (python -m benchmarks.meantime --path FOLDER)"


if __name__ == "__main__":
    raise SystemExit(main())
