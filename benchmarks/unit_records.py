"""The unit records of PETRARCH-2: whether root code and direction are those that a record asks for.

The records come with dictionaries of their own (invented countries, numbers of the older WEIS scheme, some of them
dummies). A record is *general* where no such dictionary is needed: its text names the parties by words that open as
their codes do (ARN, Arnor), and its codes are WEIS classes. A record that expects no event counts neither way there.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.events import Coded, code_sentence, codebook_type
from copydesk.model.event import EventType

_FILE = "petrarch2-unit-records.xml"
_T = EventType

WEIS: dict[str, frozenset[EventType]] = {
    "01": frozenset({_T.CONCEDE, _T.RETREAT}),
    "03": frozenset({_T.CONSULT}),
    "04": frozenset({_T.SUPPORT}),
    "05": frozenset({_T.AGREE}),
    "06": frozenset({_T.SUPPORT, _T.CONCEDE}),
    "07": frozenset({_T.AID}),
    "08": frozenset({_T.AGREE, _T.SUPPORT, _T.COOPERATE}),
    "09": frozenset({_T.REQUEST}),
    "10": frozenset({_T.REQUEST}),
    "11": frozenset({_T.REJECT}),
    "12": frozenset({_T.ACCUSE}),
    "13": frozenset({_T.ACCUSE, _T.PROTEST}),
    "14": frozenset({_T.REJECT}),
    "15": frozenset({_T.REQUEST}),
    "16": frozenset({_T.THREATEN}),
    "17": frozenset({_T.THREATEN}),
    "18": frozenset({_T.PROTEST, _T.MOBILIZE}),
    "19": frozenset({_T.SANCTION}),
    "20": frozenset({_T.SANCTION}),
    "21": frozenset({_T.COERCE}),
    "22": frozenset({_T.ASSAULT}),
}
"""WEIS classes (McClelland 1976) as types of PLOVER. 02, comment, is no type."""

_CODE = re.compile(r"[A-Z]{3,12}")
_WORD = re.compile(r"\b[A-Z][a-z]{2,30}\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """One event of a record: places that name its parties, and the types that its number stands for."""

    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]
    types: frozenset[EventType]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record: whether it is general, and whether all its events were coded in the right direction."""

    record: str
    general: bool
    right: bool


def outcomes(folder: Path) -> list[Outcome]:
    """Every record of the file, in its order; the data are trusted, as they are ours to measure with."""
    root = ET.parse(folder / _FILE).getroot()
    return [outcome(record) for record in root.iter("Sentence")]


def outcome(record: ET.Element) -> Outcome:
    """Code one record."""
    text = " ".join((record.findtext("Text") or "").split())
    codings = [dict(coding.attrib) for coding in record.iter("EventCoding")]
    wanted = [coding for coding in codings if coding.get("eventcode")]
    names = _names(text, wanted)
    expected = [_expected(text, coding) for coding in wanted if not coding["eventcode"].startswith("02")]
    general = bool(expected) and all(one.sources and one.targets and one.types for one in expected)
    acts = [act for act in code_sentence(text, 0, len(text), names) if act.type is not None]
    if not expected:
        return Outcome(record.get("id", ""), False, not acts)
    right = all(any(_fits(act, one) for act in acts) for one in expected)
    return Outcome(record.get("id", ""), general, right)


def share(records: Sequence[Outcome]) -> float:
    """The share that is right."""
    return sum(one.right for one in records) / len(records) if records else 0.0


def table(records: Sequence[Outcome]) -> str:
    """Two lines: the general records, and all."""
    own = [one for one in records if one.general]
    return "\n".join(
        f"PETRARCH-2 unit records, {name}: {sum(o.right for o in some)} of {len(some)}, {share(some):.3f}"
        for name, some in (("no special dictionary", own), ("all", records))
    )


def _names(text: str, codings: Sequence[dict[str, str]]) -> list[tuple[int, int]]:
    """The places that name any party of the record."""
    places = {
        place
        for coding in codings
        for side in ("sourcecode", "targetcode")
        for place in _places(text, coding.get(side, ""))
    }
    return sorted(places)


def _places(text: str, code: str) -> tuple[tuple[int, int], ...]:
    """The capitalised words that open as an actor's code does."""
    if not _CODE.fullmatch(code):
        return ()
    return tuple(word.span() for word in _WORD.finditer(text) if word[0][:3].upper() == code[:3])


def _expected(text: str, coding: dict[str, str]) -> Expected:
    number = coding["eventcode"]
    types = WEIS.get(number[:2], frozenset()) if re.fullmatch(r"\d{3}", number) else frozenset()
    return Expected(_places(text, coding.get("sourcecode", "")), _places(text, coding.get("targetcode", "")), types)


def _fits(act: Coded, expected: Expected) -> bool:
    kinds = {act.type, codebook_type(act)}
    both = not kinds.isdisjoint(expected.types)
    mutual = len(act.actors) > 1 and not act.recipients
    targets = act.actors if mutual else act.recipients
    return both and _among(act.actors, expected.sources) and _among(targets, expected.targets)


def _among(places: Sequence[tuple[int, int]], wanted: Sequence[tuple[int, int]]) -> bool:
    return any(place in wanted for place in places)
