"""Numbers and days in words."""

from __future__ import annotations

import pytest

from copydesk.model.page import Label, Wording
from copydesk.model.provenance import OriginKind, Relation
from copydesk.model.reuse import Kind
from copydesk.report import labels


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0%"), (0.001, "under 1%"), (0.5, "50%"), (0.994, "over 99%"), (0.999, "over 99%"), (1.0, "100%")],
)
def test_less_than_all_never_reads_as_all(share: float, words: str) -> None:
    assert labels.percent(share) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031-03-09", "9 March 2031"),
        ("2031-12", "December 2031"),
        ("2031", "2031"),
        ("2031-03-09T10:00:00Z", "9 March 2031"),
        ("2031-13-09", "2031-13-09"),
        ("last week", "last week"),
        (None, None),
    ],
)
def test_days(iso: str | None, words: str | None) -> None:
    assert labels.date(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-09", "2031-03-09", "9 March 2031"),
        ("2031-03-09", "2031-03-11", "9–11 March 2031"),
        ("2031-03-30", "2031-04-02", "30 March – 2 April 2031"),
        ("2030-12-31", "2031-01-01", "31 December 2030 – 1 January 2031"),
        ("2031-03", "2031-04-01", "March 2031 – 1 April 2031"),
        (None, "2031-04-01", "1 April 2031"),
        (None, None, None),
    ],
)
def test_spans_of_days(first: str | None, last: str | None, words: str | None) -> None:
    assert labels.date_range(first, last) == words


def test_counts() -> None:
    assert labels.plural(1, "page") == "1 page"
    assert labels.plural(1204, "story", "stories") == "1,204 stories"


def test_every_value_of_the_tables_has_its_words() -> None:
    assert set(labels.WORDING) == set(labels.WORDING_MEANS) == {w.value for w in Wording} | {labels.UNKNOWN}
    assert set(labels.KIND) == set(Kind)
    assert set(labels.RELATION) == set(labels.RELATION_MEANS) == set(Relation)
    assert set(labels.ORIGIN_KIND) == set(OriginKind)
    assert set(labels.SEGMENT) == {label.value for label in Label}


def test_letters_go_on_after_z() -> None:
    assert [labels.letters(n) for n in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]
