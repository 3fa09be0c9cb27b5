"""Every reject code, format and field is documented."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from copydesk.inputs import fields
from copydesk.inputs.formats import FORMATS
from copydesk.inputs.rejects import Code, amount

DOCS = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[str]:
    """The first cells of the table under a heading."""
    section = DOCS.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")][1:]


def test_every_code_is_documented_and_no_other() -> None:
    assert sorted(rows("Rejects")) == sorted(f"`{code}`" for code in Code)


def test_every_format_and_suffix_is_documented() -> None:
    assert sorted(rows("Formats")) == sorted(one.name for one in FORMATS)
    for one in FORMATS:
        for suffix in one.suffixes:
            assert f"`{suffix}`" in DOCS


def test_every_field_is_documented() -> None:
    named = [*re.findall(r'"([a-z]+)"', inspect.getsource(fields.metadata)), "id", "text", "html"]
    documented = set(re.findall(r"`([a-z]+)`", " ".join(rows("Fields of a JSON record"))))
    assert set(named) <= documented


@pytest.mark.parametrize(
    ("n_bytes", "said"),
    [(0, "0 bytes"), (1_023, "1023 bytes"), (1_536, "1.5 KiB"), (32 << 20, "32 MiB"), (4 << 30, "4 GiB")],
)
def test_amounts(n_bytes: int, said: str) -> None:
    assert amount(n_bytes) == said
