"""The public names: all there, typed, quick to import, and of one version."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import copydesk
from copydesk.errors import CopydeskError

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", copydesk.__all__)
def test_each_name_is_there(name: str) -> None:
    assert getattr(copydesk, name) is not None
    assert name in dir(copydesk)


def test_names_are_typed_as_they_are_found() -> None:
    tree = ast.parse(Path(copydesk.__file__).read_text("utf-8"))
    (typed,) = (node for node in tree.body if isinstance(node, ast.If))
    imports = {
        (node.module, alias.name)
        for node in ast.walk(typed)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    found = {(home, name) for name, home in vars(copydesk)["_HOME_OF"].items()}
    assert imports == found
    assert {name for _, name in found} | {"__version__"} == set(copydesk.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        copydesk.biuld  # noqa: B018 (the access is the test)


def test_every_error_is_public_and_has_a_code_and_an_exit_code_of_its_own() -> None:
    errors = [error for error in vars(sys.modules["copydesk.errors"]).values() if isinstance(error, type)]
    assert {error.__name__ for error in errors} <= set(copydesk.__all__)
    codes = [error.code for error in errors if issubclass(error, CopydeskError)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("command", ["import copydesk", "import copydesk.cli.main"])
def test_import_is_light(command: str) -> None:
    heavy = ("numpy", "numba", "pyarrow", "lxml", "trafilatura", "rustworkx", "jinja2")
    code = f"{command}; import sys; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout == "[]\n"


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == copydesk.__version__
