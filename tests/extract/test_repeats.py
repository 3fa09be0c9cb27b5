"""Lines that repeat across pages: furniture around different stories, text in copies of one."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

import pytest

from copydesk.extract import extract, label_repeats
from copydesk.extract.around import FEW
from copydesk.model.packed import Packed
from copydesk.model.page import Extraction, Label, Page, Segment
from copydesk.model.raw import Media, RawRecord

NAMES = ["Quill", "Marlow", "Tanner", "Osgood", "Pryce", "Ferris", "Holt", "Varga", "Lindqvist", "Abara"]
PLACES = ["Selwyn", "Harrow", "Dunmore", "Kessel", "Ostrava", "Tarrant", "Milford", "Corran", "Ashby", "Yarrow"]


def story(number: int, *lines: str) -> str:
    """A story of its own people and places, with the lines between its paragraphs."""
    name, place, other = NAMES[number], PLACES[number], PLACES[(number + 3) % 10]
    return "\n\n".join(
        (
            f"The mayor of {place} told {name} on Tuesday that the bridge would close in {2001 + number}.",
            *lines,
            f"Residents of {other} said that {name} had promised {100 + number} new homes by the spring.",
            f"Nobody in {place} had asked {name} for them, a council of {10 + number} members found.",
        )
    )


def pile(texts: list[str], site: str | None = "example.org") -> tuple[list[Page], list[Segment]]:
    pages: list[Page] = []
    segments: list[Segment] = []
    for number, text in enumerate(texts):
        found = extract(RawRecord(f"{number}.txt", None, "0", Media.TEXT, text, site=site))
        assert isinstance(found, Extraction)
        pages.append(found.page)
        segments.extend(found.segments)
    return pages, segments


def labels_of(pages: list[Page], segments: Sequence[Segment], line: str) -> set[Label]:
    texts = {page.page_id: page.text for page in pages}
    return {s.label for s in segments if texts[s.page_id][s.begin : s.end].strip() == line}


PROMPT = "Zum Thema Brücken und Tunnel"


def test_a_prompt_on_the_pages_of_one_site_is_furniture() -> None:
    pages, segments = pile([story(i, PROMPT) for i in range(5)])
    assert labels_of(pages, segments, PROMPT) == {Label.SUBHEAD}
    assert labels_of(pages, label_repeats(pages, segments), PROMPT) == {Label.OTHER}


def test_a_subhead_of_copies_of_one_text_stays() -> None:
    copies = [story(1, PROMPT) + f"\n\nCopy {i} was printed in the evening edition of the paper." for i in range(6)]
    pages, segments = pile(copies)
    assert label_repeats(pages, segments) == tuple(segments)


def test_a_subhead_of_reworded_copies_stays() -> None:
    words = ["told", "informed", "advised", "notified", "instructed"]
    pages, segments = pile([story(1, PROMPT).replace("told", word) for word in words])
    assert label_repeats(pages, segments) == tuple(segments)


def test_sentences_and_long_lines_stay() -> None:
    sentence = "He could not be reached for comment."
    long_line = "A line that is longer than any prompt and goes on and on without a stop until its end"
    pages, segments = pile([story(i, sentence, long_line) for i in range(6)])
    assert label_repeats(pages, segments) == tuple(segments)


def test_a_subhead_on_few_pages_of_a_site_stays() -> None:
    pages, segments = pile([story(i, *([PROMPT] if i < 3 else [])) for i in range(10)])
    assert label_repeats(pages, segments) == tuple(segments)


def test_a_subhead_that_many_sites_use_stays() -> None:
    pages, segments = pile([story(i, PROMPT) for i in range(8)], site=None)
    assert label_repeats(pages, segments) == tuple(segments)


def test_a_slogan_above_every_page_gives_the_headline_back() -> None:
    slogan, headline = "All the boats that float today", "Bridge of {} will close for years"
    texts = [f"{slogan}\n\n{headline.format(PLACES[i])}\n\n{story(i)}" for i in range(8)]
    pages, segments = pile(texts, site=None)
    relabelled = label_repeats(pages, segments)
    assert labels_of(pages, segments, slogan) == {Label.HEADLINE}
    assert labels_of(pages, relabelled, slogan) == {Label.OTHER}
    assert all(labels_of(pages, relabelled, headline.format(PLACES[i])) == {Label.HEADLINE} for i in range(8))


TEASER = "ferry crews of the northern islands vote on longer summer shifts"


def test_the_same_words_behind_different_phrases_of_furniture_are_furniture() -> None:
    phrases = ["Advertisement", "Subscribe to", "READ MORE", "Advertisement", "Share this:"]
    pages, segments = pile([story(i, f"{phrases[i % 5]} {TEASER}") for i in range(10)])
    relabelled = label_repeats(pages, segments)
    assert labels_of(pages, segments, f"Advertisement {TEASER}") == {Label.SUBHEAD}
    assert labels_of(pages, relabelled, f"Advertisement {TEASER}") == {Label.OTHER}
    assert labels_of(pages, relabelled, f"Subscribe to {TEASER}") == {Label.OTHER}
    assert labels_of(pages, relabelled, f"READ MORE {TEASER}") == {Label.TEASER}


def test_the_same_words_behind_one_phrase_stay_where_no_more_speaks_against_them() -> None:
    pages, segments = pile([story(i, *([f"Advertisement {TEASER}"] if i < 3 else [])) for i in range(10)])
    assert label_repeats(pages, segments) == tuple(segments)


def test_a_headline_behind_different_phrases_stays() -> None:
    phrases = ["Watch:", "Video:", "Live:"]
    pages, segments = pile([f"{phrases[i % 3]} {TEASER}\n\n{story(i)}" for i in range(6)])
    assert label_repeats(pages, segments) == tuple(segments)
    assert labels_of(pages, segments, f"Watch: {TEASER}") == {Label.HEADLINE}


def test_the_order_of_pages_does_not_matter() -> None:
    pages, segments = pile([story(i, PROMPT) for i in range(6)])
    wanted = set(label_repeats(pages, segments))
    shuffled = random.Random(7)
    for _ in range(5):
        shuffled.shuffle(pages)
        rows = [row for page in pages for row in segments if row.page_id == page.page_id]
        shuffled.shuffle(pages)
        assert set(label_repeats(pages, rows)) == wanted


def test_packed_segments_give_the_same() -> None:
    slogan = "All the boats that float today"
    pages, segments = pile([f"{slogan}\n\n{story(i, PROMPT)}" for i in range(8)])
    relabelled = label_repeats(pages, segments)
    assert labels_of(pages, relabelled, slogan) == {Label.OTHER}
    assert tuple(label_repeats(pages, Packed(Segment, segments))) == relabelled


@pytest.mark.parametrize(("copy", "label"), [("a", Label.SUBHEAD), ("c", Label.OTHER)])
def test_of_a_line_that_stands_on_many_pages_the_first_by_id_are_asked(copy: str, label: Label) -> None:
    copies = [f"{story(1, PROMPT)}\n\nCopy {number} was printed at night." for number in range(FEW)]
    others = [story(number % 10, PROMPT) + f"\n\nThe {number} bells rang." for number in range(FEW)]
    pages, segments = pile([*copies, *others])
    names = {page.page_id: f"{'b' if at >= FEW else copy}{at:02}" for at, page in enumerate(pages)}
    pages = [dataclasses.replace(page, page_id=names[page.page_id]) for page in pages]
    segments = [dataclasses.replace(part, page_id=names[part.page_id]) for part in segments]
    assert labels_of(pages, label_repeats(pages, segments), PROMPT) == {label}


def test_no_pages_no_segments() -> None:
    assert label_repeats([], []) == ()
