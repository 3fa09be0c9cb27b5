"""The peers find verbatim copies, where they are installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.corpus import make_corpus, write_corpus
from benchmarks.peers import PEERS, installed, main, read_pairs
from benchmarks.recipe import LIGHT


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_finds_pages_that_are_mostly_the_same(peer: str, tmp_path: Path) -> None:
    if peer not in installed():
        pytest.skip(f"{peer} is not installed (pip install -e '.[bench]')")
    corpus = make_corpus(replace(LIGHT, pages=60, seed=7, edit_rate=0.0))
    write_corpus(corpus, tmp_path)
    assert main([peer, str(tmp_path), str(tmp_path / "pairs.txt")]) == 0
    found = read_pairs(tmp_path / "pairs.txt")
    assert found
    assert found <= {(shared.a, shared.b) for shared in corpus.truth}
