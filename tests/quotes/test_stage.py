"""One utterance across pages: which places quote it, which wording is faithful, what each changed."""

from __future__ import annotations

import dataclasses
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Substitution
from copydesk.model.quote import QuoteChange, QuoteStatus
from copydesk.quotes.stage import follow_quotes
from tests.quotes.press import PLAN, THANKS, followed, made, mention, only, utterances
from tests.reuse.press import WIRE

LOST = PLAN.replace("will not close", "will close")


def test_whole_part_and_reworded_are_one_utterance() -> None:
    pile = followed(
        made("a", f"“{PLAN},” the mayor said."),
        made("b", "The mayor promised that “no stall will lose its licence” in the move."),
        made("c", f"“{PLAN.replace('close the fish', 'shut the fish')},” the mayor told reporters."),
        made("d", f"“{THANKS},” the mayor said."),
    )
    assert [len(texts) for texts in utterances(pile)] == [3, 1]
    assert [(row.page_id, row.partial) for row in pile.quote_mentions if row.page_id == "b"] == [("b", True)]


def test_two_utterances_that_share_a_formula_stay_apart() -> None:
    pile = followed(
        made("a", "“We look forward to working with the port on new cranes for the grain quay,” she said."),
        made("b", "“We look forward to working with the union on shorter nights for the pilots,” she said."),
        made("c", "“We look forward to working with everybody,” she said."),
    )
    assert len(pile.quotes) == 3


def test_a_short_part_joins_no_two_wholes() -> None:
    pile = followed(
        made("a", "“A long winter is coming and the harbour must be ready for the ice,” he said."),
        made("b", "“Nobody who fishes here believes that a long winter is coming this year,” he said."),
        made("c", "He spoke of “a long winter” to come."),
    )
    assert len(pile.quotes) == 2


def test_a_lost_negation_is_a_change_of_meaning() -> None:
    pile = followed(
        made("a", f"“{PLAN},” the mayor said."), made("b", f"“{LOST},” the mayor said.", Wording.EDITED_COPY)
    )
    assert only(pile).best_page == "a"
    assert (mention(pile, "a").status, mention(pile, "a").change) == (QuoteStatus.VERBATIM, None)
    assert (mention(pile, "b").status, mention(pile, "b").change) == (QuoteStatus.ALTERED, QuoteChange.MEANING)


def test_the_wording_of_more_independent_origins_is_the_faithful_one() -> None:
    one = [made(name, f"“{LOST},” the mayor said.", origins=("o-wire",)) for name in "abc"]
    others = [made(name, f"“{PLAN},” the mayor said.") for name in "xy"]
    pile = followed(*one, *others)
    assert only(pile).best_page == "x"
    assert (only(pile).n_pages, only(pile).n_origins) == (5, 3)
    assert mention(pile, "a").change is QuoteChange.MEANING


def test_a_page_of_two_origins_adds_none_where_others_have_them() -> None:
    pages = [
        made("a", f"“{PLAN},” she said.", origins=("o1",)),
        made("b", f"“{PLAN},” she said.", origins=("o1", "o2")),
        made("c", f"“{PLAN},” she said.", origins=("o2", "o3")),
    ]
    assert only(followed(*pages)).n_origins == 2
    assert only(followed(pages[1])).n_origins == 1


def test_only_a_reworded_witness_confirms_nothing() -> None:
    pile = followed(made("a", f"“{PLAN},” the mayor said.", Wording.SPUN_COPY))
    assert (mention(pile, "a").status, mention(pile, "a").change) == (QuoteStatus.UNCONFIRMED, None)


def test_a_reworded_page_is_no_witness_beside_a_clean_one() -> None:
    spun = [made(name, f"“{LOST},” the mayor said.", Wording.SPUN_COPY) for name in "abc"]
    pile = followed(*spun, made("z", "“no stall will lose its licence,” the mayor said.", Wording.EDITED_COPY))
    assert only(pile).best_page == "z"
    assert mention(pile, "z").status is QuoteStatus.VERBATIM
    assert {row.status for row in pile.quote_mentions if row.page_id != "z"} == {QuoteStatus.UNCONFIRMED}


def test_a_machine_that_rewords_quotations_alters_those_that_it_was_not_seen_to_touch() -> None:
    swapped = "The officers acknowledged that vessels had departed."
    long = "nobody here has forgotten how the old quay burned on the night before the regatta and who rang the bell"
    told = f"{swapped} “We will officers {THANKS},” she said. “Officers of ours {PLAN},” she said.\n\n"
    read = made("a", told + f"{swapped} “{long},” she said, and “{long[:11]}” again.", Wording.SPUN_COPY)
    places = [at for at in range(len(read.text)) if read.text[at : at + 8].lower() == "officers"]
    swaps = tuple(
        Substitution("a", at, at + 8, read.text[at : at + 8], "officials", "lexicon", None, None, None, 0.9)
        for at in places
    )
    pile = follow_quotes(Pile(pages=(read,), substitutions=swaps))
    status = {row.text: row.status for row in pile.quote_mentions}
    assert status.pop(long[:11]) is QuoteStatus.UNCONFIRMED
    assert len(status) == 3
    assert set(status.values()) == {QuoteStatus.ALTERED}


