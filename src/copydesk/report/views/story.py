"""A story: how many independent origins it has and why, its family tree, its pages."""

from __future__ import annotations

from copydesk.model.story import Story
from copydesk.report.addresses import collation_file, story_file
from copydesk.report.figures import StoryFigures, by_date, story_figures
from copydesk.report.hostile import line
from copydesk.report.labels import plural
from copydesk.report.library import Library
from copydesk.report.press import Press
from copydesk.report.reasoning import argue, claim_of
from copydesk.report.stemma import draw_up
from copydesk.report.stemma_layout import lay_out

_QUOTES = 1
_KIN_NAMED = 3
_PAGES_NAMED = 8
COLUMNS = {"wide": 5, "middle": 3, "slim": 2}
"""Columns of the family tree on a desk's screen, on a tablet, on a phone: the browser shows the one that fits."""


def write(press: Press, library: Library, story: Story, n_passages: int) -> None:
    """Write the page of a story."""
    figures = story_figures(library, story)
    stemma = draw_up(library, story)
    members = tuple(head.page.page_id for head in by_date(figures.heads))
    parent = library.stories.get(story.parent_story or "")
    press.set(
        figures.href,
        "story.html",
        figures=figures,
        sentences=_sentences(figures),
        heads=[library.heads[page_id] for page_id in members],
        parent=_link(library, parent) if parent else None,
        episodes=[
            _link(library, other) for other in library.stories.values() if other.parent_story == story.story_id
        ],
        cases=argue(library, members, _QUOTES),
        pages_named=_PAGES_NAMED,
        kin_named=_KIN_NAMED,
        claims=[claim_of(library, row, 0) for row in stemma.rows],
        grouped=stemma.grouped,
        drawings=[(size, lay_out(stemma, columns)) for size, columns in COLUMNS.items()],
        n_passages=n_passages,
        collation=collation_file(story.story_id) if n_passages else None,
    )


def _link(library: Library, story: Story) -> tuple[str, str]:
    return library.title(story.story_id), story_file(story.story_id)


def _sentences(figures: StoryFigures) -> str:
    """What is to be said after the counts: when, how many were reworded, of how many nothing is known."""
    said = [f"{line(figures.dates, 60)}." if figures.dates else "Date not known."]
    if figures.spun:
        said.append(f"{plural(figures.spun, 'page')} reworded by a machine.")
    if figures.unsourced and figures.origins:
        said.append(f"For {plural(figures.unsourced, 'page')} no origin is known.")
    return " ".join(said)
