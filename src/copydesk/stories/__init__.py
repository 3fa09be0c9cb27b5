"""Which pages tell of one event."""

from copydesk.stories.settings import StorySettings
from copydesk.stories.stage import group

__all__ = ["StorySettings", "group"]
