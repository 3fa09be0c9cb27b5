"""One build, with the processor time of each of its stages.

    python -m benchmarks.timed_build PAGES CASE SECONDS

builds PAGES into CASE and writes the seconds by stage to the JSON file SECONDS.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

import copydesk


class StageClock:
    """Watches a build: the processor time of each stage, its worker processes included once they have ended."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage = ""
        self._since = 0.0

    def start(self, stage: str, total: int | None) -> None:  # noqa: ARG002 (units mean nothing here)
        """A stage begins."""
        self._stage, self._since = stage, _processor_time()

    def advance(self, n: int = 1) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """The current stage is done."""
        spent = _processor_time() - self._since
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + spent


def main(argv: Sequence[str]) -> int:
    """Build from the command line."""
    pages, case, seconds = argv
    clock = StageClock()
    copydesk.build([pages], case, progress=clock).close()
    Path(seconds).write_text(json.dumps(clock.seconds) + "\n", encoding="utf-8")
    return 0


def _processor_time() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
