"""Rows in the stable order of their table."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from copydesk.model.packed import in_columns
from copydesk.model.tables import Table
from copydesk.record.columns import Cell, cells_of, columns_of


def in_order(table: Table, rows: Sequence[Any]) -> Iterable[tuple[Cell, ...]]:
    """The cells of the rows in the table's order, nulls first, ties broken by the other columns.

    Nearly every table comes in its order, or in that of its first columns, and is then passed on as it is read.
    """
    names = (*table.order, *(name for name in table.columns if name not in table.order))
    by_name = {column.name: column for column in columns_of(table.row)}
    known = list(itertools.takewhile(lambda name: not by_name[name].nullable, names))
    cells = cells_of(table.row, rows)
    if known and _ascend(rows, known, operator.lt):
        return cells
    ranks = operator.itemgetter(*(table.columns.index(name) for name in names))

    def rank(row: tuple[Cell, ...]) -> list[tuple[bool, Cell]]:
        return [(cell is not None, cell) for cell in ranks(row)]

    if known and _ascend(rows, known, operator.le):
        alike = itertools.groupby(cells, operator.itemgetter(*(table.columns.index(name) for name in known)))
        groups = (list(group) for _, group in alike)
        return itertools.chain.from_iterable(sorted(one, key=rank) if len(one) > 1 else one for one in groups)
    return sorted(cells, key=rank)


def _ascend(rows: Sequence[Any], names: Sequence[str], is_before: Callable[[Any, Any], bool]) -> bool:
    """Whether each row is before the next by the values of these fields."""
    keys = itertools.chain.from_iterable(zip(*chunk, strict=True) for chunk in in_columns(rows, names))
    return all(itertools.starmap(is_before, itertools.pairwise(keys)))
