"""Captions, credits and image texts, and paragraphs that only stand near a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract.caption import may_be_caption
from copydesk.extract.line import make_lines
from copydesk.text.patterns.captions import CAPTION_PLACE, CAPTION_PLACE_WORDS, CAPTION_SAYS_SO
from tests.extract.reading import LEAD, SECOND, THIRD, around, label_of, parts, read

CAPTIONS = [
    "Harbour master Ida Quill inspects a crane at Port Selwyn, June 3, 2019.",
    "Ida Quill (2nd L) and the mayor (R) meet ferry crews at Port Selwyn on June 3, 2019.",
    "Ida Quill, left, greets ferry crews at the breakwater.",
    "File photo: the breakwater of Port Selwyn",
    "FILE - Ida Quill speaks to reporters in Port Selwyn, June 3, 2019.",
    "The breakwater of Port Selwyn",
]

ONLY_CAPTIONS = (CAPTION_PLACE, CAPTION_PLACE_WORDS, CAPTION_SAYS_SO)
ASCII = st.characters(codec="ascii", exclude_categories=["Cc"])


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_above_its_credit(caption: str) -> None:
    found = read(around(caption, "Jane Roe/AP"))
    assert label_of(found, caption) == "caption"
    assert label_of(found, "Jane Roe/AP") == "credit"


@pytest.mark.parametrize(
    "credit",
    [
        "(Selwyn News: Jane Roe)",
        "(Gazette Archive)",
        "(Supplied: Harbour Board)",
        "[Jane Roe, Selwyn News]",
        "— Picture by Jane Roe",
        "— Reuters pic",
    ],
)
def test_a_short_caption_with_its_outlet_in_brackets(credit: str) -> None:
    found = read(around(f"The storm tore two cranes down overnight. {credit}"))
    assert ("caption", "The storm tore two cranes down overnight.") in parts(found)
    assert ("credit", credit) in parts(found)


@pytest.mark.parametrize("end", ["(Editing: Jane Roe)", "(Score: Selwyn Rovers 2)", "(Note: prices are in crowns)"])
def test_brackets_that_are_no_credit(end: str) -> None:
    assert "caption" not in {label for label, _ in parts(read(around(f"The storm tore two cranes down. {end}")))}


def test_a_paragraph_above_a_credit_stays() -> None:
    assert label_of(read(around("Jane Roe/AP")), SECOND) == "body"


def test_a_credit_inside_a_caption_is_a_part_of_its_own() -> None:
    found = read(around("FILE - A crane lies in the harbour of Port Selwyn, June 3, 2019. (AP Photo/Jane Roe, File)"))
    assert ("credit", "(AP Photo/Jane Roe, File)") in parts(found)
    assert ("caption", "FILE - A crane lies in the harbour of Port Selwyn, June 3, 2019.") in parts(found)


CREDITS = [
    "Jane Roe/AP",
    "JANE ROE/POOL/AFP/Getty",
    "JANE ROE/POOL / AFP via Getty Images",
    "Jane Roe via Getty Images",
    "(Photo by Jane Roe/NurPhoto)",
    "Image: Jane Roe / Selwyn Gazette",
    "Photo: Selwyn Gazette",
    "© AFP",
    "Supplied photo/Selwyn Harbour Board",
    "(Staff photo by Jane Roe)",
    "REUTERS/Jane Roe",
    "[Jane Roe/Reuters]",
    "Jane Roe | AP",
    "Getty Images",
    "Foto: Jane Roe",
]


@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_line(credit: str) -> None:
    assert label_of(read(around(credit)), credit) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "The suit was filed by Getty Images.",
        "He called it an either/or question.",
        "The and/or clause was struck out, said Jane Roe (D-Calif.)",
        "Ida Quill, left without a crew, sailed alone.",
        "She voted on June 3, 2019, and told reporters so.",
    ],
)
def test_text_that_is_no_credit_and_no_caption(line: str) -> None:
    assert label_of(read(around(line)), line) in {"body", "subhead"}


def test_image_texts_repeat_the_headline() -> None:
    headline = "Harbour reopens after the long storm"
    image = f"Selwyn TV  {headline} Politics"
    found = read("\n\n".join((headline, LEAD, image, SECOND, image, THIRD)))
    assert label_of(found, headline) == "headline"
    assert [label for label, text in parts(found) if text == image] == ["caption", "caption"]


def test_a_prompt_between_paragraphs_shows_by_repeating() -> None:
    found = read("\n\n".join((LEAD, "Zum Thema Hafen", SECOND, "Zum Thema Hafen", THIRD, "Zum Thema Hafen", LEAD)))
    assert [label for label, text in parts(found) if text == "Zum Thema Hafen"] == ["other"] * 3


def test_speakers_and_repeated_paragraphs_stay() -> None:
    found = read("\n\n".join((LEAD, "QUILL:", SECOND, "QUILL:", THIRD, "QUILL:", SECOND)))
    assert {label for label, _ in parts(found)} == {"body"}


def test_a_credit_of_an_unknown_source_below_a_caption() -> None:
    caption, credit = "Ida Quill meets ferry crews at the breakwater, June 3, 2019.", "Jane Roe/Selwyn Pictures"
    found = read(around(caption, credit))
    assert (label_of(found, caption), label_of(found, credit)) == ("caption", "credit")
    found = read(around("Health Care/Social Work"))
    assert label_of(found, "Health Care/Social Work") == "subhead"
    assert label_of(found, SECOND) == "body"


@given(st.one_of([st.from_regex(one, alphabet=ASCII) for one in ONLY_CAPTIONS]))
def test_nothing_that_only_captions_say_is_passed_over(text: str) -> None:
    piece = text.strip()[:600].lstrip("|")
    if any(one.search(piece) for one in ONLY_CAPTIONS):
        assert may_be_caption(*make_lines(piece, [(0, len(piece))]))


def test_the_line_below_the_word_image_caption_is_a_caption() -> None:
    found = read(around("Image caption,", "Ferries wait outside the harbour wall"))
    assert label_of(found, "Ferries wait outside the harbour wall") == "caption"


def test_a_picture_that_only_represents_has_a_caption() -> None:
    line = "The ferry was carrying 32 passengers. (Representational image)"
    assert label_of(read(around(line)), line) == "caption"
