"""The language of a page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from copydesk.extract.language import CHARS, LEAST_CHARS, SURE, _is_plain_english, find_language

TEXTS = {
    "en": "The harbour board will vote on a plan for the northern channel, its chairman said after the meeting.",
    "de": "Der Hafenrat stimmt am Dienstag über einen Plan ab, die nördliche Fahrrinne zu vertiefen, sagte er.",
    "fr": "Le conseil du port votera mardi sur un projet de dragage du chenal du nord, a déclaré son président.",
    "ru": "Совет порта проголосует во вторник по плану углубления северного канала, сообщил его председатель.",
    "ja": "港湾評議会は火曜日に北側水路の浚渫計画について採決を行うと議長が述べた。" * 3,
}
PEER = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_of_each_language(language: str) -> None:
    assert find_language(TEXTS[language]) == language


def test_a_short_text_is_not_known() -> None:
    assert find_language("Too little.") is None
    assert find_language(TEXTS["en"][:LEAST_CHARS]) is None  # letters count, not spaces
    assert find_language("1234 5678 " * 60) is None


def test_capitals_are_read_as_small_letters() -> None:
    assert find_language(TEXTS["fr"].upper()) == "fr"


def test_plain_english_needs_no_model_and_borrowed_words_do_not_make_it() -> None:
    assert _is_plain_english(TEXTS["en"])
    assert not any(_is_plain_english(text) for language, text in TEXTS.items() if language != "en")
    assert find_language(TEXTS["de"] + " The Times, The Sun, Of Mice and Men, That 70s Show.") == "de"


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(min_size=LEAST_CHARS, max_size=CHARS),
        st.lists(st.sampled_from(list(TEXTS.values())), min_size=1, max_size=3).map(" ".join),
    )
)
def test_it_says_what_the_model_says(text: str) -> None:
    """Held to the library's own walk; where it stands on the edge of being sure, either answer is right."""
    piece = text[:CHARS]
    if sum(map(str.isalpha, piece)) < LEAST_CHARS:
        assert find_language(text) is None
        return
    if _is_plain_english(piece):
        assert find_language(text) == "en"
        return
    code, sure = PEER.classify(piece)
    if abs(sure - SURE) > 0.001:
        assert find_language(text) == (code if sure >= SURE else None)
