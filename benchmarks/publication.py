"""Days of publication on the htmldate sample, beside htmldate on the same pages, and how far confidences hold.

    python -m benchmarks.publication

Every page has a day in the gold, so what abstaining is worth does not show here: `examples/dates` is for that.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from htmldate import find_date

from benchmarks.figure import Figure, Report
from copydesk.dates.publication import date_page
from copydesk.extract import extract
from copydesk.inputs.html import declared_charset
from copydesk.inputs.page_text import page_text
from copydesk.model.raw import Media, RawRecord, Reject

SAMPLE = Path(__file__).parents[2] / "shared" / "data" / "htmldate-default-sample"
BINS = 10
TITLE = "Days of publication (htmldate sample)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one page: a day with a confidence, or null; and the day in the gold."""

    gold: str
    day: str | None
    confidence: float | None = None

    @property
    def is_right(self) -> bool:
        """Whether the day is that of the gold."""
        return self.day == self.gold


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, wrong and absent answers, with the figures of htmldate's own evaluation."""

    right: int
    wrong: int
    none: int

    @property
    def accuracy(self) -> float:
        """Right answers of all pages."""
        return self.right / max(1, self.right + self.wrong + self.none)

    @property
    def f1(self) -> float:
        """Precision over the answers and recall, where a wrong answer counts as found, as htmldate counts."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.none)


def count(answers: Sequence[Answer]) -> Counts:
    """How many are right, wrong and absent."""
    right = sum(answer.is_right for answer in answers)
    none = sum(answer.day is None for answer in answers)
    return Counts(right, len(answers) - right - none, none)


def bins(answers: Sequence[Answer]) -> list[tuple[int, float, float]]:
    """For each tenth of the confidences with answers: how many, mean confidence, share of right ones."""
    held: list[list[Answer]] = [[] for _ in range(BINS)]
    for answer in answers:
        if answer.confidence is not None:
            held[min(BINS - 1, int(answer.confidence * BINS))].append(answer)
    return [
        (len(own), sum(one.confidence or 0 for one in own) / len(own), sum(one.is_right for one in own) / len(own))
        for own in held
        if own
    ]


def calibration_error(answers: Sequence[Answer]) -> float:
    """The expected calibration error: the mean distance of confidence and share of right ones, over the bins."""
    table = bins(answers)
    given = sum(n for n, _, _ in table)
    return sum(n * abs(confidence - right) for n, confidence, right in table) / max(1, given)


def report(folder: Path = SAMPLE) -> Report:
    """Measure both on every page of the sample."""
    if not folder.is_dir():
        return Report(TITLE, f"skipped: {folder} is not there")
    ours: list[Answer] = []
    theirs: list[Answer] = []
    for entry in json.loads((folder / "gold.json").read_text("utf-8")).values():
        data = gzip.decompress((folder / "pages" / entry["file"]).read_bytes())
        content = page_text(data, declared_charset(data))
        ours.append(_ours(data, content, entry["date"]))
        found = find_date(content, original_date=True, extensive_search=True)
        theirs.append(Answer(entry["date"], found))
    return Report(TITLE, _table(ours, theirs), _figures(ours, theirs))


def _ours(data: bytes, content: str, gold: str) -> Answer:
    found = extract(RawRecord("page", None, hashlib.sha256(data).hexdigest(), Media.HTML, content))
    if isinstance(found, Reject):
        return Answer(gold, None)
    page, _ = date_page(found.page, found.dates)
    return Answer(gold, page.published, page.published_confidence)


def _table(ours: Sequence[Answer], theirs: Sequence[Answer]) -> str:
    lines = ["           right  wrong  none  accuracy     F1"]
    for name, answers in (("copydesk", ours), ("htmldate", theirs)):
        n = count(answers)
        lines.append(f"{name:10} {n.right:5}  {n.wrong:5}  {n.none:4}     {n.accuracy:.3f}  {n.f1:.3f}")
    lines.append("\nconfidence  pages  mean  right")
    lines += [_tenth(number, ours) for number in range(BINS)]
    halves = [calibration_error(ours[half::2]) for half in (0, 1)]
    lines.append(
        f"expected calibration error {calibration_error(ours):.3f}; by halves {halves[0]:.3f}, {halves[1]:.3f}"
    )
    return "\n".join(lines)


def _tenth(number: int, answers: Sequence[Answer]) -> str:
    """One line of the table of confidences; a tenth without answers has a line too."""
    own = [
        one for one in answers if one.confidence is not None and min(BINS - 1, int(one.confidence * BINS)) == number
    ]
    label = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
    if not own:
        return f"{label}   {0:5}"
    ((n, confidence, right),) = bins(own)
    return f"{label}  {n:6}  {confidence:.2f}   {right:.2f}"


def _figures(ours: Sequence[Answer], theirs: Sequence[Answer]) -> tuple[Figure, ...]:
    own, other = count(ours), count(theirs)
    return (
        Figure("publication.accuracy", own.accuracy),
        Figure("publication.f1", own.f1),
        Figure("publication.beside_htmldate", own.accuracy / other.accuracy),
        Figure("publication.fewer_wrong", other.wrong / max(1, own.wrong)),
        Figure("publication.calibrated", 1 - calibration_error(ours)),
    )


if __name__ == "__main__":
    print(report().table)
