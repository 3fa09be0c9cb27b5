"""Every cap and time limit, in one place. Page text is hostile; nothing here grows with the pile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on what one input, one page and one pattern may cost.

    Attributes:
        file_bytes: bytes read from one plain or HTML file; a larger file is rejected.
        archive_bytes: bytes that one compressed file may unpack to.
        archive_ratio: unpacked bytes a packed byte may give before the file counts as a bomb.
        line_bytes: bytes of one line of a JSON Lines file.
        page_chars: code points of one page's text.
        html_depth: nested levels of an HTML tree that the main-text extractor is shown.
        folder_depth: folders inside folders that are walked.
        extract_seconds: time that the extraction of one HTML page may take.
        extract_bytes: memory that a process which extracts pages may take.
        rejects_kept: rejects listed one by one for a build; the rest are only counted.
    """

    file_bytes: int = 32 * 1024 * 1024
    archive_bytes: int = 4 * 1024 * 1024 * 1024
    archive_ratio: int = 200
    line_bytes: int = 32 * 1024 * 1024
    page_chars: int = 2_000_000
    html_depth: int = 200
    folder_depth: int = 64
    extract_seconds: float = 20.0
    extract_bytes: int = 4 * 1024 * 1024 * 1024
    rejects_kept: int = 100_000


LIMITS = Limits()
