"""Invented sentences of every class: the surest act of each has the root code that the list says."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.events import code_sentence, codebook_type

ROWS = [line.split("\t") for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("root", "sentence"), ROWS, ids=[sentence[:40] for _, sentence in ROWS])
def test_root_code(root: str, sentence: str) -> None:
    acts = sorted(code_sentence(sentence, 0, len(sentence)), key=lambda act: -act.confidence)
    found = codebook_type(acts[0]) if acts else None
    assert (found.name if found else "-") in {root, root.replace("CONCEDE", "RETREAT")}


def test_every_class_has_sentences() -> None:
    assert {root for root, _ in ROWS} == {
        *["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT"],
        *["THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "-"],
    }
