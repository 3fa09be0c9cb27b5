"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A first example may compile a pattern or meet a busy machine. Tests that mean a time limit set one themselves.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")
