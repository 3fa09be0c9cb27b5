"""Actors: who acts and speaks on the pages."""

from copydesk.actors.recognised import add_names
from copydesk.actors.recogniser import NameModel, load_model
from copydesk.actors.settings import ActorSettings
from copydesk.actors.stage import find_actors, finding_actors

__all__ = ["ActorSettings", "NameModel", "add_names", "find_actors", "finding_actors", "load_model"]
