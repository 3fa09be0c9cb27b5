"""Stories: texts grouped by the event they tell, ours beside TF-IDF with agglomerative clustering, on ECB+.

    python -m benchmarks.stories [--path FOLDER]

ECB+ (Cybulska and Vossen 2014) has 982 news texts about 43 topics of two look-alike events each; its file names say
which texts tell one event. The measure is B-cubed (Bagga and Baldwin 1998) of all texts in one pile. The baseline has
its distance threshold chosen on these very texts, the best of those tried, so it is as strong as it can be; ours has
the threshold that every build uses.
"""

from __future__ import annotations

import argparse
import importlib
import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.figure import Figure, Report
from copydesk.extract import extract
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile
from copydesk.model.raw import Media, RawRecord
from copydesk.pipeline import STAGES

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "ecbplus" / "ECB+"
TITLE = "ECB+ (982 texts, 86 events): texts by event"
THRESHOLDS = np.arange(0.60, 0.96, 0.01)
"""Cosine distances at which the baseline is cut."""

_NO_SPACE_BEFORE = re.compile(r" ([.,;:?!%)\]”’]|'s\b|n't\b)")
_NO_SPACE_AFTER = re.compile(r"([(\[“$]) ")


@dataclass(frozen=True, slots=True)
class Told:
    """One text: its file's name, the text, and the event it tells."""

    name: str
    text: str
    event: str


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall as means over the texts."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_texts(path: Path) -> Iterator[Told]:
    """The texts in the order of their names, one sentence a paragraph as the corpus has them."""
    for file in sorted(path.glob("*/*.xml")):
        sentences: defaultdict[int, list[str]] = defaultdict(list)
        for token in ET.parse(file).getroot().iter("token"):
            sentences[int(token.get("sentence", "0"))].append(token.text or "")
        text = "\n\n".join(_joined(words) for _, words in sorted(sentences.items()))
        yield Told(file.stem, text, f"{file.parent.name}{'+' if 'plus' in file.stem else ''}")


def _joined(words: Sequence[str]) -> str:
    return _NO_SPACE_AFTER.sub(r"\1", _NO_SPACE_BEFORE.sub(r"\1", " ".join(words)))


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> BCubed:
    """B-cubed of a grouping: `gold` and `found` name the group of each text."""
    both = Counter(zip(gold, found, strict=True))
    true, given = Counter(gold), Counter(found)
    n = len(gold)
    return BCubed(
        sum(times * times / given[group] for (_, group), times in both.items()) / n,
        sum(times * times / true[event] for (event, _), times in both.items()) / n,
    )


def our_groups(texts: Sequence[Told]) -> list[str]:
    """The story of each text, by all stages of a build."""
    found = [extract(RawRecord(told.name, None, told.name, Media.TEXT, told.text)) for told in texts]
    read = sorted((one for one in found if isinstance(one, Extraction)), key=lambda one: one.page.page_id)
    pile = Pile(
        pages=tuple(one.page for one in read),
        segments=tuple(segment for one in read for segment in one.segments),
    )
    for stage in STAGES:
        pile = stage(pile)
    pages = {page.page_id: page.source for page in pile.pages}
    stories = [row for row in pile.stories if row.parent_story is None]
    story = {pages[page_id]: row.story_id for row in stories for page_id in row.page_ids}
    return [story.get(told.name, told.name) for told in texts]


def baseline(texts: Sequence[Told]) -> BCubed:
    """TF-IDF (sublinear, English stop words), cosine, average link; the best of THRESHOLDS on these texts.

    Raises:
        ImportError: scikit-learn is not installed.
    """
    cluster = importlib.import_module("sklearn.cluster")
    words = importlib.import_module("sklearn.feature_extraction.text")
    vectors = words.TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(
        [told.text for told in texts]
    )
    far = np.clip(1 - (vectors @ vectors.T).toarray(), 0, None)
    gold = [told.event for told in texts]
    tries = []
    for threshold in THRESHOLDS:
        cut = cluster.AgglomerativeClustering(
            n_clusters=None, distance_threshold=float(threshold), metric="precomputed", linkage="average"
        )
        tries.append(b_cubed(gold, [str(label) for label in cut.fit_predict(far)]))
    return max(tries, key=lambda one: one.f1)


def report(path: Path = DEFAULT_FOLDER) -> Report:
    """The figures are our F1, and the part of the baseline's distance to 1 that ours is ahead by."""
    if not path.is_dir():
        return Report(TITLE, f"skipped: no texts at {path} (python -m benchmarks.stories --path FOLDER)")
    texts = list(read_texts(path))
    ours = b_cubed([told.event for told in texts], our_groups(texts))
    try:
        theirs = baseline(texts)
    except ImportError:
        return Report(TITLE, "skipped: pip install scikit-learn (the baseline)")
    ahead = (ours.f1 - theirs.f1) / (1 - theirs.f1)
    lines = ["system                          prec  recall      F1"]
    for name, one in {"copydesk": ours, "TF-IDF, average link (tuned here)": theirs}.items():
        lines.append(f"{name:<30} {one.precision:>6.3f}  {one.recall:>6.3f}  {one.f1:>6.3f}")
    lines.append(f"ours is ahead by {ahead:.3f} of the baseline's distance to 1")
    figures = (Figure("stories.ecbplus.f1", ours.f1), Figure("stories.ecbplus.ahead", ahead, 0.1))
    return Report(TITLE, "\n".join(lines), figures)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; 0 also where the texts are absent (it says so)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=TITLE)
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="folder ECB+ of the corpus")
    args = parser.parse_args(argv)
    print(report(args.path).table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
