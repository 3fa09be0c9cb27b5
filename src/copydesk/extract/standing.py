"""Standing paragraphs: the same paragraph on pages that have nothing else in common. An author's note, a prompt for
subscribers, the rules for comments and what a publisher says of itself are of no story."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.model.page import Label
from copydesk.text.named import names_in

PAGES = 3
"""Pages on which a paragraph must stand, of whatever sites: a chain prints one note in all its papers."""

LEAST_CHARS, MOST_CHARS = 120, 1_500
"""Code points of a paragraph that is looked at: shorter ones may be stock sentences of news (`The company did not
immediately respond to a request for comment.`)."""

NAMES = 3
"""Names that a page must have beside its repeated paragraphs to say that it tells of something else."""

APART = 0.1
"""Mean share of its names that a page has in common with most of the others, up to which their stories are different
ones. Follow-ups that carry one paragraph of background have at least the place in common, one name of five or six."""

LEAD = 600
"""Code points of the article in which names are looked for: who and where stands at the top. Below stand author's
notes too, no two of them the same, which all name the publisher."""

TOLD = frozenset({Label.HEADLINE, Label.SUBHEAD, Label.BODY})
"""Labels of the article's own words."""


def lead_names(parts: Iterable[str]) -> frozenset[str]:
    """The names in the lead of an article, which is given part by part; none where they are too few to tell. Pages
    without names, of scripts without capitals too, say nothing."""
    names = names_in("\n".join(parts)[:LEAD])
    return names if len(names) >= NAMES else frozenset()
