"""The extract step as a whole: identity, rejects, language, words, and what is not known."""

from __future__ import annotations

import dataclasses
import time

import pytest

from copydesk.extract import extract
from copydesk.extract.identity import page_id
from copydesk.extract.language import find_language
from copydesk.limits import Limits
from copydesk.model.raw import Media, RawRecord, Reject
from tests.extract.reading import BODY, LEAD, SECOND, below, label_of, parts, read


def record(source: str = "a", record_id: str | None = None, content: str = "x") -> RawRecord:
    return RawRecord(source, record_id, "0", Media.TEXT, content)


def test_ids_differ_with_source_record_and_content() -> None:
    records = [
        record(),
        record(source="b"),
        record(record_id=""),
        record(record_id="1"),
        record(content="y"),
        record(source='a", "1'),
        record(source="a\ud800"),
        record(source="a", content="\ud800"),
    ]
    ids = {page_id(one) for one in records}
    assert len(ids) == len(records)
    assert all(one[0] == "p" and len(one) == 17 and int(one[1:], 16) >= 0 for one in ids)
    assert page_id(record()) == page_id(record())


@pytest.mark.parametrize(
    ("beside", "differ"),
    [
        ({}, False),
        ({"record_id": "1"}, True),
        ({"url": "https://a.example/1"}, True),
        ({"retrieved": "2031-03-04"}, True),
    ],
)
def test_raw_bytes_count_where_they_hold_more_than_the_content(beside: dict[str, str], differ: bool) -> None:
    one = dataclasses.replace(record(), **beside)  # type: ignore[arg-type]
    two = dataclasses.replace(one, sha256="1")
    assert (page_id(one) != page_id(two)) is differ


@pytest.mark.parametrize("media", [Media.TEXT, Media.HTML])
@pytest.mark.parametrize("content", ["", " \n\t", "\ufeff", "\u200b\u00ad\n", "\0\x01"])
def test_nothing_to_see_is_rejected(media: Media, content: str) -> None:
    found = extract(RawRecord("a", "7", "0", media, content))
    assert isinstance(found, Reject)
    assert (found.source, found.record_id, found.code) == ("a", "7", "no_text")


def test_markup_without_text_is_rejected() -> None:
    found = extract(RawRecord("a", None, "0", Media.HTML, "<html><script>x</script><img alt='x'></html>"))
    assert isinstance(found, Reject)
    assert found.code == "no_text"


@pytest.mark.parametrize(("media", "content"), [(Media.TEXT, "x" * 101), (Media.HTML, f"<p>{'x' * 101}</p>")])
def test_a_page_beyond_the_limit_is_rejected(media: Media, content: str) -> None:
    found = extract(RawRecord("a", None, "0", media, content), limits=Limits(page_chars=100))
    assert isinstance(found, Reject)
    assert found.code == "too_large"
    assert "101" in found.reason


def test_what_is_not_known_is_null() -> None:
    page = read(BODY).page
    assert (page.url, page.site, page.title, page.byline, page.dateline) == (None,) * 5
    assert (page.published, page.published_basis, page.published_confidence, page.retrieved) == (None,) * 4
    assert (page.wording, page.wording_confidence, page.origin_ids) == (None, None, ())


def test_the_text_is_the_file_unchanged() -> None:
    content = f"\ufeff  {LEAD}\r\n\r\n{SECOND}\r\n"
    assert read(content).page.text == content


def test_words_are_those_of_the_article() -> None:
    assert read(below("Leave a Reply", "12 comments")).page.n_words == len(BODY.split())


def test_an_ideograph_and_a_kana_are_one_word_each() -> None:
    assert read("北町图书馆星期三重新开放，共有3200册新书。").page.n_words == 18
    assert read("北町の図書館、水曜に再開。").page.n_words == 11


def test_metadata_of_the_record_are_kept() -> None:
    page = read(BODY, url="https://www.example.org/a", retrieved="2019-06-04T10:00", language="en").page
    assert (page.url, page.site, page.retrieved, page.language) == (
        "https://www.example.org/a",
        "example.org",
        "2019-06-04",
        "en",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BODY, "en"),
        ("Der Hafen wurde am Dienstag nach neun Tagen wieder geöffnet, sagte der Hafenmeister den Zeitungen.", "de"),
        (
            "Le port a rouvert mardi après neuf jours de tempête, a déclaré le capitaine aux journalistes présents.",
            "fr",
        ),
        ("Порт снова открылся во вторник после девяти дней шторма, сообщил капитан порта журналистам газеты.", "ru"),
        ("It rained.", None),
        ("12 34 56 78 " * 20, None),
        ("", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert find_language(text) == code


def test_hard_wrapped_text_is_read_by_paragraphs() -> None:
    wrapped = (
        "The harbour of Port Selwyn reopened on Tuesday after a storm\nhad kept ferries away for nine days, as the\n"
        "harbour master told reporters on the quay.\n\nEngineers said the breakwater had held, but two cranes\n"
        "must be replaced before winter."
    )
    assert [label for label, _ in parts(read(wrapped))] == ["body", "body"]


@pytest.mark.parametrize(
    "unit", ["a\n", "By Jane\n", "Comments\n", "Title of a story here\n02:37\n", "“ ", "(AP) — ", f"{LEAD}\n"]
)
def test_time_is_linear_in_hostile_lines(unit: str) -> None:
    """Twice the text may take twice the time; four times as much would be quadratic."""
    spent = []
    for size in (60_000, 240_000):
        content = unit * (size // len(unit))
        started = time.process_time()
        read(content)
        spent.append(time.process_time() - started)
    assert spent[1] < 10 * spent[0] + 0.5


def test_a_page_of_very_many_lines_is_read_to_its_end() -> None:
    found = read(f"{LEAD}\n" + "word\n" * 120_000 + SECOND)
    assert found.segments[-1].end == len(found.page.text)
    assert label_of(found, LEAD) == "body"
