"""The word lists by which quotations are attributed."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from copydesk.quotes.grammar import cues, cues_of_other_languages, words
from copydesk.text.tokens import fold_word
from copydesk.text.vocabulary import reporting_verbs
from copydesk.text.vocabulary.tables import read_lines

HERE = "copydesk.quotes.vocabulary"
GROUPS = tomllib.loads(files(HERE).joinpath("grammar.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["cues.txt", "cues_other.txt"])
def test_lists_are_sorted_and_without_repeats(name: str) -> None:
    lines = read_lines(HERE, name)
    assert lines == sorted(set(lines))
    assert all(line == line.lower().strip() for line in lines)


def test_the_verbs_of_quoting_are_no_reporting_verbs_of_indirect_speech() -> None:
    own = set(read_lines(HERE, "cues.txt"))
    assert not own & reporting_verbs()
    assert all(fold_word(verb) == verb for verb in own)
    assert own | reporting_verbs() <= cues()


def test_no_verb_of_another_language_is_an_english_one() -> None:
    assert not cues_of_other_languages() & (set(read_lines(HERE, "cues.txt")) | reporting_verbs())


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_groups_hold_lower_case_words_once(group: str) -> None:
    assert len(GROUPS[group]) == len(set(GROUPS[group]))
    assert all(word == word.lower() for word in words(group))


def test_forms_that_may_be_nouns_are_verbs_that_report() -> None:
    assert words("nouns_too") <= cues()


def test_an_unknown_group_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("guesses")
