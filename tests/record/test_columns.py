"""Row classes, their columns, and schema.sql say the same; rows survive the round trip."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.packed import Packed
from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Evidence, Lineage, Relation
from copydesk.model.tables import TABLES
from copydesk.record.columns import ColumnKind, cells_of, columns_of, decoder, encoder, plain, spans_of

SQL_TYPES = {
    ColumnKind.TEXT: "TEXT",
    ColumnKind.INTEGER: "INTEGER",
    ColumnKind.REAL: "REAL",
    ColumnKind.BOOLEAN: "INTEGER",
    ColumnKind.LIST: "TEXT",
}


def schema() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(resources.files("copydesk.record").joinpath("schema.sql").read_text("utf-8"))
    return connection


@pytest.mark.parametrize("name", TABLES)
def test_schema_and_row_class_agree(name: str) -> None:
    connection = schema()
    found = [(row[1], row[2], row[3]) for row in connection.execute(f"PRAGMA table_info({name})")]
    connection.close()
    wanted = [(c.name, SQL_TYPES[c.kind], int(not c.nullable)) for c in columns_of(TABLES[name].row)]
    if name == "pages":  # a view, and views know no NOT NULL: those of the two tables behind it are tested beneath
        found, wanted = ([(*column[:2], 0) for column in columns] for columns in (found, wanted))
    assert found == wanted


def test_the_tables_behind_the_view_of_pages_demand_what_a_page_must_have() -> None:
    connection = schema()
    found = {name: required for _, name, _, required, _, _ in connection.execute("PRAGMA table_info(page_facts)")}
    found |= {
        "text": connection.execute(
            "SELECT \"notnull\" FROM pragma_table_info('extracted') WHERE name = 'text'"
        ).fetchone()[0]
    }
    connection.close()
    assert found == {column.name: int(not column.nullable) for column in columns_of(TABLES["pages"].row)}


def test_every_table_of_the_schema_is_known() -> None:
    connection = schema()
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    connection.close()
    index = {"index_runs", "index_words", "notes", "lessons", "learned"}
    own = {"page_facts", "extracted", "unlisted_rejects", "builds", "meta"} | index
    assert {name for name in found if not name.startswith("pages_fts")} == set(TABLES) | own


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
evidence = st.builds(Evidence, texts, st.integers(0, 99), st.integers(0, 99), texts)
lineages = st.builds(
    Lineage,
    page_id=texts,
    parent_page=st.none() | texts,
    origin_id=texts,
    relation=st.sampled_from(Relation),
    share=st.floats(0, 1),
    confidence=st.floats(0, 1),
    evidence=st.lists(evidence, max_size=3).map(tuple),
)


@given(lineages)
def test_row_survives_sqlite(row: Lineage) -> None:
    connection = sqlite3.connect(":memory:")
    cells = connection.execute("SELECT ?, ?, ?, ?, ?, ?, ?", encoder(Lineage)(row)).fetchone()
    connection.close()
    assert decoder(Lineage)(cells) == row


def test_enumerations_and_lists_come_back_as_what_they_were() -> None:
    segment = decoder(Segment)(encoder(Segment)(Segment("p", 0, 3, Label.AD)))
    assert segment.label is Label.AD
    assert plain(segment) == {"page_id": "p", "begin": 0, "end": 3, "label": "ad"}


def test_columns_say_whether_null_is_allowed() -> None:
    columns = {column.name: column for column in columns_of(Page)}
    assert columns["title"].nullable
    assert not columns["text"].nullable
    assert columns["origin_ids"].kind is ColumnKind.LIST


def test_spans_are_found_by_the_names_of_columns() -> None:
    spans = [(span.page, span.begin, span.end, span.text) for span in spans_of(TABLES["substitutions"].row)]
    assert spans == [
        ("page_id", "begin", "end", "text"),
        ("witness_page", "witness_begin", "witness_end", None),
    ]
    assert [span.page for span in spans_of(TABLES["alignments"].row)] == ["a_page", "b_page"]
    assert spans_of(Page) == ()


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that no table can hold."""

    value: dict[str, Any]


def test_a_type_without_a_column_is_named() -> None:
    with pytest.raises(TypeError, match="value: no column is known"):
        columns_of(Odd)


@given(st.lists(lineages, max_size=5))
def test_cells_of_many_rows_are_those_of_each(rows: list[Lineage]) -> None:
    each = list(map(encoder(Lineage), rows))
    assert list(cells_of(Lineage, rows)) == each
    assert list(cells_of(Lineage, Packed(Lineage, rows))) == each
