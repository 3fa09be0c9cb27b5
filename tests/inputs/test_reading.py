"""Reading piles: order, counting, progress, and bytes of every kind."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.inputs import Code, count, read
from copydesk.model.raw import RawRecord, Reject
from copydesk.progress import Silence
from tests.inputs.pile import NEWS, all_of, as_lines, outcome


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder of all kinds of things."""
    files = {
        "b.html": b"<p>B</p>",
        "a.txt": NEWS.encode(),
        "sub/c.jsonl.gz": gzip.compress(as_lines({"id": "1", "text": "C1"}, {}, {"id": "3", "text": "C3"})),
        "sub/d.pdf": b"%PDF-1.4",
        "sub/copy of a.txt": NEWS.encode(),
        "e.json": b'[{"text": "E"}]',
        "f.txt": b"",
        ".DS_Store": b"\x00\x00\x00\x01Bud1",
    }
    for name, data in files.items():
        path = tmp_path / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "pile"


def test_a_mixed_folder(pile: Path) -> None:
    items = all_of(pile)
    names = [item.source.removeprefix(pile.as_posix() + "/") for item in items]
    assert list(zip(names, outcome(items), strict=True)) == [
        ("a.txt", (None, NEWS)),
        ("b.html", (None, "<p>B</p>")),
        ("e.json", ("item:1", "E")),
        ("f.txt", (None, "empty")),
        ("sub/c.jsonl.gz", ("1", "C1")),
        ("sub/c.jsonl.gz", ("line:2", "no_text")),
        ("sub/c.jsonl.gz", ("3", "C3")),
        ("sub/copy of a.txt", (None, NEWS)),
        ("sub/d.pdf", (None, "unsupported")),
    ]


def test_reading_twice_gives_the_same(pile: Path) -> None:
    assert all_of(pile) == all_of(pile)


def test_the_order_of_the_paths_changes_nothing_but_the_order(pile: Path) -> None:
    forth = all_of(pile / "sub", pile, pile / "a.txt")
    back = all_of(pile / "a.txt", pile, pile / "sub")
    assert sorted(forth, key=repr) == sorted(back, key=repr)
    assert len(forth) == 9


def test_counting(pile: Path) -> None:
    counted = count([pile, pile / "a.txt", pile / "none"])
    sizes = [path.stat().st_size for path in pile.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert (counted.files, counted.bytes, counted.hidden) == (len(sizes), sum(sizes), 1)


def test_progress_adds_up_to_the_count(pile: Path) -> None:
    with (pile / "large.txt").open("wb") as file:
        file.truncate(40_000_000)
    (pile / "long.jsonl").write_bytes(as_lines(*({"text": NEWS * 50} for _ in range(1_000))))
    told: list[int] = []

    class Told(Silence):
        def advance(self, n: int = 1) -> None:
            told.append(n)

    assert sum(1 for _ in read([pile], progress=Told())) == 1_010
    assert sum(told) == count([pile]).bytes
    assert len(told) > 9


def test_one_path_is_not_taken_for_many() -> None:
    for step in (read, count):
        with pytest.raises(TypeError, match="list of paths"):
            step("pile")


def test_nothing_is_read_before_it_is_asked_for(pile: Path) -> None:
    items = read([pile])
    assert isinstance(items, Iterator)
    assert isinstance(next(items), RawRecord)
    (pile / "b.html").unlink()
    assert outcome([next(items)]) == [(None, "missing")]


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode(errors="surrogatepass"))
    | st.binary(max_size=99).map(gzip.compress)
    | st.lists(
        st.sampled_from([b'{"text":', b'"a"', b"}", b"[", b"]", b",", b"\n", b"\\", b'"', b"\x00", b"\xff"])
    ).map(b"".join),
    st.sampled_from(["a.txt", "a", "a.html", "a.jsonl", "a.json", "a.mhtml", "a.jsonl.gz", "a.csv", "a.md"]),
)
def test_any_bytes_under_any_name_give_records_or_rejects_that_can_be_written(data: bytes, name: str) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        items = all_of(folder)
    assert items
    for item in items:
        if isinstance(item, RawRecord):
            assert item.content.strip()
            assert "\x00" not in item.content
            repr((item.content, item.title, item.record_id)).encode()
        else:
            assert isinstance(item, Reject)
            assert item.code in set(Code)
            assert len(item.reason) > 20
