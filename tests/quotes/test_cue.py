"""Which words report: verbs, and not the nouns and participles that look like them."""

from __future__ import annotations

import pytest

from copydesk.quotes.cue import mark_cues
from copydesk.quotes.host import host_of
from copydesk.text.marks import quoted


def cues_of(text: str) -> list[str]:
    host = host_of(text, 0, len(text), quoted(text, [(0, len(text))]))
    mark_cues(host)
    return [host.words[at] for at in host.cues]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Brandt said that the pier stays.", ["said"]),
        ("The report said that the pier stays.", ["said"]),
        ("The board reports that the pier stays.", ["reports"]),
        ("The claims of the board were old.", []),
        ("Brandt was told that the pier stays.", []),
        ("Brandt had told the board that the pier stays.", ["told"]),
        ("His alleged remarks were old.", []),
        ("According to Brandt, the pier stays.", ["according"]),
        ("“The pier stays,” comments Brandt.", ["comments"]),
        ("“The pier stays,” State Pier officials added.", ["added"]),
        ("“The pier stays,” state council head Ada Brandt said.", ["said"]),
        ("“The pier stays,” state media reported.", ["reported"]),
        ("“The pier stays,” report owners of the pier.", ["report"]),
        ("“The pier stays,” claims the board that said so.", ["claims", "said"]),
        ("Brandt made clear that the pier stays.", ["clear"]),
    ],
)
def test_verbs_that_report(text: str, cues: list[str]) -> None:
    assert cues_of(text) == cues
