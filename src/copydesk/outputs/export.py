"""The tables of a case as files."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from copydesk.errors import NotFoundError, OutputError
from copydesk.model.marks import EXPORT_MARK
from copydesk.model.tables import TABLES
from copydesk.outputs.formats import FORMATS
from copydesk.outputs.settings import ExportSettings
from copydesk.progress import Progress, Silence
from copydesk.record.case import Case
from copydesk.record.lookup import find_table


def export(
    case: Case,
    out: str | Path,
    format: str,
    tables: Sequence[str] | None = None,
    *,
    settings: ExportSettings | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Write tables of a case as files `TABLE.FORMAT` into the folder `out`, all from one build of the case.

    The same case gives the same bytes. Files appear under their names only when all of them are complete, and
    replace files of the same names; other files in the folder are left alone. A hidden file `.copydesk-export` names
    them, by which a build passes them over.

    Args:
        case: an open case.
        out: a folder, made where it is not there.
        format: `jsonl`, `parquet` or `csv`.
        tables: names of tables; all where it is null.
        settings: options of the formats.
        progress: told of each table, in rows.

    Returns:
        The files, in the order of the tables.

    Raises:
        NotFoundError: there is no such format or table.
        TypeError: `tables` is one name instead of several.
        OutputError: a file can't be written.
    """
    if format not in FORMATS:
        raise NotFoundError(f"There is no format {format!r}. The formats are: {', '.join(FORMATS)}.")
    if isinstance(tables, str):
        raise TypeError("tables must be a list of names, not one name")
    chosen = [find_table(name) for name in (TABLES if tables is None else dict.fromkeys(tables))]
    settings, progress, folder = settings or ExportSettings(), progress or Silence(), Path(out)
    with _named_errors(folder), ExitStack() as unfinished:
        folder.mkdir(parents=True, exist_ok=True)
        drafts: dict[Path, Path] = {}
        with case.snapshot():
            for table in chosen:
                file = folder / f"{table.name}.{format}"
                draft = drafts[file] = unfinished.enter_context(_draft(file))
                progress.start(f"export {table.name}", case.count(table.name))
                FORMATS[format](table, _told(case.table(table.name), progress), draft, settings)
                progress.finish()
        mark = folder / EXPORT_MARK
        draft = unfinished.enter_context(_draft(mark))
        draft.write_text(_marked(mark, [file.name for file in drafts]), encoding="utf-8", newline="\n")
        draft.replace(mark)  # first, so that no export ever lies there without it
        for file, draft in drafts.items():
            draft.replace(file)
    return list(drafts)


_MARK_HEAD = "# Tables that copydesk exported, named here so that no build reads them as pages."


def _marked(mark: Path, names: list[str]) -> str:
    """The text of the mark: the names that an earlier export put there, and these."""
    before = mark.read_text(encoding="utf-8", errors="replace").splitlines() if mark.is_file() else []
    possible = {f"{table}.{format}" for table in TABLES for format in FORMATS}
    return "\n".join([_MARK_HEAD, *sorted(possible & {*before, *names})]) + "\n"


def _told(rows: Iterator[Any], progress: Progress) -> Iterator[Any]:
    for row in rows:
        yield row
        progress.advance()


@contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """A new empty file beside `file`, which is gone on leaving unless it was renamed."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}.partial")
    draft.touch(exist_ok=False)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _named_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{error.filename or folder} could not be written: {error.strerror or error}.") from error
