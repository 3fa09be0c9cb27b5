"""Which encoding bytes are read in, and when they are no text."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from charset_normalizer import from_bytes
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.decode import codec_of, decode, is_binary, wide_codec

_ROWS = (Path(__file__).parent / "spoken.tsv").read_text(encoding="utf-8").splitlines()[1:]
SPOKEN = {name: (codec, text) for name, codec, text in (row.split("\t") for row in _ROWS)}
"""Invented sentences, and the codec that each is written in."""


@pytest.mark.parametrize("language", SPOKEN)
def test_short_texts_are_read_in_the_encoding_they_were_written_in(language: str) -> None:
    codec, text = SPOKEN[language]
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text


def test_the_alphabets_earn_their_place() -> None:
    """If the guess alone came to read all of these, the alphabets could go."""
    alone = [from_bytes(text.encode(codec)).best() for codec, text in SPOKEN.values()]
    right = sum(str(best) == text for best, (_, text) in zip(alone, SPOKEN.values(), strict=True))
    assert right < len(SPOKEN)


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1)


@given(LINES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_is_read_back(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded is not None
    assert decoded.text == text.removeprefix("\ufeff")
    assert not is_binary(text.encode(codec))


@given(st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Cc"]), min_size=1))
def test_what_is_read_from_latin_bytes_is_what_the_named_encoding_reads(text: str) -> None:
    """Single bytes bear no proof of their code page; what is read must be all of them, and say as what."""
    data = text.encode("latin-1")
    decoded = decode(data)
    if decoded is not None:
        assert decoded.text == data.decode(decoded.encoding, errors="replace")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["The quay\nis shut.", "Глава порта, да.", "一个市长星期二宣布,大桥将关闭 a", "😀 a smile 12"]
)
def test_wide_text_needs_no_mark(text: str, codec: str) -> None:
    data = text.encode(codec)
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert wide_codec(data) == codec
    assert not is_binary(data)


def test_a_wide_text_longer_than_the_sample_is_read_whole() -> None:
    text = "The quay 😀 is shut. " * 5_000
    for codec in ("utf-16-le", "utf-32-be"):
        decoded = decode(text.encode(codec))
        assert decoded is not None
        assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 10,
        b"\x01\x00\x02\x00\x03\x00\x04\x00",
        b"abc\x00",
        bytes(range(32)) * 20,
        random.Random(3).randbytes(5_000),
        b"\x7fELF" + b"\x02\x01\x01" + b"\x00" * 9 + b"text",
    ],
)
def test_binary_is_told(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("data", [b"", b"plain", b"tab\tand\r\nline\x0cfeed", b"x" * 200 + b"\x00", "é".encode() * 9])
def test_text_is_not_binary(data: bytes) -> None:
    assert not is_binary(data)


def test_bytes_that_no_encoding_makes_text_of() -> None:
    noise = random.Random(1)
    assert decode(bytes(noise.randrange(128, 256) for _ in range(4_000))) is None


def test_a_few_broken_places_do_not_change_the_encoding() -> None:
    text = "Le préfet a déclaré que la passerelle était fermée jusqu’à l’été, a-t-on appris à Sérignac. "
    data = text.encode() + b"Ici \xe9 une panne. " + text.encode() + "é".encode()[:1]
    decoded = decode(data)
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert decoded.text == text + "Ici \ufffd une panne. " + text + "\ufffd"


def test_a_declared_encoding_is_believed_where_the_bytes_agree() -> None:
    text = "O ministro disse que a situação é fácil"
    decoded = decode(text.encode("mac_roman"), "macintosh")
    assert decoded is not None
    assert decoded.text == text
    lied = decode(text.encode(), "iso-8859-1")
    assert lied is not None
    assert (lied.text, lied.encoding) == (text, "utf-8")
    thai = decode("café".encode("cp1252"), "shift_jis")
    assert thai is not None
    assert thai.text == "café"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        (" latin1 ", "cp1252"),
        ("GB2312", "gb18030"),
        ("windows-1250", "cp1250"),
        ("iso-8859-15", "iso8859_15"),
        ("UTF8", "utf-8"),
        ("utf-16", "utf-8"),
        ("koi8-r", "koi8_r"),
        ("utf-7", None),
        ("rot13", None),
        ("zip", None),
        ("hex", None),
        ("unicode_escape", None),
        ("idna", None),
        ("cp037", None),
        ("no such encoding", None),
        ("x\x00y", None),
        ("", None),
    ],
)
def test_labels_name_only_codecs_of_text(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_a_hostile_file_costs_no_more_than_a_look() -> None:
    noise = random.Random(2)
    high = bytes(noise.randrange(128, 256) for _ in range(4_096))
    started = time.process_time()
    decode(high * 2_048)
    decode(b"a" * 8_000_000 + high)
    decode(("é à ñ abc " * 400_000).encode("cp1252"))
    assert time.process_time() - started < 4
