"""File names come from ids, and two ids never share one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.addresses import collation_file, file_stem, page_file, place_address


def test_a_plain_id_names_its_file() -> None:
    assert page_file("p0a1b2") == "page/p0a1b2.html"
    assert collation_file("s1", 3) == "collation/s1.3.html"
    assert place_address("p1", 5, 9) == "page/p1.html#c5-9"


@pytest.mark.parametrize(
    "identifier",
    [
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "",
        ".",
        "..",
        "CON",
        "a\x00b",
        "x" * 300,
        "é",
        "a b",
        '"><script>',
        "\ud800",
    ],
)
def test_an_id_that_would_leave_the_folder_is_hashed(identifier: str) -> None:
    assert re.fullmatch(r"x-[0-9a-f]{32}", file_stem(identifier))


@given(st.text(max_size=8), st.text(max_size=8))
def test_ids_that_differ_have_files_that_differ_whatever_the_case(one: str, other: str) -> None:
    assert (file_stem(one).lower() == file_stem(other).lower()) == (one == other)


def test_an_id_that_looks_hashed_is_hashed() -> None:
    assert file_stem(file_stem("A")) != file_stem("A")
