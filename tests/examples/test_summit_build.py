"""The bundled pile, built, against its truth: what `make demo` shows is held here."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import copydesk
from copydesk.model.page import ARTICLE_LABELS, Page, Wording
from copydesk.model.reuse import Alignment, Kind

PILE = Path(__file__).parents[2] / "examples" / "summit"


@dataclass(frozen=True, slots=True)
class Built:
    """The case, its pages by the names that the truth has for them, and the truth."""

    case: copydesk.Case
    pages: dict[str, Page]
    names: dict[str, str]
    truth: dict[str, Any]

    def alignments(self) -> Iterator[Alignment]:
        """Passages, shared quotations left out."""
        return (row for row in self.case.table("alignments") if row.kind is not Kind.SHARED_QUOTE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("summit") / "case"
    with copydesk.build([PILE / "pages"], folder) as case:
        pages = {_name(page): page for page in case.table("pages")}
        names = {page.page_id: name for name, page in pages.items()}
        yield Built(case, pages, names, json.loads((PILE / "truth.json").read_text("utf-8")))


def _name(page: Page) -> str:
    file = Path(page.source).name
    return f"{file}#{page.record_id}" if page.record_id else file


def _place(page: Page, text: str) -> tuple[int, int] | None:
    """Where an exact string of the truth stands on a page."""
    begin = page.text.find(text)
    return (begin, begin + len(text)) if begin >= 0 else None


def test_every_page_is_there(built: Built) -> None:
    assert set(built.pages) == set(built.truth["pages"])


def test_all_rows_hold(built: Built) -> None:
    assert not built.case.check()


def test_wording_is_right_on_every_page(built: Built) -> None:
    wrong = {
        name: str(page.wording)
        for name, page in built.pages.items()
        if page.wording not in built.truth["pages"][name]["wording"]
    }
    assert not wrong


def test_pairs_that_share_text_are_found_and_no_others(built: Built) -> None:
    want = {frozenset((pair["a"], pair["b"])) for pair in built.truth["pairs"]}
    got = {frozenset((built.names[row.a_page], built.names[row.b_page])) for row in built.alignments()}
    assert len(want & got) / len(want) >= 0.98
    assert not {tuple(sorted(pair)) for pair in got - want}


def test_passages_are_found_whole(built: Built) -> None:
    rows = defaultdict(list)
    for row in built.alignments():
        rows[built.names[row.a_page], built.names[row.b_page]].append(
            (row.a_begin, row.a_end, row.b_begin, row.b_end)
        )
        rows[built.names[row.b_page], built.names[row.a_page]].append(
            (row.b_begin, row.b_end, row.a_begin, row.a_end)
        )
    found = total = 0
    for pair in built.truth["pairs"]:
        for passage in pair["passages"]:
            places = [_unit_place(built, pair[side], passage, side) for side in "ab"]
            if passage["optional"] or pair["a"] == pair["b"] or None in places:
                continue
            total += 1
            found += all(
                _covered(place, [row[2 * side : 2 * side + 2] for row in rows[pair["a"], pair["b"]]]) >= 0.5
                for side, place in enumerate(places)
                if place
            )
    assert total > 600
    assert found / total >= 0.95


def _unit_place(built: Built, name: str, passage: dict[str, Any], side: str) -> tuple[int, int] | None:
    unit = built.truth["pages"][name]["units"][passage[f"{side}_unit"]]
    begin, end = passage[f"{side}_part"]
    return _place(built.pages[name], unit["text"][begin:end])


def _covered(place: tuple[int, int], spans: list[tuple[int, ...]]) -> float:
    held = {at for begin, end in spans for at in range(max(begin, place[0]), min(end, place[1]))}
    return len(held) / (place[1] - place[0])


def test_the_better_wording_is_never_the_spun_one(built: Built) -> None:
    want = {(p["a"], p["b"]): p["better_wording"] for p in built.truth["pairs"] if p["better_wording"]}
    seen = 0
    for row in built.alignments():
        a, b = built.names[row.a_page], built.names[row.b_page]
        better = want.get((a, b)) or {"a": "b", "b": "a"}.get(want.get((b, a), ""))
        if better:
            seen += 1
            assert row.better_wording == better, (a, b)
    assert seen > 400


def test_swapped_words_are_restored(built: Built) -> None:
    restored = right = swapped = placed = 0
    for name, told in built.truth["pages"].items():
        truth = [s for unit in told["units"] for s in unit.get("substitutions") or () if s["begin"] is not None]
        if not truth:
            continue
        rows = [r for r in built.case.table("substitutions") if r.page_id == built.pages[name].page_id]
        witnessed = [row for row in rows if row.basis == "witness"]
        swapped += len(truth)
        restored += sum(any(_same(row, swap) for row in rows) for swap in truth)
        placed += len(witnessed)
        right += sum(any(r.begin < s["end"] and s["begin"] < r.end for s in truth) for r in witnessed)
    assert right / placed >= 0.95
    assert restored / swapped >= 0.6


def _same(row: copydesk.Substitution, swap: dict[str, Any]) -> bool:
    overlap = row.begin < swap["end"] and swap["begin"] < row.end
    return overlap and bool(set(row.restored.lower().split()) & set(swap["restored"].lower().split()))


def test_stories_keep_look_alikes_apart(built: Built) -> None:
    story_of = {name: told["story"] for name, told in built.truth["pages"].items()}
    found = {}
    for story in built.case.table("stories"):
        if story.parent_story is not None:
            continue
        names = [built.names[page_id] for page_id in story.page_ids]
        assert len({story_of[name] for name in names}) == 1, names
        found.update(dict.fromkeys(names, story.story_id))
    pairs = [(a, b) for a, b in combinations(sorted(found), 2) if story_of[a] == story_of[b]]
    together = sum(found[a] == found[b] for a, b in pairs)
    assert together / len(pairs) >= 0.9


def test_the_summit_falls_into_its_days(built: Built) -> None:
    """The day before, the two days, the day after; the meeting of a year later is told of on one day."""
    (truth,) = (story["episodes"] for story in built.truth["stories"] if "episodes" in story)
    rows = sorted(
        (row for row in built.case.table("stories") if row.parent_story is not None), key=lambda row: row.episode or 0
    )
    assert len({row.parent_story for row in rows}) == 1
    assert [(row.first_date, row.last_date) for row in rows] == [(told["day"],) * 2 for told in truth]
    assert [sorted(built.names[page_id] for page_id in row.page_ids) for row in rows] == [
        told["pages"] for told in truth
    ]


def test_titles_and_summaries_are_words_of_faithful_pages(built: Built) -> None:
    for row in built.case.table("stories"):
        wordings = {built.case.page(page_id).wording for page_id in row.page_ids}
        assert (row.summary is None) == (wordings == {Wording.SPUN_COPY}), row
        if row.summary_page is not None:
            page = built.case.page(row.summary_page)
            assert page.wording is not Wording.SPUN_COPY
            assert page.text[row.summary_begin : row.summary_end] == row.summary
        if row.title_page is not None and row.title_begin is not None:
            assert built.case.page(row.title_page).text[row.title_begin : row.title_end] == row.title


def test_origins_are_those_of_the_agencies(built: Built) -> None:
    told = built.truth["pages"]
    for a, b in combinations(sorted(built.pages), 2):
        shared = set(built.pages[a].origin_ids) & set(built.pages[b].origin_ids)
        if shared:
            assert set(told[a]["origins"]) & set(told[b]["origins"]), (a, b)
    for pair in built.truth["pairs"]:
        if sum(not passage["optional"] for passage in pair["passages"]) > 2 and pair["a"] != pair["b"]:
            assert set(built.pages[pair["a"]].origin_ids) & set(built.pages[pair["b"]].origin_ids)


def test_independent_origins_are_counted_as_can_be_defended(built: Built) -> None:
    for story in built.truth["stories"]:
        origins = {o for name in story["pages"] for o in built.pages[name].origin_ids}
        assert len(origins) in story["accepted_counts"], story["key"]


def test_furniture_is_no_article_text(built: Built) -> None:
    labels = defaultdict(list)
    for segment in built.case.table("segments"):
        labels[segment.page_id].append(segment)
    lost = total = 0
    for name, told in built.truth["pages"].items():
        page = built.pages[name]
        for line in told["furniture"]:
            place = _place(page, line["text"])
            if place:
                total += 1
                lost += any(
                    part.begin < place[1] and place[0] < part.end and part.label in ARTICLE_LABELS
                    for part in labels[page.page_id]
                )
    assert total > 150
    assert lost / total <= 0.08


def test_the_day_of_the_scrape_is_no_date_of_publication(built: Built) -> None:
    for name, told in built.truth["pages"].items():
        wrong = {trap["date"] for trap in told["misleading_dates"] or ()}
        assert built.pages[name].published not in wrong, name


def test_pages_are_dated_where_the_pile_bears_it(built: Built) -> None:
    """All but pages whose only witness is the whole story are dated, and none wrongly."""
    told = {name: page["published"] for name, page in built.truth["pages"].items()}
    given = {name: page.published for name, page in built.pages.items() if page.published is not None}
    assert {name: day for name, day in given.items() if day != told[name]} == {}
    assert len(given) >= sum(day is not None for day in told.values()) - 1


def _quoting(built: Built, parts: list[str]) -> tuple[copydesk.Quote, list[copydesk.QuoteMention]]:
    """The utterance that a quotation of the truth became, and its mentions; the parts may have become several."""
    found = {
        match.quote.quote_id: match for part in parts for match in built.case.quotation(part).matches if match.exact
    }
    first = next(iter(found.values()))
    return first.quote, [mention for match in found.values() for mention in match.mentions]


def test_quotations_that_an_editor_altered_are_changes_of_meaning(built: Built) -> None:
    altered = 0
    for quotation in built.truth["quotations"]:
        _, mentions = _quoting(built, quotation["parts"])
        for told in quotation.get("altered", ()):
            (mention,) = (m for m in mentions if built.names[m.page_id] == told["page"] and told["text"] in m.text)
            assert (mention.status, mention.change) == ("altered", "meaning"), told["text"]
            altered += 1
    assert altered == 3


def test_the_faithful_wording_of_a_quotation_is_the_one_of_the_truth(built: Built) -> None:
    for quotation in built.truth["quotations"]:
        quote, mentions = _quoting(built, quotation["parts"])
        assert quotation["parts"][0] in quote.best_text or quotation["parts"][1] in quote.best_text
        wrong = {told["page"] for told in quotation.get("altered", ())}
        for mention in mentions:
            name = built.names[mention.page_id]
            if any(part in mention.text for part in quotation["parts"]) and name not in wrong:
                assert mention.status == "verbatim", (name, mention.text)
            elif built.truth["pages"][name]["spinner"] == "dialect_1":
                assert mention.status == "altered", (name, mention.text)


def test_no_quotation_stands_in_two_utterances_of_the_truth(built: Built) -> None:
    quotes = [_quoting(built, quotation["parts"])[0].quote_id for quotation in built.truth["quotations"]]
    assert len(set(quotes)) == len(quotes)
