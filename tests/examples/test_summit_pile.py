"""The bundled pile is made from its sources to the byte, and what its truth says of the pages holds."""

from __future__ import annotations

import datetime
import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import lxml.html
import pytest

SUMMIT = Path(__file__).resolve().parents[2] / "examples" / "summit"
TRUTH: dict[str, Any] = json.loads((SUMMIT / "truth.json").read_text(encoding="utf-8"))
PAGES: dict[str, Any] = TRUTH["pages"]
SPUN = {key: page for key, page in PAGES.items() if page["spinner"]}
STOCK = {
    "speaking on condition of anonymity because the talks were private",
    "kestrian president margit aldous and vessalian prime minister aurel dacombe",
}
WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


def unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.name.endswith(".html.gz") and "broken" not in path.parts else content


def text_of(key: str) -> str:
    """The text of a page: as it stands for plain text and records, blanks folded for HTML."""
    page = PAGES[key]
    content = unpacked(SUMMIT / "pages" / page["source"])
    if page["media"] == "text":
        return content.decode()
    if page["media"] == "record":
        records = {row["id"]: row for row in map(json.loads, content.decode().splitlines())}
        return str(records[page["record_id"]]["text"])
    tree = lxml.html.fromstring(content)
    shown = tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    return " ".join("".join(shown).split())


def placed(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every row of a page's truth that has offsets and a text."""
    yield from page["furniture"]
    yield from page["own_reporting"]
    for unit in page["units"]:
        yield unit
        yield from unit.get("substitutions", ())


def narration(key: str) -> list[str]:
    """The words of a page's article, outside quotations; a mark stands where a quotation or paragraph was cut."""
    rows = [row["text"] for row in (*PAGES[key]["units"], *PAGES[key]["own_reporting"])]
    text = " | ".join(re.sub(r"“[^”]*”|\"[^\"]*\"", " | ", row) for row in rows)
    return re.findall(r"\w+|\|", text.lower())


def runs(tokens: list[str], n: int) -> set[tuple[str, ...]]:
    grams = (tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))
    return {gram for gram in grams if "|" not in gram}


def test_the_sources_give_the_committed_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SUMMIT / "make_pile.py"), "--out", str(tmp_path)], check=True)
    for folder in ("pages", "broken"):
        made = {path.name: unpacked(path) for path in (tmp_path / folder).iterdir()}
        committed = {path.name: unpacked(path) for path in (SUMMIT / folder).iterdir()}
        assert made == committed
    assert (tmp_path / "truth.json").read_bytes() == (SUMMIT / "truth.json").read_bytes()


def test_the_pile_is_of_the_size_and_kinds_that_the_readme_says() -> None:
    sources = {page["source"] for page in PAGES.values()}
    assert sources == {path.name for path in (SUMMIT / "pages").iterdir()}
    assert (len(sources), len(PAGES)) == (29, 32)
    assert "29 files, 32 pages" in (SUMMIT / "README.md").read_text(encoding="utf-8")
    assert {"".join(Path(name).suffixes) for name in sources} == {".txt", ".html", ".html.gz", ".jsonl"}
    assert set(TRUTH["broken"]) == {path.name for path in (SUMMIT / "broken").iterdir()}


@pytest.mark.parametrize("key", sorted(PAGES))
def test_what_is_said_to_stand_on_a_page_stands_there(key: str) -> None:
    text = text_of(key)
    for row in placed(PAGES[key]):
        if row["begin"] is None:
            assert " ".join(row["text"].split()) in text
        else:
            assert text[row["begin"] : row["end"]] == row["text"]


@pytest.mark.parametrize("key", sorted(key for key in SPUN if PAGES[key]["media"] != "html"))
def test_taking_the_substitutions_back_gives_the_restored_text(key: str) -> None:
    for unit in PAGES[key]["units"]:
        text = unit["text"]
        for row in reversed(unit.get("substitutions", [])):
            begin, end = row["begin"] - unit["begin"], row["end"] - unit["begin"]
            text = text[:begin] + row["restored"] + text[end:]
        assert text == unit.get("restored", unit["text"])


def test_passages_of_a_pair_hold() -> None:
    for pair in TRUTH["pairs"]:
        a, b = PAGES[pair["a"]], PAGES[pair["b"]]
        for row in pair["passages"]:
            one, other = a["units"][row["a_unit"]], b["units"][row["b_unit"]]
            shown = [one["text"][slice(*row["a_part"])], other["text"][slice(*row["b_part"])]]
            assert one["unit"] == other["unit"] == row["unit"]
            assert all(part == part.strip() and part for part in shown)
            if row["kind"] == "verbatim":
                assert len({re.sub(r"\W+", " ", part) for part in shown}) == 1
            else:
                assert shown[0] != shown[1]
            if row["offsets"]:
                places = (
                    text_of(pair["a"])[slice(*row["offsets"][:2])],
                    text_of(pair["b"])[slice(*row["offsets"][2:])],
                )
                assert list(places) == shown


