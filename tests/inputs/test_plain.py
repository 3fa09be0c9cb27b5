"""Plain text is the decoded file, so its offsets are the file's."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.limits import LIMITS
from copydesk.model.raw import Media
from tests.inputs.pile import NEWS, record, reject

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"], exclude_characters="\ufeff"), min_size=1).filter(
    lambda text: not text.isspace() and not any(char < " " and char not in "\t\n\r" for char in text)
)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_was_written_is_read(text: str, codec: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.md"
        path.write_bytes(("é" * 99 + text).encode(codec))
        assert record(path).content == "é" * 99 + text


def test_the_record_of_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(NEWS.encode())
    found = record(path)
    assert (found.source, found.record_id, found.media) == (path.as_posix(), None, Media.TEXT)
    assert found.sha256 == hashlib.sha256(NEWS.encode()).hexdigest()
    assert (found.url, found.title, found.published, found.retrieved) == (None, None, None, None)


@pytest.mark.parametrize("name", ["page", "page.txt", "page.TEXT", "page.md", "Mr. Quay speaks", "page.v2", "a.b c"])
def test_names_of_plain_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(NEWS, encoding="utf-8")
    assert record(tmp_path / name).media is Media.TEXT


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd\n\n", "\n\n  a  \t\n", "no end", "a\x0bb\x0cc\x85d\u2028e", "a\x1ab" * 9]
)
def test_line_ends_and_blanks_stand(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_bytes(text.encode())
    assert record(tmp_path / "page.txt").content == text


def test_a_byte_order_mark_is_no_character_of_the_text_but_counts_for_the_hash(tmp_path: Path) -> None:
    data = NEWS.encode("utf-8-sig")
    (tmp_path / "page.txt").write_bytes(data)
    found = record(tmp_path / "page.txt")
    assert found.content == NEWS
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_a_stray_nul_keeps_the_offsets(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(NEWS.encode() + b"\x00" + NEWS.encode())
    content = record(tmp_path / "page.txt").content
    assert content == NEWS + "\ufffd" + NEWS


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x00" * 500, "binary"),
        (bytes(range(256)) * 9, "binary"),
        (bytes(128 + 37 * i * i % 128 for i in range(3_000)), "undecodable"),
    ],
)
def test_files_that_give_no_page(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "page.txt").write_bytes(data)
    found = reject(tmp_path / "page.txt")
    assert (found.code, found.source, found.record_id) == (code, (tmp_path / "page.txt").as_posix(), None)
    assert found.reason.endswith(".")


def test_one_line_of_50_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert reject(path).code == "too_large"


def test_the_caps_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * 1_000)
    assert record(path, replace(LIMITS, file_bytes=1_000, page_chars=1_000)).content == "x" * 1_000
    assert reject(path, replace(LIMITS, file_bytes=999)).code == "too_large"
    assert reject(path, replace(LIMITS, page_chars=999)).code == "too_large"
