"""Builders: lengths of time, ages and what comes again."""

from __future__ import annotations

from copydesk.dates.expression import Expression, Form, Grain, Length
from copydesk.dates.run import Run
from copydesk.model.date import TimexType

_CODES = {
    Grain.SECOND: "TS", Grain.MINUTE: "TM", Grain.HOUR: "TH", Grain.DAY: "D", Grain.WEEKEND: "WE", Grain.WEEK: "W",
    Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y",
}  # fmt: skip
_EXACT = {"couple": 2.0}
"""Words for an amount that is said; the others of their group (`several`) say none."""
_NEAR = 4
"""Words behind an age among which stands what is so old."""
_MOST = 100_000
"""Units of the longest length that is taken for one."""


def duration_value(length: Length) -> str:
    """The TIMEX3 value of a length: `PT5H30M`, `P2D`, `PXY` where the amount is not said.

    Half hours and half days become the next smaller unit, as in ISO 8601; a half of a longer unit stays `P2.5Y`.
    """
    amount, unit = length.amount, length.unit
    if unit in (Grain.DECADE, Grain.CENTURY):
        factor = 10 if unit is Grain.DECADE else 100
        return "PXY" if amount is None else f"P{_plain(amount * factor)}Y"
    if unit is Grain.HALF:
        return "PXM" if amount is None else f"P{_plain(amount * 6)}M"
    if unit is Grain.SEASON:
        return "PXM" if amount is None else f"P{_plain(amount * 3)}M"
    code = _CODES[unit]
    time, letters = ("T", code[1:]) if code[0] == "T" else ("", code)
    if amount is None:
        return f"P{time}X{letters}"
    whole = int(amount)
    if amount != whole and unit is Grain.HOUR and (amount - whole) * 60 == int((amount - whole) * 60):
        minutes = int((amount - whole) * 60)
        return f"PT{whole}H{minutes}M" if whole else f"PT{minutes}M"
    if amount != whole and unit is Grain.MINUTE and (amount - whole) * 60 == int((amount - whole) * 60):
        seconds = int((amount - whole) * 60)
        return f"PT{whole}M{seconds}S" if whole else f"PT{seconds}S"
    return f"P{time}{_plain(amount)}{letters}"


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(amount)


def length_of(run: Run) -> Length | None:
    """The amount and unit of a run of tokens that ends in a unit, or holds one."""
    unit = run.sense("U")
    if unit is None:
        return None
    grain = Grain(unit.number)
    count, known = _amount(run)
    if not known:
        return None
    if count is not None and not 0 < count <= _MOST:
        return None
    return Length(count, grain)


def _amount(run: Run) -> tuple[float | None, bool]:
    """The amount, null where it is not said, and whether the run has one at all."""
    if "Q" in run.shape and run.word("Q") not in _EXACT:
        return None, True
    numbers = _numbers(run)
    if numbers is None:
        return None, False
    if "/" in run.shape:
        return _fraction(numbers)
    extra = 0.5 * run.shape.count("k")
    if numbers:
        return sum(numbers) + extra, True
    if extra:  # `half an hour`, `a year and a half`
        return extra + (1.0 if run.shape.find("U") < run.shape.index("k") else 0.0), True
    return 1.0, "A" in run.shape


def _numbers(run: Run) -> list[float] | None:
    """The numbers of a run in their order; null where one can't be read."""
    numbers: list[float] = []
    for at in range(run.first, run.last):
        sense, word = run.lexed.sense(at), run.lexed.word(at)
        if sense.letter == "n":
            _count(numbers, sense.number)
        elif sense.letter in "NYq":
            numbers.append(float(sense.number))
        elif sense.letter == "2":
            numbers.append(sense.number / 2)
        elif sense.letter == "Q":
            numbers.append(_EXACT[word])
        elif sense.letter == "K":
            value = float(word) if word.isdigit() else _figure(word, run.lexicon.american)
            if value is None:
                return None
            numbers.append(value)
    return numbers


def _count(numbers: list[float], number: int) -> None:
    """Add a number word: `twenty-five`, `two hundred`."""
    if numbers and number in (100, 12) and numbers[-1] < number:
        numbers[-1] *= number
    else:
        numbers.append(float(number))


def _fraction(numbers: list[float]) -> tuple[float | None, bool]:
    """`5-1/2`, `1/2`."""
    if len(numbers) not in (2, 3) or not numbers[-1]:
        return None, False
    whole = numbers[0] if len(numbers) == 3 else 0.0
    part = numbers[-2] / numbers[-1]
    return (whole + part, True) if part < 1 else (None, False)


