"""Every regular expression is held under a second on long lines made to hurt."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import copydesk
from copydesk.text import patterns

SIZE = 100_000
UNITS = (
    "a", " ", "A ", "a.", "1", "1 ", "1:", "12:34 ", "1.1.", "/", "a/b", "#a", "# ", "- ", "— ", "-", ".", ", ",
    "(", "((a", ")", "[a", "]", "<", "<a ", "<!--", "</script", "</script ", ">", "> a ", "a > ", " » ", "&", "“",
    "” said ", "\"", "\n", "\t ", "\u00a0", "é", "中", "😀", "\u200b", "Mon ", "January 1, ", "3 May ", "By ",
    "by: ", "Jane Roe, ", "left, ", "(4th L) ", "photo ", "file photo ", "FILE", "advertisement ", "spot_img",
    "_", "copyright ", "© ", "www.", "http://", "https://a.b/", "a@b.c ", "x.y.", "follow a on ", "click here ",
    "display:", "visibility : ", "aB", "A-b_", " | ", " - ", "title - ", "12 comments ", "9,", "1k ", "no ",
    "/AFP/", "(AP) ",
)  # fmt: skip


def compiled() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.iter_modules(patterns.__path__, f"{patterns.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            assert name not in found, name
            if isinstance(value, re.Pattern):
                found[name] = value
            elif isinstance(value, dict) and name.isupper():
                found.update({f"{name}[{key}]": one for key, one in value.items()})
    return found


def hostile_lines() -> list[str]:
    lines = [(unit * (SIZE // len(unit) + 1))[:SIZE] for unit in UNITS]
    lines += [line[:-1] + "!" for line in lines[:24]]
    lines += ["by " + "Aa " * (SIZE // 3), "a" * SIZE + ":", "Source: " + "a." * (SIZE // 2) + "\x00"]
    return lines


ANCHORED = {
    "AD_SLOT", "AD_TOKENS", "AND_AGENCIES", "APPEARED_FIRST", "APPOSED_NAME", "BREADCRUMB", "BYLINE_OPENING",
    "CALL_SIGN", "CONTRIBUTED", "COPYRIGHT", "COUNTER", "DASH_CREDIT", "DURATION", "FOLLOW", "HASHTAGS", "HOST",
    "ISO_DAY", "ITSELF_CONTRIBUTED", "NAME_BESIDE_DAY", "OF_RIGHTS", "RIGHTS_OPENING",
    "LABELLED_COUNTER", "LAST_BRACKETS", "LINK", "NAME_AND_ROLE", "NOT_RESPONSIBLE", "PAGE_COUNT", "SECTION_COUNT",
    "SOCIAL_LINK", "URL_HOST",
}  # fmt: skip
"""Expressions that are only tried at one place of a line, never looked for along it."""


@pytest.mark.parametrize("name", sorted(compiled()))
def test_a_hostile_line_costs_less_than_a_second(name: str) -> None:
    pattern = compiled()[name]
    for line in hostile_lines():
        started = time.process_time()
        if name not in ANCHORED:
            pattern.sub("", line)
        pattern.match(line)
        pattern.fullmatch(line)
        spent = time.process_time() - started
        assert spent < 1, f"{name}: {spent:.2f} s on {line[:20]!r}…"


@pytest.mark.parametrize("name", sorted(ANCHORED))
def test_an_anchored_expression_is_only_used_so(name: str) -> None:
    assert name in compiled()
    uses = [
        use
        for file in Path(copydesk.__file__).parent.rglob("*.py")
        for use in re.findall(rf"\b{name}\.(\w+)\(", file.read_text("utf-8"))
    ]
    assert uses
    assert set(uses) <= {"match", "fullmatch"}


def test_all_expressions_are_collected() -> None:
    assert {"LINE", "VISIBLE", "DATELINE_BREAK", "RAW_ENDS[script]"} <= compiled().keys()
    assert len(compiled()) > 100