def test_quotations_in_furniture_are_left_out() -> None:
    read = made("a", f"“{PLAN},” she said.\n\n“{THANKS},” says another page.")
    cut = read.text.index("“" + THANKS)
    segments = (Segment("a", 0, cut, Label.BODY), Segment("a", cut, len(read.text), Label.TEASER))
    assert [row.text for row in follow_quotes(Pile(pages=(read,), segments=segments)).quote_mentions] == [PLAN + ","]


def test_a_swap_that_crosses_a_quotation_mark_moves_no_quotation() -> None:
    read = made("a", f"He told them so. “{PLAN},” she said.", Wording.SPUN_COPY)
    swap = Substitution("a", 3, 25, read.text[3:25], "had told them: “We", "witness", "b", 0, 9, 0.9)
    pile = follow_quotes(Pile(pages=(read,), substitutions=(swap,)))
    assert [row.text for row in pile.quote_mentions] == [PLAN + ","]


def test_aligned_passages_lead_to_reworded_quotations() -> None:
    sides = WIRE[2].replace("narrowed their differences", "left a “low point” behind them")
    low = [*WIRE[:2], sides.replace("low point", "low level"), *WIRE[3:]]
    high = [*WIRE[:2], sides, *WIRE[3:]]
    pile = followed(made("a", "\n\n".join(high)), made("b", "\n\n".join(low)), traced=True)
    assert utterances(pile) == [["a: low point", "b: low level"]]


@settings(max_examples=40)
@given(
    st.lists(
        st.lists(st.sampled_from([PLAN, LOST, THANKS, "no stall will lose", "fish market"]), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    ),
    st.randoms(use_true_random=False),
)
def test_rows_point_into_their_pages_whatever_the_order(said: list[list[str]], chance: random.Random) -> None:
    wordings = [Wording.ORIGINAL, Wording.SPUN_COPY, Wording.EDITED_COPY, None]
    pages = [
        made(
            f"p{number}",
            "\n\n".join(f"“{text},” he said, and “{text[:9]}” again." for text in texts),
            wordings[number],
        )
        for number, texts in enumerate(said)
    ]
    pile = followed(*pages)
    chance.shuffle(pages)
    assert followed(*pages) == pile
    texts = {page.page_id: page.text for page in pile.pages}
    assert len({row.quote_id for row in pile.quotes}) == len(pile.quotes)
    assert {row.quote_id for row in pile.quotes} == {row.quote_id for row in pile.quote_mentions}
    for mentioned in pile.quote_mentions:
        assert texts[mentioned.page_id][mentioned.begin : mentioned.end] == mentioned.text
    for quote in pile.quotes:
        assert texts[quote.best_page][quote.best_begin : quote.best_end] == quote.best_text
        assert 1 <= quote.n_origins <= quote.n_pages


def test_an_empty_pile() -> None:
    assert follow_quotes(Pile()).quotes == ()


@pytest.mark.parametrize("copies", [1, 40])
def test_many_quotations_cost_little(copies: int) -> None:
    chance = random.Random(5)
    words = [f"word{number}" for number in range(4_000)]
    said = [" ".join(chance.choices(words, k=18)) for _ in range(4_000 // copies)]
    texts = [f"“{said[number % len(said)]},” he said.\n\n“I agree,” she said." for number in range(4_000)]
    pile = [made(f"p{number:05}", text) for number, text in enumerate(texts)]
    started = time.process_time()
    found = followed(*pile)
    assert time.process_time() - started < 6
    assert len([quote for quote in found.quotes if "agree" not in quote.best_text]) == len(said)


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("zh", "馆长表示：“孩子们等了两年。”新馆名为“北町书屋”。", ["孩子们等了两年。"]),
        ("zh", "“屋顶还在漏水，”馆长说。", ["屋顶还在漏水，"]),
        (
            "ja",
            "館長は「子どもたちは二年も待っていました」と話した。愛称は「北町文庫」。",
            ["子どもたちは二年も待っていました"],
        ),
        (
            "ar",
            "وقالت أمينة المكتبة التي تسكن قرب الميناء: «انتظر الأطفال عامين كاملين».",
            ["انتظر الأطفال عامين كاملين"],
        ),
        ("he", "מנהלת הספרייה אמרה: „הילדים חיכו שנתיים”.", ["הילדים חיכו שנתיים"]),
    ],
)
def test_scripts_without_capitals_are_quoted_and_name_nobody(language: str, text: str, quoted: list[str]) -> None:
    pile = followed(dataclasses.replace(made("a", text), language=language))
    assert [row.text for row in pile.quote_mentions] == quoted
    assert [quote.speaker for quote in pile.quotes] == [None] * len(quoted)
