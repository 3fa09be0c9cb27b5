"""Two wordings, word by word: both can be read off the marked text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.comparison import compare, underline
from tests.report.markup import Element, read_html

_WORDINGS = st.lists(
    st.sampled_from(["boats", "ferries", "the", "sail", "on", "Friday,", "<b>", "“again”"]), max_size=12
)


def _without(root: Element, name: str) -> str:
    return "".join(
        part if isinstance(part, str) else "" if part.name == name else part.page_words() for part in root.content
    )


@given(_WORDINGS, _WORDINGS)
def test_the_witness_is_what_is_not_struck(best: list[str], witness: list[str]) -> None:
    html = compare(" ".join(best), " ".join(witness)).html
    assert _without(read_html(str(html)), "del") == " ".join(witness)


@given(_WORDINGS, _WORDINGS)
def test_the_changed_stretches_of_the_best_wording_are_what_is_struck(best: list[str], witness: list[str]) -> None:
    text = " ".join(best)
    comparison = compare(text, " ".join(witness))
    struck = [element.page_words() for element in read_html(str(comparison.html)).named("del")]
    assert [text[b:e].strip() for b, e in comparison.changed if text[b:e].strip()] == struck


def test_a_swapped_word_stands_beside_the_one_that_it_replaced() -> None:
    comparison = compare("They agreed to keep night sailings.", "They agreed to maintain evening sailings.")
    words = "They agreed to <del>keep night</del><span data-desk> </span><ins>maintain evening</ins> sailings."
    assert comparison.html == words
    assert comparison.changes == 1


def test_the_same_words_have_no_marks() -> None:
    assert compare("The boats.", "The boats!").html == "The boats!"


def test_overlapping_stretches_are_marked_once() -> None:
    assert underline("abcdef", [(1, 3), (2, 4), (5, 5)]) == 'a<span class="varied">bcd</span>ef'


def test_a_word_left_out_at_the_end_keeps_its_distance() -> None:
    html = str(compare("mend the light on the rock", "mend the light").html)
    assert "light<span data-desk> </span><del>on the rock</del>" in html
