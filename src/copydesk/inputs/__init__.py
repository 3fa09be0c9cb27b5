"""From what lies on the disk to raw records and rejects: one file a format."""

from copydesk.inputs.reading import Count, count, read, several
from copydesk.inputs.rejects import Code

__all__ = ["Code", "Count", "count", "read", "several"]
