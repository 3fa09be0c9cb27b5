"""Page templates: furniture written by hand around places for the paragraphs of the clean texts.

In a template, `<<text:key>>` is a paragraph of a text, `<<text:key|other wording>>` the same paragraph as an editor
changed it, and `[[label:words]]` is furniture (or the page's own words, where the label is `own`). All else stands
as it is.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pilemaker.spinner import Dialect, Swap, spin
from pilemaker.texts import Text, split_head

_MARK = re.compile(
    r"<<(?P<text>[a-z0-9-]+):(?P<key>[a-z0-9-]+)(?:\|(?P<edited>[^>]*))?>>|\[\[(?P<label>[a-z_]+):(?P<words>[^\]]*)\]\]"
)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph as it stands on a page. `begin`, `end` are null on pages whose text an extractor must make."""

    text_name: str
    key: str
    text: str
    clean: str
    begin: int | None
    end: int | None
    edited: bool
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with a label: furniture, a headline, a byline, or the page's own reporting."""

    label: str
    text: str
    begin: int | None
    end: int | None


@dataclass(slots=True)
class MadePage:
    """A rendered page: `content` is what goes into its file (or into its record's text)."""

    name: str
    head: dict[str, Any]
    content: str = ""
    units: list[Unit] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)

    @property
    def key(self) -> str:
        """How the truth names the page: its file, and its record where the file holds many."""
        record = self.head.get("record_id")
        return f"{self.head['file']}#{record}" if record else str(self.head["file"])


def make_page(path: Path, texts: dict[str, Text], dialects: dict[str, Dialect]) -> MadePage:
    """Render one template. Raises KeyError where it names a text, paragraph or dialect that is not there."""
    head, body = split_head(path.read_text(encoding="utf-8"))
    page = MadePage(path.stem, head)
    if head["media"] != "html":
        final = head["media"] == "text" and head.get("final_newline", True)
        body = body.rstrip("\n") + ("\n" if final else "")
    out: list[str] = []
    length = done = 0
    for match in _MARK.finditer(body):
        before = _literal(body[done : match.start()], head)
        begin = length + len(before)
        shown = _unit(match, page, texts, dialects, begin) if match["key"] else _marked(match, page, begin)
        out += [before, shown]
        length = begin + len(shown)
        done = match.end()
    page.content = "".join([*out, _literal(body[done:], head)])
    return page


def _unit(
    match: re.Match[str], page: MadePage, texts: dict[str, Text], dialects: dict[str, Dialect], begin: int
) -> str:
    edited = match["edited"]
    original = texts[match["text"]].units[match["key"]]
    clean = _typography(original if edited is None else edited, page.head)
    text, swaps = clean, list[Swap]()
    if page.head.get("spinner"):
        text, swaps = spin(clean, dialects[page.head["spinner"]])
    unit = Unit(match["text"], match["key"], text, clean, None, None, edited is not None, tuple(swaps))
    if page.head["media"] == "html":
        page.units.append(unit)
        return _markup(text, page.head)
    end = begin + len(text)
    moved = tuple(replace(s, begin=s.begin + begin, end=s.end + begin) for s in swaps)
    page.units.append(replace(unit, begin=begin, end=end, swaps=moved))
    return text


def _marked(match: re.Match[str], page: MadePage, begin: int) -> str:
    text = _typography(match["words"], page.head)
    if page.head["media"] == "html":
        page.marked.append(Marked(match["label"], text, None, None))
        return _markup(text, page.head)
    text = text.replace("\n", page.head.get("newline", "\n"))
    page.marked.append(Marked(match["label"], text, begin, begin + len(text)))
    return text


def _typography(text: str, head: dict[str, Any]) -> str:
    return text.translate(_STRAIGHT) if head.get("typography") == "straight" else text


def _literal(text: str, head: dict[str, Any]) -> str:
    if head["media"] == "html":
        return text
    return _typography(text, head).replace("\n", head.get("newline", "\n"))


def _markup(text: str, head: dict[str, Any]) -> str:
    """Visible text as HTML: escaped, tagged words linked at their first place, non-ASCII as references if asked."""
    shown = html.escape(text, quote=False)
    for name, target in head.get("links", {}).items():
        shown = shown.replace(name, f'<a href="{target}">{name}</a>', 1)
    if head.get("references"):
        shown = shown.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return shown