def test_pages_that_are_no_pair_share_two_stock_phrases_of_ten_words_and_no_longer_run() -> None:
    paired = {frozenset((pair["a"], pair["b"])) for pair in TRUTH["pairs"]}
    apart = [(a, b) for a, b in combinations(PAGES, 2) if frozenset((a, b)) not in paired]
    stock = {" ".join(gram) for a, b in apart for gram in runs(narration(a), 10) & runs(narration(b), 10)}
    assert stock == STOCK
    others = {" ".join(gram) for a, b in apart for gram in runs(narration(a), 8) & runs(narration(b), 8)}
    assert {gram for gram in others if not any(gram in phrase for phrase in STOCK)} == set()


def test_traps_are_no_pairs() -> None:
    paired = {frozenset((pair["a"], pair["b"])) for pair in TRUTH["pairs"]}
    assert len(TRUTH["traps"]) >= 6
    assert not [trap for trap in TRUTH["traps"] if frozenset(trap["pages"]) in paired]


def test_pairs_stay_within_one_story_and_share_an_origin() -> None:
    for pair in TRUTH["pairs"]:
        a, b = PAGES[pair["a"]], PAGES[pair["b"]]
        assert a["story"] == b["story"]
        assert set(a["origins"]) & set(b["origins"])


def test_every_page_is_in_one_story_and_its_origins_are_named() -> None:
    assert sorted(key for story in TRUTH["stories"] for key in story["pages"]) == sorted(PAGES)
    assert {origin for page in PAGES.values() for origin in page["origins"]} == set(TRUTH["origins"])
    for story in TRUTH["stories"]:
        assert len(story["independent_origins"]) in story["accepted_counts"]


def test_spun_pages_change_as_much_as_real_ones() -> None:
    shares = {key: page["spun"]["share"] for key, page in SPUN.items()}
    assert len(shares) >= 9
    first = [shares[key] for key, page in SPUN.items() if page["spinner"] == "dialect_1"]
    second = [shares[key] for key, page in SPUN.items() if page["spinner"] == "dialect_2"]
    assert 0.29 <= min(first) < max(first) <= 0.38
    assert 0.2 <= min(second) < max(second) <= 0.3


def test_dialect_2_leaves_quotations_and_capitals_alone() -> None:
    rows = [
        row
        for page in SPUN.values()
        if page["spinner"] == "dialect_2"
        for unit in page["units"]
        for row in unit.get("substitutions", ())
    ]
    assert rows
    assert not [row for row in rows if row["quoted"] or row["restored"][0].isupper()]


def test_dialect_1_has_chains_and_two_words_that_become_one() -> None:
    rows = [
        row
        for page in SPUN.values()
        if page["spinner"] == "dialect_1"
        for unit in page["units"]
        for row in unit.get("substitutions", ())
    ]
    table = {row["restored"].lower(): row["text"].lower() for row in rows}
    assert (table["lamp"], table["light"]) == ("light", "mild")
    assert (table["jailed"], table["detained"]) == ("imprisoned", "imprisoned")
    assert len({word for word in table.values() if word in table}) >= 10
    assert any(row["quoted"] for row in rows)


@pytest.mark.parametrize("key", sorted(key for key, page in PAGES.items() if page["language"] == "en"))
def test_the_calendar_is_right(key: str) -> None:
    page = PAGES[key]
    banners = [row["text"] for row in page["furniture"] if row["label"] == "date_banner"]
    for date in page["misleading_dates"] or ():
        day = datetime.date.fromisoformat(date["date"])
        if date["text"] in banners:
            assert date["text"].startswith(WEEKDAYS[day.weekday()][:3])
            assert str(day.day) in date["text"]
            assert str(day.year) in date["text"]
    if page["published"]:
        year, month, _ = page["published"].split("-")
        assert (year, month) in {("2025", "05"), ("2025", "06"), ("2026", "05")}


@pytest.mark.parametrize("key", sorted(key for key, page in PAGES.items() if page["published"]))
def test_a_date_is_on_the_page_where_the_truth_says_so(key: str) -> None:
    page = PAGES[key]
    day = datetime.date.fromisoformat(page["published"])
    raw = unpacked(SUMMIT / "pages" / page["source"]).decode("latin-1")
    written = (
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
    )
    if key == "marlstone-mercury-deal.txt":
        assert f"May {day.day - 1}, 2025" in raw
    else:
        assert any(form in raw for form in written) == page["date_on_page"]


@pytest.mark.parametrize("key", ["trendpelican-day-one.txt", "quickread-planet-deal.txt", "harborbuzz-wrap.html"])
def test_a_banner_fits_the_weekday_of_the_text_by_accident(key: str) -> None:
    page = PAGES[key]
    true = datetime.date.fromisoformat(page["published"])
    banner = datetime.date.fromisoformat(page["misleading_dates"][0]["date"])
    assert true != banner
    assert true.weekday() == banner.weekday()
    assert f"on {WEEKDAYS[true.weekday()]}day" in " ".join(unit["text"] for unit in page["units"])


def test_every_address_is_one_that_can_lead_nowhere() -> None:
    for path in (SUMMIT / "pages").iterdir():
        hosts = re.findall(r"https?://([a-z0-9.-]{1,80})", unpacked(path).decode("latin-1"))
        assert not [host for host in hosts if not host.endswith(".example") and host != "schema.org"]
