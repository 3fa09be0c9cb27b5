"""Pages added to a pile: a stage reads them and the pages that they concern, and all others stay as they were."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection

import rustworkx

from copydesk.model.lesson import Learning, Lesson, taught
from copydesk.model.pile import Pile
from tests.lessons import asked_by
from tests.parts import islands, part_of

Running = Callable[[Pile], Learning[Pile]]


def lesson_of(run: Running, pile: Pile) -> Lesson:
    """The first lesson that a stage asks for."""
    return next(run(pile))


def some_texts(pile: Pile, seed: int, share: float) -> frozenset[str]:
    """Pages chosen at random, about so many of all, with all that share text or a story with them."""
    number = {page.page_id: at for at, page in enumerate(pile.pages)}
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(number)))
    graph.add_edges_from_no_data([(number[row.a_page], number[row.b_page]) for row in pile.alignments])
    for story in pile.stories:
        graph.add_edges_from_no_data([(number[story.page_ids[0]], number[page_id]) for page_id in story.page_ids])
    found = [sorted(component) for component in rustworkx.connected_components(graph)]
    random.Random(seed).shuffle(found)
    chosen: set[str] = set()
    for component in found:
        if len(chosen) < share * len(number):
            chosen.update(pile.pages[at].page_id for at in component)
    return frozenset(chosen)


def concerned(run: Running, pile: Pile, before: Pile, added: Collection[str]) -> frozenset[str]:
    """The pages that a stage reads when some are added: these, and the islands that a lesson asks for.

    `pile` has all pages, `before` is what the stage made of those that were there.
    """
    lesson = lesson_of(run, pile)
    old = lesson_of(run, before)
    asked = asked_by(lesson, old.learn(old.notes), lesson.learn(lesson.notes))
    wanted = {pile.pages[at].page_id for at in asked.tolist()} | set(added)
    joined = (island for island in islands(before) if not island.isdisjoint(wanted))
    return frozenset(wanted.union(*joined))


def added_to(run: Running, pile: Pile, added: Collection[str]) -> tuple[Pile, Pile, frozenset[str]]:
    """Add pages to the others of a pile: what the stage makes of the pages that it reads, what it had made of those
    that it passes over, and which it reads."""
    before = taught(run(part_of(pile, {page.page_id for page in pile.pages} - set(added))))
    read = concerned(run, pile, before, added)
    lesson = lesson_of(run, pile)
    fresh = taught(run(part_of(pile, read)), {lesson.name: lesson.learn(lesson.notes)})
    return fresh, part_of(before, {page.page_id for page in pile.pages} - read), read
