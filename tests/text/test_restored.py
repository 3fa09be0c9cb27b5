"""Restored texts: what is read, and where it stands on the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.provenance import Substitution
from copydesk.text.restored import Restored, restored_text


def swap(text: str, words: str, restored: str, confidence: float = 0.9) -> Substitution:
    begin = text.index(words)
    return Substitution("p1", begin, begin + len(words), words, restored, "lexicon", None, None, None, confidence)


TEXT = "Work begins in Could, the overseas clergyman said."


def test_words_are_put_back_and_lead_to_the_page() -> None:
    view = restored_text(TEXT, [swap(TEXT, "Could", "May"), swap(TEXT, "overseas clergyman", "foreign minister")])
    assert view.text == "Work begins in May, the foreign minister said."
    for words, there in (("in May", "in Could"), ("foreign minister", "overseas clergyman"), ("said", "said")):
        begin = view.text.index(words)
        first, last = view.on_page(begin, begin + len(words))
        assert TEXT[first:last] == there


def test_a_part_of_a_swapped_place_is_the_whole_place() -> None:
    view = restored_text(TEXT, [swap(TEXT, "overseas clergyman", "foreign minister")])
    begin = view.text.index("minister")
    first, last = view.on_page(begin, begin + len("minister"))
    assert TEXT[first:last] == "overseas clergyman"


def test_doubtful_and_overlapping_swaps_stay() -> None:
    swaps = [swap(TEXT, "overseas clergyman", "foreign minister"), swap(TEXT, "clergyman", "priest")]
    assert restored_text(TEXT, swaps).text == "Work begins in Could, the foreign minister said."
    assert restored_text(TEXT, swaps, confidence=0.95) == Restored(TEXT)


@given(
    st.lists(
        st.tuples(st.text("ab ", max_size=4), st.text("xyz", min_size=1, max_size=3), st.text("XYZ", max_size=5))
    )
)
def test_what_was_not_swapped_is_the_same_on_both_sides(parts: list[tuple[str, str, str]]) -> None:
    page, swaps = "", []
    for kept, spun, restored in parts:
        page += kept
        swaps.append(
            Substitution("p", len(page), len(page) + len(spun), spun, restored, "lexicon", None, None, None, 1)
        )
        page += spun
    view = restored_text(page, swaps)
    assert view.text == "".join(kept + restored for kept, _, restored in parts)
    for at, char in enumerate(view.text):
        first, last = view.on_page(at, at + 1)
        assert 0 <= first <= last <= len(page)
        if char in "ab ":
            assert page[first:last] == char
        assert view.of_page(first, last)[0] <= at < view.of_page(first, last)[1]


def test_places_of_the_page_lead_to_the_text() -> None:
    view = restored_text(TEXT, [swap(TEXT, "Could", "May"), swap(TEXT, "overseas clergyman", "foreign minister")])
    for there, words in (("in Could", "in May"), ("clergyman", "foreign minister"), ("said.", "said.")):
        begin = TEXT.index(there)
        first, last = view.of_page(begin, begin + len(there))
        assert view.text[first:last] == words
