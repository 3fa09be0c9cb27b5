"""The names that a text has, by their capitals: what pages about one thing have in common."""

from __future__ import annotations

from copydesk.text.patterns.lines import NAME_OR_NUMBER
from copydesk.text.tokens import fold_word
from copydesk.text.vocabulary import word_bands


def names_in(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, of four letters or more, that are no common words of news.

    Of scripts without capitals, none; of German, nouns too.
    """
    common = word_bands()
    found = (name for name in NAME_OR_NUMBER.findall(text) if name[0].isalpha())
    return frozenset(name for name in found if fold_word(name) not in common)
