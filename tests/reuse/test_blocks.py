"""Reuse in little memory: the same rows, whatever fits at once."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import numpy as np
import pytest

from copydesk.reuse import find_reuse
from copydesk.reuse.blocks import Blocks
from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.words import read_words
from tests.reuse.press import OTHER, WIRE, pile, spin

PILE = pile(
    a=WIRE,
    b=[spin(text) for text in WIRE],
    c=OTHER,
    d=[OTHER[0], *WIRE[:3]],
    e=[WIRE[3], OTHER[1]],
    f=[*OTHER, WIRE[4]],
)
SMALL = ReuseSettings(every_pair=0)


@pytest.mark.parametrize(
    "changes", [{"shingle_room": 40}, {"block_words": 60}, {"shingle_room": 7, "block_words": 1}]
)
def test_what_fits_in_memory_changes_no_row(changes: dict[str, int]) -> None:
    found = find_reuse(PILE, SMALL)
    assert found.alignments
    assert find_reuse(PILE, dataclasses.replace(SMALL, **changes)) == found


def test_a_block_has_no_more_words_than_there_is_room_for() -> None:
    words = read_words(PILE.pages, PILE.segments)
    pairs = np.array([(0, 1), (0, 3), (2, 5), (3, 4)], dtype=np.int32)
    room = int(np.sort(np.diff(words.start))[-3:].sum())
    seen = []
    for columns, rows in Blocks(PILE.pages, words, room).of(pairs):
        assert columns.start[-1] <= room
        seen += columns.page[rows].tolist()
    assert sorted(seen) == pairs.tolist()


def test_pages_that_share_text_are_in_one_block() -> None:
    words = read_words(PILE.pages, PILE.segments)
    pairs = np.array([(0, 4), (1, 3), (3, 5), (4, 2)], dtype=np.int32)
    sizes = np.diff(words.start)
    room = int(max(sizes[[0, 2, 4]].sum(), sizes[[1, 3, 5]].sum()))
    blocks = [columns.page[rows].tolist() for columns, rows in Blocks(PILE.pages, words, room).of(pairs)]
    assert [sorted({page for pair in block for page in pair}) for block in blocks] == [[0, 2, 4], [1, 3, 5]]


def test_spilled_shingles_leave_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    find_reuse(PILE, dataclasses.replace(SMALL, shingle_room=7))
    assert not list(tmp_path.iterdir())
