"""The case as static pages that open from disk."""

from copydesk.report.writer import write_report

__all__ = ["write_report"]
