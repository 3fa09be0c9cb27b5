"""The pile as it travels through the stages: each stage takes one and returns one with its tables filled."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.reuse import Alignment, Passage, Replacement
from copydesk.model.story import Story


@dataclass(frozen=True, slots=True)
class Pile:
    """All tables of a case but the rejects.

    `pages` are in the order of their ids; `segments` in the order of (page_id, begin). Every other table is in
    the stable order that its stage documents, so that the same pages give the same bytes.
    """

    pages: tuple[Page, ...] = ()
    segments: tuple[Segment, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    passages: tuple[Passage, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
