"""Furniture that a heading, a running time or a neighbour brings with it."""

from __future__ import annotations

from tests.extract.reading import LEAD, SECOND, THIRD, above, around, below, label_of, parts, read

TITLE = "Ferry firm to lay off a third of its staff"


def test_a_title_above_a_running_time_is_a_teaser() -> None:
    found = read(around(TITLE, "02:37"))
    assert label_of(found, TITLE) == label_of(found, "02:37") == "teaser"


def test_a_sentence_above_a_time_of_day_stays() -> None:
    found = read(around("10:32"))
    assert label_of(found, SECOND) == "body"
    assert label_of(found, "10:32") == "date_banner"


def test_titles_below_a_heading_of_other_stories_are_teasers() -> None:
    found = read(below("Related news", TITLE, "Minister opens a new fish market"))
    assert [label for label, _ in parts(found)][-3:] == ["navigation", "teaser", "teaser"]


def test_a_heading_without_a_list_takes_no_text_with_it() -> None:
    found = read(around("Latest news"))
    assert label_of(found, "Latest news") == "navigation"
    assert label_of(found, THIRD) == "body"


def test_comments_below_their_heading_are_not_the_article() -> None:
    comment = "I sailed there last year and the harbour was already falling apart."
    found = read(below("3 Comments", "Comments", "sailor77 says:", comment))
    assert label_of(found, comment) == "comment_form"


def test_a_link_to_the_comments_above_the_text_takes_nothing_with_it() -> None:
    found = read(above("Leave a comment"))
    assert [label_of(found, text) for text in (LEAD, SECOND, THIRD)] == ["body"] * 3


def test_a_byline_of_two_lines() -> None:
    found = read(above("Harbour reopens after the long storm", "By", "Jane Doe"))
    assert label_of(found, "By") == label_of(found, "Jane Doe") == "byline"
    assert label_of(read(below("By", "Admin")), "Admin") == "widget"


SITE = "Selwyn Daily brings you the news of the islands, from the harbour to the hills."


def test_what_a_site_says_of_itself_at_the_foot_is_furniture() -> None:
    found = read(below("Editor Picks", "Harbour fees to rise", "Islands1204", "ABOUT US", SITE))
    assert label_of(found, SITE) == "widget"
    assert label_of(found, "Islands1204") == "navigation"


def test_an_about_us_above_the_text_says_nothing_of_it() -> None:
    assert label_of(read("\n\n".join(("ABOUT US", LEAD, SECOND, THIRD))), SECOND) == "body"


NOTE = "Ida Quill covers the islands for the Gazette. She was born in Selwyn."


def test_a_note_on_the_author_below_the_text_is_furniture() -> None:
    page = "\n\n".join(("Harbour reopens after the long storm", "By Ida Quill", LEAD, SECOND, NOTE))
    assert label_of(read(page), NOTE) == "widget"


def test_a_paragraph_about_somebody_who_is_not_the_author_is_body() -> None:
    page = "\n\n".join(("Harbour reopens after the long storm", "By Tom Brack", LEAD, SECOND, NOTE))
    assert label_of(read(page), NOTE) == "body"


def test_a_paragraph_about_the_author_with_text_below_is_body() -> None:
    page = "\n\n".join(("Harbour reopens after the long storm", "By Ida Quill", NOTE, LEAD, SECOND))
    assert label_of(read(page), NOTE) == "body"
