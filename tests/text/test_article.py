"""A page cut into the sentences that are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import Substitution
from copydesk.text.article import read_article
from copydesk.text.restored import restored_text
from copydesk.text.sentences import sentences
from tests.actors.pages import page

TEXT = "Roe left. She came back.\nNobody was there.\nTarn spoke. Roe heard it."
LINES = [(0, 24), (25, 42), (43, 68)]


def segment(begin: int, end: int, label: Label = Label.BODY) -> Segment:
    """A part of the page `p`."""
    return Segment("p", begin, end, label)


def test_only_parts_that_hold_a_place_are_cut() -> None:
    """A line that holds none is left out; one that does is cut whole."""
    own = [segment(*line) for line in LINES]
    article = read_article(page("p", TEXT), restored_text(TEXT, ()), own, (Label.BODY,), [43])
    assert [TEXT[one.begin : one.end] for one in article.sentences] == ["Tarn spoke.", "Roe heard it."]


def test_labels_that_are_not_asked_for_are_left_out() -> None:
    """A place in a caption does not make it article."""
    own = [segment(0, 24, Label.CAPTION), segment(25, 68)]
    article = read_article(page("p", TEXT), restored_text(TEXT, ()), own, (Label.BODY,), [0])
    assert article.sentences == ()


def test_places_and_sentences_are_those_of_the_restored_text() -> None:
    """A swapped word shifts all that follows."""
    swap = Substitution("p", 0, 3, "Roe", "Roebuck", "lexicon", None, None, None, 0.9)
    restored = restored_text(TEXT, [swap])
    own = [segment(*line) for line in LINES]
    article = read_article(page("p", TEXT), restored, own, (Label.BODY,), [47])
    assert [restored.text[one.begin : one.end] for one in article.sentences] == ["Tarn spoke.", "Roe heard it."]


@given(st.lists(st.integers(0, len(TEXT) - 1), max_size=4).map(sorted))
def test_every_place_outside_white_space_is_in_a_sentence(places: list[int]) -> None:
    """The sentences are those of the whole text, in order."""
    own = [segment(*line) for line in LINES]
    found = read_article(page("p", TEXT), restored_text(TEXT, ()), own, (Label.BODY,), places).sentences
    spans = [(one.begin, one.end) for one in found]
    assert spans == [span for span in sentences(TEXT) if span in spans]
    for at in places:
        assert TEXT[at].isspace() or any(begin <= at < end for begin, end in spans)
