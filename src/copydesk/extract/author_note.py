"""The note below an article that says who wrote it: `Jane Doe covers courts for … Reach her at …`."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.extract.line import Line
from copydesk.model.page import Label

LAST = 6
"""Lines of body, from the end, that are looked at: below a note stand prompts and disclaimers."""

ABOVE = 2
"""Lines of body that must stand above the first note: one that opens with its author's name may be all of a brief."""

MOST_CHARS = 900
"""Code points of the longest line that is a note."""


def author_notes(lines: Sequence[Line], labels: Sequence[Label], author: str | None) -> list[int]:
    """The lines of body at the end that open with the author's name and say something of him, in no quotation.

    An author of whom the text above speaks too is a party of the story, and has no note.
    """
    if author is None or " " not in author:
        return []
    body = [at for at, label in enumerate(labels) if label is Label.BODY]
    found = [at for at in body[ABOVE:][-LAST:] if _is_note(lines[at], author)]
    surname = author.rpartition(" ")[2]
    if not found or any(surname in lines[at].text for at in body if at < found[0]):
        return []
    return found


def _is_note(line: Line, author: str) -> bool:
    if len(line.text) > MOST_CHARS or not line.text.startswith(author):
        return False
    after = line.text[len(author) : len(author) + 2]
    return after[:1] == "," or (after[:1] == " " and after[1:].islower())
