"""Segments cover every text, in order, without gaps or overlaps, whatever it holds."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.extract import extract
from copydesk.extract.inline import Part
from copydesk.extract.segments import cover
from copydesk.model.page import Extraction, Label
from copydesk.model.raw import Media, RawRecord, Reject

LINES = (
    "BEIRUT (AP) — It rained.", "By Jane Doe", "02:37", "- Advertisement -", "Related news", "Leave a Reply",
    "Mon. Apr 1st, 2019", "A title of some words", "He left. — Reuters", "Source: example.org", "Home > World",
    "“Yes,” he said.", "(AP)", "Caption, left, on June 3, 2019. (AP Photo/Jane Roe)", "READ MORE  A thing happened",
    "Jane Roe/AP", "\u200b", "😀 𝔘𝔫𝔦", "x" * 300, "Comments", "word",
)  # fmt: skip
ENDS = ("\n", "\r\n", "\n\n", " \n\t", "\r", "\u2028", "")
TAGS = (
    "p",
    "div",
    "span",
    "a",
    "b",
    "br",
    "h1",
    "h2",
    "li",
    "ul",
    "td",
    "tr",
    "table",
    "script",
    "nav",
    "figure",
    "blockquote",
)


def check(record: RawRecord) -> None:
    found = extract(record)
    if isinstance(found, Reject):
        assert found.code in {"no_text", "too_large"}
        return
    assert isinstance(found, Extraction)
    text = found.page.text
    assert found.segments[0].begin == 0
    assert found.segments[-1].end == len(text)
    for one, other in zip(found.segments, found.segments[1:], strict=False):
        assert one.end == other.begin
    assert all(segment.begin < segment.end for segment in found.segments)
    assert {segment.page_id for segment in found.segments} == {found.page.page_id}
    assert extract(record) == found


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), max_size=14))
@settings(max_examples=300)
def test_pages_made_of_every_kind_of_line(lines: list[tuple[str, str]]) -> None:
    content = "".join(line + end for line, end in lines)
    check(RawRecord("a", None, "0", Media.TEXT, content))


@given(st.text())
@settings(max_examples=300)
@example("\r\n\r\n")
@example("\ud800 lone surrogate")
@example("(AP) —")
@example("|")
def test_any_text(content: str) -> None:
    check(RawRecord("a", None, "0", Media.TEXT, content))


@st.composite
def markup(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(0, 20))):
        tag = draw(st.sampled_from(TAGS))
        pieces.append(
            draw(st.sampled_from((f"<{tag}>", f"</{tag}>", f'<{tag} class="comment share">', f"<{tag} hidden>")))
        )
        pieces.append(draw(st.sampled_from((*LINES, "", "&amp;&nbsp;&#0;", "<", "\0"))))
    return "".join(pieces)


@given(markup())
@settings(max_examples=200)
def test_any_markup(content: str) -> None:
    check(RawRecord("a", None, "0", Media.HTML, content))


@given(st.text(alphabet=st.sampled_from("<>/=\"' abp!-&;\n\0é")))
@settings(max_examples=200)
def test_any_broken_markup(content: str) -> None:
    check(RawRecord("a", None, "0", Media.HTML, content))


def test_white_space_goes_to_the_part_before_it() -> None:
    segments = cover("p", "  one\n\ntwo ", (Part(2, 5, Label.HEADLINE), Part(7, 10, Label.BODY)))
    assert [(s.begin, s.end) for s in segments] == [(0, 7), (7, 11)]


def test_a_text_without_parts_is_one_segment() -> None:
    assert [(s.begin, s.end, s.label) for s in cover("p", "\u200b", ())] == [(0, 1, Label.OTHER)]
    assert cover("p", "", ()) == ()
