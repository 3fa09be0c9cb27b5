"""Which pages tell of one event, in which episodes, under which title."""

from copydesk.stories.episodes import find_episodes
from copydesk.stories.settings import EpisodeSettings, StorySettings
from copydesk.stories.stage import group, grouping

__all__ = ["EpisodeSettings", "StorySettings", "find_episodes", "group", "grouping"]
