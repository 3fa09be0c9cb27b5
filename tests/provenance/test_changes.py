"""What differs between the two sides of alignments, found for many of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.reuse import Alignment, Kind
from copydesk.provenance import words
from copydesk.provenance.changes import find_changes
from copydesk.provenance.columns import judged, read_columns
from copydesk.provenance.phrases import OPENS, RESTORES
from copydesk.provenance.spin import side_votes
from copydesk.provenance.votes import change_votes
from copydesk.text.compare import word_runs
from copydesk.text.tokens import fold_words, tokenize

VOCABULARY = ("The", "officials", "officers", "met", "U.S.", "envoys", "earlier", "than", "before", "Élan", "don't")
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=12).map(", ".join), min_size=2, max_size=5)


def whole(texts: Sequence[str], kind: Kind = Kind.EDITED) -> list[Alignment]:
    """Every text beside every later one."""
    return [
        Alignment(f"p{a}", 0, len(texts[a]), f"p{b}", 0, len(texts[b]), kind, 0.5, None)
        for a in range(len(texts))
        for b in range(a + 1, len(texts))
    ]


def numbers(texts: Sequence[str]) -> dict[str, int]:
    return {f"p{at}": at for at in range(len(texts))}


@given(TEXTS)
def test_changes_are_the_runs_of_a_word_by_word_comparison(texts: list[str]) -> None:
    rows = whole(texts)
    changes = find_changes(read_columns(rows, numbers(texts)), texts)
    for number, row in enumerate(rows):
        a, b = texts[int(row.a_page[1:])], texts[int(row.b_page[1:])]
        runs = [run for run in word_runs(tokenize(a), tokenize(b)) if run.op != "equal"]
        of = changes.of(np.array([number]))
        sides = [
            [fold_words(text[begin:end]) for begin, end in changes.spans[of, at : at + 2].tolist()]
            for text, at in ((a, 0), (b, 2))
        ]
        assert sides[0] == [fold_words(a)[run.a_begin : run.a_end] for run in runs]
        assert sides[1] == [fold_words(b)[run.b_begin : run.b_end] for run in runs]
        for side in (0, 1):
            assert list(map(list, changes.phrases.words(changes.phrase[of, side].astype(np.int64)))) == sides[side]


@given(TEXTS)
def test_votes_are_those_of_the_lexicon(texts: list[str]) -> None:
    changes = find_changes(read_columns(whole(texts), numbers(texts)), texts)
    one, two = (changes.phrases.words(changes.phrase[:, side].astype(np.int64)) for side in (0, 1))
    assert change_votes(changes).tolist() == [side_votes(a, b) for a, b in zip(one, two, strict=True)]


def test_blocks_of_pages_give_the_same_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["officials met before", "officers met earlier than", "envoys met", "officials have met", "met"]
    columns = read_columns(whole(texts), numbers(texts))
    at_once = find_changes(columns, texts)
    monkeypatch.setattr(words, "_TEXT_HELD", 25)
    assert len(list(words.blocks(columns, np.arange(len(columns)), texts))) > 2
    in_blocks = find_changes(columns, texts)
    assert in_blocks.start.tolist() == at_once.start.tolist()
    assert in_blocks.spans.tolist() == at_once.spans.tolist()


def test_shared_quotations_have_no_changes() -> None:
    texts = ["officials met", "officers met"]
    columns = read_columns(whole(texts, Kind.SHARED_QUOTE), numbers(texts))
    assert not len(find_changes(columns, texts).spans)


def test_only_whole_words_are_compared() -> None:
    row = Alignment("p0", 4, 13, "p1", 0, 13, Kind.EDITED, 0.5, None)
    texts = ["The officials met", "officers, met"]
    changes = find_changes(read_columns([row], numbers(texts)), texts)
    assert changes.spans.tolist() == [[4, 13, 0, 13]]
    row = Alignment("p0", 4, 12, "p1", 0, 13, Kind.EDITED, 0.5, None)
    changes = find_changes(read_columns([row], numbers(texts)), texts)
    assert changes.spans.tolist() == [[12, 12, 0, 13]]  # no word stands whole in `official`


def test_a_phrase_knows_whether_the_lexicon_has_something_to_say() -> None:
    texts = ["officers met", "officials met", "zz met"]
    changes = find_changes(read_columns(whole(texts), numbers(texts)), texts)
    bits = {
        words: changes.phrases.bits[number]
        for number in changes.phrase.ravel().tolist()
        for words in changes.phrases.words(np.array([number]))
    }
    assert bits["officers",] & OPENS
    assert bits["officials",] & RESTORES
    assert not bits["zz",]


def test_columns_give_the_rows_back() -> None:
    rows = [
        Alignment("p0", 0, 4, "p1", 2, 6, kind, 0.25, better)
        for kind in Kind
        for better in (None, "a", "b")
    ]  # fmt: skip
    columns = read_columns(rows, numbers(["", ""]))
    assert list(judged(columns, ["p0", "p1"])) == rows
    assert columns.begin.tolist()[0] == [0, 2]
    assert columns.worded().tolist() == [at for at, row in enumerate(rows[:9]) if row.better_wording]
