"""The grammar: each rule is a pattern over the letters of tokens (`lexicon.py`, `lexer.py`) and a builder.

Every pattern is bounded: a rule spans at most some twenty tokens. Where rules match from one token, the longest wins,
and of equals the one that stands first. A builder that says null passes on to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

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
    year_alone,
    years,
)
from copydesk.dates.relative_dates import (
    ago,
    day_part,
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of tokens, and what makes an expression of the tokens."""

    pattern: re.Pattern[str]
    build: Builder


_WEEKDAY = r"(?:t?[Ww]\.?,?[to]?)?"
_YEAR = r"(?:,?d?[Yq])"
_OF_YEAR = r"(?:d?[LlXHt]U|[LlX]U)"
_PART = r"(?:t?(?:E-?d?|zd|[ef]i?))?"
_NUMBER = r"(?:N-?N/N|N/N|N?2|[NK]&Ak|[NKY]|n(?:-?n){0,2}(?:&Ak|&k)?|AQd?|Q|An|kA|k)"

_RULES: tuple[tuple[str, Builder], ...] = (
    (r"I", figures),
    (rf"{_WEEKDAY}[Mm]\.?[ND](?:-|c|u|&|r)[ND]{_YEAR}?(?![ND/:])", days_of_month),
    (rf"[ND]\.?(?:-|c|u|&)[ND]\.?d?[Mm]\.?{_YEAR}?", days_of_month),
    (rf"{_WEEKDAY}[Mm]\.?t?[ND](?:{_YEAR}|,?{_OF_YEAR})?", day_of_month),
    (rf"{_WEEKDAY}t?[ND]\.?d?t?[Mm](?:\.?{_YEAR}|d?{_OF_YEAR})?", day_of_month),
    (rf"{_PART}[Mm]\.?(?:{_YEAR}|{_OF_YEAR})", month_of_year),
    (r"t?[LO]Udt?H?[Mm]", week_of_month),
    (rf"{_PART}[LlX]?[Mm][LX]?", month_alone),
    (rf"t?[OL]W[id]t?[Mm]{_YEAR}?", weekday_of_month),
    (r"[eEf]?[LlXvHt]?W[LX]?", weekday_alone),
    (r"Y[-/][YN](?![-/])", years),
    (rf"{_PART}(?:JU?)?[Yq]", year_alone),
    (rf"{_PART}t?[DO]-?U", century),
    (r"t?(?:E-?|zd)?C", decade),
    (rf"{_PART}t?[LlXH]?S(?:{_YEAR}|{_OF_YEAR})?", season),
    (rf"t?[OL]-?[Uk](?:d?{_YEAR}|d?i?{_OF_YEAR})?", quarter),
    (rf"3{_YEAR}?", quarter),
    (r"(?:t?(?:E|zd|[ef])i?)?t?[LlX1H]U", unit_by_offset),
    (r"t?(?:E|z|[ef])[di]tU", unit_by_offset),
    (rf"(?:p|i)?t?[LlXvV1]~?{_NUMBER}?d?=?U", stretch),
    (rf"~{{0,3}}{_NUMBER}=?U-?(?:a|e|f|b|B)", ago),
    (r"~{0,3}AU(?:a|e|f|b|B)", ago),
    (rf"a0?~?(?:{_NUMBER}|A)U", ago),
    (r"U[aef]", ago),
    (r"~{0,3}AU&Aka", ago),
    (r"t?U[LX]", unit_by_offset),
    (rf"i~{{0,2}}(?:{_NUMBER}|A)=?U", in_units),
    (rf"~{{0,3}}{_NUMBER}-?=?-?U", length),
    (r"~{0,3}A(?:=|V)?U(?:&Ak)?", length),
    (r"[pi~]U", bare_units),
    (rf"{_NUMBER}-?U-?g", age),
    (r"[eEf]?R", deictic),
    (r"[eEf]?[LlXvH]?W[LX]?F", part_of_day),
    (r"RF", part_of_day),
    (r"t?@U", same),
    (r"t=U", same),
    (r"U-=", long_lasting),
    (r"t?E?F", day_part),
    (r"[ipbBcru]F", day_part),
    (r"t?@F", same),
    (r"[LH]F", day_part),
    (r"[NhnKY](?:P\.?)?T0", clock_of_place),
    (r"[NhnKY](?:P\.?)?(?:\(?T(?:[^#]N)?\)?)?", clock),
    (rf"x(?:W|F|{_NUMBER}?U)", every),
    (r"[Zy]", often),
    (r"[po]tU", unit_told),
    (r"(?:z|0|i)tU", day_told),
    (r"t[lV]", vague_word),
    (r"[VH]", vague_word),
    (r"G", vague),
)

RULES = tuple(Rule(re.compile(pattern), build) for pattern, build in _RULES)
"""The rules in their order."""
