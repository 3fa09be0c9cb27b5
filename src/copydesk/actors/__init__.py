"""Actors: who acts and speaks on the pages."""

from copydesk.actors.settings import ActorSettings
from copydesk.actors.stage import find_actors

__all__ = ["ActorSettings", "find_actors"]
