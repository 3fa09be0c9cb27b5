"""Rows of the table `extracted`: pages as extraction gave them, for this build and all later ones."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.model.date import DateCandidate
from copydesk.model.packed import from_columns
from copydesk.model.packed_columns import Pool
from copydesk.model.page import Extraction, Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.tables import TABLES
from copydesk.record.columns import Cell, decoder, encode_json, encoder

_PAGE_COLUMNS = TABLES["pages"].columns
_OWN_COLUMNS = ("page_id", "source", "record_id", "sha256", "title", "text")
"""Columns of pages that the table has itself; the others are one JSON object there."""
_REPEATED = ("source", "site", "byline", "language", "published", "retrieved")
"""Columns whose values many pages have in common: held once, they save some 300 bytes a page."""
_NUMBER = {label.value: number for number, label in enumerate(Label)}

COLUMNS = (*_OWN_COLUMNS, "page", "segments", "dates")
"""The columns of a row, in the order of its cells."""

_encode = encoder(Page)
_decode = decoder(Page)


def extracted_cells(extraction: Extraction) -> tuple[Cell, ...]:
    """The cells of the row of a page."""
    fields = dict(zip(_PAGE_COLUMNS, _encode(extraction.page), strict=True))
    own = [fields.pop(name) for name in _OWN_COLUMNS]
    segments = [[segment.begin, segment.end, segment.label] for segment in extraction.segments]
    dates = [[date.begin, date.end, date.kind, date.value, date.why] for date in extraction.dates]
    return *own, encode_json(fields), encode_json(segments), encode_json(dates)


def extracted_pile(rows: Iterable[Sequence[Any]]) -> Pile:
    """The pages of rows in the order of their ids, with their segments and the days that are printed on them."""
    pages: list[Page] = []
    candidates: list[DateCandidate] = []
    sizes, begins, ends, labels = (array("i") for _ in range(4))
    for *own, fields, segments, dates in rows:
        known, parts, days = json.loads(f"[{fields},{segments},{dates}]")
        page = _page(known | dict(zip(_OWN_COLUMNS, own, strict=True)))
        pages.append(page)
        for begin, end, kind, value, why in days:
            candidates.append(DateCandidate(page.page_id, begin, end, kind, value, None, why, None, None, None))
        sizes.append(len(parts))
        for begin, end, label in parts:
            begins.append(begin)
            ends.append(end)
            labels.append(_NUMBER[label])
    columns: dict[str, Pool | NDArray[Any]] = {
        "page_id": Pool([page.page_id for page in pages], np.repeat(np.arange(len(pages)), sizes)),
        "begin": np.array(begins),
        "end": np.array(ends),
        "label": Pool(tuple(Label), np.array(labels)),
    }
    return Pile(tuple(pages), from_columns(Segment, columns), date_candidates=tuple(candidates)).packed()


def _page(cells: dict[str, Any]) -> Page:
    for name in _REPEATED:
        cells[name] = cells[name] and intern(cells[name])
    page: Page = _decode([cells[name] for name in _PAGE_COLUMNS])
    return page
