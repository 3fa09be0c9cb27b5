"""The style sheet: contrast in light and dark, one file, nothing fetched, a form for paper."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from copydesk.report.labels import WORDING
from copydesk.report.timeline import WIDTH

_SHEET = resources.files("copydesk.report").joinpath("assets", "report.css").read_text(encoding="utf-8")
_GROUNDS = ("paper", "raised", "tint-same", "tint-edited", "tint-spun", "tint-quote")
_MARKS = ("original", "verbatim", "edited", "spun", "mixed", "unknown")


def _tokens(start: str) -> dict[str, str]:
    block = _SHEET[_SHEET.index(start) :]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block[: block.index("}")]))


_SCHEMES = {
    "light": _tokens(":root {"),
    "dark": _tokens("@media (prefers-color-scheme: dark)"),
    "paper": _tokens("@media print"),
}


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("text", ["ink", "soft", "link", "altered"])
@pytest.mark.parametrize("ground", _GROUNDS)
def test_text_has_the_contrast_of_aa_on_every_ground(scheme: str, text: str, ground: str) -> None:
    tokens = _SCHEMES[scheme]
    assert _contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lit_words_are_legible(scheme: str) -> None:
    assert _contrast(_SCHEMES[scheme]["ink"], _SCHEMES[scheme]["target"]) >= 4.5


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("mark", _MARKS)
def test_marks_stand_out_from_the_page(scheme: str, mark: str) -> None:
    assert _contrast(_SCHEMES[scheme][mark], _SCHEMES[scheme]["paper"]) >= 3.0


def test_every_wording_has_its_colour() -> None:
    for wording in WORDING:
        assert f".w-{wording} {{ --tone:" in _SHEET


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_what_became_of_a_quotation_is_legible(scheme: str) -> None:
    used = re.findall(r"\.side \.status[.a-z]* \{ color: var\(--([a-z-]+)\)", _SHEET)
    assert len(used) == 2
    for colour in used:
        assert _contrast(_SCHEMES[scheme][colour], _SCHEMES[scheme]["paper"]) >= 4.5


def test_the_words_of_the_timeline_can_be_read_on_a_phone() -> None:
    """The drawing is scaled to its box: 11 units high on 1,000, words need a box that is scrolled, not shrunk."""
    rule = _SHEET[_SHEET.index(".timeline svg {") :].split("}")[0]
    units, rem = (float(re.findall(what, rule)[0]) for what in (r"400 (\d+)px", r"min-width: (\d+)rem"))
    assert units * rem * 16 / WIDTH > 10.5


def test_on_a_phone_an_event_is_a_column_with_its_own_space() -> None:
    phone = _SHEET[_SHEET.index("@media (max-width: 40rem)") :]
    rules = [line.strip() for line in phone[: phone.index("\n}")].splitlines() if ".event" in line.split("{")[0]]
    assert ".event, .episodes > li { display: block; }" in rules
    assert not any("padding" in rule or "margin: 0" in rule for rule in rules)


def test_the_measure_is_known() -> None:
    """The contrast of black on white is 21 (WCAG 2.2)."""
    assert _contrast("#000", "#ffffff") == pytest.approx(21)


def test_focus_is_seen_and_paper_shows_the_restored_words() -> None:
    assert ":focus-visible { outline: 3px" in _SHEET
    paper = _SHEET[_SHEET.index("@media print") :]
    assert ".words .card { display: inline-block" in paper
    assert ".words .sub { text-decoration: line-through" in paper
