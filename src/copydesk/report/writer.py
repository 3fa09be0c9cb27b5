"""The whole report, page after page."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from copydesk.model.story import Story
from copydesk.progress import Progress, Silence
from copydesk.report.case import Tables
from copydesk.report.clusters import Cluster, page_clusters, read_cluster
from copydesk.report.collation import addresses, in_order
from copydesk.report.figures import story_figures
from copydesk.report.library import Library
from copydesk.report.press import Press
from copydesk.report.views import about, collation, events, lists, overview, page, quotations, story


def write_report(case: Tables, out: Path, *, progress: Progress | None = None) -> Path:
    """Write a case as a folder of static pages that open from disk, and return the path of its first page.

    The pages need no network and no script. The same case gives the same bytes. A folder that holds an older
    report is written anew; files in it that are not of a report are left alone.

    Raises:
        OutputError: `out` is something other than a report, or can't be written.
    """
    press = Press(out)
    watcher = progress or Silence()
    with case.snapshot(), closing(Library(case)) as library:
        watcher.start("report", len(library.heads))
        figures = [story_figures(library, row) for row in library.stories.values()]
        figures.sort(key=lambda f: (-len(f.heads), f.sort_date, f.story.story_id))
        overview.write(press, library, figures, case)
        lists.write(press, library, figures, case)
        events.write_case(press, library)
        about.write(press)
        for row in library.stories.values():
            _write_story(press, library, row, watcher)
        for page_id, head in library.heads.items():
            if not head.stories:
                page.write(press, library, page_id, _clusters(library, [page_id]), {})
                watcher.advance()
    watcher.finish()
    return out / "index.html"


def _write_story(press: Press, library: Library, row: Story, watcher: Progress) -> None:
    """A story, its collation, and those of its pages that no earlier story has."""
    members = [page_id for page_id in row.page_ids if page_id in library.heads]
    clusters = in_order(list(_clusters(library, members).values()), members)
    where = addresses(row.story_id, clusters)
    story.write(press, library, row, len(clusters))
    collation.write(press, library, row, clusters)
    quotations.write(press, library, row)
    events.write_story(press, library, row)
    by_id = {cluster.cluster_id: cluster for cluster in clusters}
    for page_id in members:
        if library.heads[page_id].stories[0] == row.story_id:
            page.write(press, library, page_id, by_id, where)
            watcher.advance()


def _clusters(library: Library, page_ids: list[str]) -> dict[str, Cluster]:
    """The passages of the pages, by id; those with one place are none."""
    found = {}
    for cluster_id in page_clusters(library, page_ids):
        cluster = read_cluster(library, cluster_id)
        if cluster is not None:
            found[cluster_id] = cluster
    return found
