"""Who a page says its text is from: agency credits, bylines, source lines, and outlets that it quotes as reporting.

A photo credit speaks of the photo. It never makes an agency the origin of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Evidence, OriginKind
from copydesk.provenance.vocabulary import agencies, outlets
from copydesk.text.tokens import CAPITAL, Tokens, fold_word, fold_words, tokenize
from copydesk.text.vocabulary import reporting_verbs

Place = tuple[int, int]

_CREDITING = frozenset({Label.AGENCY_CREDIT, Label.BYLINE, Label.SOURCE_LINE})
_LONGEST_ALIAS = 6
_OPENERS = frozenset({"with", "by", "from", "source", "via", "reporting", "additional", "agency", "agencies"})
"""Words that may open a credit with a capital and are no part of a name."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A named source. `text` is true where it is credited with the page's text, false where the page only says
    that it was told or reported something."""

    name: str
    kind: OriginKind
    text: bool
    evidence: Evidence


@cache
def _names() -> dict[tuple[str, ...], tuple[str, OriginKind]]:
    """Every alias of every agency and outlet that carries text, folded word by word. Agencies win."""
    names: dict[tuple[str, ...], tuple[str, OriginKind]] = {}
    for outlet in outlets():
        for alias in (outlet.name, *outlet.aliases):
            names[_folded(alias)] = (outlet.name, OriginKind.OUTLET)
    for agency in agencies():
        if not agency.photo_only:
            for alias in (agency.name, *agency.aliases):
                names[_folded(alias)] = (agency.name, OriginKind.AGENCY)
    return names


@cache
def _spellings() -> frozenset[str]:
    """Aliases as they are written. A short one (`AP`, `dpa`) counts only in its own letters."""
    spelled = [*((o.name, *o.aliases) for o in outlets()), *((a.name, *a.aliases) for a in agencies())]
    return frozenset(alias for aliases in spelled for alias in aliases)


def _folded(alias: str) -> tuple[str, ...]:
    tokens = tokenize(alias)
    return tuple(fold_word(alias[b:e]) for b, e in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True))


def find_credits(page: Page, segments: Sequence[Segment]) -> tuple[Credit, ...]:
    """The credits of one page, in text order. `segments` are the page's own."""
    found: list[Credit] = []
    for segment in segments:
        if segment.label in _CREDITING:
            named = _credits_in(page, segment, None)
            found.extend(named or (_unlisted(page, segment) if segment.label is Label.AGENCY_CREDIT else ()))
        elif segment.label is Label.BODY:
            found.extend(_credits_in(page, segment, reporting_verbs()))
    return tuple(found)


def _unlisted(page: Page, segment: Segment) -> tuple[Credit, ...]:
    """An agency that is in no list: the last run of capitalised words of the credit is its name."""
    text = page.text[segment.begin : segment.end]
    tokens = tokenize(text)
    last = len(tokens)
    while last and not tokens.flags[last - 1] & CAPITAL:
        last -= 1
    first = last
    while first and tokens.flags[first - 1] & CAPITAL and last - first < _LONGEST_ALIAS:
        first -= 1
    if first == last or (first == 0 and fold_words(text)[0] in _OPENERS):
        first += 1
    if first >= last:
        return ()
    begin, end = segment.begin + int(tokens.begin[first]), segment.begin + int(tokens.end[last - 1])
    name = page.text[begin:end]
    evidence = Evidence(page.page_id, begin, end, f"names {name} as source of the text")
    return (Credit(name, OriginKind.AGENCY, True, evidence),)


def _credits_in(page: Page, segment: Segment, verbs: frozenset[str] | None) -> list[Credit]:
    """Names in a segment; with `verbs`, only names that these stand beside: told CNN, Reuters reported."""
    text = page.text[segment.begin : segment.end]
    tokens = tokenize(text)
    words = [fold_word(text[b:e]) for b, e in zip(tokens.begin.tolist(), tokens.end.tolist(), strict=True)]
    found, at = [], 0
    while at < len(words):
        size = _name_at(words, at, text, tokens)
        if size and (verbs is None or _reports(words, at, size, verbs)):
            name, kind = _names()[tuple(words[at : at + size])]
            place = segment.begin + int(tokens.begin[at]), segment.begin + int(tokens.end[at + size - 1])
            why = (
                f"names {name} as source of the text" if verbs is None else f"relays what {name} was told or reported"
            )
            found.append(Credit(name, kind, verbs is None, Evidence(page.page_id, *place, why)))
        at += max(size, 1)
    return found


def _name_at(words: Sequence[str], at: int, text: str, tokens: Tokens) -> int:
    """Number of words of the longest name at `at`; 0 where there is none."""
    for size in range(min(_LONGEST_ALIAS, len(words) - at), 0, -1):
        if tuple(words[at : at + size]) in _names():
            spelled = text[int(tokens.begin[at]) : int(tokens.end[at + size - 1])]
            if spelled in _spellings() or (len(spelled) > 5 and spelled[:1].isupper()):
                return size
    return 0


def _reports(words: Sequence[str], at: int, size: int, verbs: frozenset[str]) -> bool:
    """Whether a reporting verb says that the name was told something, or reported it."""
    before = words[at - 1] if at else ""
    after = words[at + size] if at + size < len(words) else ""
    return (
        before in {"told", "informed"}
        or (before == "to" and at > 1 and words[at - 2] in verbs)
        or (after in {"reported", "reports"})
        or (before == "by" and at > 1 and words[at - 2] in {"reported", "cited", "quoted", "seen", "interviewed"})
    )


def credited(credits: Sequence[Credit]) -> Mapping[tuple[str, OriginKind], tuple[Evidence, ...]]:
    """The sources credited with a text, each with its evidence, in the order of their names."""
    sources: dict[tuple[str, OriginKind], list[Evidence]] = {}
    for credit in credits:
        if credit.text:
            sources.setdefault((credit.name, credit.kind), []).append(credit.evidence)
    return {source: tuple(sources[source]) for source in sorted(sources)}


def credited_agencies(credits: Mapping[str, Sequence[Credit]]) -> frozenset[str]:
    """The agencies that any page of the pile credits with a text."""
    return frozenset(
        credit.name
        for found in credits.values()
        for credit in found
        if credit.text and credit.kind is OriginKind.AGENCY
    )
