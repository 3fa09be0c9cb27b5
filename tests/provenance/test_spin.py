"""Signs of rewording in a text by itself."""

from __future__ import annotations

import pytest

from copydesk.provenance.spin import lexicon, side_votes, wrong_articles
from copydesk.provenance.wording import own_odds
from copydesk.text.tokens import tokenize, tokenize_all
from tests.reuse.press import OTHER, WIRE


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("an essential point and a crucial one", 0),
        ("a essential point", 1),
        ("an settlement", 1),
        ("an hour, a union, a European, an heir, a useful one, an umbrella, a one-off", 0),
        ("a U.S. envoy and an FBI agent", 0),
        ("an unusual day, a unicorn, an uproar, a usual day", 0),
        ("", 0),
    ],
)
def test_wrong_articles_are_counted(text: str, count: int) -> None:
    texts = [text, "An hour passed on a", text]
    assert wrong_articles(texts, *tokenize_all(texts)) == [count, 0, count]


def test_the_longest_phrase_of_the_lexicon_is_found() -> None:
    index, known = lexicon()
    places = index.places(tokenize("They met in a press release earlier than planned.").word).tolist()
    assert [known[which].restored for first, last, which in places if last - first > 1] == [
        "in a statement",
        "before",
    ]


def test_a_change_votes_for_the_side_with_the_synonym() -> None:
    assert side_votes(("officers",), ("officials",)) > 0
    assert side_votes(("officials",), ("officers",)) < 0
    assert side_votes(("harbour",), ("quay",)) == 0


def test_plain_news_is_not_called_reworded() -> None:
    assert all(odds < 0 for odds in own_odds(["\n".join(WIRE), "\n".join(OTHER), ""]))


def test_machine_english_is_called_reworded_by_itself() -> None:
    text = (
        "The overseas minister mentioned in a press release that officers from each international locations had "
        "agreed to fulfill in Could, and added that a essential settlement was not but prepared. The spokesperson "
        "instructed reporters that the nationwide safety adviser would additionally journey to the capital earlier "
        "than the top of the yr."
    )
    assert own_odds([text])[0] > 0
    assert own_odds(["", text, "\n".join(WIRE)])[1] == own_odds([text])[0]  # whatever it is read with
