"""JSON objects, cut out of their file, as records: what JSON Lines and JSON documents have in common."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from copydesk.inputs.fields import metadata, record_id
from copydesk.inputs.format import Item, Opened
from copydesk.inputs.page_text import writable
from copydesk.inputs.rejects import Code, UnreadError, amount
from copydesk.inputs.stream import Stream, Transcoded
from copydesk.limits import Limits
from copydesk.model.raw import Media, RawRecord, Reject
from copydesk.text.decode import decode, is_binary, wide_codec

Piece = tuple[int, bytes | None]
"""The number of a line or item (from 1) and its bytes, null where it is longer than may be held."""

_MAX_GUESSES: Final = 200
"""Guesses at the encoding of one file's pieces."""
_PARSE: Final = json.JSONDecoder().decode
_BOM: Final = b"\xef\xbb\xbf"


def json_stream(opened: Opened) -> Stream:
    """The bytes of a JSON file as UTF-8 (or what extends ASCII) without a byte order mark.

    Raises:
        UnreadError: `binary`.
    """
    head = opened.stream.peek()
    if is_binary(head):
        raise UnreadError(Code.BINARY, "This is no JSON but binary data: save the records as JSON Lines in UTF-8.")
    codec = wide_codec(head)
    stream = Stream(Transcoded(opened.stream, codec)) if codec else opened.stream
    if stream.peek().startswith(_BOM):
        stream.read(len(_BOM))
    return stream


def records(pieces: Iterable[Piece], opened: Opened, unit: str) -> Iterator[Item]:
    """Yield a record or reject for each piece; `unit` (`line` or `item`) is what the pieces are.

    What stops the reading becomes a reject of the piece it stopped at: those before it are kept.

    Raises:
        UnreadError: `empty` where there was no piece.
    """
    legacy = _Legacy()
    number = 0
    try:
        for number, raw in pieces:
            place = _Place(opened.source, unit, number)
            text = None if raw is None else legacy.text(raw)
            if raw is None:
                cap = amount(opened.limits.line_bytes)
                yield place.reject(Code.LINE_TOO_LONG, f"is longer than {cap}: cut it into several records")
            elif text is None:
                yield place.reject(Code.UNDECODABLE, "is in no encoding that can be told: save the file as UTF-8")
            else:
                yield _record(raw, text, place, opened.limits)
    except UnreadError as stop:
        yield Reject(opened.source, f"{unit}:{number + 1}", stop.code, stop.reason)
        return
    if not number:
        raise UnreadError(Code.EMPTY, "There is no record in it: get the file again, or drop it.")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record stands. Its number is the id of a record that has none of its own."""

    source: str
    unit: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.unit}:{self.number}"

    def reject(self, code: Code, what: str, own_id: str | None = None) -> Reject:
        return Reject(self.source, own_id or self.name, code, f"{self.unit.capitalize()} {self.number} {what}.")


class _Legacy:
    """Decodes pieces: as UTF-8, else in the encoding that an earlier piece of the file was found to have.

    One file has one encoding, so the first guess that fits is kept; and a guess costs a thousand times what
    decoding does (1 ms), so a file in which nothing fits is not guessed at for ever.
    """

    def __init__(self) -> None:
        self._codec: str | None = None
        self._n_guesses = 0

    def text(self, raw: bytes) -> str | None:
        for codec in ("utf-8", self._codec):
            try:
                return raw.decode(codec) if codec else self._guess(raw)
            except UnicodeDecodeError:
                continue
        return self._guess(raw)

    def _guess(self, raw: bytes) -> str | None:
        self._n_guesses += 1
        decoded = decode(raw) if self._n_guesses <= _MAX_GUESSES else None
        if decoded is None:
            return None
        if not decoded.encoding.startswith("utf"):
            self._codec = decoded.encoding
        return decoded.text


def _record(raw: bytes, text: str, place: _Place, limits: Limits) -> Item:
    fields = _fields(text, place)
    if isinstance(fields, Reject):
        return fields
    own_id = record_id(fields.get("id"))
    found = _content(fields)
    if found is None:
        return place.reject(Code.NO_TEXT, "has neither `text` nor `html` with text in it: add one of them", own_id)
    media, content = found
    if media is Media.TEXT and len(content) > limits.page_chars:
        what = f"has a text of more than {limits.page_chars:,} characters: cut it into its pages"
        return place.reject(Code.TOO_LARGE, what, own_id)
    return RawRecord(
        source=place.source,
        record_id=own_id or place.name,
        sha256=hashlib.sha256(raw).hexdigest(),
        media=media,
        content=content,
        **metadata(fields),
    )


def _fields(text: str, place: _Place) -> dict[str, Any] | Reject:
    try:
        fields = _PARSE(text)
    except RecursionError:
        return place.reject(Code.TOO_DEEP, "is nested too deep to be a record: flatten or drop it")
    except json.JSONDecodeError as error:
        return place.reject(Code.BAD_JSON, f"is no JSON from character {error.pos + 1} on: mend or drop it")
    except ValueError:  # a number of more digits than Python reads
        return place.reject(Code.BAD_JSON, "holds a number that can't be read: mend or drop it")
    if not isinstance(fields, dict):
        return place.reject(Code.BAD_JSON, "is no JSON object: put one object, with its fields, for each page")
    return fields


def _content(fields: dict[str, Any]) -> tuple[Media, str] | None:
    """The page: `text` where it says something, else `html`."""
    for media in Media:
        content = fields.get(media.value)
        if isinstance(content, str) and content and not content.isspace():
            return media, writable(content)
    return None
