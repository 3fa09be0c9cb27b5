"""The cost of a command counts its children."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.usage import CommandFailedError, measure

# Half a second of processor time and 200 MB, in a child of the measured command.
CHILD = """
import time
held = bytearray(200_000_000)
while time.process_time() < 0.5:
    held[0] = 1
"""
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def test_processor_time_and_memory_of_children_count() -> None:
    usage = measure([sys.executable, "-c", PARENT, CHILD])
    assert 0.5 <= usage.cpu < 5
    assert usage.wall >= 0.5
    assert 200_000_000 < usage.peak < 400_000_000


def test_each_command_is_measured_alone() -> None:
    measure([sys.executable, "-c", CHILD])
    usage = measure([sys.executable, "-c", "pass"])
    assert usage.cpu < 0.4
    assert usage.peak < 100_000_000


def test_failure_is_told_with_its_words() -> None:
    with pytest.raises(CommandFailedError, match="failed with 3:\nno such pile"):
        measure([sys.executable, "-c", "import sys; print('no such pile', file=sys.stderr); sys.exit(3)"])


def test_other_children_are_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, cwd=tmp_path) as other:
        measure([sys.executable, "-c", "pass"])
        assert other.poll() is None
        other.communicate(b"\n")
    assert other.returncode == 0
