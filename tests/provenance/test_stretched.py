"""Words that a machine stretched into phrases which still have them."""

from __future__ import annotations

import pytest

from copydesk.provenance.stretched import stretched


@pytest.mark.parametrize(
    ("spun", "put_in", "good", "behind", "whole", "meant"),
    [
        (
            "Her marketing campaign began.",
            "marketing",
            "Her campaign began.",
            "Her ",
            "marketing campaign",
            "campaign",
        ),
        ("The end result was clear.", "end", "The result was clear.", "The ", "end result", "result"),
        ("It went by way of sea.", "way of", "It went by sea.", "by ", "by way of", "by"),
        ("It has at the least two.", "the", "It has at least two.", "at ", "at the least", "at least"),
    ],
)
def test_the_phrase_and_the_word_it_stands_for_are_found(
    spun: str, put_in: str, good: str, behind: str, whole: str, meant: str
) -> None:
    begin = spun.index(put_in)
    found = stretched(spun, begin, begin + len(put_in), good, good.index(behind) + len(behind))
    assert found is not None
    (one, two), (three, four) = found
    assert (spun[one:two], good[three:four]) == (whole, meant)


def test_an_editor_s_addition_is_no_stretched_word() -> None:
    spun, good = "The new harbour office of the town opened.", "The office of the town opened."
    assert stretched(spun, 4, 15, good, 4) is None
    assert stretched(spun, 4, 4, good, 4) is None
    assert stretched("", 0, 0, "", 0) is None
