"""Every threshold is documented with the value that it has, and no page names one that is gone."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import copydesk.provenance
from copydesk.actors import ActorSettings
from copydesk.events import EventSettings
from copydesk.quotes.settings import QuoteSettings
from copydesk.reuse import ReuseSettings
from copydesk.stories.settings import EpisodeSettings, StorySettings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def documented(page: str, heading: str) -> dict[str, str]:
    """The rows of the table under a heading of a page: name and value, as they stand there."""
    section = (DOCS / page).read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `([\w.]+)` \| (-?[\d.]+) \|", section, flags=re.MULTILINE))


def constants() -> dict[str, int | float]:
    """The public numbers of the modules of the provenance stage, as `module.NAME`."""
    found = {}
    for module in pkgutil.iter_modules(copydesk.provenance.__path__):
        values: dict[str, Any] = vars(importlib.import_module(f"copydesk.provenance.{module.name}"))
        for name, value in values.items():
            if re.fullmatch(r"[A-Z][A-Z_]*", name) and isinstance(value, int | float) and _is_own(module.name, name):
                found[f"{module.name}.{name}"] = value
    return found


def _is_own(module: str, name: str) -> bool:
    """Whether the module sets the name itself, and does not merely import it."""
    source = (Path(copydesk.provenance.__path__[0]) / f"{module}.py").read_text("utf-8")
    return re.search(rf"^(?:[A-Z_]+, )*{name}(?:, [A-Z_]+)* = ", source, flags=re.MULTILINE) is not None


@pytest.mark.parametrize(
    ("page", "heading", "settings"),
    [
        ("reuse.md", "Settings", ReuseSettings()),
        ("actors.md", "Settings", ActorSettings()),
        ("stories.md", "Settings", StorySettings()),
        ("stories.md", "Settings of episodes", EpisodeSettings()),
        ("quotes.md", "Settings", QuoteSettings()),
        ("events.md", "Settings", EventSettings()),
    ],
    ids=["reuse", "actors", "stories", "episodes", "quotes", "events"],
)
def test_settings_are_documented_with_their_defaults(page: str, heading: str, settings: Any) -> None:
    assert documented(page, heading) == {name: str(value) for name, value in dataclasses.asdict(settings).items()}


def test_constants_of_provenance_are_documented() -> None:
    stated = documented("provenance.md", "Constants")
    assert stated == {name: str(value) for name, value in constants().items()}
    assert len(stated) > 20


@pytest.mark.parametrize("settings", [ReuseSettings, StorySettings, EpisodeSettings])
def test_docstrings_name_every_setting(settings: type[Any]) -> None:
    named = set(re.findall(r"\w+", settings.__doc__ or ""))
    assert not {field.name for field in dataclasses.fields(settings)} - named


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[^\w-]", line)[0] for line in project["dependencies"]}
    page = (DOCS / "decisions" / "0009-dependencies.md").read_text("utf-8")
    cells = re.findall(r"^\| (`[^|]+) \|", page, flags=re.MULTILINE)
    assert not wanted - {name for cell in cells for name in re.findall(r"`([\w-]+)`", cell)}
