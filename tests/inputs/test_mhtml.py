"""Web pages saved as one file."""

from __future__ import annotations

import base64
import hashlib
import quopri
import time
from pathlib import Path

import pytest

from copydesk.model.raw import Media
from tests.inputs.pile import record, reject

HTML = "<html><body><p>Порт закрыт — “до весны”.</p></body></html>"


def saved(payload: bytes, encoding: str, charset: str = "utf-8") -> bytes:
    return (
        b"From: <Saved by Blink>\r\n"
        b"Snapshot-Content-Location: https://news.example/quay\r\n"
        b"Subject: The quay\r\n"
        b"Date: Mon, 19 Jun 2023 10:11:12 -0000\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x----"\r\n\r\n\r\n'
        b"------Boundary--x----\r\nContent-Type: text/css\r\n\r\np {}\r\n"
        b"------Boundary--x----\r\nContent-Type: text/html; charset="
        + charset.encode()
        + b"\r\nContent-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\nContent-Location: https://news.example/frame\r\n\r\n"
        + payload
        + b"\r\n------Boundary--x----\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        b"------Boundary--x------\r\n"
    )


@pytest.mark.parametrize(
    ("encoding", "payload"),
    [
        ("quoted-printable", quopri.encodestring(HTML.encode())),
        ("BASE64", base64.encodebytes(HTML.encode())),
        ("8bit", HTML.encode()),
        ("binary", HTML.encode()),
    ],
)
@pytest.mark.parametrize("name", ["quay.mhtml", "quay.mht", "quay"])
def test_a_saved_page(tmp_path: Path, encoding: str, payload: bytes, name: str) -> None:
    data = saved(payload, encoding)
    (tmp_path / name).write_bytes(data)
    found = record(tmp_path / name)
    assert found.media is Media.HTML
    assert found.content.strip() == HTML
    assert (found.url, found.retrieved, found.record_id) == ("https://news.example/quay", "2023-06-19", None)
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_the_part_names_its_encoding(tmp_path: Path) -> None:
    text = "<p>Порт закрыт до весны.</p>"
    (tmp_path / "quay.mht").write_bytes(saved(text.encode("koi8-r"), "8bit", "koi8-r"))
    assert record(tmp_path / "quay.mht").content.strip() == text


def test_a_single_part_is_the_page(tmp_path: Path) -> None:
    (tmp_path / "quay.mht").write_bytes(b"Content-Type: text/html; charset=utf-8\n\n" + HTML.encode())
    assert record(tmp_path / "quay.mht").content == HTML


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"From: <Saved by Blink>\r\n", "no_text"),
        (
            b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/css\r\n\r\na\r\n--x--",
            "no_text",
        ),
        (
            b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n \r\n--x--",
            "empty",
        ),
        (saved(b"PGh0bWw", "base64"), "undecodable"),
        (b"no header at all", "no_text"),
    ],
)
def test_archives_without_a_page(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "quay.mhtml").write_bytes(data)
    assert reject(tmp_path / "quay.mhtml").code == code


def test_a_million_parts_cost_little(tmp_path: Path) -> None:
    (tmp_path / "quay.mht").write_bytes(
        b"Content-Type: multipart/related; boundary=x\r\n\r\n" + b"--x\n\n" * 1_000_000
    )
    started = time.process_time()
    assert reject(tmp_path / "quay.mht").code == "no_text"
    assert time.process_time() - started < 2
