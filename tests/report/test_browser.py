"""The report in a real browser, from disk: its own script runs, nothing else does."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.report import write_report
from tests.report.invented import InMemoryCase, invented_case, page
from tests.report.markup import read_html

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--dump-dom"),
)

pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="there is no chromium here to look at the report with")


def _as_rendered(file: Path, profile: Path) -> str:
    """The document as it stands after its scripts have run."""
    command = [str(_CHROMIUM), *_FLAGS, f"--user-data-dir={profile}", file.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")


def test_lists_can_be_sorted_and_filtered_where_scripts_run(tmp_path: Path) -> None:
    pages = [replace(page(f"p{n:02d}", f"Page {n}.")) for n in range(15)]
    write_report(InMemoryCase({"pages": pages}), tmp_path / "report")
    rendered = _as_rendered(tmp_path / "report" / "pages" / "1.html", tmp_path / "profile")
    assert '<button type="button">Site</button>' in rendered
    assert '<input type="search">' in rendered


def test_scripts_from_a_page_do_not_run(tmp_path: Path) -> None:
    act = "document.title='taken over';document.body.append('taken over')"
    words = f'<script>{act}</script><img src=x onerror="{act}"><svg/onload="{act}">'
    case = invented_case()
    case.tables["pages"] = [
        replace(row, title=words, site=words, text=words + row.text) for row in case.tables["pages"]
    ]
    write_report(case, tmp_path / "report")
    for name in ("index.html", "page/p03.html", "story/s01.html"):
        rendered = _as_rendered(tmp_path / "report" / name, tmp_path / "profile")
        (title,) = read_html(rendered[rendered.index("<title") : rendered.index("</title>") + 8]).named("title")
        assert "· copydesk" in title.text()
        assert ">taken over" not in rendered
        assert rendered.count("<script") == 1
