"""The formats that can be read, and which of them a file is of. To add one: its file, and a line here."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any, Final

from copydesk.inputs.format import Format, Opened
from copydesk.inputs.html import HTML
from copydesk.inputs.json_document import JSON
from copydesk.inputs.jsonl import JSONL
from copydesk.inputs.mhtml import MHTML
from copydesk.inputs.plain import PLAIN
from copydesk.inputs.rejects import Code, UnreadError
from copydesk.text.decode import wide_codec

FORMATS: Final[tuple[Format, ...]] = (
    HTML,
    JSONL,
    JSON,
    MHTML,
    PLAIN,
)

_OTHER: Final[list[dict[str, Any]]] = tomllib.loads(
    resources.files("copydesk.inputs").joinpath("unsupported.toml").read_text(encoding="utf-8")
)["kinds"]
_OPENING_BYTES: Final = 4096
_BEFORE: Final = re.compile(r"\s{1,2000}|<\?xml[^>]{0,200}>|<!--.{0,2000}?-->", re.DOTALL)


def format_of(opened: Opened) -> Format:
    """The format of a file: by what no text begins with, then its suffix, then its first words, else plain text.

    Raises:
        UnreadError: `unsupported`.
    """
    head = opened.stream.peek()
    _refuse(next((kind for kind in _OTHER if _has_magic(kind, head)), None))
    suffix = opened.suffix
    by_suffix = next((one for one in FORMATS if suffix in one.suffixes), None)
    if by_suffix is not None:
        return by_suffix
    opening = _opening(head)
    by_content = next((one for one in FORMATS if one.opening and one.opening.match(opening)), None)
    if by_content is not None:
        return by_content
    _refuse(next((kind for kind in _OTHER if suffix[1:] in kind.get("suffixes", ())), None))
    return PLAIN


def _has_magic(kind: dict[str, Any], head: bytes) -> bool:
    return any(head.startswith(bytes.fromhex(one["hex"]), one.get("at", 0)) for one in kind.get("magic", ()))


def _refuse(kind: dict[str, Any] | None) -> None:
    if kind is not None:
        raise UnreadError(Code.UNSUPPORTED, f"This is {kind['name']}: {kind['instead']}.")


def _opening(head: bytes) -> str:
    """The first characters in lower case, without what may stand before any page."""
    part = head[:_OPENING_BYTES]
    text = part.decode(wide_codec(part) or "utf-8", errors="replace").lower().lstrip("\ufeff")
    at = 0
    while found := _BEFORE.match(text, at):
        at = found.end()
    return text[at:]
