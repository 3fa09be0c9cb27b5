"""The first page: how many pages, stories and origins there are, and what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.model.page import Wording
from copydesk.model.raw import Reject
from copydesk.report.case import Tables
from copydesk.report.figures import StoryFigures, wording_bar
from copydesk.report.heads import Head
from copydesk.report.labels import WORDING_MEANS, plural
from copydesk.report.library import Library
from copydesk.report.pager import ROWS, parts_of
from copydesk.report.press import Press
from copydesk.report.views.lists import origin_rows

_ORIGINS_SHOWN = 20
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class RejectGroup:
    """The rejects of one code: how many, and the first of them."""

    code: str
    count: int
    examples: tuple[Reject, ...]


def write(press: Press, library: Library, figures: Sequence[StoryFigures], case: Tables) -> None:
    """Write `index.html`."""
    origins = origin_rows(library)
    heads = library.heads.values()
    press.set(
        "index.html",
        "overview.html",
        n_pages=len(heads),
        n_stories=len(figures),
        n_origins=len(origins),
        sentences=_sentences(list(heads), figures),
        figures=figures[:ROWS],
        more_stories=parts_of(len(figures)) > 1,
        origins=origins[:_ORIGINS_SHOWN],
        bar=wording_bar(heads),
        means=WORDING_MEANS,
        rejects=reject_groups(case.table("rejects"), case),
        unlisted=case.summary.unlisted_rejects,
    )


def _sentences(heads: Sequence[Head], figures: Sequence[StoryFigures]) -> str:
    """What is to be said after the counts."""
    if not heads:
        return "No page could be read."
    reusing = sum(head.reused > 0 for head in heads)
    spun = sum(head.page.wording is Wording.SPUN_COPY for head in heads)
    fewer = sum(len(f.heads) > f.origins > 0 for f in figures)
    unsourced = sum(not head.page.origin_ids for head in heads)
    said = []
    if reusing:
        machine = f"; {spun:,} {'was' if spun == 1 else 'were'} reworded by a machine" if spun else ""
        said.append(
            f"{plural(reusing, 'page')} {'carries' if reusing == 1 else 'carry'} text that also stands elsewhere in"
            f" the pile{machine}."
        )
    else:
        said.append("No page carries text that also stands elsewhere in the pile.")
    if fewer:
        said.append(
            f"{plural(fewer, 'story has', 'stories have')} fewer sources than pages: count origins, not tabs."
        )
    if unsourced:
        said.append(f"For {plural(unsourced, 'page')} no origin is known.")
    return " ".join(said)


def reject_groups(rows: Iterable[Reject], case: Tables) -> list[RejectGroup]:
    """The rejects by code, the most frequent first, each with a few examples."""
    counts = dict(case.summary.rejects)
    examples: dict[str, list[Reject]] = {code: [] for code in counts}
    for row in rows:
        kept = examples.setdefault(row.code, [])
        if len(kept) < _EXAMPLES:
            kept.append(row)
    groups = [RejectGroup(code, counts.get(code, len(kept)), tuple(kept)) for code, kept in examples.items()]
    return sorted(groups, key=lambda group: (-group.count, group.code))
