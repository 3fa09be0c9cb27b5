"""Page text on its way into a page of ours: nothing in it may act, hide or turn the words round.

Jinja escapes markup. What is left to do here: characters that steer the display instead of being shown. Bidi
embeddings, overrides and isolates (UAX #9) can make a page show words in an order that it does not have, and an
unpaired one leaks out of its element, so each is shown by its code point and never obeyed. The implicit marks
(LRM, RLM, ALM) reorder no more than a letter does and stay as they are: Arabic and Hebrew pages need them.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

STEERING = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
"""Controls, bidi embeddings, overrides and isolates, lone surrogates, noncharacters (a character class)."""

_STEERING = re.compile(f"[{STEERING}]")
_SPACES = re.compile(r"[\s\u2028\u2029]+")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}")
_URL = re.compile(rf"[^\s\u2028\u2029{STEERING}]{{1,2000}}")


def page_text(text: str) -> Markup:
    """HTML for a stretch of page text: its text content is `text`, but for the steering characters.

    Each of those becomes a `span.ctl` whose `data-cp` is the code point in hex, so that nothing is lost.
    """
    shown = _STEERING.sub(_by_code_point, str(escape(text)))
    return Markup(shown.replace("\r", "&#13;"))  # noqa: S704 - escaped above, and parsers fold a bare CR away


def _by_code_point(match: re.Match[str]) -> str:
    point = f"{ord(match.group()):04X}"
    return f'<span class="ctl" data-cp="{point}" title="Control character U+{point}, not obeyed">U+{point}</span>'


def line(text: str | None, longest: int = 300) -> str:
    """One clean line for a title, a name or a path: white space folded, steering characters as U+FFFD, clipped, where
    that costs little between two words."""
    if not text:
        return ""
    folded = _SPACES.sub(" ", text[: longest * 8]).strip()
    clean = _STEERING.sub("\ufffd", folded)
    if len(clean) <= longest:
        return clean
    space = clean.rfind(" ", 0, longest)
    return clean[: space if 3 * space > 2 * longest else longest - 1].rstrip() + "…"


def web_link(url: str | None) -> str | None:
    """The address where it is one that a reader may safely follow (http or https, with a host), else null."""
    if not url or not _URL.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host else None


def host_of(url: str | None) -> str | None:
    """The host of a safe address without its `www.`, else null."""
    link = web_link(url)
    host = urlsplit(link).hostname if link else None
    return host.removeprefix("www.") if host else None


def language_tag(language: str | None) -> str | None:
    """The language where it has the form of a BCP 47 tag, else null."""
    return language if language and _LANGUAGE.fullmatch(language) else None
