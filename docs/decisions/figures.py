# ruff: noqa: T201 (it prints)
"""The figures of the decision pages, worked out anew.

    python -m docs.decisions.figures [NAME ...]

Run it from the checkout. The names are those in FIGURES; without any, all of them are worked out. What a page says
of its own pile is measured on `examples/summit`, which was written for this project: it shows how a choice works,
not how well it does on pages of the world. That is for `make bench`.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
import sys
import tempfile
import time
import timeit
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import rustworkx
import trafilatura
from benchmarks.corpus import Corpus, make_corpus
from benchmarks.recipe import HARD
from benchmarks.score import named_alignments, score_corpus
from lxml.html import HTMLParser, document_fromstring
from numpy.typing import NDArray

import copydesk
from copydesk.extract import extract
from copydesk.model.page import ARTICLE_LABELS, Extraction, Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.raw import Media, RawRecord
from copydesk.model.reuse import Kind
from copydesk.provenance.changes import find_changes
from copydesk.provenance.columns import read_columns
from copydesk.provenance.families import find_families, find_ties
from copydesk.provenance.votes import change_votes
from copydesk.provenance.wording import PRIOR, own_odds, spun_odds
from copydesk.reuse import ReuseSettings, candidates, find_reuse, known
from copydesk.text.tokens import tokenize

SUMMIT = Path(__file__).parents[2] / "examples" / "summit"
PLACES = candidates.candidate_pairs
PAGES = HARD.pages
"""Pages of the synthetic corpus."""


def name_of(page: Page) -> str:
    """The name that the truth of the bundled pile has for a page."""
    file = Path(page.source).name
    return f"{file}#{page.record_id}" if page.record_id else file


@cache
def truth() -> dict[str, Any]:
    """What is true of the bundled pile."""
    return dict(json.loads((SUMMIT / "truth.json").read_text("utf-8")))


@cache
def summit() -> tuple[Pile, dict[str, Page]]:
    """The bundled pile with all its tables, and its pages by name."""
    with tempfile.TemporaryDirectory() as folder, copydesk.build([SUMMIT / "pages"], f"{folder}/case") as case:
        tables = {field.name: tuple(case.table(field.name)) for field in dataclasses.fields(Pile)}
    pile = Pile(**tables)
    return pile, {name_of(page): page for page in pile.pages}


@cache
def hard() -> tuple[Corpus, Pile]:
    """The synthetic corpus with heavily reworded copies."""
    corpus = make_corpus(dataclasses.replace(HARD, pages=PAGES))
    found = [extract(RawRecord("c", p.page_id, p.page_id, Media.TEXT, p.text)) for p in corpus.pages]
    texts = [one.page for one in found if isinstance(one, Extraction)]
    pages = sorted((dataclasses.replace(p, page_id=p.record_id or "") for p in texts), key=lambda p: p.page_id)
    segments = tuple(Segment(page.page_id, 0, len(page.text), Label.BODY) for page in pages)
    return corpus, Pile(pages=tuple(pages), segments=segments)


def kernels() -> None:
    """Words found by compiled code, and by a regular expression."""
    text = "\n".join(page.text for page in summit()[0].pages) * 50
    words = re.compile(r"\w+")
    ways: dict[str, Callable[[], object]] = {
        "compiled": lambda: tokenize(text),
        "re and hash": lambda: [(m.start(), m.end(), hash(m[0].casefold())) for m in words.finditer(text)],
    }
    for name, way in ways.items():
        seconds = min(timeit.repeat(way, number=1, repeat=3))
        print(f"{name}: {len(text.encode()) / 1e6 / seconds:.0f} MB/s")


def by_counts(words: Any, weights: Any, settings: ReuseSettings) -> NDArray[np.int32]:
    """The rule that was given up: pairs of pages that share two shingles, wherever."""
    anywhere = dataclasses.replace(settings, spread=1, quote_spread=1, near=1_000_000)
    return PLACES(words, weights, anywhere)


def candidate_rules() -> None:
    """Pairs to align, cost and quality by either rule of candidates, with and without pairs by a third page."""
    for name, rule in (("places", PLACES), ("counts", by_counts)):
        _find_in_hard(name, rule, ReuseSettings(witness_pages=0))
    _find_in_hard("places, and pages that share a passage with a third one", PLACES, ReuseSettings())


def rounds() -> None:
    """What each further round of learning and aligning adds, and costs."""
    for number in (1, 2, 3):
        _find_in_hard(f"{number} rounds", PLACES, ReuseSettings(rounds=number))


def _find_in_hard(name: str, rule: Callable[..., NDArray[np.int32]], settings: ReuseSettings) -> None:
    corpus, pile = hard()
    aligned: list[int] = []

    def noted(*args: Any) -> NDArray[np.int32]:
        pairs = rule(*args)
        aligned.append(len(pairs))
        return pairs

    with patch.object(known, "candidate_pairs", noted):
        find_reuse(Pile(pages=pile.pages[:9], segments=pile.segments[:9]))  # compiled beforehand
        aligned.clear()
        began = time.process_time()
        rows = find_reuse(pile, settings).alignments
        seconds = time.process_time() - began
    texts = {page.page_id: page.text for page in pile.pages}
    scores = score_corpus(texts, corpus.truth, named_alignments(map(dataclasses.asdict, rows), {p: p for p in texts}))
    print(f"{name}: pairs aligned in each round {aligned} of {len(corpus.truth)} true ones, {seconds:.1f} s")
    for what, recall in (("pairs", scores.pair_recall), ("passages", scores.passage_recall)):
        print(f"  recall of {what}:", *(f"{kind} {value:.3f}" for kind, value in recall.items()))
    print(f"  precision of pairs: {scores.pair_precision:.3f}")


def weights() -> None:
    """The passages of two pages that are a pile by themselves, with and without general English in the weights."""
    pile, pages = summit()
    true = {frozenset((pair["a"], pair["b"])) for pair in truth()["pairs"]}
    own = defaultdict(list)
    for segment in pile.segments:
        own[segment.page_id].append(segment)
    for background in (0.0, ReuseSettings().background):
        found: Counter[str] = Counter()
        for names in combinations(sorted(pages), 2):
            pair = sorted((pages[name] for name in names), key=lambda page: page.page_id)
            two = Pile(pages=tuple(pair), segments=tuple(row for page in pair for row in own[page.page_id]))
            rows = find_reuse(two, ReuseSettings(background=background)).alignments
            rows = tuple(row for row in rows if row.a_page != row.b_page and row.kind is not Kind.SHARED_QUOTE)
            kind = "true" if frozenset(names) in true else "other"
            found.update({f"{kind} pairs": bool(rows), f"passages of {kind} pairs": len(rows)})
        print(f"background {background:,.0f}:", dict(sorted(found.items())))


def bodies(pile: Pile) -> dict[str, str]:
    """The article text of every page."""
    texts = {page.page_id: page.text for page in pile.pages}
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for row in pile.segments:
        if row.label in {Label.BODY, Label.SUBHEAD, Label.HEADLINE}:
            parts[row.page_id].append(texts[row.page_id][row.begin : row.end])
    return {page_id: "\n".join(parts[page_id]) for page_id in texts}


def wording() -> None:
    """Which pages are called reworded by their own words, by what their alignments say, and by both."""
    pile, pages = summit()
    names = [page.page_id for page in pile.pages]
    columns = read_columns(pile.alignments, {page_id: at for at, page_id in enumerate(names)})
    changes = find_changes(columns, [page.text for page in pile.pages])
    own = own_odds(list(bodies(pile).values()))
    alone = dict(zip(names, own, strict=True))
    found = spun_odds(np.array(own), columns, changes, change_votes(changes))
    both = dict(zip(names, found.tolist(), strict=True))
    votes = {page_id: both[page_id] - alone[page_id] + PRIOR for page_id in both}
    spun = {page.page_id: "spun_copy" in truth()["pages"][name]["wording"] for name, page in pages.items()}
    for name, odds in (("own words", alone), ("alignments", votes), ("both", both)):
        right = sum((odds[page_id] > 0) == spun[page_id] for page_id in spun)
        print(f"{name}: {right} of {len(spun)} right")
    faithful, reworded = (max(both[p] for p in spun if not spun[p]), min(both[p] for p in spun if spun[p]))
    print(f"log-odds by both: faithful pages at most {faithful:.1f}, reworded ones at least {reworded:.1f}")


def families() -> None:
    """Text families of the bundled pile, and what connected components would make of them."""
    pile, _ = summit()
    words = [len(text.split()) for text in bodies(pile).values()]
    columns = read_columns(pile.alignments, {page.page_id: at for at, page in enumerate(pile.pages)})
    ties = find_ties(columns, pile.pages, words)
    tied = sorted({page for edge in ties for page in edge})
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(tied)))
    graph.add_edges_from_no_data([(tied.index(a), tied.index(b)) for a, b in ties])
    components = [len(one) for one in rustworkx.connected_components(graph)]
    print(f"{len(ties)} ties; pages in each component: {components}", end="; ")
    print(f"in each family: {[len(one.pages) for one in find_families(ties)]}")


def extraction() -> None:
    """What trafilatura's text has of article and furniture of the bundled HTML pages, and what ours has."""
    pile, pages = summit()
    counts: Counter[str] = Counter()
    for name, told in truth()["pages"].items():
        if told["media"] == "html":
            counts += _extracted(told, pages[name], pile)
    print(dict(counts))
    deep = "<html><body>" + "<div>" * 300 + "<p>deep" + "</div>" * 300 + "<p>after</body></html>"
    for huge in (False, True):
        text = document_fromstring(deep, parser=HTMLParser(huge_tree=huge)).text_content()
        print(f"300 nested levels, huge_tree={huge}: text kept: {'deep' in text}, text after it: {'after' in text}")


