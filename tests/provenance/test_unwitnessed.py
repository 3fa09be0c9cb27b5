"""Words that a machine swapped, on a page of which nobody has a clean copy."""

from __future__ import annotations

from copydesk.model.reuse import Replacement
from copydesk.provenance.learned import Learned
from copydesk.provenance.unwitnessed import Unwitnessed, from_knowledge
from copydesk.text.phrases import phrase_index
from tests.dates.reading import page

NOTHING_LEARNED = Learned((), phrase_index(()))
SURE = "The overseas minister instructed reporters that the officers took workplace final week."
"""Some sure phrases; a few such sentences make a page a heavily reworded one."""


def restored(text: str, around: str = "") -> dict[str, str]:
    """What the swaps of a page stand for, by the words on the page."""
    whole = f"{around}\n\n{text}" if around else text
    one = page("p1", whole)
    begin = len(whole) - len(text)
    rows = list(from_knowledge([Unwitnessed(one, ((begin, len(whole)),), ())], NOTHING_LEARNED))
    assert all(whole[row.begin : row.end] == row.text for row in rows)
    return {row.text: row.restored for row in rows}


def test_the_words_beside_a_synonym_tell_what_it_means() -> None:
    assert restored("The envoys shook fingers in entrance of the hall.") == {
        "fingers": "hands",
        "in entrance of": "in front of",
    }
    assert restored("He talked of disaster administration.") == {"disaster administration": "crisis management"}


def test_a_phrase_does_not_go_over_a_stop() -> None:
    assert restored("What they shook, fingers or not, was cold.") == {}
    assert restored("They shook. Fingers were cold.") == {}


def test_weak_words_are_believed_on_a_page_that_is_reworded_throughout() -> None:
    text = "Whatever the commerce of the port earns is doubtful."
    assert restored(text) == {}
    assert restored(text, around=" ".join([SURE] * 6)) == {"commerce": "trade"}


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    around = " ".join([SURE] * 6)
    assert restored("The ship left with Commerce on its bow.", around) == {}
    assert restored("Commerce is the life of the port.", around) == {"Commerce": "Trade"}


def test_quotations_that_the_machine_left_alone_are_left_alone() -> None:
    said = "“The commerce of this old port was never easy, and whoever tells you otherwise sells ropes,” she said. "
    around = " ".join([SURE] * 6)
    assert restored(said * 4, around) == {}
    assert restored(said * 4 + "“He instructed reporters,” it said.", around)["commerce"] == "trade"


def test_a_figure_in_a_number_is_left_alone() -> None:
    learned = Learned((Replacement("2", "two", 9, 3, 1.0),), phrase_index([("2",)]))
    one = page("p1", "The 2 sides met for 5-1/2 hours, for $2, and 2-1 is the score of part 2.5.")
    rows = from_knowledge([Unwitnessed(one, ((0, len(one.text)),), ())], learned)
    assert [(row.begin, row.text, row.restored) for row in rows] == [(4, "2", "two")]


def test_a_phrase_is_believed_before_its_parts() -> None:
    around = " ".join([SURE] * 6)
    found = restored("Fares rose by nine in step with cent after the talks.", around)
    assert found == {"in step with cent": "per cent"}


def test_one_person_had_been_there() -> None:
    around = " ".join([SURE] * 6)
    assert "had been" not in restored("The clerk stayed where she had been last.", around)
    assert restored("The ships had been repaired.", around)["had been"] == "were"
