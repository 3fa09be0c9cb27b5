"""People who protest, whatever they are called: `Thousands rallied`, `200 people marched`, `Teachers walked out`.

News names a crowd by its number or by what its people are, and that it is one of protesters by what it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache

from copydesk.actors.gap import Gap
from copydesk.actors.groups import group_of_people
from copydesk.actors.sighting import Sighting
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words

OBJECT_REACH = 5
"""Words behind a verb in which the street that is blocked, or the rally that is held, is named."""

PROTESTERS = "protesters"


def read_crowds(words: Words, covered: Set[int], nations: Mapping[int, str]) -> Iterator[Sighting]:
    """Crowds before verbs of protest; none where a word of them is `covered` by another sighting.

    `nations` are the countries that words name, themselves or by their capitals: `Thousands marched in Norland`.
    """
    for verb in words.protests:
        head = _head_before(words, verb)
        if head is None or not _is_protest(words, verb):
            continue
        first = _first_of(words, head)
        if covered.isdisjoint(range(first, head + 1)):
            yield group_of_people(first, head + 1, PROTESTERS, _country_behind(words, verb, nations))


def _head_before(words: Words, verb: int) -> int | None:
    """The noun of the crowd that is the subject of a verb, behind its auxiliaries and adverbs."""
    at = verb - 1
    while at >= 0 and words.traits[at] & Trait.BEFORE_VERB and words.gap[at + 1] == Gap.SPACE:
        at -= 1
    if at < 0 or words.gap[at + 1] != Gap.SPACE or words.folded[at] not in _heads():
        return None
    return at


def _first_of(words: Words, head: int) -> int:
    """Where a crowd begins: at its number, which may be a noun itself (`tens of thousands of women`)."""
    first = head
    while first > 1 and words.gap[first] == Gap.SPACE and not words.opens(first):
        before = words.folded[first - 1]
        if before == "of" and words.folded[first - 2] in listed("grammar", "multitudes"):
            first -= 2
        elif before.isdigit() or before in listed("grammar", "multitudes"):
            first -= 1
        else:
            break
    return first


def _country_behind(words: Words, verb: int, nations: Mapping[int, str]) -> str:
    """The country in which a crowd protests, empty where none is named close behind the verb."""
    for at in range(verb + 1, min(verb + OBJECT_REACH, words.size - 1)):
        if words.gap[at] != Gap.SPACE or words.sentence[at] != words.sentence[verb]:
            break
        if words.folded[at] in _WITHIN and at + 1 in nations:
            return nations[at + 1]
    return ""


_WITHIN = frozenset({"in", "across", "throughout", "of"})


def _is_protest(words: Words, verb: int) -> bool:
    """Whether a verb is one of protest by itself, or by what is behind it: `took to the streets`, `held a rally`."""
    if words.folded[verb] in listed("verbs", "protesting"):
        return True
    behind = words.folded[verb + 1 : verb + 1 + OBJECT_REACH]
    return not listed("verbs", "protest_objects").isdisjoint(behind)


@cache
def _heads() -> frozenset[str]:
    return listed("nouns", "groups") | listed("grammar", "multitudes")
