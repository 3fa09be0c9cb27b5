"""What a user may choose about the files of an export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """Options of `export`.

    Attributes:
        guard_formulas: in CSV, put an apostrophe before every text that a spreadsheet would take for a formula,
            and before every text that begins with an apostrophe itself, so that taking one leading apostrophe
            away gives the data back. Page text is hostile, and `=HYPERLINK(...)` in a headline would run on the
            desk of whoever opens the file. Numbers are never touched.
    """

    guard_formulas: bool = True
