"""Mentions of one event, gathered one group after the other, with what they say together.

Everything is counted on as groups join: to add all mentions up anew at each join took 38 s for 400 reports of one
conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from copydesk.events.mention import Mention
from copydesk.events.when import UNKNOWN, When
from copydesk.model.event import EventStatus, EventType

SAID = frozenset(
    {
        None,
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.COOPERATE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
"""Acts that are done by saying so, or in several ways on one day."""
MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Acts without a direction: who met whom is who was met."""

VISIT = "visit"
"""The manner of consulting that has a direction, and that other acts may be a part of."""

_MANNERS = (frozenset({VISIT}), frozenset({"phone"}), frozenset({"mediate", "third-party"}))
"""Manners of consulting that are acts of their own: who visits also meets."""


class Cluster:
    """Mentions of one event so far: parties that most of them name, the most precise date, all their words.

    Attributes:
        numbers: the mentions, in the order in which they came.
        type, said, mutual: the type of all of them; whether it is done by saying so; whether it has no direction.
        actors, recipients, parties: ids of those who are named often enough.
        when, days: the date, and its first and last day as ordinals.
        statuses, denied: what the act is for any of them; whether somebody denies it.
        modes, manners: how it was done; those of them that set a kind of consulting apart.
        words, stories: of all mentions.
        triggers: what fired, by the page and the beginning of the sentence.
        pages, headed: the pages of all mentions; the page of the one mention, where that is a headline.
    """

    __slots__ = (
        "_as_actor", "_as_recipient", "_times", "actors", "days", "denied", "headed", "manners", "modes", "mutual",
        "numbers", "pages", "parties", "recipients", "said", "statuses", "stories", "triggers", "type", "when",
        "words",
    )  # fmt: skip

    def __init__(self, numbers: Sequence[int], mentions: Sequence[Mention], story_of: Mapping[str, str]) -> None:
        """Gather the mentions of a group, which are of one type."""
        own = [mentions[n] for n in numbers]
        self.numbers = list(numbers)
        self.type = own[0].type
        self.said, self.mutual = self.type in SAID, self.type in MUTUAL
        self._as_actor = _named(one.actors for one in own)
        self._as_recipient = _named(one.recipients for one in own)
        self._times = Counter(one.when for one in own if one.when.known)
        self.statuses = {one.status for one in own}
        self.modes = {one.mode for one in own if one.mode is not None}
        self.words = set[str]().union(*(one.words for one in own))
        self.stories = {story_of[one.page_id] for one in own if one.page_id in story_of}
        self.triggers: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        for one in own:
            self.triggers[one.page_id, one.sentence].add(one.trigger_begin)
        self.pages = {one.page_id for one in own}
        self.headed = own[0].page_id if len(own) == 1 and own[0].headline else None
        self._date(min(self._times, key=self._rank, default=UNKNOWN))
        self._conclude()

    def join(self, other: Cluster) -> None:
        """Take in the mentions of a cluster of the same type, in time that grows with that one alone."""
        self.numbers += other.numbers
        self._as_actor += other._as_actor
        self._as_recipient += other._as_recipient
        self._times.update(other._times)
        self.statuses |= other.statuses
        self.modes |= other.modes
        self.words |= other.words
        self.stories |= other.stories
        self.pages |= other.pages
        self.headed = None
        for place, triggers in other.triggers.items():
            self.triggers[place] |= triggers
        heard = [when for when in (self.when, *other._times) if when.known]
        self._date(min(heard, key=self._rank, default=UNKNOWN))  # no other date was given more often than before
        self._conclude()

    def _rank(self, when: When) -> tuple[object, ...]:
        return _rank(when, self._times[when])

    def _date(self, when: When) -> None:
        self.when, self.days = when, when.days

    def _conclude(self) -> None:
        self.actors, self.recipients = frozenset(_most(self._as_actor)), frozenset(_most(self._as_recipient))
        self.parties = self.actors | self.recipients
        self.denied = EventStatus.DENIED in self.statuses
        self.manners = tuple(self.modes & manner for manner in _MANNERS)


def often(named: Iterable[Sequence[str]]) -> list[str]:
    """Who is named by at least a third as many mentions as the one who is named most; most first, ties by id."""
    return _most(_named(named))


def _named(named: Iterable[Sequence[str]]) -> Counter[str]:
    """How many mentions name each."""
    return Counter(actor for actors in named for actor in dict.fromkeys(actors))


def _most(times: Counter[str]) -> list[str]:
    most = max(times.values(), default=0)
    return sorted((actor for actor, n in times.items() if 3 * n >= most), key=lambda actor: (-times[actor], actor))


def best_when(mentions: Sequence[Mention]) -> When:
    """The date that the mentions give: all days of a visit before others, stated before supposed, precise before
    vague, then the one given most."""
    times = Counter(one.when for one in mentions if one.when.known)
    return min(times, key=lambda when: _rank(when, times[when]), default=UNKNOWN)


def _rank(when: When, times: int) -> tuple[object, ...]:
    return (not when.whole, not when.stated, not when.close, when.width, -times, when.start or "", when.end or "")
