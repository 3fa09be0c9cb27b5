"""The fields of a JSON record: what each may be called, and what of it is taken."""

from __future__ import annotations

import re
from typing import Any, Final

from copydesk.inputs.dates import iso_date
from copydesk.inputs.page_text import writable

MAX_CHARS: Final = 2_000
"""Characters of a piece of metadata; longer ones are no titles or addresses, and are taken as not stated."""
_ADDRESS: Final = re.compile(
    r"https?://[^\s<>\"]{1,1990}|[a-z0-9][a-z0-9.-]{1,250}\.[a-z]{2,20}(?:/[^\s<>\"]{0,1700})?", re.I
)
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def stated(fields: dict[str, Any], *names: str) -> Any:
    """The value of the first of the names that has one."""
    return next((fields[name] for name in names if fields.get(name) is not None), None)


def line(value: object) -> str | None:
    """A short text, stripped; null where there is none or it is no short text."""
    if not isinstance(value, str) or len(value) > MAX_CHARS:
        return None
    return writable(value.strip()) or None


def record_id(value: object) -> str | None:
    """The record's own id: a text or a number, as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return line(value)


def byline(value: object) -> str | None:
    """One name, or a list of names (or of objects with a `name`), joined by commas."""
    if not isinstance(value, list):
        return line(value.get("name") if isinstance(value, dict) else value)
    names = [line(one.get("name") if isinstance(one, dict) else one) for one in value[:50]]
    return line(", ".join(name for name in names if name))


def address(value: object) -> str | None:
    """A web address; any other scheme (`javascript:`, `data:`, `file:`) is taken as not stated."""
    text = line(value)
    return text if text and _ADDRESS.fullmatch(text) else None


def language(value: object) -> str | None:
    """The language subtag of a BCP 47 tag, in lower case (`en-GB` is `en`)."""
    found = _LANGUAGE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else None


def metadata(fields: dict[str, Any]) -> dict[str, str | None]:
    """What the record says about its page, by the names of `RawRecord`."""
    return {
        "url": address(fields.get("url")),
        "site": line(fields.get("site")),
        "title": line(fields.get("title")),
        "byline": byline(stated(fields, "byline", "author")),
        "language": language(fields.get("language")),
        "published": iso_date(stated(fields, "published", "date")),
        "retrieved": iso_date(stated(fields, "retrieved", "crawled")),
    }
