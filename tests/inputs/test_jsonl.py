"""JSON Lines: a bad line costs that line and nothing else."""

from __future__ import annotations

import hashlib
import json
import random
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs.jsonl import lines
from copydesk.inputs.stream import Stream
from copydesk.limits import LIMITS
from copydesk.model.raw import Media, RawRecord
from tests.inputs.pile import all_of, as_lines, outcome, record, reject


class Pieces:
    """Bytes that come in pieces of the given sizes."""

    def __init__(self, data: bytes, size: int) -> None:
        self.data, self.size = data, size

    def read(self, n_bytes: int, /) -> bytes:
        n_bytes = min(n_bytes, self.size)
        piece, self.data = self.data[:n_bytes], self.data[n_bytes:]
        return piece


def write(folder: Path, data: bytes, name: str = "pages.jsonl") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@given(st.lists(st.binary(max_size=12).filter(lambda line: b"\n" not in line)), st.integers(1, 9), st.booleans())
def test_lines_are_cut_wherever_the_pieces_end(parts: list[bytes], size: int, ended: bool) -> None:
    data = b"\n".join(parts) + b"\n" * ended
    expected = [
        (number, None if len(line) > 8 else line.removesuffix(b"\r"))
        for number, line in enumerate(data.split(b"\n"), 1)
        if len(line) > 8 or line.strip()
    ]
    found = list(lines(Stream(Pieces(data, size)), 8))
    assert [(n, line and line.removesuffix(b"\r")) for n, line in found] == expected


def test_all_fields(tmp_path: Path) -> None:
    fields = {
        "id": "a-1",
        "url": "https://news.example/quay",
        "site": "news.example",
        "title": " The quay ",
        "byline": "Ada Quill",
        "text": "The quay is shut.\r\n",
        "published": "2023-06-19T23:30:00-05:00",
        "retrieved": "Tue, 20 Jun 2023 08:00:00 GMT",
        "language": "en-GB",
        "of no interest": {"a": [1]},
    }
    raw = json.dumps(fields).encode()
    path = write(tmp_path, raw + b"\r\n")
    assert record(path) == RawRecord(
        source=path.as_posix(),
        record_id="a-1",
        sha256=hashlib.sha256(raw).hexdigest(),
        media=Media.TEXT,
        content="The quay is shut.\r\n",
        url="https://news.example/quay",
        site="news.example",
        title="The quay",
        byline="Ada Quill",
        language="en",
        published="2023-06-19",
        retrieved="2023-06-20",
    )


def test_html_stands_in_for_text(tmp_path: Path) -> None:
    path = write(
        tmp_path, as_lines({"html": "<p>A</p>"}, {"html": "<p>A</p>", "text": "A"}, {"html": "<p>B</p>", "text": " "})
    )
    found = [(item.media, item.content) for item in all_of(path) if isinstance(item, RawRecord)]
    assert found == [(Media.HTML, "<p>A</p>"), (Media.TEXT, "A"), (Media.HTML, "<p>B</p>")]


def test_bad_lines_are_rejected_one_by_one(tmp_path: Path) -> None:
    good = as_lines({"id": 7, "text": "Good."})
    path = write(
        tmp_path,
        good
        + b'{"text": "cut\n'
        + b"\n   \n"
        + b'["text"]\n'
        + as_lines({"id": "empty one", "text": " \n"}, {"text": 5}, {})
        + b'{"text": ' + b"[" * 200_000 + b"\n"
        + b'{"text": "x", "n": ' + b"9" * 5_000 + b"}\n"
        + b'{"text": "\x01"}\n'
        + as_lines({"text": "The last."}).rstrip(),
    )  # fmt: skip
    assert outcome(all_of(path)) == [
        ("7", "Good."),
        ("line:2", "bad_json"),
        ("line:5", "bad_json"),
        ("empty one", "no_text"),
        ("line:7", "no_text"),
        ("line:8", "no_text"),
        ("line:9", "too_deep"),
        ("line:10", "bad_json"),
        ("line:11", "bad_json"),
        ("line:12", "The last."),
    ]


