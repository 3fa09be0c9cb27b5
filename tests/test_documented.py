"""What users rely on is documented, and nothing is documented that is not there."""

from __future__ import annotations

import dataclasses
import re
import typing
from enum import StrEnum
from pathlib import Path

import pytest
import typer

import copydesk
from copydesk.cli.exits import exit_codes
from copydesk.cli.main import COMMANDS, app
from copydesk.model.tables import TABLES
from copydesk.outputs.formats import FORMATS
from copydesk.record.columns import columns_of
from copydesk.record.summary import Summary

DOCS = Path(__file__).parents[1] / "docs"


def sections(document: str) -> dict[str, str]:
    """The text below each second-level heading of a document."""
    parts = re.split(r"^## (.+)$", (DOCS / document).read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_cells(section: str) -> list[str]:
    """The first cell of each row of the tables of a section."""
    return re.findall(r"^\| (.+?) \|", section, flags=re.MULTILINE)


def documented(section: str) -> list[str]:
    """The names in the first cells of a section's tables."""
    return [name for cell in first_cells(section) for name in re.findall(r"`([\w.]+)", cell)]


@pytest.mark.parametrize("name", TABLES)
def test_columns(name: str) -> None:
    assert documented(sections("tables.md")[f"`{name}`"]) == list(TABLES[name].columns)


@pytest.mark.parametrize("name", TABLES)
def test_order_of_rows(name: str) -> None:
    prose = " ".join(sections("tables.md")[f"`{name}`"].split("| column |")[0].split())
    stated = prose.split("In the order of ")[1].split(". ")[0].rstrip(".")
    order = re.findall(r"`(\w+)`", stated)
    assert order[: len(TABLES[name].order)] == list(TABLES[name].order)


@pytest.mark.parametrize("name", TABLES)
def test_null_is_documented_where_it_can_be(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", sections("tables.md")[f"`{name}`"], flags=re.MULTILINE)
    nullable = {column.name for column in columns_of(TABLES[name].row) if column.nullable}
    assert {column for column, kind in rows if kind.endswith(", null")} == nullable


@pytest.mark.parametrize("name", TABLES)
def test_values_of_enumerations(name: str) -> None:
    section = sections("tables.md")[f"`{name}`"]
    for column in columns_of(TABLES[name].row):
        if issubclass(column.item, StrEnum):
            (row,) = (line for line in section.splitlines() if line.startswith(f"| `{column.name}` |"))
            missing = [value for value in column.item if f"`{value}`" not in row]
            assert not missing, (column.name, missing)


def test_tables() -> None:
    assert [heading for heading in sections("tables.md") if heading.startswith("`")] == [f"`{n}`" for n in TABLES]


def commands() -> list[tuple[str, typing.Any]]:
    group = typer.main.get_command(app)
    return list(group.commands.items())  # type: ignore[attr-defined]


def options(command: typing.Any) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option.startswith("-")}


def test_commands() -> None:
    headings = [h.strip("`").split()[1] for h in sections("cli.md") if h.startswith("`copydesk ")]
    assert sorted(headings) == sorted(name for name, _ in commands())
    assert sorted(headings) == sorted(function.__name__ for function, _ in COMMANDS)


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_options(name: str, command: typing.Any) -> None:
    (section,) = (text for h, text in sections("cli.md").items() if h.startswith(f"`copydesk {name} "))
    stated = {option for cell in first_cells(section) for option in re.findall(r"`(--?[\w-]+)", cell)}
    assert stated == options(command) - {"--help", "-h"}


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_help_teaches(name: str, command: typing.Any) -> None:
    assert f"copydesk {name} " in command.epilog
    assert len(command.help) > 40
    assert all(parameter.help for parameter in command.params), name


def test_exit_codes() -> None:
    stated = [int(cell) for cell in first_cells(sections("cli.md")["Exit codes"]) if cell.isdigit()]
    assert stated == [code for code, _ in exit_codes()]
    in_help = typer.main.get_command(app).epilog or ""
    for code, meaning in exit_codes():
        assert re.search(rf"^ *{code}  {re.escape(meaning)}$", in_help, flags=re.MULTILINE)


def test_formats() -> None:
    for name in FORMATS:
        assert f"`{name}`" in sections("cli.md")["`copydesk export CASE --format FORMAT --out DIR`"]
        assert name in options_help("export", "--format")


def options_help(name: str, option: str) -> str:
    command = dict(commands())[name]
    return next(str(parameter.help) for parameter in command.params if option in parameter.opts)


def test_public_names() -> None:
    text = (DOCS / "api.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)", text))
    assert not set(copydesk.__all__) - named
    stated = {
        name for section in ("Building", "Writing", "Errors") for name in documented(sections("api.md")[section])
    }
    assert not stated - set(copydesk.__all__)


def test_public_members_of_the_case() -> None:
    members = {name for name in vars(copydesk.Case) if not name.startswith("_")} | {"folder"}
    stated = {
        name.removeprefix("Case.") for name in documented(sections("api.md")["Reading"]) if name.startswith("Case.")
    }
    assert stated == members


def test_rows_and_their_classes() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", sections("api.md")["Rows"], flags=re.MULTILINE)
    assert rows == [(name, table.row.__name__) for name, table in TABLES.items()]


def test_figures_of_a_case() -> None:
    (row,) = (line for line in sections("api.md")["Reading"].splitlines() if line.startswith("| `Summary` |"))
    assert re.findall(r"`(\w+)`", row)[1:] == [field.name for field in dataclasses.fields(Summary)]
