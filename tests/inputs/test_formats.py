"""Which format a file is read in, and which files are none."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from copydesk.inputs.format import Opened
from copydesk.inputs.formats import FORMATS, format_of
from copydesk.inputs.stream import Stream
from copydesk.limits import LIMITS
from tests.inputs.pile import NEWS, reject
from tests.inputs.test_jsonl import Pieces


def opened(source: str, data: bytes) -> Opened:
    return Opened(source, Stream(Pieces(data, 1 << 20)), LIMITS)


@pytest.mark.parametrize(
    ("source", "suffix"),
    [
        ("a/b.html", ".html"),
        ("a/B.HTML.GZ", ".html"),
        ("b.jsonl.gzip", ".jsonl"),
        ("b.html?id=3&x", ".html"),
        ("b.gz", ""),
        ("a.d/b", ""),
        (".hidden", ""),
        ("Mr. Smith goes", ""),
        ("b.", ""),
        ("b.2023-06-19", ".2023"),
        ("b.averyverylongsuffix", ""),
    ],
)
def test_suffixes(source: str, suffix: str) -> None:
    assert opened(source, b"").suffix == suffix


def test_no_suffix_is_of_two_formats() -> None:
    suffixes = [suffix for one in FORMATS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def packed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", NEWS)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("a.docx", packed()),
        ("a", packed()),
        ("a.html", packed()),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        ("a", b"\xff\xd8\xff\xe0" + bytes(99)),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n"),
        ("a.txt", b"WARC/1.1\r\nWARC-Type: response\r\n"),
        ("a.csv", b"id,text\n1,a\n"),
        ("a.xml", b"<?xml version='1.0'?><rss><channel/></rss>"),
        ("a.rss", b"<rss version='2.0'></rss>"),
        ("a.css", b"p { color: red }"),
        ("a.js", b"alert(1)"),
        ("a.rtf", b"{\\rtf1 text}"),
        ("a.tar", b"page.txt" + bytes(249) + b"ustar\x0000" + bytes(99)),
        ("a.eml", b"From: a@b.example\n\ntext"),
        ("a.mp3", b"ID3\x04" + bytes(99)),
    ],
)
def test_files_that_are_not_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = reject(tmp_path / name)
    assert found.code == "unsupported"
    assert found.reason.startswith("This is ")
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    "text", ["PK is short for peace keepers.", "GIF is a format.", "RIFF RAFF wins", "ID3 BMP %PDF", "WARCRAFT"]
)
def test_words_that_look_like_magic_are_text(text: str) -> None:
    assert format_of(opened("a.txt", text.encode())).name == "plain text"


@pytest.mark.parametrize(
    "hostile", [b"<!--" * 30_000, b"<?xml " * 20_000, b" \n" * 50_000, b'{ "' * 40_000, b"[" * 100_000]
)
def test_hostile_openings_cost_little(hostile: bytes) -> None:
    started = time.process_time()
    format_of(opened("a", hostile))
    assert time.process_time() - started < 1
