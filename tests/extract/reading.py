"""Reading a page in a test: its parts with their labels, as short as tests want them."""

from __future__ import annotations

from copydesk.extract import extract
from copydesk.model.page import Extraction
from copydesk.model.raw import Media, RawRecord

LEAD = "The harbour of Port Selwyn reopened on Tuesday after a storm had kept ferries away for nine days."
SECOND = "Engineers said the breakwater had held, but two cranes must be replaced before winter."
THIRD = "“We were lucky,” said harbour master Ida Quill, who has worked there since 1998."
BODY = "\n\n".join((LEAD, SECOND, THIRD))


def read(content: str, media: Media = Media.TEXT, **metadata: str) -> Extraction:
    """The extraction of a record that must give a page."""
    found = extract(RawRecord("invented.txt", None, "0" * 64, media, content, **metadata))
    assert isinstance(found, Extraction), found
    return found


def read_html(body: str, head: str = "", **metadata: str) -> Extraction:
    """The extraction of an HTML page with the given body and head."""
    return read(f"<html><head>{head}</head><body>{body}</body></html>", Media.HTML, **metadata)


def parts(found: Extraction) -> list[tuple[str, str]]:
    """(label, text) of every segment, white space off."""
    return [(s.label.value, found.page.text[s.begin : s.end].strip()) for s in found.segments]


def label_of(found: Extraction, text: str) -> str:
    """The label of the one segment that is `text`."""
    labels = [label for label, piece in parts(found) if piece == text]
    assert len(labels) == 1, (text, parts(found))
    return labels[0]


def around(*lines: str) -> str:
    """A page with the lines between its paragraphs."""
    return "\n\n".join((LEAD, SECOND, *lines, THIRD))


def below(*lines: str) -> str:
    """A page with the lines below its last paragraph."""
    return "\n\n".join((LEAD, SECOND, THIRD, *lines))


def above(*lines: str) -> str:
    """A page with the lines above its first paragraph."""
    return "\n\n".join((*lines, LEAD, SECOND, THIRD))
