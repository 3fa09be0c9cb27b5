"""`copydesk verify`: the promises of a case, checked."""

from __future__ import annotations

import dataclasses

from rich.text import Text

import copydesk
from copydesk.cli.counts import counted, number
from copydesk.cli.options import AsJson, CaseFolder, Quiet, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen
from copydesk.errors import DamagedCaseError

EPILOG = examples("copydesk verify case")

_SHOWN = 20


def verify(case: CaseFolder, as_json: AsJson = False, quiet: Quiet = False) -> None:
    """Check a case: the file, the ids, and that every offset bears the text that its row claims.

    Fails (exit 10) where any row is wrong.
    """
    with screen(as_json=as_json, quiet=quiet) as shown, copydesk.Case.open(case) as opened:
        faults = opened.check()
        shown.give(faults=[dataclasses.asdict(fault) for fault in faults])
        for fault in faults[:_SHOWN]:
            shown.show(Text(safe_line(f"{fault.table} row {fault.row}: {fault.what}")))
        if faults:
            raise DamagedCaseError(
                f"{counted(len(faults), 'fault')} in {opened.folder}. "
                "Give `copydesk build` a new folder, or delete this one first; it needs all the pages again."
            )
        rows = sum(opened.count(name) for name in copydesk.TABLES)
        shown.show(f"All is well: {number(rows)} rows checked.")
