"""The vocabulary files: well formed, only of furniture, and matched where they should be."""

from __future__ import annotations

import pytest

from copydesk.extract.line import fold, make_line
from copydesk.extract.names import agencies, generic_authors, picture_names, places, regions
from copydesk.extract.vocabulary import (
    find_opening,
    leads,
    match_start,
    match_whole,
    may_have_opening,
    phrases,
    read_toml,
)
from copydesk.model.page import ARTICLE_LABELS, Label


def test_every_group_gives_a_label_of_furniture() -> None:
    for name, group in read_toml("furniture.toml").items():
        assert Label(group["label"]) not in ARTICLE_LABELS, name
        assert set(group) <= {"label", "sentences", "outside", "words", "whole", "pairs", "start", "lead"}, name


def test_every_phrase_is_found_as_it_stands() -> None:
    for phrase in phrases().whole:
        group = match_whole(make_line(phrase, 0, len(phrase), gap=True))
        assert group is not None, phrase


def test_no_phrase_folds_to_nothing() -> None:
    assert "" not in phrases().whole
    assert all(word for word in (*phrases().starts, *phrases().leads))
    assert not {""} & (agencies() | picture_names() | places() | regions() | generic_authors()[0])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  “LEAVE  a Reply”: ", "leave a reply"),
        ("%d bloggers like this:", "d bloggers like this"),
        ("What’s Hot?", "what's hot"),
        ("»»", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Related: a title", True),
        ("Related | a title", True),
        ("Related\u00a0 a title", True),
        ("RELATED A Title", True),
        ("Related a title", False),
        ("RELATED A TITLE", False),
        ("Relatedly: a title", False),
        ("Related", False),
    ],
)
def test_a_lead_is_set_off_from_what_follows(text: str, found: bool) -> None:
    assert leads(text, "related", capitals=True) is found


def test_a_beginning_matches_whole_words_and_never_a_quotation() -> None:
    for text, found in (("Read more here", True), ("Read moreover", False), ("“Read more here”", False)):
        assert (match_start(make_line(text, 0, len(text), gap=True)) is not None) is found


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Share this: ferries stay in port", "share this"),
        ("ADVERTISEMENT ferries stay in port", "advertisement"),
        ("Shareholders of the ferry line meet", None),
        ("Ferries stay in port", None),
        ("Advertisement", None),  # nothing follows
    ],
)
def test_a_phrase_of_furniture_before_other_words(text: str, opening: str | None) -> None:
    assert find_opening(make_line(text, 0, len(text), gap=True)) == opening
    assert may_have_opening(text) or opening is None
