"""From templates to files: escaping always on, the same bytes for the same case, nothing written elsewhere."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from copydesk.errors import OutputError
from copydesk.model.marks import REPORT_MARK
from copydesk.report import addresses, hostile, labels
from copydesk.report.figures import wording_of
from copydesk.version import __version__

_FOLDERS = (
    "story",
    "page",
    "collation",
    "quotations",
    "happened",
    "events",
    "stories",
    "pages",
    "origins",
    "rejects",
)
_ASSETS = ("report.css", "report.js")


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "version": __version__,
        "plural": labels.plural,
        "wording_of": wording_of,
        "wordings": labels.WORDING,
        "page_file": addresses.page_file,
        "web_link": hostile.web_link,
        "language_tag": hostile.language_tag,
    }
    environment.filters |= {
        "line": hostile.line,
        "percent": labels.percent,
        "day": labels.date,
        "phrase": labels.phrase,
    }
    return environment


class Press:
    """Writes the pages of one report into one folder."""

    def __init__(self, out: Path) -> None:
        """Make the folder ready, with the pages of an older report gone.

        Raises:
            OutputError: the folder holds something that is not a report, or can't be written.
        """
        self._out = out
        self._environment = _environment()
        try:
            _clear(out)
            for name in _ASSETS:
                source = resources.files("copydesk.report").joinpath("assets", name)
                self._write(f"assets/{name}", source.read_text(encoding="utf-8"))
        except OSError as error:
            raise OutputError(
                f"{out} could not be written: {error.strerror}. Check the disk and the rights."
            ) from error

    def set(self, path: str, template: str, **context: Any) -> None:
        """Write one page. `path` is relative to the report and made by `addresses`.

        Raises:
            OutputError: the page can't be written.
        """
        root = "../" * path.count("/")
        html = self._environment.get_template(template).render(root=root, here=path, **context)
        try:
            self._write(path, html)
        except OSError as error:
            raise OutputError(f"{path} could not be written: {error.strerror}. Check the disk.") from error

    def _write(self, path: str, text: str) -> None:
        file = self._out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))


def _clear(out: Path) -> None:
    """Take away an older report's own files, and only those; refuse a folder that is something else."""
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out} is a file, and a report is a folder. Give another name to --out.")
    if out.exists() and any(out.iterdir()) and not (out / REPORT_MARK).is_file():
        raise OutputError(f"{out} is not empty and not a report: it is left as it is. Give a new folder.")
    out.mkdir(parents=True, exist_ok=True)
    (out / REPORT_MARK).write_bytes(b"Written by copydesk. The pages here are replaced by the next report.\n")
    for pattern in ("*.html", *(f"{folder}/*.html" for folder in _FOLDERS)):
        for file in sorted(out.glob(pattern)):
            file.unlink()
