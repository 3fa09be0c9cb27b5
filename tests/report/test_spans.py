"""Marks that overlap nest, and the text stays whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.spans import DEEPEST, Close, Mark, Open, Point, Token, Words, weave

_LENGTH = 24


@st.composite
def _marks(draw: st.DrawFn) -> list[Mark]:
    spans = draw(st.lists(st.tuples(st.integers(0, _LENGTH), st.integers(0, _LENGTH)), max_size=40))
    ranks = draw(st.lists(st.integers(0, 3), min_size=len(spans), max_size=len(spans)))
    return [Mark(min(s), max(s), rank, f"m{n}") for n, (s, rank) in enumerate(zip(spans, ranks, strict=True))]


def _covering(tokens: list[Token]) -> dict[int, set[str]]:
    """For each offset the keys of the marks that stand open there; fails where elements do not nest."""
    stack: list[Mark] = []
    found: dict[int, set[str]] = {}
    for token in tokens:
        match token:
            case Open():
                stack.append(token.mark)
            case Close():
                assert stack.pop() == token.mark
            case Words():
                assert token.begin < token.end
                for offset in range(token.begin, token.end):
                    assert offset not in found
                    found[offset] = {mark.key for mark in stack}
            case Point():
                assert len(stack) == DEEPEST
    assert not stack
    return found


@given(_marks(), st.integers(0, _LENGTH), st.integers(0, _LENGTH))
def test_every_character_stands_in_its_marks_and_in_no_other(marks: list[Mark], one: int, other: int) -> None:
    begin, end = min(one, other), max(one, other)
    tokens = list(weave(begin, end, marks))
    found = _covering(tokens)
    points = {token.mark.key for token in tokens if isinstance(token, Point)}
    assert sorted(found) == list(range(begin, end))
    for offset, keys in found.items():
        assert keys == {m.key for m in marks if m.begin <= offset < m.end} - points


@given(_marks())
def test_a_mark_opens_for_the_first_time_once(marks: list[Mark]) -> None:
    first = [token.mark.key for token in weave(0, _LENGTH, marks) if isinstance(token, Open) and not token.again]
    assert len(first) == len(set(first))


@given(_marks())
def test_the_order_of_the_marks_does_not_matter(marks: list[Mark]) -> None:
    assert list(weave(0, _LENGTH, marks)) == list(weave(0, _LENGTH, marks[::-1]))


def test_a_longer_mark_goes_outside_and_a_crossing_one_is_cut() -> None:
    tokens = list(weave(0, 9, [Mark(4, 9, 0, "late"), Mark(0, 6, 0, "early"), Mark(0, 2, 0, "short")]))
    said = [
        token.mark.key + ("+" if token.again else "")
        if isinstance(token, Open)
        else "/" + token.mark.key
        if isinstance(token, Close)
        else "#"
        for token in tokens
    ]
    assert said == ["early", "short", "#", "/short", "#", "late", "#", "/late", "/early", "late+", "#", "/late"]


def test_thousands_of_staggered_marks_do_not_make_millions_of_elements() -> None:
    marks = [Mark(n, n + 3000, 0, f"m{n}") for n in range(3000)]
    tokens = list(weave(0, 6000, marks))
    assert len(tokens) < 2 * DEEPEST * (len(marks) + 6000)
    assert sorted(offset for token in tokens if isinstance(token, Words) for offset in (token.begin, token.end))