def _figure(word: str, american: bool) -> float | None:
    """`1,000` and `2.5`, as the language writes them."""
    point, comma = (".", ",") if american else (",", ".")
    whole, _, rest = word.partition(point)
    groups = whole.split(comma)
    if any(len(group) != 3 for group in groups[1:]) or (not rest.isdigit() and rest):
        return None
    return float("".join(groups) + ("." + rest if rest else ""))


def length(run: Run) -> Expression | None:
    """`nearly six hours`, `two-day`, `5-1/2 hours`, `several years`; the article of `a two-day visit` is left out."""
    if run.shape[:2] == "An" and not run.lexicon.context.get("collective", frozenset()) & {run.word("n")}:
        run = run.part(1, len(run.shape))
    found = length_of(run)
    if found is None or run.letter(-1) in "$/" or (run.letter(1) == "-" and run.letter(2) == "g"):
        return None
    if found.unit is Grain.SECOND and run.word("U") == "second":
        return None
    one = run.shape.lstrip("~")[0] == "A" and found.amount == 1
    if one and _is_rate(run):
        return _rate(run, found)
    if one and (found.unit is Grain.QUARTER or _is_some_day(run, found)):
        return None
    return run.amount(Form.LENGTH, found)


def _is_some_day(run: Run, found: Length) -> bool:
    """Whether `a day` is any day: not where it counts from something, as in `a day after the vote`."""
    return found.unit is Grain.DAY and run.letter(1) not in "bB"


def _is_rate(run: Run) -> bool:
    """Whether `a year` stands behind what is counted a year: `15 a year`, `$3 million a year`."""
    return run.letter(-1) in "NKYn%" or run.in_context("rates", -1)


def _rate(run: Run, found: Length) -> Expression:
    return Expression(run.begin, run.end, TimexType.SET, Form.SET, recurs=duration_value(found))


def bare_units(run: Run) -> Expression | None:
    """`for years`, `decades`: a length without its amount."""
    unit = run.sense("U")
    if unit is None or unit.group != "many" or unit.number in (Grain.WEEKEND, Grain.QUARTER):
        return None
    return run.part(len(run.shape) - 1, len(run.shape)).amount(Form.LENGTH, Length(None, Grain(unit.number)))


def long_lasting(run: Run) -> Expression | None:
    """`decades-long`, `month-long`."""
    unit = run.sense("U")
    if unit is None or run.word("=") != "long" or unit.number in (Grain.WEEKEND, Grain.QUARTER):
        return None
    return run.amount(Form.LENGTH, Length(None if unit.group == "many" else 1, Grain(unit.number)))


def age(run: Run) -> Expression | None:
    """`18-month-old`, `56 years old`: a person's, unless a thing follows."""
    found = length_of(run)
    if found is None or found.amount is None:
        return None
    thing = "-" in run.shape and any(run.in_context("things", near) for near in range(1, _NEAR + 1))
    return run.amount(Form.AGE, found, person=not thing)


def every(run: Run) -> Expression | None:
    """`every Monday`, `each year`, `every two weeks`, `per day`."""
    day = run.sense("W")
    if day is not None:
        return _set(run, f"XXXX-WXX-{day.number + 1}")
    part = run.sense("F")
    if part is not None:
        return _set(run, f"XXXX-XX-XXT{part.group}")
    if run.word("x") == "per" and run.letter(-1) not in "NKYn%0":
        return None
    found = length_of(run) if any(letter in run.shape for letter in "NnKQ") else None
    unit = run.sense("U")
    if found is None and unit is not None:
        found = Length(1, Grain(unit.number))
    return None if found is None or found.amount is None else _set(run, duration_value(found))


def often(run: Run) -> Expression | None:
    """`annually`, `daily`, `Mondays`."""
    day = run.sense("y")
    if day is not None:
        return _set(run, f"XXXX-WXX-{day.number + 1}") if run.capital("y") or run.lexicon.language != "en" else None
    found = run.sense("Z")
    named = run.capital("Z") and run.letter(-1) not in "#.!?;"
    return None if found is None or named else _set(run, found.group)


def _set(run: Run, value: str) -> Expression:
    return Expression(run.begin, run.end, TimexType.SET, Form.SET, recurs=value)