def test_a_reject_says_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, b'\n\n{"text": "a" "b"}\n')
    assert reject(path).reason == "Line 3 is no JSON from character 14 on: mend or drop it."


def test_a_line_too_long_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    with path.open("wb") as file:
        file.write(as_lines({"text": "Before."}) + b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + as_lines({"text": "After."}))
    limits = replace(LIMITS, line_bytes=100_000)
    tracemalloc.start()
    found = outcome(all_of(path, limits=limits))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [("line:1", "Before."), ("line:2", "line_too_long"), ("line:3", "After.")]
    assert peak < 8_000_000


def test_a_text_too_long_for_one_page(tmp_path: Path) -> None:
    path = write(tmp_path, as_lines({"id": "long", "text": "x" * 101}, {"text": "x" * 100}))
    assert outcome(all_of(path, limits=replace(LIMITS, page_chars=100))) == [
        ("long", "too_large"),
        ("line:2", "x" * 100),
    ]


@pytest.mark.parametrize("own_id", [None, "", "  ", True, ["a"], {"a": 1}, "x" * 5_000])
def test_a_record_without_an_id_has_its_line_number(tmp_path: Path, own_id: object) -> None:
    path = write(tmp_path, as_lines({"text": "a", "id": "1"}) + b"\n" + as_lines({"text": "b", "id": own_id}))
    assert outcome(all_of(path)) == [("1", "a"), ("line:3", "b")]


def test_the_same_line_twice_is_two_records(tmp_path: Path) -> None:
    path = write(tmp_path, as_lines({"text": "a"}, {"text": "a"}))
    assert outcome(all_of(path)) == [("line:1", "a"), ("line:2", "a")]


def test_what_breaks_outputs_is_replaced(tmp_path: Path) -> None:
    path = write(tmp_path, rb'{"id": "\ud800", "title": "\udfff!", "text": "a\ud800b\u0000c \ud83d\ude00"}')
    found = record(path)
    assert (found.record_id, found.title, found.content) == ("\ufffd", "\ufffd!", "a\ufffdb\ufffdc 😀")
    found.content.encode()


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_other_unicode_encodings(tmp_path: Path, codec: str) -> None:
    data = as_lines({"id": "a", "text": "Порт 😀"}, {"id": "b", "text": "一" * 50_000})
    path = write(tmp_path, data.decode().encode(codec))
    assert outcome(all_of(path)) == [("a", "Порт 😀"), ("b", "一" * 50_000)]


def test_old_encodings_are_guessed_once_a_file(tmp_path: Path) -> None:
    first = "El alcalde de Peñalosa anunció que la línea férrea seguirá cerrada. «No hay más opción»"
    data = as_lines({"text": first}, {"text": "¿Y mañana?"}, {"text": "Plain."})
    path = write(tmp_path, data.decode().encode("cp1252"))
    assert [content for _, content in outcome(all_of(path))] == [first, "¿Y mañana?", "Plain."]


def test_undecodable_and_binary(tmp_path: Path) -> None:
    noise = bytes(128 + 37 * i * i % 128 for i in range(3_000))
    path = write(tmp_path, b'{"text": "' + noise + b'"}\n' + as_lines({"text": "Good."}))
    assert outcome(all_of(path)) == [("line:1", "undecodable"), ("line:2", "Good.")]
    assert reject(write(tmp_path, bytes(999))).code == "binary"


def test_a_file_in_which_no_encoding_fits_is_not_guessed_at_for_ever(tmp_path: Path) -> None:
    noise = random.Random(7)
    data = b"".join(bytes(noise.randrange(128, 256) for _ in range(40)) + b"\n" for _ in range(20_000))
    path = write(tmp_path, data + as_lines({"text": "Good."}))
    started = time.process_time()
    found = all_of(path)
    assert time.process_time() - started < 4
    assert len(found) == 20_001
    assert outcome(found[-1:]) == [("line:20001", "Good.")]


def test_a_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    assert reject(write(tmp_path, b"\n \n\r\n")).code == "empty"
