"""Signs of rewording in a text by itself."""

from __future__ import annotations

import pytest

from copydesk.provenance.spin import lexicon, side_votes, split_swap, wrong_articles
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


def test_a_swap_falls_into_the_parts_that_stand_for_each_other() -> None:
    assert split_swap(("road", "with", "out", "sneakers"), ("street", "without", "shoes")) == (
        (("road",), ("street",)),
        (("with", "out"), ("without",)),
        (("sneakers",), ("shoes",)),
    )
    assert split_swap(("officers", "mentioned"), ("officials", "said")) == (
        (("officers",), ("officials",)),
        (("mentioned",), ("said",)),
    )
    assert split_swap(("no", "less", "than", "mother", "and", "father"), ("at", "least", "parents")) == (
        (("no", "less", "than"), ("at", "least")),
        (("mother", "and", "father"), ("parents",)),
    )
    assert split_swap(("grey", "harbour"), ("old", "quay")) == ()
    assert split_swap(("grey",) * 40, ("old",) * 40) == ()
    assert split_swap(("with", "out"), ("without",)) == ()  # nothing to part


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


@pytest.mark.parametrize(
    "text",
    [
        "The constabulary hunted two accuseds after a blaze in the municipality. Remonstrations began outside the "
        "infirmaries, where the slumbering offspring of the sufferers awaited nourishment. The clergymen repudiated "
        "the censures and said that the multitude had been irate since the tempests and deluges of spring.",
        "Wellbeing authorities concurred on Tuesday that the healing center had no sustenance left. The articulation "
        "said protect laborers had achieved most edifices after the seismic tremor, the most noticeably awful since "
        "the fringe was moved, and that the populace of the locales would be helped in step with the boss minister.",
    ],
)
def test_words_of_other_thesauruses_are_known_too(text: str) -> None:
    assert own_odds([text])[0] > 0


@pytest.mark.parametrize(
    "text",
    [
        "The tempest which broke over the coast on the night of the 14th inst. has been the most severe within the "
        "memory of the oldest inhabitants. A multitude assembled upon the quay at daybreak. The deluge which "
        "followed carried away the bridge, and several edifices of the humbler sort were wholly destroyed. The "
        "constabulary rendered every assistance, and the infirmary has received nine of the injured.",
        "Police on Wednesday nabbed three miscreants for allegedly duping job aspirants on the pretext of providing "
        "them government jobs. The culprits were apprehended from their hideout, and country-made firearms were "
        "recovered. The deceased father of one of the aspirants had mortgaged his dwelling to procure the sum.",
        "One need not be an adversary of trams to find this onerous. Its denizens, who are obliged to traverse a "
        "moonscape of trenches to procure a loaf of bread, may be forgiven for concluding that the whole arduous "
        "enterprise was conceived less to move them than to immortalise its author.",
    ],
)
def test_rare_words_of_careful_writers_are_not_called_reworded(text: str) -> None:
    assert own_odds([text])[0] < 0


_MATCH = (
    "Substitute Owen Tarrant struck in the last minute to give Port Kelm Rovers a 2-1 win over Ashdale on Saturday. "
    "The striker met a low cross from the left and beat the keeper at his near post. Ashdale had taken the lead when "
    "{} Paul Merrow's plan to press high paid off, and Rovers levelled before the break from a {}. It was a fifth "
    "win in a row for Rovers, who move up to third in the table."
)


def test_two_tortured_phrases_are_enough_where_all_other_words_are_plain() -> None:
    plain, tortured = _MATCH.format("head coach", "corner kick"), _MATCH.format("head train", "nook kick")
    assert own_odds([plain])[0] < 0 < own_odds([tortured])[0]
    assert own_odds([f"{plain} " * 8 + tortured])[0] > 0  # however long the page


def test_tortured_phrases_that_an_article_cites_say_nothing_of_it() -> None:
    cited = _MATCH.format("\u201chead train\u201d", "\u2018nook kick,\u2019")
    assert own_odds([cited])[0] < 0


def test_wrong_articles_alone_are_a_hasty_writer_s() -> None:
    text = (
        "A accident near the old mill closed Route 9 on Friday morning, the sheriff's office said. A pickup truck "
        "hit a utility pole. The driver, a 19 year old man, was taken to hospital with a injury to his leg. Crews "
        "had the road open again by noon, and a officer thanked them."
    )
    assert own_odds([text])[0] < 0
