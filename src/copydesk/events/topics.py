"""The contexts of the codebook that a sentence touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def topics_of(low: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The topics whose words stand in a sentence, alone or in pairs; sorted. `low` are its words in lower case."""
    found: dict[str, None] = {}
    for at, word in enumerate(low):
        for topic in words.get(word, ()):
            found[topic] = None
        if at + 1 < len(low):
            for topic in words.get(f"{word} {low[at + 1]}", ()):
                found[topic] = None
    return tuple(sorted(found))
