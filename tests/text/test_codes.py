"""Codes of texts: equal for equal texts, whatever stands beside them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.codes import codes

TEXTS = st.lists(st.text(max_size=12), max_size=12)


@given(TEXTS, TEXTS)
def test_a_code_is_of_its_text_alone(texts: list[str], others: list[str]) -> None:
    alone = [codes([text])[0] for text in texts]
    assert codes([*others, *texts])[len(others) :].tolist() == alone


@given(TEXTS)
def test_different_texts_have_different_codes(texts: list[str]) -> None:
    assert len(set(codes(texts).tolist())) == len(set(texts))


def test_codes_stay_what_they_are() -> None:
    known = [9615434041927672947, 175055072337769850, 3837614061096310742, 11317259154677281731]
    assert codes(["", "The ferry sailed.", "Fähre\x00", "\ud800"]).tolist() == known
    assert codes([]).tolist() == []
