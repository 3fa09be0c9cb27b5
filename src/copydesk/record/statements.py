"""The SQL that is made from names of tables and columns. Names are ours, values always travel apart."""
# ruff: noqa: S608 (no name here comes from outside: all are in copydesk.model.tables)

from __future__ import annotations

from collections.abc import Sequence

from copydesk.model.tables import Table

_PAGE_COLUMNS = frozenset({"page_id", "a_page", "b_page", "parent_page", "witness_page", "best_page"})


def insertion(table: str, columns: Sequence[str], conflict: str = "") -> str:
    """Insert one row, cells in the order of the columns; `conflict` is `OR IGNORE`, say."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT {conflict} INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def reading(table: str, columns: Sequence[str], order: str) -> str:
    """Read these columns of all rows, by one of them."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f'SELECT {names} FROM {table} ORDER BY "{order}"'


def emptying(table: Table) -> str:
    """Delete every row."""
    return f"DELETE FROM {table.name}"


def selection(table: Table, where: str = "") -> str:
    """Read rows in the table's stable order, nulls first, ties broken by the other columns; cells in the order of the
    columns.

    `where` is a condition in which `?` stands for values.
    """
    columns = ", ".join(f'"{name}"' for name in table.columns)
    condition = f" WHERE {where}" if where else ""
    names = (*table.order, *(name for name in table.columns if name not in table.order))
    order = '"page_id"' if table.name == "pages" else ", ".join(f'"{name}"' for name in names)
    return f"SELECT {columns} FROM {table.name}{condition} ORDER BY {order}"


def counting(table: Table) -> str:
    """Count the rows."""
    return f"SELECT count(*) FROM {table.name}"


def counting_values(table: Table, column: str, values: int) -> str:
    """Count the rows with each of so many values of a column, which `?` stand for: to group them takes longer."""
    counts = ", ".join([f'ifnull(sum("{column}" = ?), 0)'] * values)
    return f"SELECT {counts} FROM {table.name}"


def ids_beginning(table: Table, column: str) -> str:
    """Read the values of an id column that begin with `:key`, itself first, at most `:limit`."""
    return (
        f'SELECT DISTINCT "{column}" AS id FROM {table.name} WHERE substr("{column}", 1, length(:key)) = :key'
        f" ORDER BY id <> :key, id LIMIT :limit"
    )


def about_page(table: Table) -> str:
    """Read the rows that name the page `:page_id` in any column, or in a list of pages."""
    columns = [name for name in table.columns if name in _PAGE_COLUMNS]
    wanted = [f'"{name}" = :page_id' for name in columns]
    if "page_ids" in table.columns:
        wanted.append("EXISTS (SELECT 1 FROM json_each(page_ids) WHERE value = :page_id)")
    return selection(table, " OR ".join(wanted) or "0")
