"""A story's passages, each with all its wordings side by side, in parts."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.model.story import Story
from copydesk.report.addresses import collation_file
from copydesk.report.clusters import Cluster
from copydesk.report.collation import PASSAGES, collate
from copydesk.report.figures import story_figures
from copydesk.report.library import Library
from copydesk.report.pager import cut, parts_of
from copydesk.report.press import Press


def write(press: Press, library: Library, story: Story, clusters: Sequence[Cluster]) -> None:
    """Write the collation of a story; one without passages has none."""
    if not clusters:
        return
    figures = story_figures(library, story)
    parts = parts_of(len(clusters), PASSAGES)
    for number in range(1, parts + 1):
        first = (number - 1) * PASSAGES + 1
        chosen = cut(clusters, number, PASSAGES)
        press.set(
            collation_file(story.story_id, number),
            "collation.html",
            figures=figures,
            total=len(clusters),
            first=first,
            passages=[collate(library, c, first + n, story.story_id) for n, c in enumerate(chosen)],
            numbers=[(n, collation_file(story.story_id, n)) for n in range(1, parts + 1)],
            number=number,
        )
