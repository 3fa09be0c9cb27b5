"""What the tests of builds share: a progress that takes notes, and the bytes of a case."""

from __future__ import annotations

import shutil
from pathlib import Path

import copydesk
from copydesk.pipeline import STAGES
from copydesk.record.case import Case

STEPS = ["read", "gather", *(stage.name for stage in STAGES), "write", "publish"]


class Log:
    """A progress that notes what it is told."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.open = 0
        self.units = 0
        self.total: int | None = 0

    def start(self, stage: str, total: int | None) -> None:
        self.stages.append(stage)
        self.open += 1
        if stage == "read":
            self.total = total

    def advance(self, n: int = 1) -> None:
        if self.stages[-1] == "read":
            self.units += n

    def finish(self) -> None:
        self.open -= 1


def exported(case: Path | str) -> dict[str, bytes]:
    """The bytes of every table."""
    out = Path(case) / ".." / f"export-{Path(case).name}"
    with Case.open(case) as opened:
        files = copydesk.export(opened, out, "jsonl")
    found = {file.name: file.read_bytes() for file in files}
    shutil.rmtree(out)
    return found
