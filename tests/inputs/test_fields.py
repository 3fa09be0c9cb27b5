"""What is taken from the fields of a record."""

from __future__ import annotations

import pytest

from copydesk.inputs import fields


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        (" HTTP://News.Example ", "HTTP://News.Example"),
        ("news.example/quay", "news.example/quay"),
        ("www.news.example", "www.news.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("file:///etc/passwd", None),
        ("//news.example", None),
        ('https://a.example/"><script>', None),
        ("https://a.example/b c", None),
        ("=HYPERLINK(1)", None),
        ("https://a.example/" + "x" * 3_000, None),
        ("", None),
        (7, None),
        (None, None),
    ],
)
def test_addresses(value: object, expected: str | None) -> None:
    assert fields.address(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ada Quill", "Ada Quill"),
        (["Ada Quill", " ", "Bo Pike", 7], "Ada Quill, Bo Pike"),
        ([{"name": "Ada Quill"}, {"@type": "Person"}], "Ada Quill"),
        ({"name": "Ada Quill"}, "Ada Quill"),
        ([], None),
        ({}, None),
        ("x" * 2_001, None),
        (["x" * 1_500, "y" * 1_500], None),
    ],
)
def test_bylines(value: object, expected: str | None) -> None:
    assert fields.byline(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("en", "en"), ("en-GB", "en"), ("zh_Hant_TW", "zh"), ("DEU", "deu"), ("English", None), ("", None), (1, None)],
)
def test_languages(value: object, expected: str | None) -> None:
    assert fields.language(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("a", "a"), (12, "12"), (1.5, "1.5"), (0, "0"), (False, None), ([], None)]
)
def test_ids(value: object, expected: str | None) -> None:
    assert fields.record_id(value) == expected


def test_the_first_name_that_has_a_value_counts() -> None:
    found = fields.metadata({"byline": None, "author": "Ada Quill", "date": "2023-06-19", "crawled": "2023-06-20"})
    assert (found["byline"], found["published"], found["retrieved"]) == ("Ada Quill", "2023-06-19", "2023-06-20")
    found = fields.metadata({"byline": "Bo Pike", "author": "Ada Quill", "published": "soon", "date": "2023-06-19"})
    assert (found["byline"], found["published"]) == ("Bo Pike", None)
