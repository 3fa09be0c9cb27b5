"""Whose act a verb after `and` is, where somebody said what stands before it."""

from __future__ import annotations

import pytest

from tests.events.coding import told

SPEAKERS = [
    "[Ivo Tarn] said [Kelmish forces] shelled a town and accused [Marland] of lying.",
    "[Ivo Tarn] said that [Kelm] had violated the treaty and accused [Marland] of lying.",
    "[Ivo Tarn] said on Monday that the visit was a success and accused [Marland] of lying.",
    "[Ivo Tarn] wrote that “the raid cost lives and [Kelm] met [Ada Roe]” and accused [Marland] of lying.",
    '[Ivo Tarn] wrote that "the raid cost lives and [Kelm] will answer," and accused [Marland] of lying.',
]


@pytest.mark.parametrize("sentence", SPEAKERS)
def test_who_says_it_accuses(sentence: str) -> None:
    assert told(sentence)[-1][1:] == (["Ivo Tarn"], ["Marland"])


TOLD_OF = [
    "The [Foreign Office] said [Ivo Tarn] criticized [Kelm] and accused [Marland] of lying.",
    "The [Foreign Office] said [Ivo Tarn] met [Ada Roe] and accused [Marland] of lying.",
    "[Ivo Tarn], [Ada Roe] said, left the room and accused [Marland] of lying.",
]


@pytest.mark.parametrize("sentence", TOLD_OF)
def test_who_is_said_to_speak_accuses(sentence: str) -> None:
    assert told(sentence)[-1][1:] == (["Ivo Tarn"], ["Marland"])


def test_an_act_that_is_no_speech_stays_with_the_nearest() -> None:
    sentence = "[Ivo Tarn] said [Kelmish forces] shelled a town and attacked [Marland]."
    assert told(sentence)[-1][1:] == (["Kelmish forces"], ["Marland"])
