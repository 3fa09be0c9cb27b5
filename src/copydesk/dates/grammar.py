"""The grammar: each rule is a pattern over the letters of tokens (`lexicon.py`, `lexer.py`) and a builder.

Every pattern is bounded: a rule spans at most REACH tokens. Where rules match from one token, the longest wins, and
of equals the one that stands first. A builder that says null passes on to the next.

Each rule has an anchor, too: a letter that is in everything that it makes an expression of, with the letters that may
stand right before and behind it there. A text is read for anchors once, and a rule is tried around its own alone. Of
the letters that all matches have, the rarer ones anchor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from copydesk.dates.amounts import age, bare_units, every, length, long_lasting, often
from copydesk.dates.clock_times import clock, clock_of_place
from copydesk.dates.expression import Expression
from copydesk.dates.named_dates import (
    century,
    day_of_month,
    days_of_month,
    decade,
    figures,
    month_alone,
    month_of_year,
    quarter,
    season,
    week_of_month,
    weekday_alone,
    weekday_of_month,
    weekday_of_week,
    year_alone,
    years,
)
from copydesk.dates.relative_dates import (
    ago,
    day_part,
    day_part_after,
    day_told,
    deictic,
    in_units,
    part_of_day,
    same,
    stretch,
    unit_by_offset,
    unit_told,
    vague,
    vague_word,
)
from copydesk.dates.run import Run

Builder = Callable[[Run], Expression | None]


Anchor = tuple[str, str, str]
"""Letters before it (all where there are none), those of which it is one, and letters behind it (the same)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of tokens, its anchor, and what makes an expression of the tokens."""

    pattern: re.Pattern[str]
    anchor: Anchor
    build: Builder

    def is_anchored(self, before: str, letter: str, behind: str) -> bool:
        """Whether a letter, beside these two (empty at the ends of a text), is an anchor."""
        return (
            letter in self.anchor[1]
            and (not self.anchor[0] or (before != "" and before in self.anchor[0]))
            and (not self.anchor[2] or (behind != "" and behind in self.anchor[2]))
        )


_WEEKDAY = r"(?:t?[Ww]\.?,?[to]?)?"
_YEAR = r"(?:,?d?[Yq])"
_OF_YEAR = r"(?:d?[LlXHt]U|[LlX]U)"
_PART = r"(?:t?(?:E-?d?|zd|[ef]i?))?"
_NUMBER = r"(?:N-?N/N|N/N|N?2|[NK]&Ak|[NKY]|n(?:-?n){0,2}(?:&Ak|&k)?|AQd?|Q|An|kA|k)"

_RULES: tuple[tuple[str, Anchor, Builder], ...] = (
    (r"I", ("", "I", ""), figures),
    (rf"{_WEEKDAY}[Mm]\.?[ND](?:-|c|u|&|r)[ND]{_YEAR}?(?![ND/:])", ("", "Mm", ".ND"), days_of_month),
    (rf"[ND]\.?(?:-|c|u|&)[ND]\.?d?[Mm](?:\.?{_YEAR})?", ("NDd.", "Mm", ""), days_of_month),
    (rf"{_WEEKDAY}[Mm]\.?t?[ND](?:{_YEAR}|,?{_OF_YEAR})?", ("", "Mm", ".tND"), day_of_month),
    (rf"{_WEEKDAY}t?[ND]\.?d?t?[Mm](?:\.?{_YEAR}|d?{_OF_YEAR})?", ("ND.dt", "Mm", ""), day_of_month),
    (rf"{_PART}[Mm]\.?(?:{_YEAR}|{_OF_YEAR})", ("", "Mm", ".,dYqLlXHt"), month_of_year),
    (r"t?[LO]Udt?H?[Mm]", ("dtH", "Mm", ""), week_of_month),
    (rf"{_PART}[LlX]?[Mm][LX]?", ("", "Mm", ""), month_alone),
    (rf"t?[OL]W[id]t?[Mm]{_YEAR}?", ("OL", "W", "id"), weekday_of_month),
    (r"Wd?t?[LXH]U", ("", "W", "dtLXH"), weekday_of_week),
    (r"[eEf]?[LlXvHt]?W[LX]?", ("", "W", ""), weekday_alone),
    (r"Y[-/][YN](?![-/])", ("", "Y", "-/"), years),
    (rf"{_PART}(?:JU?)?[Yq]", ("", "Yq", ""), year_alone),
    (rf"{_PART}t?[DO]-?U", ("", "DO", "-U"), century),
    (r"t?(?:E-?|zd)?C", ("", "C", ""), decade),
    (rf"{_PART}t?[LlXH]?S(?:{_YEAR}|{_OF_YEAR})?", ("", "S", ""), season),
    (rf"t?[OL]-?[Uk](?:d?{_YEAR}|d?i?{_OF_YEAR})?", ("", "OL", "-Uk"), quarter),
    (rf"3{_YEAR}?", ("", "3", ""), quarter),
    (r"(?:t?(?:E|zd|[ef])i?)?t?[LlX1H]U", ("LlX1H", "U", ""), unit_by_offset),
    (r"t?(?:E|z|[ef])[di]tU", ("", "Ezef", "di"), unit_by_offset),
    (rf"(?:p|i)?t?[LlXvV1]~?{_NUMBER}?d?=?U", ("", "LlXvV1", "~NKYnAQk2d=U"), stretch),
    (rf"~{{0,3}}{_NUMBER}=?U-?(?:a|e|f|b|B)", ("", "U", "-aefbB"), ago),
    (r"~{0,3}AU(?:a|e|f|b|B)", ("A", "U", "aefbB"), ago),
    (rf"a0?~?(?:{_NUMBER}|A)U", ("", "a", "0~NKYnAQk2"), ago),
    (r"U[aef]", ("U", "aef", ""), ago),
    (r"~{0,3}AU&Aka", ("k", "a", ""), ago),
    (r"t?U[LX]", ("U", "LX", ""), unit_by_offset),
    (rf"i~{{0,2}}(?:{_NUMBER}|A)=?U", ("NKYnAQk2d=", "U", ""), in_units),
    (rf"~{{0,3}}{_NUMBER}-?=?-?U", ("NKYnAQk2d=-", "U", ""), length),
    (r"~{0,3}A(?:=|V)?U(?:&Ak)?", ("A=V", "U", ""), length),
    (r"[pi~]U", ("pi~", "U", ""), bare_units),
    (rf"{_NUMBER}-?U-?g", ("-U", "g", ""), age),
    (r"[eEf]?R", ("", "R", ""), deictic),
    (r"[eEf]?[LlXvH]?W[LX]?F", ("WLX", "F", ""), part_of_day),
    (r"RF", ("", "R", "F"), part_of_day),
    (r"t?@U", ("@", "U", ""), same),
    (r"t=U", ("=", "U", ""), same),
    (r"U-=", ("", "U", "-"), long_lasting),
    (r"t?E?F", ("", "F", ""), day_part),
    (r"[ipbBcru]F", ("ipbBcru", "F", ""), day_part),
    (r"t?@F", ("@", "F", ""), same),
    (r"t?[X1]F", ("X1", "F", ""), day_part_after),
    (r"[LH]F", ("LH", "F", ""), day_part),
    (r"[NhnKY](?:P\.?)?T0", ("", "T", "0"), clock_of_place),
    (r"[NhnKY](?:P\.?)?(?:\(?T(?:[^#,]N)?\)?)?", ("", "hPT", ""), clock),
    (rf"x(?:W|F|{_NUMBER}?U)", ("", "x", "WFNKYnAQk2U"), every),
    (r"[Zy]", ("", "Zy", ""), often),
    (r"[po]tU", ("t", "U", ""), unit_told),
    (r"(?:z|0|i)tU", ("t", "U", ""), day_told),
    (r"t[lV]", ("t", "lV", ""), vague_word),
    (r"[VH]", ("", "VH", ""), vague_word),
    (r"G", ("", "G", ""), vague),
)

RULES = tuple(Rule(re.compile(pattern), anchor, build) for pattern, anchor, build in _RULES)
"""The rules in their order."""

REACH = 16
"""Tokens that a match spans at most."""

_ANCHOR = re.compile("[" + "".join(sorted({letter for rule in RULES for letter in rule.anchor[1]})) + "]")


def anchors(shape: str) -> dict[int, list[int]]:
    """The places of the anchors of each rule that has any in a shape, by the number of the rule."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for match in _ANCHOR.finditer(shape):
        at = match.start()
        for order in _anchored(shape[at - 1 : at], shape[at], shape[at + 1 : at + 2]):
            found[order].append(at)
    return found


@cache
def _anchored(before: str, letter: str, behind: str) -> tuple[int, ...]:
    """The rules whose anchor a letter is between two others; there are less than 60 letters in all."""
    return tuple(order for order, rule in enumerate(RULES) if rule.is_anchored(before, letter, behind))
