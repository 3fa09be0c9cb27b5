"""The names that a text has."""

from __future__ import annotations

from copydesk.text.named import names_in


def test_names_are_words_with_a_capital_inside_a_sentence_that_are_not_common() -> None:
    text = "Engineers told Ida Quill of Port Selwyn on Tuesday that 12 cranes were lost. Ferries wait, said Ofelia."
    assert names_in(text) == {"Quill", "Selwyn", "Ofelia"}


def test_scripts_without_capitals_have_none() -> None:
    assert names_in("港口在星期二重新开放，工程师说防波堤完好无损。") == frozenset()
