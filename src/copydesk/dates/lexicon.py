"""The words of date expressions, by language, read once from the data files beside the code.

Every word has a class, which is one letter: the grammar (`grammar.py`) is written over these letters.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from copydesk.dates.expression import Grain, Tense

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
"""Languages with a vocabulary. Pages in others are read for ISO and numeric dates."""

WORD_CLASSES = {
    "last": "L", "final": "L", "past": "l", "next": "X", "previous": "1", "following": "1", "coming": "v",
    "this": "H", "ago": "a", "earlier": "e", "later": "f", "before": "b", "after": "B", "early": "E", "mid": "E",
    "late": "E", "begin": "z", "end": "z", "the": "t", "a": "A", "in": "i", "on": "o", "at": "i", "since": "s",
    "until": "u", "from": "r", "to": "c", "between": "j", "and": "&", "of": "d", "over": "p", "by": "p",
    "about": "~", "several": "Q", "half": "k", "every": "x", "old": "g", "same": "@", "that": "@", "fiscal": "J",
    "recent": "V", "straight": "=",
}  # fmt: skip
"""The letter of each group of `[words]`. The others: month M (also another word: m), weekday W (w; in the plural y),
unit U, season S, part of the day F, number n, ordinal O, today R, how often Z, vague G, a.m. P, zone T; those of
tokens without letters are in `lexer.py`."""

_PHRASE_TOKEN = re.compile(r"\w{1,40}|[^\w\s]")
"""A word or a mark: the tokens of a phrase as a text has them."""

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word is: the letter of its class, its number (of the month, the weekday, the count) and its group."""

    letter: str
    number: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    Attributes:
        language: its code.
        words: by the lower-case word.
        holidays: by the first word: the other words, month and day.
        context: word lists that rule readings in or out.
        tenses: what verbs and adverbs say of the side of their clause.
        american: whether `6/7/2023` may have the month first.
    """

    language: str
    words: dict[str, Sense]
    holidays: dict[str, tuple[tuple[tuple[str, ...], int, int], ...]]
    context: dict[str, frozenset[str]]
    tenses: dict[str, Tense]
    american: bool


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(files("copydesk.dates").joinpath("vocabulary", f"{language}.toml").read_text("utf-8"))


@cache
def lexicon(language: str | None) -> Lexicon:
    """The words of a language; of English where it is null or unknown."""
    known = language if language in LANGUAGES else "en"
    data = _read(known)
    words: dict[str, Sense] = {}
    _add_calendar(words, data)
    _add_units(words, data)
    _add_words(words, data)
    context = {name: frozenset(text.split()) for name, text in data.get("context", {}).items()}
    tenses = {word: side for side in (Tense.PAST, Tense.FUTURE) for word in context[side.value]}
    return Lexicon(known, words, _holidays(data), context, tenses, bool(data.get("american_numbers")))


def _add_calendar(words: dict[str, Sense], data: dict[str, Any]) -> None:
    unsure = frozenset(data.get("unsure_months", "").split())
    for number, spellings in enumerate(data["months"], 1):
        for word in spellings.split("|"):
            words.setdefault(word, Sense("m" if word in unsure else "M", number))
    unsure = frozenset(data.get("unsure_weekdays", "").split())
    for number, spellings in enumerate(data["weekdays"]):
        for word in spellings.split("|"):
            words.setdefault(word, Sense("w" if word in unsure else "W", number))
    for number, spellings in enumerate(data.get("weekdays_plural", ())):
        for word in spellings.split("|"):
            words.setdefault(word, Sense("y", number))
    for number, name in enumerate(SEASONS):
        for word in data["seasons"][name].split("|"):
            words.setdefault(word, Sense("S", number))


def _add_units(words: dict[str, Sense], data: dict[str, Any]) -> None:
    for name, spellings in data["units"].items():
        singular, *plural = spellings.split("|")
        for words_of, count in ((singular.split(","), "one"), (plural, "many")):
            for word in words_of:
                words.setdefault(word, Sense("U", Grain[name.upper()], count))
    for letter, table in (("n", "numbers"), ("O", "ordinals"), ("R", "deictic")):
        for number, spellings in data[table].items():
            for word in spellings.split("|"):
                words.setdefault(word, Sense(letter, int(number)))
    for word, code in data.get("deictic_parts", {}).items():
        words.setdefault(word, Sense("R", 0, code))
    for code, spellings in data["day_parts"].items():
        for word in spellings.split("|"):
            words.setdefault(word, Sense("F", group=code))


def _add_words(words: dict[str, Sense], data: dict[str, Any]) -> None:
    for group, spellings in data["words"].items():
        for word in spellings.split("|"):
            words.setdefault(word, Sense(WORD_CLASSES[group], group=group))
    for letter, table in (("Z", "sets"), ("G", "vague")):
        for value, spellings in data[table].items():
            for word in spellings.split("|"):
                words.setdefault(word, Sense(letter, group=value))
    clock = data["clock"]
    for letter, group in (("P", "am"), ("P", "pm"), ("T", "greenwich"), ("T", "zones"), ("T", "mark")):
        for word in clock.get(group, "").split("|"):
            if word:
                words.setdefault(word, Sense(letter, group=group))


def _holidays(data: dict[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], int, int], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for day, phrases in data.get("holidays", {}).items():
        month, _, number = day.partition("-")
        for phrase in phrases.split("|"):
            first, *rest = _PHRASE_TOKEN.findall(phrase)
            found.setdefault(first, []).append((tuple(rest), int(month), int(number)))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}
