"""Cues: what is looked for in one pass is what a search for each would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract import cues
from copydesk.extract.cues import find_cues
from copydesk.extract.labels import label_lines
from copydesk.extract.line import Line, split_lines

WORDS = (
    "left", "LEFT, ", "from right", "centre.", "(R)", "file photo", "File ", "in this ", "pictured", "archives",
    " via ", "Photo", "image ", "19", "2024", "٣", "𝟗", "/", "|", "©", ":", "–", "-", ")", "].", ").", "  ", "\u00a0",
    "\t", "K", "\n", "\n\n", "The harbour reopened on Tuesday. ", "x" * 40, "\U0001f600", ". ", "By Ida Quill",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join)


def cues_of(text: str) -> int:
    return find_cues(text, [(0, len(text))])[0]


def test_a_line_of_running_text_has_none() -> None:
    assert cues_of("The harbour of Port Selwyn reopened after a storm had kept ferries away for nine days.") == 0


def test_each_cue() -> None:
    assert cues_of("and/or nothing" + "." * 200) == cues.SLASH
    assert cues_of("in 2031 and later" + "." * 200) == cues.DIGIT | cues.CENTURY
    assert cues_of("the second one, Centre back, ran on and on") == cues.PLACED
    assert cues_of("An archive picture of it" + "." * 200) == cues.PICTURE | cues.SAID
    assert cues_of("He came VIA Fenham" + "." * 100) == cues.CREDITED
    assert cues_of("so it is said — he") == cues.AGENCY
    assert cues_of("He left [the town]") == cues.CREDITED | cues.AGENCY
    assert cues_of("two  spaces") == cues_of("a\ttabulator") == cues.LOOSE


def test_a_credit_far_from_the_end_is_none() -> None:
    assert cues_of("a|" + "x" * (cues.CREDIT_REACH - 1)) == cues.CREDITED
    assert cues_of("a|" + "x" * cues.CREDIT_REACH) == 0
    assert cues_of("a-" + "x" * (cues.AGENCY_REACH - 1)) == cues.AGENCY
    assert cues_of("a-" + "x" * cues.AGENCY_REACH) == 0


@given(TEXTS)
def test_nothing_is_passed_over(text: str) -> None:
    lower = text.lower()
    found = cues_of(text) if text else 0
    assert ("/" in text) == bool(found & cues.SLASH)
    assert ("19" in text or "20" in text) == bool(found & cues.CENTURY)
    assert not any(char.isdecimal() for char in text) or found & cues.DIGIT
    assert not any(word in lower for word in ("photo", "image", "file", "archiv")) or found & cues.PICTURE
    assert not any(word in lower for word in ("left,", "(r)", "centre.", "from right")) or found & cues.PLACED
    assert not ("  " in text or any(char.isspace() and char != " " for char in text)) or found & cues.LOOSE
    assert not any(mark in text[-cues.AGENCY_REACH :] for mark in "-/—–―") or found & cues.AGENCY


@given(TEXTS)
def test_labels_are_those_of_lines_that_may_have_every_cue(text: str) -> None:
    def unseen(line: Line) -> Line:
        return line._replace(cues=cues.EVERY)

    lines = split_lines(text)
    assert label_lines(lines) == label_lines([unseen(line) for line in lines])


@given(TEXTS)
def test_words_of_a_single_spaced_line(text: str) -> None:
    for line in split_lines(text):
        if line.is_single_spaced:
            assert line.words == len(line.text.split())
