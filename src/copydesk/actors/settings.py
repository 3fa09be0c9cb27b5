"""The thresholds of the actors stage, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorSettings:
    """Options of `find_actors`.

    Attributes:
        restored: confidence from which a restored wording is read in place of what the page has. Below it, a
            wrong restoration would make names that nobody wrote.
        swap_words: words on either side of a swapped place up to which it is read restored. Longer ones are
            rewritten clauses as a rule, whose names do not stand where the restored wording has them.
        person: evidence from which a run of capitalised words is a person; a given name or a title is 2 and more.
        sentences_back: sentences before a pronoun in which the one it stands for is looked for.
        title_case: share of capitalised words in a headline from which capitals there say nothing.
        most_words: words of a page that are read, thirty times a common article; it bounds what a hostile page costs.
    """

    restored: float = 0.8
    swap_words: int = 6
    person: float = 2.0
    sentences_back: int = 2
    title_case: float = 0.6
    most_words: int = 15_000


SETTINGS = ActorSettings()
