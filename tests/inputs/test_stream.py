"""Opening and reading files, when the disk does not play along."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copydesk.inputs.rejects import Code, UnreadError
from copydesk.inputs.stream import HEAD_BYTES, DiskFile, Stream, Transcoded
from tests.inputs.pile import reject
from tests.inputs.test_jsonl import Pieces


class Failing:
    """Some bytes, and then an error."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, n_bytes: int, /) -> bytes:
        if not self.data:
            raise UnreadError(Code.TRUNCATED, "Cut.")
        piece, self.data = self.data[:n_bytes], self.data[n_bytes:]
        return piece


def test_a_look_takes_nothing_away() -> None:
    data = bytes(range(256)) * 1_000
    stream = Stream(Pieces(data, 1_000))
    assert stream.peek() == stream.peek() == data[:HEAD_BYTES]
    assert stream.read(3) == data[:3]
    assert stream.peek() == data[3 : HEAD_BYTES + 3]
    assert stream.whole(len(data)) == data[3:]


def test_what_goes_wrong_is_raised_where_it_is_read() -> None:
    stream = Stream(Failing(b"abc"))
    assert stream.peek() == b"abc"
    assert stream.stopped
    assert stream.read() == b"abc"
    with pytest.raises(UnreadError, match="Cut"):
        stream.read()


def test_a_page_may_be_as_large_as_the_cap_and_no_larger() -> None:
    assert Stream(Pieces(b"12345", 2)).whole(5) == b"12345"
    with pytest.raises(UnreadError, match="4 bytes"):
        Stream(Pieces(b"12345", 2)).whole(4)


def test_a_size_beyond_the_cap_is_believed() -> None:
    stream = Stream(Failing(b""), size=6)
    with pytest.raises(UnreadError, match="5 bytes"):
        stream.whole(5)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_wide_bytes_become_utf_8(size: int) -> None:
    text = "Порт 😀\n" * 9
    stream = Stream(Transcoded(Pieces(text.encode("utf-16-le") + b"\x3d", size), "utf-16-le"))
    assert stream.whole(9_999).decode() == text + "\ufffd"


def test_a_file_gone_since_the_walk(tmp_path: Path) -> None:
    with pytest.raises(UnreadError) as raised:
        DiskFile(str(tmp_path / "gone.txt"))
    assert raised.value.code is Code.MISSING


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_a_pipe_in_the_place_of_the_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.txt")
    with pytest.raises(UnreadError) as raised:
        DiskFile(str(tmp_path / "page.txt"))
    assert raised.value.code is Code.SPECIAL_FILE


@pytest.mark.skipif(
    not Path("/proc/self/mem").is_file(), reason="needs Linux's /proc for a file that refuses to be read"
)
def test_a_file_that_refuses_to_be_read() -> None:
    assert reject("/proc/self/mem").code == "unreadable"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)
    found = reject(path)
    assert (found.code, "permissions" in found.reason) == ("unreadable", True)
