"""Names of the files by which copydesk knows what it wrote itself, so that no build takes it for news pages."""

from __future__ import annotations

from typing import Final

REPORT_MARK: Final = ".copydesk-report"
"""Lies in the folder of a report: all that is in it is ours, to write anew and never to read."""

EXPORT_MARK: Final = ".copydesk-export"
"""Lies in a folder with exported tables, which may be among other files: it names the exported ones, one a line."""
