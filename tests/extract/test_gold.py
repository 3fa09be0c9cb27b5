"""Furniture against hand-made gold, where the developers' gold folder stands beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.extract import extract
from copydesk.model.page import ARTICLE_LABELS, Extraction
from copydesk.model.raw import Media, RawRecord

SHARED = Path(__file__).resolve().parents[3] / "shared"
PRECISION = 0.98
RECALL = 0.95


@pytest.mark.skipif(not (SHARED / "gold" / "seeds").is_dir(), reason=f"no gold at {SHARED}")
def test_furniture_against_gold() -> None:
    """Over the characters that are no white space: labelled furniture against furniture in the gold."""
    folder = SHARED / "gold" / "seeds"
    pages = json.loads((folder / "scope.json").read_text("utf-8"))["pages"]
    right = labelled = wanted = 0
    for page in pages:
        text, found = _furniture(page)
        gold = {
            i
            for entry in json.loads((folder / "furniture.json").read_text("utf-8"))
            if entry["page"] == page
            for i in range(entry["begin"], entry["end"])
            if not text[i].isspace()
        }
        right += len(found & gold)
        labelled += len(found)
        wanted += len(gold)
    assert right / labelled >= PRECISION
    assert right / wanted >= RECALL


def _furniture(page: str) -> tuple[str, set[int]]:
    (file,) = (SHARED / "seeds").glob(f"00{page[1:]}_*")
    text = file.read_bytes().decode("utf-8")
    found = extract(RawRecord(file.name, None, "0", Media.TEXT, text))
    assert isinstance(found, Extraction)
    places = (i for s in found.segments if s.label not in ARTICLE_LABELS for i in range(s.begin, s.end))
    return text, {i for i in places if not text[i].isspace()}
