"""The lesson of agencies: whom any page of the pile credits as one. An agency is one everywhere."""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from copydesk.model.lesson import Lesson, Notes
from copydesk.model.page import Page
from copydesk.model.provenance import OriginKind
from copydesk.provenance.credit import Credit
from copydesk.provenance.credits import credited_agencies
from copydesk.provenance.sections import of_texts, pages_of, section, sectioned, short_codes, texts_of

_NAMES, _NAMED, _SECTIONS = 0, 1, 2


def agencies_lesson(pages: Sequence[Page], credits: Sequence[Sequence[Credit]]) -> Lesson:
    """Which agencies the pages credit; beside them, notes have codes of the outlets that a page names and of its
    site, any of which may turn out to be an agency. Some 12 bytes a page."""
    agencies = of_texts([sorted(credited_agencies([found])) for found in credits])
    outlets = [
        {one.name for one in found if one.kind is OriginKind.OUTLET} | ({page.site} if page.site else set())
        for page, found in zip(pages, credits, strict=True)
    ]
    sizes = np.array([len(own) for own in outlets], np.int64)
    named = sizes, short_codes(list(itertools.chain.from_iterable(map(sorted, outlets))))
    return Lesson("agencies", sectioned([page.page_id for page in pages], [agencies, named]), _learn, _asking)


def _learn(notes: Notes) -> frozenset[str]:
    part = section(notes, _NAMES, _SECTIONS)
    return frozenset(name for own in texts_of(part, np.flatnonzero(part[0])) for name in own)


def _asking(before: Set[str], after: Set[str], notes: Notes) -> NDArray[np.int64]:
    """The pages of which an outlet became an agency, or is none any more."""
    part = section(notes, _NAMED, _SECTIONS)
    return pages_of(part, np.isin(part[1], short_codes(sorted(before ^ after))))
