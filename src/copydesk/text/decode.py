"""Bytes to text: which encoding a page is written in, on what evidence, and when it is no text at all."""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from charset_normalizer import from_bytes

_KNOWN: Final[dict[str, Any]] = tomllib.loads(
    resources.files("copydesk.text").joinpath("encodings.toml").read_text(encoding="utf-8")
)
_CANDIDATES: Final[list[str]] = _KNOWN["candidates"]
_LATIN: Final[list[str]] = _KNOWN["latin"]
_ALPHABETS: Final = tuple(frozenset(letters + letters.upper()) for letters in _KNOWN["alphabets"].values())

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark it begins with."""

SAMPLE_BYTES: Final = 32 * 1024
"""Bytes that a guess looks at, from shortly before the first byte beyond ASCII."""
_CONTEXT: Final = 256
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b"))
"""Control bytes that text does not have. DOS end-of-file and escape are left out: old text has them."""
_WIDE_BYTES: Final = 8
"""Bytes from which on UTF-16 and UTF-32 are told without a mark; fewer prove nothing."""
_LAST_PLANE: Final = 0x10
"""The third byte of a code point is this at most."""
_ASCII: Final = bytes(range(0x80))
BINARY_SHARE: Final = 0.01
"""Control bytes in text at most. Of 865 texts of the PAN 2013 corpus, which no one has cleaned, the worst has 0.5 %;
one is no text and has 13 %, near the 26 values of 256 that chance gives in compressed data."""
DAMAGE_SHARE: Final = 0.1
"""Broken sequences, for each sound character beyond ASCII, of a file that is still read as its encoding says."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the Python codec that gave it. A byte order mark is not part of the text."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Decode the bytes of a whole file, or return null where no encoding makes text of them.

    In this order: byte order mark; UTF-16 or UTF-32 without a mark (by where the NUL bytes stand); strict UTF-8;
    the `declared` label (of a page's own `charset`), where the bytes agree; UTF-8 with a few broken places, each
    read as U+FFFD; a guess. UTF-8 stands before the declared label because text of another encoding is, beyond
    a few letters, never valid UTF-8, and pages that declare Latin-1 and are UTF-8 are common.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark) and (marked := _lenient(data[len(mark) :], codec)) is not None:
            return marked
    if wide := _unmarked_wide(data):
        return Decoded(data.decode(wide, errors="replace"), wide)
    for codec in (*_escaped(data), "utf-8"):
        if (plain := _strict(data, codec)) is not None:
            return plain
    codec_declared = codec_of(declared) if declared else None
    if codec_declared and (said := _lenient(data, codec_declared)) is not None:
        return said
    return _lenient(data, "utf-8") or _guessed(data)


def is_binary(data: bytes) -> bool:
    """Say whether the bytes are no text: too many NUL and control bytes, and not UTF-16 or UTF-32."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > BINARY_SHARE * len(data) and wide_codec(data) is None


def wide_codec(data: bytes) -> str | None:
    """The codec of bytes that are UTF-16 or UTF-32, by their byte order mark or by where their NULs stand."""
    marked = (codec for mark, codec in _BOMS[1:] if data.startswith(mark))
    return next(marked, None) or _unmarked_wide(data)


def codec_of(label: str) -> str | None:
    """Python's codec for a declared label, null where it is unknown or no encoding that text is written in.

    Python's own registry is not asked beyond that: it also holds `zip`, `rot13` and `unicode_escape`.
    """
    name = label.strip().lower()
    if name in _KNOWN["labels"]:
        return str(_KNOWN["labels"][name])
    try:
        found = codecs.lookup(name).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    # A label that could be read as ASCII is not UTF-16, whatever it says (WHATWG HTML, 13.2.3.2).
    if found in {"utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32"}:
        return "utf-8"
    is_single_byte = re.fullmatch(r"cp125[0-8]|iso8859_\d{1,2}|mac_(?:roman|cyrillic)|cp866", found)
    return found if is_single_byte or found in _CANDIDATES else None


def _strict(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, codec: str) -> Decoded | None:
    """Decode with U+FFFD for broken places, if they are few for the characters that are sound."""
    if (sound := _strict(data, codec)) is not None:
        return sound
    text = data.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return Decoded(text, codec) if broken <= DAMAGE_SHARE * (beyond_ascii - broken) else None


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the one whose NUL bytes stand where those of `data` do."""
    sample = data[: SAMPLE_BYTES // 4 * 4]
    if b"\x00" not in sample or len(sample) < _WIDE_BYTES or _is_narrow(sample):
        return None
    is_fours = len(data) % 4 == 0
    lanes = [sample[lane::4] for lane in range(4)]
    if is_fours and not any(lanes[3]) and max(lanes[2]) <= _LAST_PLANE:
        order = ["utf-32-le"]
    elif is_fours and not any(lanes[0]) and max(lanes[1]) <= _LAST_PLANE:
        order = ["utf-32-be"]
    else:
        order = ["utf-16-le", "utf-16-be"]
        # U+4E00 ("one" in Chinese) and its like have a NUL in the other byte, so the order is by number.
        if sample[::2].count(0) > sample[1::2].count(0):
            order.reverse()
    return next((wide for wide in order if _is_sound(sample, wide)), None)


def _is_sound(sample: bytes, wide: str) -> bool:
    """No surrogate alone, no control, private or unassigned character: what other bytes soon give."""
    try:
        letters = set(codecs.getincrementaldecoder(wide)().decode(sample)) - set("\t\n\v\f\r")
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(char) in {"Cc", "Cn", "Co"} for char in letters)


