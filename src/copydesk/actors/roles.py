"""The office that most pages give to each person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.actors.facts import Facts, Numbers, summed
from copydesk.actors.vocabulary import heads
from copydesk.text.tokens import fold_words


@dataclass(frozen=True, slots=True)
class Roles:
    """The offices that pages give, one page after the other. int64 each.

    `page`, `actor` are numbers; `role` is that of the office as written, in `texts`; `first` is 1 for the one by
    which the page introduces the person. Where several identities of a page are one person, that of the highest
    `rank` introduces them.
    """

    page: Numbers
    actor: Numbers
    role: Numbers
    first: Numbers
    rank: Numbers
    texts: Sequence[str]

    @classmethod
    def of(cls, facts: Facts, actor: Numbers, rank: Numbers) -> Roles:
        """Facts that are each an office given by a page, once for each page and identity."""
        _, first, role = np.unique(facts.value, return_index=True, return_inverse=True)
        return cls(facts.page, actor, role, facts.places, rank, [facts.text(at) for at in first.tolist()])

    def mostly(self) -> dict[int, str]:
        """The office that most pages give to each actor, whatever its case and number, as they mostly write it.

        Of equals the one that more pages introduce the person with.
        """
        if not len(self.page):
            return {}
        written = [of_one(text) for text in self.texts]
        forms = sorted(set(written))
        sorts = sorted({text.lower() for text in forms})
        number, sort_number = ({text: at for at, text in enumerate(texts)} for texts in (forms, sorts))
        form = np.array([number[text] for text in written], np.int64)[self.role]
        sort = np.array([sort_number[text.lower()] for text in forms], np.int64)
        actor, best = self._commonest(sort[form], len(sorts))
        shown = self._as_written(form, sort, len(sorts))
        chosen = zip(actor.tolist(), best.tolist(), strict=True)
        return {one: forms[shown[one * len(sorts) + own]] for one, own in chosen}

    def _commonest(self, sort: Numbers, n_sorts: int) -> tuple[Numbers, Numbers]:
        """Each actor with the sort of office that most pages give; `sort` is that of each office given."""
        at = summed(self._person(), sort).first
        given = summed(self.actor[at], sort[at])
        actor, own = given.about, sort[at][given.first]
        intro = self._introductions()
        codes, counts = np.unique(self.actor[intro] * n_sorts + sort[intro], return_counts=True)
        introduced = np.zeros(len(own), np.int64)
        _, there, here = np.intersect1d(codes, actor * n_sorts + own, assume_unique=True, return_indices=True)
        introduced[here] = counts[there]
        order = np.lexsort((own, -introduced, -given.facts, actor))
        best = order[np.unique(actor[order], return_index=True)[1]]
        return actor[best], own[best]

    def _as_written(self, form: Numbers, sort: Numbers, n_sorts: int) -> dict[int, int]:
        """How most pages write each sort of office of each actor: forms, by actor times `n_sorts` plus sort."""
        at = summed(self._person(), self.role).first
        given = summed(self.actor[at], form[at])
        own = form[at][given.first]
        code = given.about * n_sorts + sort[own]
        order = np.lexsort((own, -given.facts, code))
        codes, first = np.unique(code[order], return_index=True)
        return dict(zip(codes.tolist(), own[order[first]].tolist(), strict=True))

    def _person(self) -> Numbers:
        """The same number for offices that one page gives to one actor."""
        return self.page * (int(self.actor.max()) + 1) + self.actor

    def _introductions(self) -> Numbers:
        """The offices by which pages introduce actors, one for each page and actor."""
        at = np.flatnonzero(self.first)
        person = self._person()[at]
        order = np.lexsort((-self.rank[at], person))
        return at[order[np.unique(person[order], return_index=True)[1]]]


def of_one(role: str) -> str:
    """`Foreign Ministers` → `Foreign Minister`."""
    head = (fold_words(role) or [""])[-1]
    if not heads().get(head, ("", False))[1]:
        return role
    return role[:-3] + "man" if head.endswith("men") else role[:-3] + "y" if head.endswith("ies") else role[:-1]
