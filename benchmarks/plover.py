"""PLOVER root codes of single sentences: the half of PLV that nothing was developed on, and PETRARCH's unit records.

    python -m benchmarks.plover [--half developed] [--worst 20] [--path FOLDER]

PLV marks source and target in every sentence; they are given to the coder as the known names, and of several acts the
one between them is scored. A sentence without an act is wrong. `--worst` prints sentences of the developed half only.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import unit_records
from benchmarks.figure import Figure, Report
from copydesk.events import Coded, code_sentence, codebook_type
from copydesk.model.event import EventType

DEFAULT_FOLDER = Path(__file__).parents[1].parent / "shared" / "data" / "plover"
_FILE = "plv-train.tsv"
_AS_ONE = {EventType.RETREAT: "YIELD", EventType.CONCEDE: "YIELD"}
"""PLV has one class for what the codebook parts into conceding and retreating."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its marked names; null where the sentence does not hold the name as it is given."""

    sentence: str
    source: Span | None
    target: Span | None
    root: str


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class: sentences, and how many of the found and of the wanted are right."""

    name: str
    sentences: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def is_developed(sentence_id: str) -> bool:
    """Whether a sentence belongs to the half that the coder was developed on. By a hash, so that it never changes."""
    return int(hashlib.sha256(sentence_id.encode()).hexdigest(), 16) % 2 == 0


def read_examples(folder: Path, *, developed: bool) -> list[Example]:
    """The sentences of one half, in the order of the file."""
    lines = (folder / _FILE).read_text("utf-8").rstrip("\n").split("\n")[1:]
    rows = [line.split("\t") for line in lines]
    return [
        Example(sentence, _found(sentence, source), _found(sentence, target), root)
        for key, sentence, source, target, root, *_ in rows
        if is_developed(key) is developed
    ]


def _found(sentence: str, name: str) -> Span | None:
    begin = sentence.find(name)
    return (begin, begin + len(name)) if begin >= 0 else None


def root_of(example: Example) -> tuple[str | None, Coded | None]:
    """The root code that the coder gives: of several acts, that of the one between the marked names."""
    names = sorted(span for span in (example.source, example.target) if span)
    acts = code_sentence(example.sentence, 0, len(example.sentence), names)
    ranked = [(_between(example, act), -at, act) for at, act in enumerate(acts) if codebook_type(act) is not None]
    if not ranked:
        return None, None
    act = max(ranked, key=lambda entry: entry[:2])[2]
    kind = codebook_type(act)
    return (_AS_ONE.get(kind, kind.name) if kind else None), act


def _between(example: Example, act: Coded) -> float:
    return 2 * _names(example.source, act.actors) + 2 * _names(example.target, act.recipients) + act.confidence


def _names(span: Span | None, places: Sequence[Span]) -> bool:
    return span is not None and any(place[0] < span[1] and span[0] < place[1] for place in places)


def scores(pairs: Sequence[tuple[str, str | None]]) -> list[ClassScore]:
    """(wanted, found) of every sentence to the classes that are wanted, in the order of their names."""
    wanted, found = Counter(want for want, _ in pairs), Counter(got for _, got in pairs)
    right = Counter(want for want, got in pairs if want == got)
    return [
        ClassScore(name, n, right[name] / found[name] if found[name] else 0.0, right[name] / n)
        for name, n in sorted(wanted.items())
    ]


def accuracy(pairs: Sequence[tuple[str, str | None]]) -> float:
    """The share of sentences with the wanted root code."""
    return sum(want == got for want, got in pairs) / len(pairs)


def macro_f1(classes: Sequence[ClassScore]) -> float:
    """The mean of F1 over the classes."""
    return sum(one.f1 for one in classes) / len(classes)


def table(pairs: Sequence[tuple[str, str | None]], seconds: float) -> str:
    """A line a class, then the whole."""
    classes = scores(pairs)
    lines = ["class      sentences  precision  recall  F1"]
    for one in classes:
        lines.append(f"{one.name:<10} {one.sentences:>9}  {one.precision:>9.3f}  {one.recall:>6.3f}  {one.f1:.3f}")
    without = sum(got is None for _, got in pairs)
    lines.append(f"{len(pairs)} sentences, {without} of them without an act, {seconds:.2f} s")
    lines.append(f"accuracy {accuracy(pairs):.3f}, macro-F1 {macro_f1(classes):.3f}")
    lines.append("published, zero-shot transformer on the matching test set: accuracy .835, macro-F1 .821")
    return "\n".join(lines)


def measured(examples: Sequence[Example]) -> tuple[list[tuple[str, str | None]], float]:
    """(wanted, found) of every sentence, and the processor seconds it took; the vocabulary is read before."""
    code_sentence("", 0, 0)
    started = time.process_time()
    pairs = [(example.root, root_of(example)[0]) for example in examples]
    return pairs, time.process_time() - started


def report(folder: Path = DEFAULT_FOLDER) -> Report:
    """Both sets, as tables and figures. Where they are absent, the table says so."""
    title = "Events: root codes of the PLOVER codebook"
    if not (folder / _FILE).exists():
        return Report(title, f"skipped: no {_FILE} in {folder}")
    pairs, seconds = measured(read_examples(folder, developed=False))
    records = unit_records.outcomes(folder)
    own = [one for one in records if one.general]
    words = sum(len(example.sentence.split()) for example in read_examples(folder, developed=False))
    figures = (
        Figure("plover.words_per_core_second", words / seconds, slack=0.5),
        Figure("plover.plv.accuracy", accuracy(pairs)),
        Figure("plover.plv.macro_f1", macro_f1(scores(pairs))),
        Figure("plover.unit_records.general", unit_records.share(own)),
        Figure("plover.unit_records.all", unit_records.share(records)),
    )
    return Report(title, f"{table(pairs, seconds)}\n\n{unit_records.table(records)}", figures)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plover", description="Root codes of PLOVER")
    parser.add_argument("--half", choices=["developed", "other"], default="other")
    parser.add_argument("--worst", type=int, default=0, help="print so many wrong sentences of the developed half")
    parser.add_argument("--path", type=Path, default=DEFAULT_FOLDER, help="the folder of the data")
    args = parser.parse_args(argv)
    developed = args.half == "developed"
    if not (args.path / _FILE).exists():
        print(report(args.path).table)
        return 0
    examples = read_examples(args.path, developed=developed)
    pairs, seconds = measured(examples)
    print(table(pairs, seconds))
    if developed:
        for example in [e for e in examples if root_of(e)[0] != e.root][: args.worst]:
            got, act = root_of(example)
            print(f"{example.root} {got} {act.rule if act else ''} | {example.sentence}")
    print(f"\n{unit_records.table(unit_records.outcomes(args.path))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