def _extracted(told: dict[str, Any], page: Page, pile: Pile) -> Counter[str]:
    raw = (SUMMIT / "pages" / told["source"]).read_bytes()
    raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    theirs = _folded(trafilatura.extract(raw, include_comments=False) or "")
    rows = [row for row in pile.segments if row.page_id == page.page_id and row.label in ARTICLE_LABELS]
    ours = _folded(" ".join(page.text[row.begin : row.end] for row in rows))
    counts: Counter[str] = Counter()
    for what, parts in (("furniture lines", told["furniture"]), ("article paragraphs", told["units"])):
        for part in parts:
            text = _folded(part["text"])
            counts.update({what: 1, f"{what} in trafilatura's text": text in theirs, f"{what} in ours": text in ours})
            counts[f"{what} on the page as we keep it"] += text in _folded(page.text)
    return counts


def _folded(text: str) -> str:
    return " ".join(text.split())


FIGURES: dict[str, Callable[[], None]] = {
    "kernels": kernels,
    "candidates": candidate_rules,
    "rounds": rounds,
    "weights": weights,
    "wording": wording,
    "families": families,
    "extraction": extraction,
}


def main(names: list[str]) -> int:
    """Work out the figures of these names, all where there are none."""
    unknown = sorted(set(names) - FIGURES.keys())
    if unknown:
        print(f"There is no {', '.join(unknown)}. The names are: {', '.join(FIGURES)}.")
        return 2
    for name in names or FIGURES:
        print(f"== {name}", flush=True)
        FIGURES[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
