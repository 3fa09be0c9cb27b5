"""Where each thing of the case stands in the report. File names come from ids alone, never from page text."""

from __future__ import annotations

import hashlib
import re

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


def file_stem(identifier: str) -> str:
    """A file name for an id, the same on every file system.

    An id of lower-case letters, digits, `-` and `_` names its file itself; any other (upper case would collide
    where file names ignore case) is hashed. `x-` is kept for the hashed ones.
    """
    if _PLAIN.fullmatch(identifier) and not identifier.startswith("x-"):
        return identifier
    return "x-" + hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def story_file(story_id: str, part: int = 1) -> str:
    """Path of a story's page within the report; of a long story the parts from 2 hold the rest of its pages."""
    return f"story/{file_stem(story_id)}{f'.{part}' if part > 1 else ''}.html"


def page_file(page_id: str) -> str:
    """Path of a page's page within the report."""
    return f"page/{file_stem(page_id)}.html"


def collation_file(story_id: str, part: int = 1) -> str:
    """Path of a part (from 1) of a story's collation within the report."""
    return f"collation/{file_stem(story_id)}{f'.{part}' if part > 1 else ''}.html"


def quotations_file(story_id: str, part: int = 1) -> str:
    """Path of a part (from 1) of a story's quotations within the report."""
    return f"quotations/{file_stem(story_id)}{f'.{part}' if part > 1 else ''}.html"


def quote_anchor(quote_id: str) -> str:
    """The fragment id of an utterance in the quotations of a story."""
    return f"q-{file_stem(quote_id)}"


def events_file(story_id: str, part: int = 1) -> str:
    """Path of a part (from 1) of a story's events within the report."""
    return f"happened/{file_stem(story_id)}{f'.{part}' if part > 1 else ''}.html"


def event_anchor(event_id: str) -> str:
    """The fragment id of an event in the events of a story."""
    return f"e-{file_stem(event_id)}"


def episode_anchor(story_id: str) -> str:
    """Where a story's page has one of its episodes."""
    return f"episode-{file_stem(story_id)}"


def listing_file(name: str, part: int) -> str:
    """Path of a part (from 1) of a long list within the report."""
    return f"{name}/{part}.html"


def place_anchor(begin: int, end: int) -> str:
    """The fragment id of a place in a page: its offsets."""
    return f"c{begin}-{end}"


def place_address(page_id: str, begin: int, end: int) -> str:
    """Path and fragment of some words of a page."""
    return f"{page_file(page_id)}#{place_anchor(begin, end)}"


def cluster_anchor(cluster_id: str) -> str:
    """The fragment id of a passage in a collation."""
    return f"k-{file_stem(cluster_id)}"
