"""The note below an article that says who wrote it."""

from __future__ import annotations

import pytest

from tests.extract.reading import BODY, label_of, read

HEADLINE = "Port Selwyn opens its harbour again"
NOTE = "Jane Doe covers ships and the people who mend them. Reach her at the Selwyn office on Quay Street."


def page(*below: str, byline: str = "By Jane Doe", body: str = BODY) -> str:
    return "\n\n".join((HEADLINE, byline, body, *below))


@pytest.mark.parametrize(
    "note", [NOTE, NOTE.replace("covers", "is a reporter for"), NOTE.replace(" covers", ", who covers")]
)
def test_a_note_of_the_author_is_furniture(note: str) -> None:
    assert label_of(read(page(note)), note) == "widget"
    assert label_of(read(page(note, "Letters are welcome, the editors say, and always were.")), note) == "widget"


def test_a_paragraph_about_another_stays() -> None:
    assert label_of(read(page(NOTE, byline="By Joan Roe")), NOTE) == "body"


def test_a_party_of_the_story_has_no_note() -> None:
    body = BODY.replace("Engineers said", "Engineers told Doe")
    assert label_of(read(page(NOTE, body=body)), NOTE) == "body"


def test_what_the_author_says_in_an_interview_stays() -> None:
    asked = "Jane Doe: You have mended ships for thirty years. What was the first of them that you remember mending?"
    assert label_of(read(page(asked)), asked) == "body"


def test_a_page_that_opens_with_its_author_stays() -> None:
    assert label_of(read("\n\n".join((HEADLINE, "By Jane Doe", NOTE))), NOTE) == "body"
