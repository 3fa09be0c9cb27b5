"""The PAN 2013 text-alignment corpus as it lies on disk: document pairs and their cases.

A category is a folder of the name `NN-category`, with a file `pairs` (a suspicious and a source document
a line) and an XML file a pair; `susp/` and `src/` hold the documents. Offsets are code points of the decoded
UTF-8 file, line ends as they stand: read so, all 132 verbatim cases of the training sample are equal on both
sides up to white space.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.plagdet import Match

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "pan13-train-sample"
"""Beside the checkout; the corpus is not part of the project."""

CATEGORIES = {
    "none": "01-no-plagiarism",
    "verbatim": "02-no-obfuscation",
    "random": "03-random-obfuscation",
    "translation": "04-translation-obfuscation",
    "summary": "05-summary-obfuscation",
}
"""The categories by the short names used here, with their folders."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A suspicious document, a source document, and the cases of plagiarism between them."""

    category: str
    susp_name: str
    src_name: str
    susp_text: str
    src_text: str
    cases: tuple[Match, ...]

    @property
    def name(self) -> str:
        """The stem of the pair's XML file."""
        return f"{Path(self.susp_name).stem}-{Path(self.src_name).stem}"


def read_pairs(folder: Path, category: str, limit: int | None = None) -> Iterator[Pair]:
    """The first `limit` pairs of a category (all where None), in the order of its `pairs` file."""
    home = folder / CATEGORIES[category]
    lines = (home / "pairs").read_text(encoding="utf-8").split("\n")
    for line in [line for line in lines if line.strip()][:limit]:
        susp_name, src_name = line.split()
        truth = home / f"{Path(susp_name).stem}-{Path(src_name).stem}.xml"
        yield Pair(
            category,
            susp_name,
            src_name,
            _text(folder / "susp" / susp_name),
            _text(folder / "src" / src_name),
            tuple(read_cases(truth)),
        )


def read_cases(truth: Path) -> Iterator[Match]:
    """The cases of one truth file. Its other features (`about`, `md5`) are no cases."""
    for feature in ET.parse(truth).getroot().iter("feature"):
        if feature.get("name") == "plagiarism":
            yield Match(_span(feature, "this"), _span(feature, "source"))


def _span(feature: ET.Element, side: str) -> tuple[int, int]:
    begin = int(feature.attrib[f"{side}_offset"])
    return begin, begin + int(feature.attrib[f"{side}_length"])


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
