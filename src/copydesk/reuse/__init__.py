"""Which passages of which pages are one text."""

from copydesk.reuse.settings import ReuseSettings
from copydesk.reuse.stage import find_reuse, finding_reuse

__all__ = ["ReuseSettings", "find_reuse", "finding_reuse"]
