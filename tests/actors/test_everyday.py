"""What is found on many pages at once is what each place by itself would say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.actors import find_actors, words
from copydesk.actors.columns import Columns, Mask
from copydesk.actors.traits import Trait, traits
from copydesk.model.pile import Pile
from tests.actors.pages import pile

PIECES = (
    *(
        "Brown",
        "Young",
        "Many",
        "But",
        "He",
        "Monday",
        "Former",
        "Jan",
        "Roe",
        "Ann Poe",
        "Norway",
        "Norwegian",
        "Gen.",
    ),
    *(
        "president",
        "foreign",
        "minister",
        "the",
        "of",
        "and",
        "or",
        "said",
        "in",
        "van",
        "administration",
        "his",
        "her",
    ),
    *("Foreign Ministry", "police", "officials", ".", ".", ",", "“", "”", "’s", "-", "\n", "—", ":", ";"),
)
"""What stands beside everyday words where it matters: names, offices, countries, joining words and marks."""

TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join)


def one_by_one(monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> Pile:
    """The pile with its actors, every word with a capital read through the runs of names."""

    def none(columns: Columns, _: Mask) -> Mask:
        return np.zeros(len(columns.gap), np.bool_)

    with monkeypatch.context() as patched:
        patched.setattr(words, "everyday", none)
        patched.setattr(words, "names_nobody", none)
        return find_actors(pile(*texts))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_everyday_words_name_what_they_name_one_by_one(monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    texts = [*texts, "Jan Roe, Paul Brown and Ann Young met. Mr. Brown left. He said Young stayed."]
    assert find_actors(pile(*texts)) == one_by_one(monkeypatch, texts)


@pytest.mark.parametrize(
    "text",
    [
        "Roe met officials in Norway. Later and Sweden said so.",
        "Roe left. Later, Sweden agreed to talks.",
        "Minister Paul Brown spoke. Brown administration officials left.",
        "Swedish Minister Paul Brown spoke. It was Norway’s “Brown”.",
        "He saw Norlandic. Later a parliament met. The president of Norland left. Then Norland said no.",
    ],
)
def test_what_stands_beside_an_everyday_word_counts(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Places, governments, names joined by `and`: where a word beside it says more, it is read like any other."""
    assert find_actors(pile(text)) == one_by_one(monkeypatch, [text])


def test_an_everyday_word_that_is_a_surname_on_the_page_names_its_person() -> None:
    found = find_actors(pile("Minister Paul Brown spoke. Brown left. Many stayed."))
    assert [row.text for row in found.actor_mentions] == ["Paul Brown", "Brown"]


def test_everyday_words_are_nothing_else() -> None:
    """No word of a title, a known phrase or a group is one."""
    others = Trait.SHORT | Trait.KNOWN | Trait.HEADING | Trait.PRONOUN | Trait.BARE | Trait.FUNCTION
    chosen = [word for word, bits in traits().items() if bits & Trait.EVERYDAY]
    assert "brown" in chosen
    assert not [word for word in chosen if traits()[word] & others or len(word) < 2]
