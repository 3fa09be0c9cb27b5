"""Words of quotations: contractions are written out where utterances are compared."""

from __future__ import annotations

import pytest

from copydesk.quotes.words import in_full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We've mended it, and they're glad.", "We have mended it, and they are glad."),
        ("I’m sure you’ll say I can't.", "I am sure you will say I can not."),
        ("He won't, she doesn't, it shan’t.", "He will not, she does not, it shall not."),
        ("Kelm's pier isn't the mayor's.", "Kelm's pier is not the mayor's."),
        ("No mark, no change", "No mark, no change"),
    ],
)
def test_contractions_are_written_out(text: str, expected: str) -> None:
    assert in_full(text) == expected
