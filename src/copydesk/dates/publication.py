"""The day of publication, by what a page says of itself: every witness is weighed, and the best day wins or none."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.dates.bars import bars_lesson, bars_on_pages, printed_days
from copydesk.dates.captions import date_by_captions
from copydesk.dates.changed import date_by_change
from copydesk.dates.datelines import DatelineDay, bound, date_by_copyright, dateline_days
from copydesk.dates.rows import candidates_by_page, in_order
from copydesk.dates.settings import SETTINGS, PublicationSettings
from copydesk.dates.weekdays import weekday_mentions
from copydesk.dates.witnesses import CHANGES, witnesses
from copydesk.model.by_page import ByPage
from copydesk.model.date import DateCandidate, Verdict
from copydesk.model.lesson import Learning, taught
from copydesk.model.page import Page, Segment
from copydesk.model.pile import Pile

_BY_LEAD = CHANGES | {"caption"}
"""Kinds that date a page together with the weekday of its lead."""

BOUNDS = ("copyright", "retrieved")
"""Kinds that only say not after."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A day with its witnesses. `share` is its probability against the other days and against none of them."""

    day: str
    weight: float
    share: float
    kinds: tuple[str, ...]


def date_by_own_witnesses(pile: Pile, settings: PublicationSettings = SETTINGS) -> Pile:
    """Fill `published` of every page from the witnesses on it, and give each witness its verdict.

    The witnesses are those that extraction found.
    """
    return taught(dating_by_own_witnesses(pile, settings))


def dating_by_own_witnesses(pile: Pile, settings: PublicationSettings = SETTINGS) -> Learning[Pile]:
    """The same for a part of a pile: it asks for the bars of sites."""
    own, segments = candidates_by_page(pile.date_candidates), ByPage(pile.segments)
    printed = printed_days(pile.pages, own)
    known = yield bars_lesson(pile.pages, printed, settings)
    bars, datelines = bars_on_pages(pile.pages, printed, known, own), dateline_days(pile.pages, segments)
    dated = []
    for page in pile.pages:
        found, dateline = own.get(page.page_id, []), datelines.get(page.page_id)
        judged = date_page(page, found, bars.get(page.page_id, frozenset()), settings, dateline)
        if judged[0].published is None and (dateline is not None or any(one.kind in _BY_LEAD for one in found)):
            judged = _date_by_lead(*judged, dateline, segments.get(page.page_id, ()), settings)
        dated.append(judged)
    return dataclasses.replace(
        pile,
        pages=tuple(page for page, _ in dated),
        date_candidates=in_order(candidate for _, judged in dated for candidate in judged),
    )


def _date_by_lead(
    page: Page,
    candidates: Sequence[DateCandidate],
    dateline: DatelineDay | None,
    segments: Sequence[Segment],
    settings: PublicationSettings,
) -> tuple[Page, list[DateCandidate]]:
    """The page, dated by the weekday of its lead and its captions, a change, or the dateline and the copyright."""
    mentions = weekday_mentions(page, segments)
    judged = date_by_captions(page, candidates, mentions, settings)
    if judged[0].published is None:
        judged = date_by_change(*judged, mentions, settings)
    if dateline is None:
        return judged
    day = judged[0].published
    if day is None:
        return date_by_copyright(*judged, dateline, mentions, settings)
    return judged if all(dateline.allows(one, settings) for one in day.split("/")) else (page, list(candidates))


def date_page(
    page: Page,
    candidates: Sequence[DateCandidate],
    bars: frozenset[str] = frozenset(),
    settings: PublicationSettings = SETTINGS,
    dateline: DatelineDay | None = None,
) -> tuple[Page, list[DateCandidate]]:
    """One page with its day, and its candidates with their verdicts. `bars` are days of bars of its site, `dateline`
    is the day in its dateline, where that has no year."""
    candidates = [_demoted(one, page, bars) for one in candidates]
    refused = _impossible(candidates, page) | (_far(candidates, dateline, settings) if dateline else {})
    ranked = weigh([one for one in candidates if one.value is None or one.value not in refused], settings)
    best = ranked[0] if ranked and ranked[0].share >= settings.least_share else None
    judged = [_judged(one, best, refused) for one in candidates]
    judged += [bound(page, dateline)] if dateline else []
    if best is None:
        return page, judged
    basis = _basis(best)
    won = False
    for at, one in enumerate(judged):
        if not won and one.kind == basis and one.value == best.day and one.verdict is Verdict.AGREES:
            judged[at], won = dataclasses.replace(one, verdict=Verdict.WON), True
    share = round(best.share, 3)
    return dataclasses.replace(page, published=best.day, published_basis=basis, published_confidence=share), judged


