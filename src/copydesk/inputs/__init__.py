"""From what lies on the disk to raw records and rejects: one file a format."""
