"""Extract steps that do what their page tells them: what a hostile page can bring a real one to do."""

from __future__ import annotations

import os
import signal
import sys

from copydesk.limits import Limits
from copydesk.model.page import Extraction, Page
from copydesk.model.raw import Media, RawRecord, Reject


def record(name: str, content: str) -> RawRecord:
    return RawRecord(name, None, "0" * 64, Media.TEXT, content)


def obedient(record: RawRecord, *, limits: Limits) -> Extraction | Reject:
    """Die, hang, fail, print or eat memory at the page's word; else give the page back."""
    match record.content:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            while True:
                pass
        case "fail":
            raise KeyError("byline")
        case "eat":
            return _page(record, str(len(bytearray(limits.extract_bytes))))
        case "reject":
            return Reject(record.source, None, "empty", "No text.")
        case "print":
            print("a library that talks")  # noqa: T201
            sys.stdout.flush()
        case "who":
            return _page(record, str(os.getpid()))
    return _page(record, record.content)


def _page(record: RawRecord, text: str) -> Extraction:
    page = Page(
        page_id=record.source,
        source=record.source,
        record_id=None,
        url=None,
        site=None,
        title=None,
        byline=None,
        dateline=None,
        language=None,
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=1,
        sha256=record.sha256,
        text=text,
    )
    return Extraction(page, ())
