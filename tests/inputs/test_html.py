"""HTML is decoded as it declares itself, and told by its first words where its name does not tell."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from copydesk.inputs.html import declared_charset
from copydesk.model.raw import Media
from tests.inputs.pile import record, reject

PAGE = "<!DOCTYPE html><html><head>{meta}<title>Порт</title></head><body><p>Порт закрыт до весны.</p></body></html>"


@pytest.mark.parametrize("name", ["p.html", "p.HTM", "p.xhtml", "p.html?id=7", "p.shtml"])
def test_names_of_html(tmp_path: Path, name: str) -> None:
    data = PAGE.format(meta="").encode()
    (tmp_path / name).write_bytes(data)
    found = record(tmp_path / name)
    assert (found.media, found.content) == (Media.HTML, data.decode())
    assert found.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["page", "page.txt", "page.php", "page.xml", "www.example.com"])
@pytest.mark.parametrize(
    "before",
    ["", "\ufeff", "\n \t", '<?xml version="1.0"?>\n', "<!-- saved from url=(0020)https://example.com/ -->\r\n"],
)
def test_html_is_told_by_its_opening(tmp_path: Path, name: str, before: str) -> None:
    (tmp_path / name).write_bytes((before + PAGE.format(meta="")).encode())
    assert record(tmp_path / name).media is Media.HTML


@pytest.mark.parametrize(
    "text", ["<b>Bold</b> claims.", "<3 the quay", "a <html> b", "<!-- a note -->\nText", "<parliament>"]
)
def test_text_with_tags_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert record(tmp_path / "page.txt").media is Media.TEXT


def test_markdown_that_begins_with_an_element_is_text(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text('<p align="center">Quay</p>\n\n# Shut', encoding="utf-8")
    assert record(tmp_path / "page.md").media is Media.TEXT


@pytest.mark.parametrize(
    ("meta", "codec"),
    [
        ('<meta charset="koi8-r">', "koi8-r"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>", "cp1251"),
        ('<meta name="x" content="y"><meta charset = iso-8859-5 />', "iso8859-5"),
        ('<meta charset="koi8-r">', "utf-8"),
        ("", "cp1251"),
        ("", "utf-16"),
    ],
)
def test_the_encoding(tmp_path: Path, meta: str, codec: str) -> None:
    text = PAGE.format(meta=meta)
    (tmp_path / "page.html").write_bytes(text.encode(codec))
    assert record(tmp_path / "page.html").content == text


def test_the_xml_declaration_says_the_encoding(tmp_path: Path) -> None:
    text = "<?xml version='1.0' encoding='mac-cyrillic'?>" + PAGE.format(meta="")
    (tmp_path / "page.xhtml").write_bytes(text.encode("mac_cyrillic"))
    assert record(tmp_path / "page.xhtml").content == text


def test_a_hostile_label_is_no_codec(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b'<html><meta charset="zip"><p>It\x92s shut.</p>')
    assert record(tmp_path / "page.html").content == '<html><meta charset="zip"><p>It’s shut.</p>'


def test_binary_behind_an_html_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<html>" + bytes(500))
    assert reject(tmp_path / "page.html").code == "binary"
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + b"data" * 99)
    assert reject(tmp_path / "photo.html").code == "unsupported"


@pytest.mark.parametrize(
    "hostile", [b"<meta " * 20_000, b"<meta" + b" charset" * 20_000, b" " * 100_000, b"<?xml " * 20_000]
)
def test_hostile_heads_cost_little(hostile: bytes) -> None:
    started = time.process_time()
    assert declared_charset(hostile) is None
    assert time.process_time() - started < 1
