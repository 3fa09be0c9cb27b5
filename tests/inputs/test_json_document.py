"""JSON documents: arrays, single objects, objects in a row; cut apart without being held whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs.json_document import items
from copydesk.inputs.stream import Stream
from copydesk.limits import LIMITS
from copydesk.model.raw import RawRecord
from tests.inputs.pile import all_of, as_lines, outcome, record, reject
from tests.inputs.test_jsonl import Pieces

VALUES = st.recursive(
    st.text(max_size=9) | st.text('"\\[]{},') | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('a"\\{]'), inner, max_size=3),
    max_leaves=9,
)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "pages.json"
    path.write_bytes(data)
    return path


@given(st.lists(VALUES, max_size=5), st.integers(1, 30), st.sampled_from([None, 2]), st.booleans())
def test_items_of_any_array_are_cut_as_they_stand(
    values: list[object], size: int, indent: int | None, is_ascii: bool
) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=is_ascii).encode(errors="surrogatepass")
    found = list(items(Stream(Pieces(data, size)), 10_000))
    assert [number for number, _ in found] == list(range(1, len(values) + 1))
    assert [json.loads(raw or b"") for _, raw in found] == values


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=2), max_size=4), st.integers(1, 30))
def test_objects_in_a_row_are_cut_at_their_ends(values: list[object], size: int) -> None:
    data = "\n".join(json.dumps(value, indent=1) for value in values).encode()
    found = list(items(Stream(Pieces(data, size)), 10_000))
    assert [json.loads(raw or b"") for _, raw in found] == values


def test_an_array(tmp_path: Path) -> None:
    path = write(tmp_path, b' [\n {"id": "a", "text": "A"} ,\n{"text": "B, [C]"}\n]\n')
    assert outcome(all_of(path)) == [("a", "A"), ("item:2", "B, [C]")]
    first = all_of(path)[0]
    assert isinstance(first, RawRecord)
    assert first.sha256 == hashlib.sha256(b'{"id": "a", "text": "A"}').hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"id": "a", "text": "A"}).encode(),
        json.dumps({"id": "a", "text": "A"}, indent=2).encode(),
        b'{"id": "a",\n "text": "A"}\n\n',
        b'\xef\xbb\xbf\n{"id": "a", "text": "A"}\n',
        json.dumps([{"id": "a", "text": "A"}], indent=2).encode("utf-16"),
    ],
)
def test_one_object(tmp_path: Path, data: bytes) -> None:
    found = record(write(tmp_path, data))
    assert (found.record_id, found.content) == ("a", "A")


def test_an_object_a_line(tmp_path: Path) -> None:
    path = write(tmp_path, as_lines({"text": "A"}) + b'{"text": "cut}\n' + as_lines({"text": "C"}))
    assert outcome(all_of(path)) == [("line:1", "A"), ("line:2", "bad_json"), ("line:3", "C")]
    path = write(tmp_path, b'{"text": "cut\n' + as_lines({"text": "B"}))
    assert outcome(all_of(path)) == [("line:1", "bad_json"), ("line:2", "B")]


def test_objects_in_a_row(tmp_path: Path) -> None:
    data = "\n".join(json.dumps({"text": text}, indent=2) for text in "AB").encode()
    assert outcome(all_of(write(tmp_path, data))) == [("item:1", "A"), ("item:2", "B")]


def test_bad_items_are_rejected_one_by_one(tmp_path: Path) -> None:
    data = b'[{"text": "A"}, 7, "x, ]", {"text": bad}, [1, {"a": 2}], {"title": "none"}, {"text": "G"}]'
    assert outcome(all_of(write(tmp_path, data))) == [
        ("item:1", "A"),
        ("item:2", "bad_json"),
        ("item:3", "bad_json"),
        ("item:4", "bad_json"),
        ("item:5", "bad_json"),
        ("item:6", "no_text"),
        ("item:7", "G"),
    ]


@pytest.mark.parametrize("rest", [b"", b",", b', {"text": "B', b', {"text": "B"', b', {"text": "B\\'])
def test_a_document_cut_short_keeps_what_came_before(tmp_path: Path, rest: bytes) -> None:
    path = write(tmp_path, b'[{"text": "A"}' + rest)
    assert outcome(all_of(path)) == [("item:1", "A"), ("item:2", "truncated")]


def test_an_item_too_long_is_not_held(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps([{"text": "A"}, {"text": "x" * 3_000_000}, {"text": "C"}]).encode())
    assert outcome(all_of(path, limits=replace(LIMITS, line_bytes=1_000))) == [
        ("item:1", "A"),
        ("item:2", "line_too_long"),
        ("item:3", "C"),
    ]


def test_an_object_of_something_else(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"status": "ok", "articles": [{"text": "A"}]}, indent=1).encode())
    assert reject(path).code == "no_text"


@pytest.mark.parametrize("data", [b"[]", b" [ ] ", b" \n"])
def test_no_items(tmp_path: Path, data: bytes) -> None:
    assert reject(write(tmp_path, data)).code == "empty"


@pytest.mark.parametrize("data", [b"7", b'"text"', b"null", b"text", b"]", b"} }"])
def test_no_json_object(tmp_path: Path, data: bytes) -> None:
    assert {code for _, code in outcome(all_of(write(tmp_path, data)))} == {"bad_json"}


def test_json_is_told_by_its_opening(tmp_path: Path) -> None:
    for name in ("dump", "dump.txt"):
        (tmp_path / name).write_bytes(as_lines({"id": "a", "text": "A"}))
        assert record(tmp_path / name).record_id == "a"
    (tmp_path / "note.txt").write_text("{brackets} open this note", encoding="utf-8")
    assert record(tmp_path / "note.txt").content == "{brackets} open this note"