def _is_narrow(sample: bytes) -> bool:
    """ASCII or UTF-8 with stray NUL bytes. Wide Latin text is half NUL, wide Cyrillic half U+0004."""
    n_zeros = sample.count(0)
    n_controls = len(sample) - len(sample.translate(None, _CONTROLS)) - n_zeros
    few = n_zeros < 0.25 * len(sample) and n_controls < 0.1 * len(sample)
    return few and _strict(sample, "utf-8") is not None


def _escaped(data: bytes) -> list[str]:
    if b"\x1b" not in data:
        return []
    marks: dict[str, list[str]] = _KNOWN["escapes"]
    return [codec for codec, found in marks.items() if any(mark.encode() in data for mark in found)]


def _guessed(data: bytes) -> Decoded | None:
    """The first of charset-normalizer's matches that reads all bytes; among Latin codecs, the alphabets choose.

    charset-normalizer tells scripts apart well, but not the Latin code pages: of the 34 short texts of
    tests/text/test_decode.py, in as many languages and codecs, it alone (3.5) read 23 right, this reads all 34.
    """
    sample = _sample(data)
    # Outside of Latin writing letters beyond ASCII stand in runs; one alone ("It\x92s") read as Big5 is a letter.
    among = _CANDIDATES if _RUN.search(sample) else _LATIN
    matches = [match.encoding for match in from_bytes(sample, cp_isolation=among)]
    if not matches:
        return None
    if matches[0] in _LATIN:
        matches = sorted(_LATIN, key=lambda codec: (-_fit(sample, codec), _LATIN.index(codec)))
    return next((read for codec in matches if (read := _lenient(data, codec)) is not None), None)


_RUN: Final = re.compile(rb"[\x80-\xff]{2}")


def _sample(data: bytes) -> bytes:
    """A bounded part that bears the evidence: it begins at a character and ends, where it can, after a line."""
    ascii_run = len(data) - len(data.lstrip(_ASCII))
    part = data[max(0, ascii_run - _CONTEXT) : ascii_run + SAMPLE_BYTES]
    if ascii_run + SAMPLE_BYTES >= len(data):
        return part
    return part[: part.rfind(b"\n") + 1] or part


_BESIDE_A_LETTER: Final = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f\u2013-\u2026\xa0\xbb]|[^\W\d_a-zA-Z]")
"""Letters beyond ASCII, and whatever else (but dashes and quotation marks) stands right behind a letter."""


def _fit(sample: bytes, codec: str) -> float:
    """Share of the letters beyond ASCII that the best alphabet has; 1 where there are none."""
    text = sample.decode(codec, errors="replace")
    seen = Counter(_BESIDE_A_LETTER.findall(text))
    total = sum(seen.values())
    if not total:
        return 1.0
    return max(sum(n for char, n in seen.items() if char in letters) for letters in _ALPHABETS) / total
