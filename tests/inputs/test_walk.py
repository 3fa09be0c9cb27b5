"""Which files lie behind paths, in which order, and what is not opened."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.inputs.walk import Found, source_of, walk
from copydesk.limits import LIMITS, Limits
from copydesk.model.raw import Reject


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def walked(*paths: str | Path, limits: Limits = LIMITS) -> list[str]:
    """Sources, with the code of a reject or the mark of a hidden file."""
    found = []
    for item in walk(paths, limits):
        mark = f" {item.code}" if isinstance(item, Reject) else " hidden" * item.hidden
        found.append(item.source + mark)
    return found


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_is_walked_by_name(tmp_path: Path) -> None:
    plant(tmp_path, "pile/b.txt", "pile/a/z.txt", "pile/a/B.txt", "pile/c/d/e.txt", "pile/a.txt", "pile/é.txt")
    assert walked("pile") == [
        "pile/a/B.txt",
        "pile/a/z.txt",
        "pile/a.txt",
        "pile/b.txt",
        "pile/c/d/e.txt",
        "pile/é.txt",
    ]


def test_sizes_are_those_on_the_disk(tmp_path: Path) -> None:
    plant(tmp_path, "pile/b.txt")
    assert [item.size for item in walk(["pile"], LIMITS) if isinstance(item, Found)] == [10]


def test_sources_are_the_paths_as_given(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a.txt")
    assert walked("pile/") == walked("./pile") == walked("pile//") == walked("pile/../pile") == ["pile/a.txt"]
    assert walked("pile/a.txt") == ["pile/a.txt"]
    assert walked(".") == ["pile/a.txt"]
    assert walked(tmp_path / "pile") == [(tmp_path / "pile/a.txt").as_posix()]


def test_a_file_met_twice_is_read_once(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a.txt", "pile/b.txt")
    assert walked("pile/b.txt", "pile", "./pile", "pile/a.txt", "none", "none") == [
        "pile/b.txt",
        "pile/a.txt",
        "none missing",
    ]


def test_the_same_file_under_two_names_is_two(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a.txt")
    assert len(walked("pile", tmp_path / "pile")) == 2


def test_hidden_files_are_left_out_unless_given(tmp_path: Path) -> None:
    plant(tmp_path, "pile/.DS_Store", "pile/.git/config", "pile/Thumbs.db", "pile/__MACOSX/._a.txt", "pile/a.txt")
    assert walked("pile") == [
        "pile/.DS_Store hidden",
        "pile/.git hidden",
        "pile/Thumbs.db hidden",
        "pile/__MACOSX hidden",
        "pile/a.txt",
    ]
    assert walked("pile/.git") == ["pile/.git/config"]
    assert walked("pile/.DS_Store") == ["pile/.DS_Store"]


def test_reports_and_exported_tables_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a.txt", "pile/out/.copydesk-report", "pile/out/index.html", "pile/out/page/p1.html")
    plant(tmp_path, "pile/tables/pages.jsonl", "pile/tables/pages.csv.gz", "pile/tables/stories.jsonl")
    (tmp_path / "pile/tables/.copydesk-export").write_text("# Exported.\npages.jsonl\npages.csv\n", encoding="utf-8")
    assert walked("pile") == [
        "pile/a.txt",
        "pile/out hidden",
        "pile/tables/.copydesk-export hidden",
        "pile/tables/pages.csv.gz hidden",
        "pile/tables/pages.jsonl hidden",
        "pile/tables/stories.jsonl",
    ]
    assert walked("pile/out", "pile/tables/pages.jsonl") == ["pile/out empty_folder", "pile/tables/pages.jsonl"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_a_mark_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    plant(tmp_path, "pile/pages.jsonl")
    os.mkfifo(tmp_path / "pile/.copydesk-export")
    assert walked("pile") == ["pile/.copydesk-export hidden", "pile/pages.jsonl"]


def test_folders_without_files(tmp_path: Path) -> None:
    (tmp_path / "none/deep").mkdir(parents=True)
    assert walked("none") == ["none empty_folder"]
    plant(tmp_path, "none/deep/.hidden")
    assert walked("none") == ["none/deep/.hidden hidden", "none empty_folder"]
    plant(tmp_path, "some/deep/a.txt")
    (tmp_path / "some/bare").mkdir()
    assert walked("some") == ["some/deep/a.txt"]


@pytest.mark.parametrize("path", ["none", "", "a.txt/below", "nul\x00", "\ud800"])
def test_missing_paths(tmp_path: Path, path: str) -> None:
    plant(tmp_path, "a.txt")
    (item,) = walk([path], LIMITS)
    assert isinstance(item, Reject)
    assert item.code == "missing"
    item.source.encode()


def test_links_lead_neither_out_nor_round(tmp_path: Path) -> None:
    plant(tmp_path, "secret.txt", "pile/a.txt", "pile/.store/b.txt", "pile/sub/c.txt")
    for name, target in {
        "again.txt": "a.txt",
        "dangling": "nowhere",
        "loop": ".",
        "out.txt": "../secret.txt",
        "out": "..",
        "self": "self",
        "stored.txt": ".store/b.txt",
        "sub/up": "../sub",
    }.items():
        (tmp_path / "pile" / name).symlink_to(target)
    assert walked("pile") == [
        "pile/.store hidden",
        "pile/a.txt",
        "pile/dangling missing",
        "pile/out link",
        "pile/out.txt link",
        "pile/self missing",
        "pile/stored.txt link",
        "pile/sub/c.txt",
    ]


def test_a_link_that_is_given_is_followed(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a.txt")
    (tmp_path / "link").symlink_to("pile")
    (tmp_path / "link.txt").symlink_to("pile/a.txt")
    (tmp_path / "round").symlink_to("round")
    assert walked("link", "link.txt") == ["link/a.txt", "link.txt"]
    assert walked("round") == ["round unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_special_files_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    os.mkfifo(tmp_path / "pile/pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("pile/socket")
        assert walked("pile", "/dev/null") == [
            "pile/pipe.txt special_file",
            "pile/socket special_file",
            "/dev/null special_file",
        ]


def test_folders_too_deep_are_told(tmp_path: Path) -> None:
    plant(tmp_path, "pile/1/2/3/deep.txt", "pile/1/2/a.txt")
    assert walked("pile", limits=replace(LIMITS, folder_depth=2)) == ["pile/1/2/3 too_deep", "pile/1/2/a.txt"]
    assert walked("pile", limits=replace(LIMITS, folder_depth=3)) == ["pile/1/2/3/deep.txt", "pile/1/2/a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="needs permission bits")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    plant(tmp_path, "pile/a/x.txt", "pile/b.txt")
    (tmp_path / "pile/a").chmod(0)
    try:
        assert walked("pile") == ["pile/a unreadable", "pile/b.txt"]
    finally:
        (tmp_path / "pile/a").chmod(0o700)


def test_names_that_are_not_utf_8_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / "pile" / name).write_text("a", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only UTF-8 names")
    (item,) = walk(["pile"], LIMITS)
    assert isinstance(item, Found)
    assert item.source == r"pile/caf\xe9.txt"
    assert Path(item.path).read_text(encoding="utf-8") == "a"


def test_source_of() -> None:
    assert source_of("a//b/../c/") == "a/c"
    assert source_of("/a") == "/a"
    assert source_of("") == ""
