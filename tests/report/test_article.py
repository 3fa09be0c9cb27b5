"""An article with everything marked in it is still the article, letter by letter."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import Substitution
from copydesk.report.article import Markings, Paragraph, Restoration, Reuse, set_article
from tests.report.markup import Element, read_html

_ALPHABET = "ab <>&\"'.\n\r\t\u202e\u2066\u00a0\x00\ud800”"


@st.composite
def _set_pages(draw: st.DrawFn) -> tuple[str, Markings]:
    text = draw(st.text(_ALPHABET, max_size=80))
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda s: (min(s), max(s)))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=5))})
    labels = st.sampled_from(list(Label))
    return text, Markings(
        tuple(Segment("p", begin, end, draw(labels)) for begin, end in pairwise(cuts)),
        tuple(Reuse(*span, n, "k-spun") for n, span in enumerate(draw(st.lists(place, max_size=6)), start=1)),
        tuple(_restored(*span) for span in draw(st.lists(place, max_size=6))),
        tuple(draw(st.lists(place, max_size=6))),
    )


def _restored(begin: int, end: int, restored: str = "<b>", confidence: float = 0.9) -> Restoration:
    row = Substitution("p", begin, end, "", restored, "lexicon", None, None, None, confidence)
    return Restoration(row, None, None)


def _words(paragraphs: list[Paragraph]) -> str:
    return "".join(read_html(str(part)).page_words() for p in paragraphs for part in (p.gap, p.html))


def _elements(paragraphs: list[Paragraph]) -> list[Element]:
    return [element for p in paragraphs for element in read_html(str(p.html)).all()]


@given(_set_pages())
def test_the_rendered_text_is_the_text_of_the_page(given_page: tuple[str, Markings]) -> None:
    text, markings = given_page
    rendered = _words(list(set_article(text, markings)))
    assert rendered == text[: len(rendered)]
    assert not text[len(rendered) :].strip()


@given(_set_pages())
def test_every_marked_place_that_is_shown_can_be_linked_to_once(given_page: tuple[str, Markings]) -> None:
    text, markings = given_page
    names = [e.attributes["id"] for e in _elements(list(set_article(text, markings))) if "id" in e.attributes]
    assert len(names) == len(set(names))
    places = {(r.begin, r.end) for r in markings.reuses} | {(r.row.begin, r.row.end) for r in markings.restorations}
    for begin, end in places | set(markings.anchors):
        if text[begin:end].strip():
            assert f"c{begin}-{end}" in names


def test_a_passage_over_two_paragraphs_is_one_passage() -> None:
    text = "First words here.\n\nSecond words here."
    one, two = set_article(text, Markings((), (Reuse(6, 25, 1, "k-edited"),), (), ()))
    assert (one.numbers, two.numbers) == ((1,), ())
    (first,), (second,) = read_html(str(one.html)).of_class("reuse"), read_html(str(two.html)).of_class("reuse")
    assert (first.attributes["id"], first.text()) == ("c6-25", "words here.")
    assert (second.attributes["data-for"], second.text()) == ("c6-25", "Second")


def test_a_reworded_place_has_its_restored_wording_beside_it() -> None:
    (paragraph,) = set_article("The officers agreed.", Markings((), (), (_restored(4, 12, "officials & co"),), ()))
    page = read_html(str(paragraph.html))
    (place,), (card,) = page.of_class("sub"), page.of_class("card")
    assert place.page_words() == "officers"
    assert card.named("ins")[0].text() == "officials & co"
    assert place.attributes["aria-describedby"] == card.attributes["id"]
    assert place.attributes["tabindex"] == "0"


def test_of_two_restorations_of_one_place_the_surer_is_shown() -> None:
    sure, unsure = _restored(0, 3, "sure", 0.9), _restored(0, 3, "unsure", 0.4)
    (paragraph,) = set_article("abc", Markings((), (), (unsure, sure), ()))
    assert [e.text() for e in read_html(str(paragraph.html)).named("ins")] == ["sure"]


def test_furniture_is_told_from_the_article_and_a_dateline_within_it_is_marked() -> None:
    text = "Read more: fish\n\nPORT — The boats left."
    segments = (
        Segment("p", 0, 15, Label.TEASER),
        Segment("p", 15, 24, Label.DATELINE),
        Segment("p", 24, len(text), Label.BODY),
    )
    teaser, story = set_article(text, Markings(segments, (), (), ()))
    assert (teaser.label, teaser.furniture, story.label, story.furniture) == (Label.TEASER, True, Label.BODY, False)
    (dateline,) = read_html(str(story.html)).of_class("seg-dateline")
    assert dateline.text() == "PORT — "


def test_a_page_of_many_paragraphs_and_marks_is_set_in_seconds() -> None:
    text = "Some words on a line.\n\n" * 20_000
    anchors = tuple((n * 23, n * 23 + 10) for n in range(20_000))
    began = time.process_time()
    count = sum(1 for _ in set_article(text, Markings((), (Reuse(0, len(text), 1, "k-best"),), (), anchors)))
    assert count == 20_000
    assert time.process_time() - began < 10
