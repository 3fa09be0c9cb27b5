"""The index of word runs: what it keeps does not depend on the number of builds or the size of a batch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from copydesk.record import shingles
from copydesk.record.shingles import IndexWriter, pages_of_run, pages_sharing, read_word_counts
from copydesk.text.tokens import hash_words

WORDS = [f"w{number}x" for number in range(400)]
TEXTS = [" ".join(WORDS[start : start + 80]) for start in range(0, 320, 40)]


@contextmanager
def index(parts: list[list[int]]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE index_runs (bucket INTEGER PRIMARY KEY, codes BLOB, pages BLOB)")
    connection.execute("CREATE TABLE index_words (bucket INTEGER PRIMARY KEY, hashes BLOB, times BLOB)")
    for numbers in parts:
        writer = IndexWriter(connection)
        for number in numbers:
            writer.add(number, TEXTS[number], [(0, len(TEXTS[number]))])
        writer.write()
    try:
        yield connection
    finally:
        connection.close()


def answers(connection: sqlite3.Connection) -> list[dict[int, int]]:
    return [pages_sharing(connection, text, [(0, len(text))]) for text in TEXTS]


def test_a_text_finds_itself_and_what_overlaps_it() -> None:
    with index([list(range(len(TEXTS)))]) as whole:
        found = answers(whole)
    for number, shared in enumerate(found):
        assert set(shared) <= {number - 1, number, number + 1}
        assert max(shared, key=lambda page: shared[page]) == number
        assert 5 <= shared[number] <= 40  # a quarter of 77


@pytest.mark.parametrize("batch", [1, 500, 10_000_000])
def test_builds_and_batches_make_no_difference(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with index([list(range(len(TEXTS)))]) as whole:
        found, two = answers(whole), read_word_counts(whole)
    monkeypatch.setattr(shingles, "_BATCH", batch)
    monkeypatch.setattr(shingles, "_HELD", 10)
    with index([[2, 0], [5, 4, 3], [], [7, 1, 6]]) as several:
        assert answers(several) == found
        one = read_word_counts(several)
    assert (one.hashes == two.hashes).all()
    assert (one.times == two.times).all()


def test_words_are_counted_over_all_pages() -> None:
    with index([[0, 1], [2]]) as several:
        counts = read_word_counts(several)
    times, total = counts.of(hash_words([WORDS[0], WORDS[50], "absent"]))
    assert times.tolist() == [1, 2, 0]
    assert total == 240


def test_only_words_in_the_spans_count() -> None:
    with index([]) as connection:
        writer = IndexWriter(connection)
        cut = len(" ".join(WORDS[:10]))
        writer.add(1, TEXTS[0], [(0, cut)])
        writer.write()
        assert read_word_counts(connection).of(np.empty(0, np.uint64))[1] == 10


def test_runs_say_on_how_many_pages_they_stand() -> None:
    runs = [" ".join(WORDS[at : at + 4]) for at in range(40, 76)]
    with index([list(range(len(TEXTS)))]) as connection:
        known = [pages for run in runs if (pages := pages_of_run(connection, run)) is not None]
        assert pages_of_run(connection, "three words only") is None
    assert set(known) == {2}
