"""Packed files: unpacked as a stream, refused beyond the caps, and never cut short in silence."""

from __future__ import annotations

import gzip
import hashlib
import random
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs.gunzip import Gunzip
from copydesk.inputs.stream import Stream
from copydesk.limits import LIMITS
from copydesk.model.raw import Media
from tests.inputs.pile import NEWS, all_of, as_lines, outcome, record, reject
from tests.inputs.test_jsonl import Pieces

WORDS = random.Random(5).randbytes(30_000).hex()
"""Text that packs badly, so that a cut falls within it."""


def write(folder: Path, data: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@given(st.lists(st.binary(max_size=200), max_size=4), st.integers(1, 50), st.integers(1, 50), st.integers(0, 3))
def test_all_members_are_unpacked(members: list[bytes], fed: int, taken: int, padding: int) -> None:
    packed = b"".join(gzip.compress(member) for member in members or [b""]) + b"\x00" * padding
    stream = Gunzip(Pieces(packed, fed), LIMITS)
    assert b"".join(iter(lambda: stream.read(taken), b"")) == b"".join(members)


@pytest.mark.parametrize("name", ["page.txt.gz", "page.gz", "page", "page.txt", "page.GZ"])
def test_a_packed_page_is_told_by_its_bytes(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, gzip.compress(NEWS.encode()), name)
    found = record(path)
    assert (found.source, found.content, found.media) == (path.as_posix(), NEWS, Media.TEXT)
    assert found.sha256 == hashlib.sha256(NEWS.encode()).hexdigest()


def test_a_name_that_only_says_packed(tmp_path: Path) -> None:
    assert record(write(tmp_path, NEWS.encode(), "page.txt.gz")).content == NEWS


def test_packed_formats(tmp_path: Path) -> None:
    html = write(tmp_path, gzip.compress(b"<p>A</p>"), "a.html.gz")
    assert record(html).media is Media.HTML
    lines = write(tmp_path, gzip.compress(as_lines({"id": "b", "text": "B"})), "b.jsonl.gz")
    assert record(lines).record_id == "b"


@pytest.mark.parametrize("name", ["zeros.txt.gz", "zeros.jsonl.gz", "zeros.json.gz", "zeros.html.gz", "zeros.gz"])
def test_a_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, gzip.compress(b" " * 100_000_000), name)
    tracemalloc.start()
    assert reject(path).code == "bomb"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000


def test_a_bomb_of_many_members(tmp_path: Path) -> None:
    path = write(tmp_path, gzip.compress(b" " * 1_000_000) * 40, "page.txt.gz")
    assert reject(path).code == "bomb"


def test_the_cap_on_unpacked_size_keeps_the_records_before_it(tmp_path: Path) -> None:
    lines = as_lines(*({"id": str(n), "text": WORDS} for n in range(40)))
    path = write(tmp_path, gzip.compress(lines), "pages.jsonl.gz")
    found = outcome(all_of(path, limits=replace(LIMITS, archive_bytes=1_000_000)))
    assert 0 < len(found) < 18
    assert [record_id for record_id, _ in found[:-1]] == [str(n) for n in range(len(found) - 1)]
    assert found[-1] == (f"line:{len(found)}", "bomb")


def test_a_page_too_large_when_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path, gzip.compress(WORDS.encode()), "page.txt.gz")
    assert reject(path, replace(LIMITS, file_bytes=len(WORDS) - 1)).code == "too_large"
    assert len(record(path, replace(LIMITS, file_bytes=len(WORDS))).content) == len(WORDS)


def test_small_pages_may_pack_well(tmp_path: Path) -> None:
    path = write(tmp_path, gzip.compress(b"-" * 500_000), "page.txt.gz")
    assert len(record(path).content) == 500_000


@pytest.mark.parametrize("name", ["page.txt.gz", "page.html.gz"])
@pytest.mark.parametrize("share", [0.001, 0.5, 0.999])
def test_a_page_cut_short_is_rejected(tmp_path: Path, name: str, share: float) -> None:
    packed = gzip.compress(WORDS.encode())
    path = write(tmp_path, packed[: max(2, int(len(packed) * share))], name)
    assert reject(path).code == "truncated"


def test_lines_before_the_cut_are_kept(tmp_path: Path) -> None:
    packed = gzip.compress(as_lines(*({"id": str(n), "text": WORDS} for n in range(9))))
    found = outcome(all_of(write(tmp_path, packed[: len(packed) // 2], "pages.jsonl.gz")))
    assert [record_id for record_id, _ in found] == ["0", "1", "2", "3", "line:5"]
    assert found[-1][1] == "truncated"


@pytest.mark.parametrize("cut", [1, 8])
def test_a_lost_check_sum_is_told(tmp_path: Path, cut: int) -> None:
    packed = gzip.compress(as_lines({"id": "a", "text": "A"}))
    found = outcome(all_of(write(tmp_path, packed[:-cut], "pages.jsonl.gz")))
    assert found == [("a", "A"), ("line:2", "truncated")]


def test_damage_and_strange_tails_are_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(WORDS.encode()))
    packed[len(packed) // 2] ^= 0xFF
    assert reject(write(tmp_path, bytes(packed), "page.txt.gz")).code == "truncated"
    found = outcome(all_of(write(tmp_path, gzip.compress(as_lines({"text": "A"})) + b"tail", "pages.jsonl.gz")))
    assert found == [("line:1", "A"), ("line:2", "truncated")]


def test_packed_twice_and_packed_nothing(tmp_path: Path) -> None:
    assert reject(write(tmp_path, gzip.compress(gzip.compress(b"text")), "page.txt.gz")).code == "unsupported"
    assert reject(write(tmp_path, gzip.compress(b""), "page.txt.gz")).code == "empty"


def test_many_empty_members_cost_little() -> None:
    started = time.process_time()
    assert Stream(Gunzip(Pieces(gzip.compress(b"") * 50_000, 1_000_000), LIMITS)).whole(10) == b""
    assert time.process_time() - started < 4
