"""What holds for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.invented_pile import write_pile

# A first example may compile a pattern or meet a busy machine. Tests that mean a time limit set one themselves.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pile, in the folder `pages` below the current one."""
    monkeypatch.chdir(tmp_path)
    return write_pile(tmp_path / "pages").relative_to(tmp_path)
