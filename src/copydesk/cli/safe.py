"""Text from pages, files and arguments made harmless for a terminal."""

from __future__ import annotations

import json
from typing import Any

_REPLACEMENT = "\ufffd"


def _harmless() -> dict[int, str]:
    """What stands for each character that a terminal obeys or that turns the order of what is read.

    One character for one, so that offsets hold. Control characters show as their pictures (ESC as ␛); those
    without a picture, and the marks of Unicode that override the direction of text (as in a file name that ends
    in `txt.exe` backwards), show as U+FFFD. Line ends and tabs stay.
    """
    harmless = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
    harmless |= {0x7F: "\u2421"} | dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    harmless |= dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029), _REPLACEMENT)
    harmless |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT)
    return harmless | dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)


_HARMLESS = _harmless()


def safe(text: str) -> str:
    """The text with every character that a terminal would obey made visible, of the same length.

    A carriage return before a line end becomes a space: a page with Windows line ends is no attack.
    """
    return text.replace("\r\n", " \n").translate(_HARMLESS)


def safe_line(text: str) -> str:
    """The same for what must stay on one line: line ends and tabs become spaces."""
    return safe(text).replace("\n", " ").replace("\t", " ")


def safe_json(value: Any) -> str:
    """JSON in ASCII: no byte of it is a control character, whatever the texts hold."""
    return json.dumps(value, ensure_ascii=True, indent=2).replace("\x7f", "\\u007f")
