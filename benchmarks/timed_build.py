"""One build, with what each of its steps costs.

    python -m benchmarks.timed_build PAGES CASE STEPS

builds PAGES into CASE and writes seconds and bytes by step to the JSON file STEPS.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import copydesk


@dataclass(frozen=True, slots=True)
class Step:
    """What a step costs: processor seconds, those of its worker processes included once they have ended; and the
    most memory, in bytes, that the process has held from its start to the end of the step."""

    seconds: float
    peak: int


class StepClock:
    """Watches a build: what each step costs."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}
        self._stage = ""
        self._since = 0.0

    def start(self, stage: str, total: int | None) -> None:  # noqa: ARG002 (units mean nothing here)
        """A stage begins."""
        self._stage, self._since = stage, _processor_time()

    def advance(self, n: int = 1) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """The current stage is done."""
        self.steps[self._stage] = Step(_processor_time() - self._since, _most_memory())


def main(argv: Sequence[str]) -> int:
    """Build from the command line."""
    pages, case, steps = argv
    clock = StepClock()
    copydesk.build([pages], case, progress=clock).close()
    rows = {name: asdict(step) for name, step in clock.steps.items()}
    Path(steps).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def read_steps(path: Path) -> dict[str, Step]:
    """What a build wrote, in the order of its steps."""
    return {name: Step(**row) for name, row in json.loads(path.read_text(encoding="utf-8")).items()}


def _processor_time() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _most_memory() -> int:
    """In bytes; Linux counts in kilobytes, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
