"""Inputs that are broken on purpose, each in the way that its name says."""

from __future__ import annotations

import struct
import zlib

_LEVELS = 600
_SENTENCE = "The harbor master said that the fog had lifted at noon and that nobody had been hurt."


def broken_files() -> dict[str, bytes]:
    """The files by name. `facts.toml` says what is to become of each."""
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n \n",
        "binary.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "deep.html": _deep_html(),
        "invalid-bytes.txt": _SENTENCE.encode().replace(b"fog", b"f\xc3\x28g \xff\xfe") + b"\n",
        "bad-lines.jsonl": _bad_lines(),
        "cut.html.gz": _packed(f"<html><body><p>{_SENTENCE}</p></body></html>".encode() * 8)[:400],
        "not-packed.html.gz": f"<p>{_SENTENCE}</p>\n".encode(),
    }


def _deep_html() -> bytes:
    """One sentence, deeper than the depth below which some parsers drop text without a word."""
    inner = f"<p>{_SENTENCE}</p>"
    return (
        "<!-- invented, bundled with copydesk --><html><body>" + "<i>" * _LEVELS + inner + "</i>" * _LEVELS
    ).encode()


def _bad_lines() -> bytes:
    lines = [
        f'{{"id": "ok", "title": "Fog", "text": "{_SENTENCE}"}}',
        '{"id": "cut", "text": "The harbor master sa',
        '["a list", "is not a record"]',
        '{"id": "textless", "title": "Fog"}',
        '{"id": "number", "text": 41}',
    ]
    return "".join(line + "\n" for line in lines).encode()


def _packed(content: bytes) -> bytes:
    """A gzip file with one stored block, so that its bytes do not depend on the packer's version."""
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    block = struct.pack("<BHH", 1, len(content), len(content) ^ 0xFFFF) + content
    return head + block + struct.pack("<II", zlib.crc32(content), len(content))
