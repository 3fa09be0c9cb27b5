"""Both engines give the same answers in the same order, and no page brings a build down."""

from __future__ import annotations

import importlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.engines.engine import EngineName, make_engine
from copydesk.engines.pool import Pool
from copydesk.engines.serial import Serial
from copydesk.errors import CopydeskError
from copydesk.limits import LIMITS
from copydesk.model.page import Extraction
from copydesk.model.raw import Media, RawRecord, Reject
from tests.engines.extractors import obedient, record

QUICK = replace(LIMITS, extract_seconds=1.0)


def in_pool(items: list[RawRecord | Reject], workers: int = 2) -> list[Extraction | Reject]:
    with Pool(obedient, workers=workers, limits=QUICK) as pool:
        return list(pool.extract(items))


def told(results: list[Extraction | Reject]) -> list[str]:
    return [r.page.text if isinstance(r, Extraction) else r.code for r in results]


def test_pool_and_serial_agree_in_the_order_of_the_input() -> None:
    contents = ["one", "reject", "fail", "two", "print", "x" * 300_000] + [f"page {n}" for n in range(60)]
    items: list[RawRecord | Reject] = [record(f"{n}.txt", content) for n, content in enumerate(contents)]
    items.insert(3, Reject("early.txt", None, "binary", "Not text."))
    items[10:40:3] = [replace(item, media=Media.HTML) for item in items[10:40:3] if isinstance(item, RawRecord)]
    serial = list(Serial(obedient, limits=QUICK).extract(items))
    for name in EngineName:
        with make_engine(name, obedient, workers=2, limits=QUICK) as engine:
            assert list(engine.extract(items)) == serial
    assert told(serial)[:6] == ["one", "empty", "extract_failed", "binary", "two", "print"]


def test_an_error_in_a_page_is_a_reject_that_says_where() -> None:
    (reject,) = Serial(obedient, limits=LIMITS).extract([record("bad.txt", "fail")])
    assert isinstance(reject, Reject)
    assert (reject.source, reject.code) == ("bad.txt", "extract_failed")
    assert "KeyError at extractors.py:" in reject.reason


def test_a_page_that_kills_its_worker_is_a_reject_and_the_rest_goes_on() -> None:
    found = in_pool([record("a", "one"), record("b", "die"), record("c", "two"), record("d", "three")], workers=1)
    assert told(found) == ["one", "extract_failed", "two", "three"]
    assert isinstance(found[1], Reject)
    assert "died" in found[1].reason


def test_a_page_that_hangs_is_stopped_at_the_deadline() -> None:
    began = time.monotonic()
    found = in_pool([record("a", "hang"), record("b", "one")], workers=1)
    assert told(found) == ["extract_failed", "one"]
    assert isinstance(found[0], Reject)
    assert "longer than 1 seconds" in found[0].reason
    assert time.monotonic() - began < 60


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="the cap on memory is only sure on Linux")
def test_a_page_that_eats_memory_fails_alone() -> None:
    found = in_pool([record("a", "eat"), record("b", "one")], workers=1)
    assert told(found) == ["extract_failed", "one"]
    assert isinstance(found[0], Reject)
    assert "MemoryError" in found[0].reason


def test_a_worker_that_was_killed_by_the_system_is_replaced_and_its_page_read() -> None:
    with Pool(obedient, workers=1, limits=QUICK) as pool:

        def items() -> Iterator[RawRecord]:
            yield replace(record("a", "who"), media=Media.HTML)
            for n in range(4):  # one by one, as no plain text is; the first answer is out before what follows
                yield replace(record(str(n), "fill"), media=Media.HTML)
            os.kill(int(first[0]), signal.SIGKILL)
            yield record("b", "after")

        first: list[str] = []
        texts = []
        for result in pool.extract(items()):
            assert isinstance(result, Extraction)
            first.append(result.page.text)
            texts.append(result.page.text)
    assert texts[1:] == ["fill"] * 4 + ["after"]


def test_a_worker_that_can_not_import_the_step_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fragile.py").write_text(
        "import os, sys\n"
        "if os.environ.get('FRAGILE'):\n"
        "    raise ValueError('not here')\n"
        "def extract(record, *, limits):\n"
        "    return None\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    fragile = importlib.import_module("fragile")
    monkeypatch.setenv("FRAGILE", "1")
    with (
        pytest.raises(CopydeskError, match="could not be started: ValueError: not here"),
        Pool(fragile.extract, workers=1, limits=QUICK) as pool,
    ):
        list(pool.extract([record("a", "one")]))


def test_plain_text_stays_here_where_it_may() -> None:
    items = [record("a", "who"), replace(record("b", "who"), media=Media.HTML), record("c", "who")]
    with Pool(obedient, workers=1, limits=QUICK, text_here=True) as pool:
        here, there, again = told(list(pool.extract(items)))
    assert here == again == str(os.getpid()) != there


def test_one_page_of_a_batch_that_hangs_costs_one_page() -> None:
    found = in_pool([record(str(n), "hang" if n == 7 else "one") for n in range(12)], workers=1)
    assert told(found) == ["one"] * 7 + ["extract_failed"] + ["one"] * 4


def test_leaving_early_stops_the_workers() -> None:
    items = [replace(record(str(n), "hang" if n else "who"), media=Media.HTML) for n in range(21)]
    with Pool(obedient, workers=2, limits=replace(LIMITS, extract_seconds=600.0)) as pool:
        result = next(pool.extract(items))
    assert isinstance(result, Extraction)
    with pytest.raises(ProcessLookupError):
        os.kill(int(result.page.text), 0)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("copydesk-extract")]
