"""The measure of date expressions on an article worked out by hand; the corpus itself where it is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.meantime import (
    DEFAULT_FOLDER,
    Score,
    Timex3,
    our_dates,
    pairs,
    read_article,
    report,
    score,
)

ARTICLE = """<Document>
<token t_id="1" sentence="0" number="0">Harbour</token><token t_id="2" sentence="0" number="1">opens</token>
<token t_id="3" sentence="1" number="2">June</token><token t_id="4" sentence="1" number="3">14</token>
<token t_id="5" sentence="1" number="4">,</token><token t_id="6" sentence="1" number="5">2023</token>
<token t_id="7" sentence="2" number="6">It</token><token t_id="8" sentence="2" number="7">opened</token>
<token t_id="9" sentence="2" number="8">Monday</token><token t_id="10" sentence="2" number="9">.</token>
<token t_id="11" sentence="6" number="10">Tuesday</token>
<Markables>
<TIMEX3 m_id="1" type="DATE" value="2023-06-14" functionInDocument="CREATION_TIME">
<token_anchor t_id="3"/><token_anchor t_id="4"/><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="2" type="DATE" value="2023-06-12" functionInDocument="NONE"><token_anchor t_id="9"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="2023" functionInDocument="NONE"></TIMEX3>
</Markables></Document>"""


def test_an_article_is_read_as_far_as_it_is_annotated() -> None:
    article = read_article("a", ARTICLE)
    assert article.text == "Harbour opens\n\nJune 14, 2023\n\nIt opened Monday."
    assert article.created == date(2023, 6, 14)
    assert [article.text[slice(*one.span)] for one in article.gold] == ["June 14, 2023", "Monday"]


def test_a_found_expression_counts_once() -> None:
    gold = [Timex3((0, 5), "a"), Timex3((6, 9), "b")]
    assert pairs(gold, [Timex3((2, 8), "b")]) == [(gold[0], Timex3((2, 8), "b"))]
    article = read_article("a", ARTICLE)
    found = our_dates(article)
    assert score([article], [found]) == Score(2, 2, 2, 2)
    assert Score(4, 2, 2, 1).span_f1 == pytest.approx(2 / 3)
    assert Score(4, 2, 2, 1).value_f1 == pytest.approx(1 / 3)


def test_an_absent_corpus_is_said_to_be_absent(tmp_path: Path) -> None:
    found = report(tmp_path / "none")
    assert found.figures == ()
    assert "skipped" in found.table


@pytest.mark.skipif(not DEFAULT_FOLDER.is_dir(), reason=f"no corpus at {DEFAULT_FOLDER}")
def test_the_corpus_keeps_its_floors() -> None:
    spans, values = report().figures
    assert spans.value >= 0.85
    assert values.value >= 0.75
