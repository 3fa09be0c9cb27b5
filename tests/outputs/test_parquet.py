"""Parquet with real types, read back with Arrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from copydesk.model.raw import Reject
from copydesk.model.tables import TABLES
from copydesk.outputs import parquet
from copydesk.outputs.export import export
from copydesk.outputs.parquet import arrow_schema, write_parquet
from copydesk.outputs.settings import ExportSettings
from copydesk.record.case import Case
from copydesk.record.columns import plain
from tests.record.sample import build_sample


@pytest.mark.parametrize("name", TABLES)
def test_values_are_those_of_the_case(tmp_path: Path, name: str) -> None:
    with Case.open(build_sample(tmp_path / "case")) as case:
        (file,) = export(case, tmp_path, "parquet", [name])
        assert pq.read_table(file).to_pylist() == [plain(row) for row in case.table(name)]


def test_columns_have_types_of_their_own() -> None:
    types = {field.name: str(field.type) for field in arrow_schema(TABLES["lineage"].row)}
    assert types["share"] == "double"
    assert types["evidence"].startswith("list<item: struct<page_id: string not null, begin: int64 not null")
    assert str(arrow_schema(TABLES["origins"].row).field("inferred").type) == "bool"
    assert str(arrow_schema(TABLES["pages"].row).field("origin_ids").type) == "list<item: string>"


def test_null_is_only_allowed_where_the_row_class_allows_it() -> None:
    schema = arrow_schema(TABLES["rejects"].row)
    assert schema.field("record_id").nullable
    assert not schema.field("reason").nullable


def test_a_long_table_is_written_in_groups(tmp_path: Path) -> None:
    def rows() -> Iterator[Reject]:
        for n in range(parquet.ROW_GROUP_ROWS + 5):
            yield Reject(f"{n}.txt", None, "empty", "No text.")

    write_parquet(TABLES["rejects"], rows(), tmp_path / "long.parquet", ExportSettings())
    found = pq.ParquetFile(tmp_path / "long.parquet")
    assert [found.metadata.row_group(i).num_rows for i in range(found.num_row_groups)] == [
        parquet.ROW_GROUP_ROWS,
        5,
    ]
    found.close()
