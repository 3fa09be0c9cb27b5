"""How to read the report: the terms, the marks, and what the report can't say."""

from __future__ import annotations

from copydesk.report.labels import RELATION, RELATION_MEANS, WORDING_MEANS
from copydesk.report.press import Press


def write(press: Press) -> None:
    """Write `about.html`."""
    relations = [(RELATION[relation], RELATION_MEANS[relation]) for relation in RELATION]
    press.set("about.html", "about.html", means=WORDING_MEANS, relations=relations)
