"""Whether two clusters of mentions tell of one event."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from copydesk.events.cluster import VISIT, Cluster
from copydesk.events.settings import EventSettings
from copydesk.model.actor import Actor, ActorKind
from copydesk.model.event import EventStatus

STAY = 1
"""Days by which two visits of the same guests may be apart and be one: pages tell of its first or its last day."""

FRESH = 2
"""Days by which a headline that gives no day may be after what its page tells of: news is of yesterday. Not of
meetings: of a round of talks it may be another one."""

_CALLED_OFF = "discontinue"
"""What one calls off on a day is one thing, said with whom or not: Roe put off *his trip*, *his trip to X*."""


def one_in_story(one: Cluster, two: Cluster, actors: Mapping[str, Actor], settings: EventSettings) -> bool:
    """Whether two clusters of one story tell of one event.

    What was planned or thinkable for one page may have happened for another; what was denied is told apart.
    """
    visits, headed = VISIT in one.modes and VISIT in two.modes, _is_headed(one, two)
    fresh = headed and not one.mutual and not (one.when.stated and two.when.stated)
    leeway = STAY if visits else FRESH if fresh else 0
    if not _same_act(one, two) or _days_apart(one, two) > leeway:
        return False
    common = _parties_agree(one, two, actors, headed=headed)
    if not common or _told_apart(one, two):
        return False
    alike = _alike(one.words, two.words)
    same_days = one.when.known and one.days == two.days
    if one.said:
        return alike >= (settings.told_alike if headed else settings.said_alike)
    if common == 1:
        stated = one.when.stated and two.when.stated
        named = one.parties == two.parties or (_CALLED_OFF in one.modes & two.modes and one.actors == two.actors)
        near = alike >= settings.said_alike or (stated and same_days and named)
    else:
        near = same_days or alike >= settings.told_alike or _expected_alike(one, two)
    return near or (headed and one.mutual) or (visits and _is_one_stay(one, two))


def one_elsewhere(one: Cluster, two: Cluster, actors: Mapping[str, Actor], settings: EventSettings) -> bool:
    """Whether two clusters that have no story in common tell of one event: of the same days that both state, of two
    parties, in words that are alike."""
    if not one.stories.isdisjoint(two.stories) or not _same_act(one, two) or one.days != two.days:
        return False
    stated = one.when.known and one.when.stated and two.when.stated
    if not stated or _alike(one.words, two.words) < settings.apart_alike:
        return False
    return _parties_agree(one, two, actors, headed=_is_headed(one, two)) > 1 and not _told_apart(one, two)


def _same_act(one: Cluster, two: Cluster) -> bool:
    return one.type is two.type and one.denied == two.denied and one.manners == two.manners


def _days_apart(one: Cluster, two: Cluster) -> int:
    """Days between the last of one and the first of the other, at most 0 where they may be of one day."""
    return max(one.days[0] - two.days[1], two.days[0] - one.days[1])


def _is_headed(one: Cluster, two: Cluster) -> bool:
    """Whether one is the headline of a page that tells of the other."""
    return one.headed in two.pages or two.headed in one.pages


def _is_one_stay(one: Cluster, two: Cluster) -> bool:
    """Whether the same guests visit on the same days: nobody is twice somewhere within two days.

    A page that tells of a visit and says where the guests go next tells of two.
    """
    known = one.when.known and two.when.known and bool(one.actors & two.actors)
    return known and (one.pages.isdisjoint(two.pages) or one.statuses == two.statuses)


def _expected_alike(one: Cluster, two: Cluster) -> bool:
    """Whether the same people are to meet for both: of what has not happened nobody tells much."""
    ahead = {EventStatus.PLANNED, EventStatus.HYPOTHETICAL}
    return one.parties == two.parties and one.statuses <= ahead and two.statuses <= ahead


def _told_apart(one: Cluster, two: Cluster) -> bool:
    """Whether one sentence tells of both as of two acts."""
    return any(not triggers <= one.triggers.get(place, triggers) for place, triggers in two.triggers.items())


def _alike(one: AbstractSet[str], two: AbstractSet[str]) -> float:
    """Share of the words of the shorter that both have."""
    return len(one & two) / max(1, min(len(one), len(two)))


def _parties_agree(one: Cluster, two: Cluster, actors: Mapping[str, Actor], *, headed: bool) -> int:
    """How many parties both have, 0 where somebody of the smaller side is not in the other.

    Who met whom is a matter of persons: a government stands for nobody there, but in the headline.
    """
    if one.mutual and VISIT not in one.modes and VISIT not in two.modes:
        return _match(one.parties, two.parties, actors if one.said or headed else {})
    if (not one.actors and not two.recipients) or (not two.actors and not one.recipients):
        return _match(one.parties, two.parties, actors)  # of a noun (`Roe's detention`) the side is not told
    did, suffered = _match(one.actors, two.actors, actors), _match(one.recipients, two.recipients, actors)
    if (one.actors and two.actors and not did) or (one.recipients and two.recipients and not suffered):
        return 0
    return did + suffered


def _match(one: frozenset[str], two: frozenset[str], actors: Mapping[str, Actor]) -> int:
    """The size of the smaller set, if everybody in it is in the larger: himself, or by the government he acts for."""
    if one <= two or two <= one:
        return min(len(one), len(two))
    few, many = sorted((one, two), key=lambda parties: (len(parties), sorted(parties)))
    matched = all(party in many or any(_stand_for(party, other, actors) for other in many) for party in few)
    return len(few) if matched else 0


def _stand_for(one: str, two: str, actors: Mapping[str, Actor]) -> bool:
    a, b = actors.get(one), actors.get(two)
    if a is None or b is None or not a.country or a.country != b.country:
        return False
    return ActorKind.GOVERNMENT in (a.kind, b.kind)
