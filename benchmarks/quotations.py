"""Direct quotations and who said them, against PolNeAR.

    python -m benchmarks.quotations [--path FOLDER] [--show missed|false|wrong]

PolNeAR (Newell et al. 2018) marks source, cue and content of every attribution in US news, quoted or not. Here only
the attributions count whose content is a direct quotation: every piece of it opens with a quotation mark, and the
last one closes with one. A content counts as found where at least half of its characters are in quotations of ours,
the relaxed measure; a quotation of ours is false where it touches no content at all. A source is right where the
words that we take for the speaker touch its head: the last word before its first comma, bracket, preposition or
relative. Several people annotated two of the articles; the first of them, by name, counts. Sources are those of the
sentence: nothing is resolved to full names here.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.figure import Figure, Report
from benchmarks.spans import Span, overlap
from copydesk.extract import extract
from copydesk.model.page import Extraction
from copydesk.model.raw import Media, RawRecord
from copydesk.quotes.utterance import Quotation, quotations_of

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear-dev"
TITLE = "PolNeAR (dev, 84 articles): direct quotations and their sources"

_OPENING, _CLOSING = "“\"„«‘'`", "”\"»’'"
_WORD = re.compile(r"[\w’'.-]{1,80}|[^\w\s]")
_ENDS_HEAD = frozenset(
    ("of", "for", "in", "at", "from", "with", "who", "which", "that", "on", "and", "to", "about", *",(;—–", "--")
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of the gold: spans of its content, of its source (empty where it has none) and of its cue."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its attributions."""

    name: str
    text: str
    attributions: tuple[Attributed, ...]


@dataclass(slots=True)
class Scores:
    """Counts over articles, and the cases behind them as text."""

    found: int = 0
    sources: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of quotations that are some content."""
        return self.found / max(1, self.found + len(self.false))

    @property
    def recall(self) -> float:
        """The share of direct quotations that are found."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def source(self) -> float:
        """The share of the sources of the found quotations whose head is right."""
        return self.right / max(1, self.sources)


def read_articles(folder: Path) -> Iterator[Article]:
    """The articles in the order of their names."""
    for file in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{file.stem}_*.ann"))
        if annotated:
            text = file.read_bytes().decode("utf-8")
            yield Article(file.stem, text, tuple(read_annotations(annotated[0].read_text("utf-8"))))


def read_annotations(text: str) -> Iterator[Attributed]:
    """The attributions of one stand-off file (brat), those without content left out."""
    spans: dict[str, list[Span]] = {}
    for line in text.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = [(int(b), int(e)) for b, e in (place.split() for place in places.split(";"))]
        elif name.startswith("E"):
            roles = [part.split(":") for part in rest.split()]
            content, source, cue = (
                tuple(sorted(s for r, n in roles if r.startswith(role) for s in spans.get(n, [])))
                for role in ("Content", "Source", "Cue")
            )
            if content:
                yield Attributed(content, source, cue)


def is_direct(text: str, content: Sequence[Span]) -> bool:
    """Whether every piece of a content stands between quotation marks."""
    pieces = [_bare(text, span) for span in content]
    pieces = [(begin, end) for begin, end in pieces if begin < end]
    opened = all(text[begin] in _OPENING or text[begin - 1 : begin] in tuple("“\"'") for begin, _ in pieces)
    if not pieces or not opened:
        return False
    end = pieces[-1][1]
    return text[end - 1] in _CLOSING or text[end : end + 1] in tuple("”\"'")


def _bare(text: str, span: Span) -> Span:
    begin, end = span
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in ".,"):
        end -= 1
    return begin, end


def head_of(text: str, attributed: Attributed) -> Span:
    """The head of a source; words that the gold takes for its cue too are none of it."""
    head: Span | None = None
    for begin, end in attributed.source:
        for word in _WORD.finditer(text, begin, end):
            if any(_common(word.span(), cue) for cue in attributed.cue):
                continue
            if word.group().lower() in _ENDS_HEAD:
                if head is not None:
                    return head
                continue
            head = word.span()
    return head or attributed.source[0]


def score_article(article: Article, quotations: Sequence[Quotation], scores: Scores) -> None:
    """Add one article to the counts."""
    text = article.text
    ours = [(span, quotation) for quotation in quotations for span in quotation.spans]
    for attributed in article.attributions:
        if not is_direct(text, attributed.content):
            continue
        held = [(sum(_common(span, c) for c in attributed.content), at) for at, (span, _) in enumerate(ours)]
        around = text[attributed.content[0][0] - 100 : attributed.content[-1][1] + 100]
        if 2 * sum(chars for chars, _ in held) < sum(end - begin for begin, end in attributed.content):
            scores.missed.append(f"{article.name}: {around}")
            continue
        scores.found += 1
        if attributed.source:
            scores.sources += 1
            quotation, head = ours[max(held)[1]][1], head_of(text, attributed)
            if _names(quotation, head):
                scores.right += 1
            else:
                scores.wrong.append(f"{article.name}: [{text[slice(*head)]}] not {quotation.speaker} in {around}")
    for span, quotation in ours:
        if not any(_common(span, c) for attributed in article.attributions for c in attributed.content):
            scores.false.append(f"{article.name}: [{quotation.text}] by {quotation.speaker}")


def _common(a: Span, b: Span) -> int:
    return max(0, overlap(a, b))


def _names(quotation: Quotation, head: Span) -> bool:
    begin, end = quotation.speaker_begin, quotation.speaker_end
    return begin is not None and end is not None and overlap((begin, end), head) > 0


def our_quotations(article: Article) -> tuple[Quotation, ...]:
    """What one page by itself gives, furniture left out."""
    read = extract(RawRecord(article.name, None, article.name, Media.TEXT, article.text))
    if not isinstance(read, Extraction) or read.page.text != article.text:
        raise ValueError(f"{article.name} was not read as it stands")
    return tuple(one for one in quotations_of(read.page, read.segments) if one.in_article)


def score(folder: Path) -> Scores:
    """Score all articles of a folder."""
    scores = Scores()
    for article in read_articles(folder):
        score_article(article, our_quotations(article), scores)
    return scores


def report(path: Path = DEFAULT_FOLDER) -> Report:
    """The figures are F1 of the quotations and the share of sources whose head is right."""
    if not path.is_dir():
        return Report(TITLE, f"skipped: no articles at {path} (python -m benchmarks.quotations --path FOLDER)")
    scores = score(path)
    shares = (scores.precision, scores.recall, scores.f1, scores.source)
    table = "\n".join(
        (
            f"{'':<12} {'precision':>9} {'recall':>9} {'F1':>9} {'source':>9}",
            f"{'copydesk':<12} " + " ".join(f"{share:>9.3f}" for share in shares),
            f"{scores.found} of {scores.found + len(scores.missed)} direct quotations found, "
            f"{len(scores.false)} false; {scores.right} of {scores.sources} sources right",
        )
    )
    return Report(
        TITLE, table, (Figure("quotations.polnear.f1", scores.f1), Figure("quotations.polnear.source", scores.source))
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotations", description="Quotations, by PolNeAR")
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="folder with text/ and attributions/")
    parser.add_argument("--show", choices=["missed", "false", "wrong"], help="print the cases")
    args = parser.parse_args(argv)
    print(report(args.path).table)
    if args.show and args.path.is_dir():
        print(*getattr(score(args.path), args.show), sep="\n\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
