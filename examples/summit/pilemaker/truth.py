"""What is true of the pile: whose text each page carries, where, how it was changed, and which pages share what."""

from __future__ import annotations

from typing import Any

from pilemaker.template import MadePage, Marked, Unit
from pilemaker.texts import Text, words

_NOT_FURNITURE = {"own", "headline", "subhead", "byline", "dateline"}
_HEAD_KEYS = (
    *("media", "site", "url", "language", "story", "origins", "origin_named", "wording", "spinner"),
    *("published", "date_on_page", "published_evidence", "misleading_dates", "retrieved", "dateline"),
)


def unit_id(unit: Unit, texts: dict[str, Text]) -> str:
    """The name of a paragraph, the same in all versions of its text."""
    return f"{texts[unit.text_name].family}:{unit.key}"


def page_truth(page: MadePage, texts: dict[str, Text]) -> dict[str, Any]:
    """Everything that is true of one page."""
    row: dict[str, Any] = {"source": page.head["file"], "record_id": page.head.get("record_id")}
    row |= {key: page.head.get(key) for key in _HEAD_KEYS}
    row["versions"] = sorted({unit.text_name for unit in page.units})
    row["headline"] = _headline(page)
    row["byline"] = next((mark.text for mark in page.marked if mark.label == "byline"), None)
    row["furniture"] = [_marked_truth(m) for m in page.marked if m.label not in _NOT_FURNITURE]
    row["own_reporting"] = [_marked_truth(m) for m in page.marked if m.label == "own"]
    row["units"] = [_unit_truth(unit, texts) for unit in page.units]
    if page.head.get("spinner"):
        row["spun"] = _spun_truth(page)
    return row


def _headline(page: MadePage) -> str | None:
    unit = next((unit.text for unit in page.units if is_headline(unit)), None)
    return unit or next((mark.text for mark in page.marked if mark.label == "headline"), None)


def is_headline(unit: Unit) -> bool:
    """Whether a paragraph is a headline: short, so a matcher may find it or not."""
    return "headline" in unit.key


def _marked_truth(mark: Marked) -> dict[str, Any]:
    return {"label": mark.label, "begin": mark.begin, "end": mark.end, "text": mark.text}


def _unit_truth(unit: Unit, texts: dict[str, Text]) -> dict[str, Any]:
    row: dict[str, Any] = {"unit": unit_id(unit, texts), "version": unit.text_name}
    row |= {"begin": unit.begin, "end": unit.end, "change": _change(unit), "text": unit.text}
    if unit.swaps:
        row["restored"] = unit.clean
        if unit.begin is not None:
            row["substitutions"] = [
                {"begin": s.begin, "end": s.end, "text": s.text, "restored": s.restored, "quoted": s.in_quotation}
                for s in unit.swaps
            ]
    return row


def _change(unit: Unit) -> str:
    if unit.swaps:
        return "spun"
    return "edited" if unit.edited else "verbatim"


def _spun_truth(page: MadePage) -> dict[str, Any]:
    total = sum(1 for unit in page.units for _ in words(unit.clean))
    changed = sum(1 for unit in page.units for swap in unit.swaps for _ in words(swap.restored))
    return {"words": total, "words_changed": changed, "share": round(changed / total, 3)}
