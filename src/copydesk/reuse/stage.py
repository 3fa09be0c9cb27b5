"""The reuse stage: candidates, alignment, learning, alignment again."""

from __future__ import annotations

import dataclasses

import numpy as np

from copydesk.model.lesson import Learning, Lesson, Memory, taught
from copydesk.model.pile import Pile, without_collection
from copydesk.reuse.aligner import Aligner
from copydesk.reuse.clusters import passage_rows
from copydesk.reuse.known import Known, learn
from copydesk.reuse.notes import word_notes
from copydesk.reuse.rows import Rows, alignment_rows, joined_rows
from copydesk.reuse.settings import SETTINGS, ReuseSettings
from copydesk.reuse.witnesses import pairs_by_witness
from copydesk.reuse.words import read_words

REUSE = "reuse"
"""The name of the stage and of its lesson."""


def find_reuse(pile: Pile, settings: ReuseSettings = SETTINGS) -> Pile:
    """Fill `alignments` and `passages`: every passage that stands in more than one place of the pile.

    Alignments carry no `better_wording` yet; that is for provenance to say.
    """
    with without_collection():
        return taught(finding_reuse(pile, settings))


def finding_reuse(pile: Pile, settings: ReuseSettings = SETTINGS) -> Learning[Pile]:
    """The same, asking what the whole pile says. Its notes teach nothing without the pages: see `adding`."""
    pages = [page.page_id for page in pile.pages]
    words = read_words(pile.pages, pile.segments)
    aligner = Aligner(pile.pages, words, settings)
    known: Known = yield Lesson(
        REUSE,
        word_notes(pages, words),
        lambda _: learn(pages, aligner, settings),
        lambda *_: np.empty(0, np.int64),
        Memory(Known.to_bytes, Known.from_bytes),
    )
    rows = aligned_rows(aligner, known if known.pages is pages else known.within(pages, words), settings)
    passages = passage_rows(rows, pile.pages, settings)
    return dataclasses.replace(pile, alignments=alignment_rows(rows, pile.pages), passages=passages)


def aligned_rows(aligner: Aligner, known: Known, settings: ReuseSettings) -> Rows:
    """The pages that are worth it aligned, then those that others bring together."""
    found = aligner.rows(known.pairs, known.weights, known.swaps)
    more = pairs_by_witness(found, known.pairs, settings)
    return joined_rows([found, aligner.rows(more, known.weights, known.swaps)]) if len(more) else found
