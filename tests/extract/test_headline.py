"""Headlines, decks and subheads of plain text."""

from __future__ import annotations

from tests.extract.reading import LEAD, SECOND, THIRD, above, around, label_of, parts, read

HEADLINE = "Harbour reopens after the long storm"


def test_the_first_line_shaped_like_a_headline() -> None:
    found = read(above("Monday, June 3, 2019", HEADLINE, "- Advertisement -"))
    assert label_of(found, HEADLINE) == "headline"
    assert found.page.title == HEADLINE


def test_a_page_without_a_headline_has_none() -> None:
    found = read(above())
    assert {label for label, _ in parts(found)} == {"body"}
    assert found.page.title is None


def test_metadata_name_the_headline() -> None:
    found = read(above("The Selwyn Gazette of every morning", HEADLINE), title=f"{HEADLINE} - Gazette")
    assert label_of(found, HEADLINE) == "headline"
    assert found.page.title == f"{HEADLINE} - Gazette"


def test_a_deck_and_a_repeated_headline() -> None:
    deck = "Two cranes are lost, but the breakwater has held"
    found = read(above(HEADLINE, HEADLINE, deck))
    assert [label for label, _ in parts(found)][:3] == ["headline", "headline", "subhead"]


def test_a_headline_that_begins_like_a_teaser() -> None:
    line = "WATCH: Ferry runs aground in the harbour of Selwyn"
    assert label_of(read(above(line)), line) == "headline"


def test_a_headline_below_a_menu_that_ends_like_a_list_of_other_stories() -> None:
    page = above("Selwyn 9", "WATCH LIVE", "Two cranes lost in the storm at Selwyn", HEADLINE, "By Jane Doe")
    assert label_of(read(page), HEADLINE) == "headline"


def test_a_subhead_and_a_clipped_sentence() -> None:
    assert label_of(read(around("A narrow escape")), "A narrow escape") == "subhead"
    clipped = "The ferry firm said that it would not pay for the cranes, which it had leased from the city"
    assert label_of(read(around(clipped)), clipped) == "body"


def test_quotations_and_one_sentence_paragraphs_are_body() -> None:
    for line in ("“Never again”", "It was over.", "Why?", "He left:"):
        assert label_of(read(around(line)), line) == "body"


def test_a_page_of_titles_only_is_kept_as_text() -> None:
    found = read("A first line of a poem\n\nAnd a second, of the sea\n\nAnd a third, of the wind")
    assert {label for label, _ in parts(found)} <= {"headline", "subhead", "body"}


def test_line_ends_of_every_kind_keep_offsets_of_the_file() -> None:
    text = f"{HEADLINE}\r\n\r\n{LEAD}\r{SECOND}\u2028{THIRD}\n"
    found = read(text)
    assert found.page.text == text
    assert [piece for _, piece in parts(found)] == [HEADLINE, LEAD, SECOND, THIRD]


def test_a_trail_without_marks_that_ends_in_the_headline_is_not_the_headline() -> None:
    title = "Harbour reopens after the long storm"
    found = read(above("Home News Islands " + title, title))
    assert found.page.title == title
    assert label_of(found, "Home News Islands " + title) != "headline"


def test_fields_of_an_export_are_no_menu_above_the_headline() -> None:
    title = "Harbour reopens after the long storm"
    found = read(above(title, "Section: NEWS; Pg. A03", "Length: 412 words", "Byline: Ida Quill, Staff Writer"))
    assert (found.page.title, found.page.byline) == (title, "Ida Quill")


def test_a_bare_name_beside_the_date_is_the_author() -> None:
    found = read(above("Harbour reopens after the long storm", "Ida Quill", "June 3, 2019"))
    assert found.page.byline == "Ida Quill"
    assert (
        read(above("Harbour reopens after the long storm", "The Selwyn Herald", "June 3, 2019")).page.byline is None
    )


def test_a_name_with_an_office_and_no_mark_between_is_a_byline() -> None:
    line = "Ida Quill Harbour correspondent"
    found = read(above("Harbour reopens after the long storm", line, "June 3, 2019"))
    assert (label_of(found, line), found.page.byline) == ("byline", "Ida Quill")


def test_a_name_below_the_word_by_is_the_author() -> None:
    assert read(above("Harbour reopens after the long storm", "By", "Ida Quill")).page.byline == "Ida Quill"


def test_a_desk_or_a_name_with_its_outlet_is_no_author() -> None:
    for line in ("Gazette Sport", "Ida Quill Selwyn Gazette", "By"):
        assert read(above("Harbour reopens after the long storm", line, "June 3, 2019")).page.byline is None


def test_an_author_behind_the_date_of_posting() -> None:
    for line in ("Posted on June 3, 2019 by Ida Quill", "Published June 3, 2019 By Ida Quill"):
        assert read(above("Harbour reopens after the long storm", line)).page.byline == "Ida Quill"


def test_the_account_boxes_of_a_theme_above_the_headline_are_not_the_lead() -> None:
    box = ("Welcome! Log into your account", "your username", "your password", "A password will be e-mailed to you.")
    found = read(above(*box, "Harbour reopens after the long storm", "June 3, 2019"))
    assert found.page.title == "Harbour reopens after the long storm"


def test_a_headline_in_a_script_without_spaces() -> None:
    body = "北町图书馆星期三重新开放，孩子们等了整整两年，馆长说屋顶已经修好，新书也已经全部上架供人借阅。"
    found = read(f"社会\n\n北町图书馆两年后重新开放\n\n{body}\n\n{body[::-1]}。\n")
    assert [label for label, text in parts(found) if text.startswith("北町图书馆两年后")] == ["headline"]
    assert found.page.title == "北町图书馆两年后重新开放"


def test_how_old_a_paper_is_is_no_headline() -> None:
    found = read(
        above("The Brume Gazette", "Serving the valley since 1881", "Ferry runs aground in the fog off Brume")
    )
    assert found.page.title == "Ferry runs aground in the fog off Brume"
    assert label_of(found, "Serving the valley since 1881") == "other"


def test_a_headline_may_end_with_a_year() -> None:
    text = above("Ferry firm posts best year since 1998", "By Ada Moss")
    assert read(text).page.title == "Ferry firm posts best year since 1998"