def weigh(candidates: Iterable[DateCandidate], settings: PublicationSettings = SETTINGS) -> list[Weighed]:
    """The days that may date the page, the likeliest first, ties by the earlier day.

    Weights are log-odds and add up, as in naive Bayes; the shares are their softmax, with `settings.none` for
    the weight of no day being right.
    """
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for one in candidates:
        if one.value is not None and one.value not in seen[one.kind]:
            seen[one.kind].append(one.value)
    kinds: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for kind, days in seen.items():
        known = witnesses().get(kind)
        if known is not None:
            is_list = kind == "foot" and len(days) > 1  # events to come, other stories
            for at, day in enumerate(days):
                if len(day) == 10:
                    kinds[day][kind] = known.later if at or is_list else known.first
    weights = {
        day: sum(by.values()) + _bounded(day, seen, settings)
        for day, by in kinds.items()
        if any(witnesses()[kind].dates for kind in by) and not _only_changed(day, kinds)
    }
    return _ranked(weights, kinds, settings)


def _only_changed(day: str, kinds: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether a day may be that of a change, and one before it is named as that of publication."""
    if any(_is_of_publication(kind) for kind in kinds[day]):
        return False
    return any(other < day and any(map(_is_of_publication, by)) for other, by in kinds.items())


def _is_of_publication(kind: str) -> bool:
    return witnesses()[kind].dates and kind != "foot"


def _ranked(
    weights: Mapping[str, float], kinds: Mapping[str, Mapping[str, float]], settings: PublicationSettings
) -> list[Weighed]:
    most = max([settings.none, *weights.values()])
    total = math.exp(settings.none - most) + sum(math.exp(weight - most) for weight in weights.values())
    found = [
        Weighed(day, weight, math.exp(weight - most) / total, tuple(kinds[day])) for day, weight in weights.items()
    ]
    return sorted(found, key=lambda one: (-one.weight, one.day))


def _bounded(day: str, seen: Mapping[str, Sequence[str]], settings: PublicationSettings) -> float:
    """What the bounds on the page weigh for a day: its comments, its copyright year, the month of its address."""
    weight = 0.0
    if seen["comment"] and day > min(seen["comment"]):
        weight += settings.after_comment
    if seen["copyright"] and day > max(seen["copyright"])[11:]:
        weight += settings.after_copyright
    months = [value for value in seen["url"] if len(value) == 7]
    if months:
        weight += settings.in_month if day.startswith(months[0]) else settings.out_of_month
    return weight


def _demoted(one: DateCandidate, page: Page, bars: frozenset[str]) -> DateCandidate:
    """A printed day that is the bar of its site, or the day on which the page was saved, is a banner."""
    if one.kind not in ("above", "headline", "class", "time") or one.value is None:
        return one
    if one.value in bars or one.value == page.retrieved:
        return dataclasses.replace(one, kind="banner")
    return one


def _impossible(candidates: Sequence[DateCandidate], page: Page) -> dict[str, str]:
    """Days that can't be, with the reason."""
    if page.retrieved is None:
        return {}
    return {
        one.value: f"the page was saved before that, on {page.retrieved}"
        for one in candidates
        if one.value is not None and len(one.value) == 10 and one.value > page.retrieved
    }


def _far(candidates: Sequence[DateCandidate], dateline: DatelineDay, settings: PublicationSettings) -> dict[str, str]:
    """Days that are too far from the day of the dateline, with the reason. A later change may be any day."""
    return {
        one.value: f"the dateline says {dateline.words}"
        for one in candidates
        if one.value is not None and len(one.value) == 10 and not dateline.allows(one.value, settings)
    }


def _basis(best: Weighed) -> str:
    """The kind of the heaviest witness that may date a page."""
    return max((kind for kind in best.kinds if witnesses()[kind].dates), key=lambda kind: witnesses()[kind].first)


def _judged(one: DateCandidate, best: Weighed | None, refused: Mapping[str, str]) -> DateCandidate:
    says = f"The day is {witnesses()[one.kind].says}" if one.kind in witnesses() else "It bounds the day"
    detail = f" ({one.why})" if one.why and one.kind in witnesses() else ""
    verdict, more = _verdict(one, best, refused)
    return dataclasses.replace(one, verdict=verdict, why=f"{says}{detail}{more}.")


def _verdict(one: DateCandidate, best: Weighed | None, refused: Mapping[str, str]) -> tuple[Verdict, str]:
    if one.kind in BOUNDS:
        return Verdict.BOUND, ""
    if one.value is None or one.value in refused:
        return Verdict.REFUSED, f"; {refused[one.value]}" if one.value is not None else ""
    if best is not None and best.day.startswith(one.value):
        return Verdict.AGREES, ""
    if one.kind in CHANGES:
        return Verdict.BOUND, "; the page is not younger"
    if not witnesses()[one.kind].dates:
        return Verdict.REFUSED, "; alone it says nothing of the day of publication"
    return Verdict.REFUSED, f"; more speaks for {best.day}" if best is not None else "; too little speaks for it"
