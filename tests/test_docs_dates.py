"""The page on dates names every kind of witness and every setting with its value."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest

from copydesk.dates.settings import PublicationSettings, SiblingSettings, StorySettings
from copydesk.dates.witnesses import witnesses

PAGE = (Path(__file__).parents[1] / "docs" / "dates.md").read_text("utf-8")


def test_every_kind_of_witness_is_documented() -> None:
    table = PAGE.split("| kind | may date a page |")[1].split("\n\n")[0]
    named = {
        kind
        for row in table.splitlines()
        for kind in re.findall(r"`([^`]+)`", row.split("|")[1] if "|" in row else "")
    }
    assert named == set(witnesses()) | {"retrieved", "copyright", "weekday", "sibling", "story"}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("PublicationSettings", PublicationSettings()),
        ("SiblingSettings", SiblingSettings()),
        ("StorySettings", StorySettings()),
    ],
)
def test_settings_are_documented_with_their_values(name: str, settings: Any) -> None:
    table = PAGE.split(f"(`{name}`)")[1].split("\n\n")[1]
    stated = dict(re.findall(r"^\| `(\w+)` \| (-?[\d.]+) \|", table, flags=re.MULTILINE))
    assert stated == {key: str(value) for key, value in dataclasses.asdict(settings).items()}
    assert not set(stated) - set(re.findall(r"\w+", type(settings).__doc__ or ""))
