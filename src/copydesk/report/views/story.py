"""A story: how many independent origins it has and why, its family tree, its pages."""

from __future__ import annotations

from functools import partial

from copydesk.model.story import Story
from copydesk.report.addresses import collation_file, events_file, quotations_file, story_file
from copydesk.report.episodes import episodes_of, summary_of
from copydesk.report.figures import StoryFigures, by_date, story_figures
from copydesk.report.hostile import line
from copydesk.report.labels import plural
from copydesk.report.library import Library
from copydesk.report.pager import ROWS, cut, part, parts_of
from copydesk.report.press import Press
from copydesk.report.reasoning import argue, claim_of
from copydesk.report.stemma import draw_up
from copydesk.report.stemma_layout import lay_out

_QUOTES = 1
_KIN_NAMED = 3
_REASONS_SHOWN, _REASONS_WRITTEN = 8, 60
"""Pages of an origin whose reasons are shown, and that are on the page at all, folded away."""
COLUMNS = {"wide": 5, "middle": 3, "slim": 2}
"""Columns of the family tree on a desk's screen, on a tablet, on a phone: the browser shows the one that fits."""


def write(press: Press, library: Library, story: Story, n_passages: int) -> None:
    """Write the page of a story, and for a story of many pages the further parts of their list."""
    figures = story_figures(library, story)
    heads = by_date(figures.heads)
    for number in range(1, parts_of(len(heads)) + 1):
        pages = {
            "figures": figures,
            "heads": cut(heads, number),
            "part": part(partial(story_file, story.story_id), number, len(heads)),
        }
        if number == 1:
            press.set(figures.href, "story.html", **pages, **_told(library, story, figures, n_passages))
        else:
            press.set(story_file(story.story_id, number), "story_pages.html", **pages)


def _told(library: Library, story: Story, figures: StoryFigures, n_passages: int) -> dict[str, object]:
    """What the first page of a story says beside its list of pages."""
    stemma = draw_up(library, story)
    members = tuple(head.page.page_id for head in figures.heads)
    return {
        "sentences": _sentences(figures),
        "summary": summary_of(library, story),
        "episodes": (episodes := episodes_of(library, story)),
        "unplaced": len(members) - sum(episode.n_pages for episode in episodes),
        "cases": argue(library, members, _QUOTES),
        "reasons_shown": _REASONS_SHOWN,
        "reasons_written": _REASONS_WRITTEN,
        "kin_named": _KIN_NAMED,
        "claims": [claim_of(library, row, 0) for row in stemma.rows[:ROWS]],
        "more_claims": len(stemma.rows[ROWS:]),
        "grouped": stemma.grouped,
        "drawings": [(size, lay_out(stemma, columns)) for size, columns in COLUMNS.items()],
        "n_passages": n_passages,
        "n_quotes": len(library.quotes_of(story.story_id)),
        "quotations": quotations_file(story.story_id),
        "n_events": len(library.events_of(story.story_id)),
        "events": events_file(story.story_id),
        "collation": collation_file(story.story_id) if n_passages else None,
    }


def _sentences(figures: StoryFigures) -> str:
    """What is to be said after the counts: when, how many were reworded, of how many nothing is known."""
    said = [f"{line(figures.dates, 60)}." if figures.dates else "Date not known."]
    if figures.spun:
        said.append(f"{plural(figures.spun, 'page')} reworded by a machine.")
    if figures.unsourced and figures.origins:
        said.append(f"For {plural(figures.unsourced, 'page')} no origin is known.")
    return " ".join(said)
