"""A build is all or nothing: one that fails, is killed or runs beside another changes nothing that readers see."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.errors import CaseBusyError
from copydesk.pipeline import build
from copydesk.record.case import Case
from tests.building import STEPS, Log, exported
from tests.invented_pile import PAGES


class StopAt(Log):
    """A progress that stops the build where a stage begins."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage = stage

    def start(self, stage: str, total: int | None) -> None:
        super().start(stage, total)
        if stage == self.stage:
            raise InterruptionError


class InterruptionError(Exception):
    """What stops a build in these tests."""


@pytest.mark.parametrize("stage", STEPS)
def test_a_build_that_fails_changes_nothing(pages: Path, stage: str, tmp_path: Path) -> None:
    build([pages / "wire.txt", pages / "empty.txt"], "case").close()
    before = exported("case")
    with pytest.raises(InterruptionError):
        build([pages], "case", progress=StopAt(stage))
    assert exported("case") == before
    with pytest.raises(InterruptionError):
        build([pages], "new", progress=StopAt(stage))
    assert not (tmp_path / "new").exists()
    build([pages], "case").close()
    build([pages], "whole").close()
    assert exported("case") == exported("whole")


KILLED_BUILD = """
import os, signal, sys
from copydesk.pipeline import build
from copydesk.progress import Silence
class Kill(Silence):
    def start(self, stage, total):
        if stage == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGKILL)
build(["pages"], "case", progress=Kill())
"""


@pytest.mark.parametrize("stage", ["reuse", "write", "publish"])
def test_a_killed_build_changes_nothing(pages: Path, stage: str) -> None:
    build([pages / "wire.txt"], "case").close()
    before = exported("case")
    killed = subprocess.run([sys.executable, "-c", KILLED_BUILD, stage], check=False, env={**os.environ})
    assert killed.returncode == -signal.SIGKILL
    assert exported("case") == before
    build([pages], "case").close()
    build([pages], "whole").close()
    assert exported("case") == exported("whole")


class BuildsToo(Log):
    """A progress that starts another build of the same case."""

    def start(self, stage: str, total: int | None) -> None:
        super().start(stage, total)
        if stage == "reuse":
            with pytest.raises(CaseBusyError):
                build(["pages"], "case")


def test_a_second_build_at_the_same_time_is_refused(pages: Path) -> None:
    log = BuildsToo()
    build([pages], "case", progress=log).close()
    assert "reuse" in log.stages


class ReadsToo(Log):
    """A progress that looks at the case before and during each stage."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.seen: set[int] = set()

    def start(self, stage: str, total: int | None) -> None:
        super().start(stage, total)
        self.seen.add(self.case.count("pages"))


def test_readers_see_the_old_state_until_all_is_done(pages: Path) -> None:
    build([pages / "wire.txt"], "case").close()
    with Case.open("case") as case:
        log = ReadsToo(case)
        build([pages], "case", progress=log).close()
        assert log.seen == {1}
        assert case.count("pages") == PAGES
