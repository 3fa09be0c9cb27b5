"""What others find in the same corpus: MinHash over word 3-grams, the usual way to near-duplicates.

    python -m benchmarks.peers datasketch CORPUS OUT

reads `pages.jsonl` of the corpus and writes the pairs of pages found, a pair a line. Each peer is used as its
documentation shows, with the settings that let it find most here: an estimated Jaccard similarity of .3. They give
no offsets and no direction; only page pairs can be compared. Install them with `pip install -e '.[bench]'`.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.rows import read_rows

_PERMUTATIONS = 128
_THRESHOLD = 0.3
_BANDS = 64
_WORDS = 3

PEERS = ("datasketch", "rensa")


def installed() -> list[str]:
    """The peers that can be run here."""
    return [peer for peer in PEERS if importlib.util.find_spec(peer)]


def read_pairs(path: Path) -> set[tuple[str, str]]:
    """The pairs that a peer has written."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {(a, b) for a, b in (line.split() for line in lines)}


def main(argv: Sequence[str]) -> int:
    """Run one peer on one corpus."""
    peer, corpus, out = argv
    rows = list(read_rows(Path(corpus) / "pages.jsonl"))
    found = {"datasketch": _datasketch, "rensa": _rensa}[peer]([row["text"] for row in rows])
    names = [row["id"] for row in rows]
    lines = sorted(f"{names[a]} {names[b]}\n" for a, b in found)
    Path(out).write_text("".join(lines), encoding="utf-8")
    return 0


def _datasketch(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    sketches: list[Any] = []
    for number, text in enumerate(texts):
        sketch = datasketch.MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(text)])
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= _THRESHOLD:
                yield other, number
        index.insert(number, sketch)
        sketches.append(sketch)


def _rensa(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    rensa = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    sketches: list[Any] = []
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(list(_shingles(text)))
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= _THRESHOLD:
                yield other, number
        index.insert(number, sketch)
        sketches.append(sketch)


def _shingles(text: str) -> set[str]:
    words = text.lower().split()
    return {" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
