"""Which utterance some words are of."""

from __future__ import annotations

from copydesk.model.quote import QuoteMention, QuoteStatus
from copydesk.record.quotation import FOUND, nearest_mentions

SAID = "We will not close the fish market before the spring tide"


def mention(quote_id: str, text: str) -> QuoteMention:
    return QuoteMention(
        quote_id,
        "p1",
        0,
        len(text),
        text,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        QuoteStatus.VERBATIM,
        None,
        False,
    )


MENTIONS = (
    mention("q1", SAID),
    mention("q1", "the spring tide"),
    mention("q2", "We have become neighbours"),
    mention("q3", "We thank the keepers who stayed through the storm"),
)


def test_a_part_is_found_whatever_its_case_and_points() -> None:
    assert nearest_mentions("close the FISH market, before", MENTIONS)[0] == ("q1", 1.0, True)


def test_changed_words_are_found_and_not_exact() -> None:
    quote_id, share, exact = nearest_mentions("We will close the fish stall before the spring tide", MENTIONS)[0]
    assert (quote_id, exact) == ("q1", False)
    assert FOUND <= share < 1


def test_a_longer_text_that_holds_the_quotation_is_found() -> None:
    assert nearest_mentions(f"The mayor said on Monday: {SAID}, and left", MENTIONS)[0][:2] == ("q1", 1.0)


def test_other_words_are_not_found_but_have_a_nearest() -> None:
    quote_id, share, exact = nearest_mentions("We have become enemies", MENTIONS)[0]
    assert (quote_id, exact) == ("q2", False)
    assert share < FOUND


def test_nothing_is_near_to_nothing() -> None:
    assert nearest_mentions("", MENTIONS) == []
    assert nearest_mentions("xylophone", MENTIONS) == []
    assert nearest_mentions(SAID, ()) == []
