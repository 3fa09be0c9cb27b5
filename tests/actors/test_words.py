"""The words of pages scanned together: gaps, sentences, loud lines, kinds of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.actors import scan
from copydesk.actors.gap import Gap
from copydesk.actors.kinds import Kinds
from copydesk.actors.settings import SETTINGS, ActorSettings
from copydesk.actors.traits import Trait
from copydesk.actors.words import Lines, Words, read_words, words_of
from copydesk.text.tokens import fold_words

PIECES = (
    "Norland",
    "the",
    "He",
    "U.S.",
    "2.a",
    "2a",
    "said",
    "Mr.",
    "中文",
    "\n",
    "\u2028",
    " ",
    "’s",
    "“",
    "”",
    ".",
    "…",
)


def read(*texts: str, settings: ActorSettings = SETTINGS) -> list[Words]:
    """The words of whole texts."""
    return words_of(
        read_words([Lines(text, [(0, len(text))], whole=False) for text in texts], Kinds(), settings)
    ).pages


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", Gap.SPACE),
        ("\u00a0", Gap.SPACE),
        ("  ", Gap.OTHER),
        ("-", Gap.HYPHEN),
        ("‑", Gap.HYPHEN),
        (" - ", Gap.OTHER),
        (", ", Gap.COMMA),
        ("; ", Gap.OTHER),
        (" “", Gap.QUOTE),
        (".” ", Gap.BREAK),
        ("… ", Gap.BREAK),
        ("\n", Gap.BREAK),
        ("\u2029", Gap.BREAK),
        (" (. ", Gap.BREAK),
    ],
)
def test_what_stands_between_two_words(between: str, gap: int) -> None:
    """Spaces, hyphens, marks and line ends are told apart; a space of any kind is one."""
    (words,) = read(f"one{between}two")
    assert list(words.gap) == [Gap.BREAK, gap]


def test_the_possessive_stands_behind_its_apostrophe() -> None:
    """Its `s` is a word of its own."""
    (words,) = read("Norland’s army")
    assert (words.folded, list(words.gap)) == (["norland", "s", "army"], [Gap.BREAK, Gap.POSSESSIVE, Gap.SPACE])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. Roe left.", [1, 1, 2, 2]),
        ("He saw J. Roe.", [1, 1, 1, 1]),
        ("He saw Gen. Roe.", [1, 1, 1, 1]),
        ("Roe Corp. Tower fell.", [1, 1, 1, 1]),
        ("He left Roe Corp. The tower fell.", [1, 1, 1, 1, 2, 2, 2]),
        ("He left the U.S. The tower fell.", [1, 1, 1, 1, 2, 2, 2]),
        ("One line\nand another", [1, 1, 2, 2]),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_is_of_a_short_form(text: str, sentences: list[int]) -> None:
    """Sentences are numbered from 1."""
    (words,) = read(text)
    assert list(words.sentence) == sentences


def test_lines_whose_capitals_say_nothing() -> None:
    """All capitals, or Capitals Throughout without a stop; a sentence and a short line are neither."""
    (words,) = read("NORLAND WINS AGAIN.\nNorland Wins Over Westland\nRoe of Norland won this.\nJan Roe")
    assert list(words.loud) == [1] * 3 + [1] * 4 + [0] * 5 + [0] * 2


def test_words_of_a_page_are_bounded() -> None:
    """The first ones are read; the next page has its own number of them."""
    first, second = read("one two\nthree four", "five six seven", settings=ActorSettings(most_words=3))
    assert (first.folded, second.folded) == (["one", "two", "three"], ["five", "six", "seven"])


def test_only_whole_words_inside_the_lines_are_read() -> None:
    """A line may begin or end within a word; a whole line may hold line ends."""
    text = "alpha beta\ngamma delta"
    (words,) = words_of(read_words([Lines(text, [(2, 16)], whole=True)], Kinds(), SETTINGS)).pages
    assert (words.folded, list(words.gap)) == (["beta", "gamma"], [Gap.BREAK, Gap.BREAK])


def test_words_that_hash_alike_are_folded_as_they_are_written() -> None:
    """`2.a` hashes like `2a`, but the fold keeps its stop, whichever comes first."""
    for text in ("2.a, 2a", "2a, 2.a"):
        (words,) = read(text)
        assert words.folded == fold_words(text)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), max_size=5))
def test_pages_are_read_together_as_each_alone(texts: list[str]) -> None:
    """A page does not see its neighbours; its words are those of the tokenizer."""
    for text, words in zip(texts, read(*texts), strict=True):
        (alone,) = read(text)
        for column in ("folded", "openings", "known", "everyday", "nouns", "bare"):
            assert getattr(words, column) == getattr(alone, column)
        for column in ("begin", "end", "sentence", "gap", "loud", "capital", "traits"):
            assert list(getattr(words, column)) == list(getattr(alone, column))
        assert words.folded == fold_words(text)
        assert [words.surface(at, at + 1) for at in range(words.size)] == [
            text[begin:end] for begin, end in zip(words.begin, words.end, strict=True)
        ]


def test_compiled_numbers_are_those_of_the_names() -> None:
    """The compiled passes have their own copies of these."""
    names = ("SPACE", "HYPHEN", "POSSESSIVE", "STOP", "COMMA", "OTHER", "QUOTE", "BREAK")
    assert [getattr(scan, f"AFTER_{name}") for name in names] == [getattr(Gap, name) for name in names]
    for name in ("SHORT", "BEHIND_NAME", "OPENER"):
        assert getattr(scan, name) == getattr(Trait, name)
