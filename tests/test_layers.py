"""Who may import whom, read from the source: stages meet in the tables, faces use the public API."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import copydesk

SOURCE = Path(copydesk.__file__).parent
FOUNDATION = {"errors", "limits", "progress", "version"}
STAGES = {"inputs", "extract", "reuse", "provenance", "actors", "dates", "stories", "quotes", "events"}

ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "limits": set(),
    "progress": set(),
    "version": set(),
    "model": set(),
    "text": {"model"} | FOUNDATION,
    **{stage: {"model", "text"} | FOUNDATION for stage in STAGES},
    "engines": {"model"} | FOUNDATION,
    "record": {"model", "text"} | FOUNDATION,
    "outputs": {"model", "text", "record"} | FOUNDATION,
    "report": {"model", "text", "record"} | FOUNDATION,
    "adding": {"model", "record", "reuse"} | FOUNDATION,
    "pipeline": {"model", "engines", "record", "adding"} | STAGES | FOUNDATION,
    "matching": {"model", "record"} | STAGES | FOUNDATION,
    "__init__": {"model", "text", "engines", "record", "outputs", "report", "pipeline", "matching"}
    | STAGES
    | FOUNDATION,
    "cli": {"public API", "errors", "model"},
    "__main__": {"cli"},
}
"""For each part of the package, the parts that it may import besides itself."""

NEEDED_WHERE_IT_STANDS = {
    ("engines/worker.py", "resource"),
    ("record/case.py", "copydesk.record.quotation"),
    ("record/case.py", "copydesk.record.shingles"),
    ("record/events.py", "copydesk.text.tokens"),
}
"""Imports inside functions: modules that not every system has, and modules of compiled code that a case is mostly
read without."""


def files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def part_of(file: Path) -> str:
    """The part that a file belongs to: its folder below the package, or its own name."""
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules that a tree imports; `from copydesk import x` is a module where there is one of that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            if module == "copydesk":
                yield from (f"copydesk.{alias.name}" for alias in node.names)
            else:
                yield module


def parts_imported(file: Path) -> set[str]:
    """The parts of the package that a file imports, itself left out."""
    found = set()
    for module in imported(ast.parse(file.read_text("utf-8"))):
        top, _, rest = module.partition(".")
        if top != "copydesk":
            continue
        part = rest.split(".")[0]
        is_module = (SOURCE / part).is_dir() or (SOURCE / f"{part}.py").is_file()
        found.add(part if rest and is_module else "public API")
    return found - {part_of(file)}


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_keep_to_the_layers(file: Path) -> None:
    part = part_of(file)
    assert part in ALLOWED, f"{part} has no place in the layers: give it one here and in the design"
    assert not parts_imported(file) - ALLOWED[part]


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_import_hides_in_a_function(file: Path) -> None:
    hidden = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            hidden |= {(file.relative_to(SOURCE).as_posix(), module) for module in imported(node)}
    assert not hidden - NEEDED_WHERE_IT_STANDS


def test_a_case_is_read_without_compiled_code() -> None:
    command = "import sys, copydesk; copydesk.Case, copydesk.EventQuery; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_no_part_is_named_that_is_not_there() -> None:
    assert set(ALLOWED) <= {part_of(file) for file in files()}


def test_only_the_pipeline_matching_and_the_public_api_name_several_stages() -> None:
    several = {part_of(file) for file in files() if len(parts_imported(file) & STAGES) > 1}
    assert several == {"pipeline", "matching"}


def test_every_way_to_write_an_import_is_seen() -> None:
    source = "import copydesk.record.case\nfrom copydesk.reuse import x\nfrom copydesk import stories, build\n"
    assert set(imported(ast.parse(source))) == {
        "copydesk.record.case",
        "copydesk.reuse",
        "copydesk.stories",
        "copydesk.build",
    }
