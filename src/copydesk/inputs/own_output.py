"""What copydesk itself wrote into a folder: reports and exports are made of pages, and are no pages."""

from __future__ import annotations

import stat
from collections.abc import Collection
from pathlib import Path
from typing import Final

from copydesk.model.marks import EXPORT_MARK, REPORT_MARK

_MARK_BYTES: Final = 64 * 1024
"""More than the names of all tables in all formats; a mark may come from somebody else."""


def is_report(names: Collection[str]) -> bool:
    """Whether a folder with files of these names is a report."""
    return REPORT_MARK in names


def exported(folder: str, names: Collection[str]) -> frozenset[str]:
    """Those of the names in the folder that an export wrote, by the mark it left; also where they were packed since.

    Raises:
        OSError: the mark can't be read.
    """
    if EXPORT_MARK not in names:
        return frozenset()
    mark = Path(folder, EXPORT_MARK)
    if not stat.S_ISREG(mark.lstat().st_mode):  # a pipe would be waited for
        return frozenset()
    with mark.open("rb") as stream:
        listed = frozenset(stream.read(_MARK_BYTES).decode("utf-8", errors="replace").splitlines())
    return frozenset(name for name in names if name.removesuffix(".gz") in listed)
