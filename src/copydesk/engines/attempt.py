"""Extraction of one record, whatever happens."""

from __future__ import annotations

import dataclasses
import operator
import traceback
from pathlib import Path
from typing import Protocol

from copydesk.limits import Limits
from copydesk.model.page import Extraction, Page
from copydesk.model.raw import RawRecord, Reject

_values = operator.attrgetter(*(field.name for field in dataclasses.fields(Page)))

FAILED = "extract_failed"
"""Code of the rejects that are made here."""


class Extractor(Protocol):
    """The extract step. To run in a worker it must be a function of a module, so that its name can travel."""

    def __call__(self, record: RawRecord, *, limits: Limits) -> Extraction | Reject:
        """Make a page of a record, or say why there is none."""


def attempt(extract: Extractor, record: RawRecord, limits: Limits) -> Extraction | Reject:
    """Extract a record; an error of any kind becomes a reject that says where it arose.

    One page in a million that breaks a parser must not cost the other pages. The error is kept, not hidden: by
    its kind and place, for its own text may hold addresses of objects, and rejects must not depend on the run.
    """
    try:
        result = extract(record, limits=limits)
        if isinstance(result, Extraction):
            _expect_unicode(result.page)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        return failed(record, f"The page could not be read ({place}). Please report this with the page.")
    return result


def _expect_unicode(page: Page) -> None:
    """Raise UnicodeEncodeError where a text of the page holds what no store can write: half a surrogate pair."""
    for value in _values(page):
        if isinstance(value, str) and not value.isascii():
            value.encode("utf-8")


def failed(record: RawRecord, reason: str) -> Reject:
    """The reject of a record whose extraction did not end well."""
    return Reject(record.source, record.record_id, FAILED, reason)
