"""Provenance over small piles: wording, what was changed, origins, lineage."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model.page import Label, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Relation
from copydesk.provenance import trace
from copydesk.reuse import find_reuse
from tests.reuse.press import OTHER, WIRE, pile, spin

SPUN_WIRE = tuple(spin(text) for text in WIRE)


def traced(**pages: Sequence[str]) -> Pile:
    return trace(find_reuse(pile(**pages)))


def wording(found: Pile) -> dict[str, Wording | None]:
    return {page.page_id: page.wording for page in found.pages}


def test_the_spun_page_is_told_from_the_faithful_one() -> None:
    found = traced(a=SPUN_WIRE, b=WIRE)
    assert wording(found) == {"a": Wording.SPUN_COPY, "b": Wording.ORIGINAL}
    assert {row.better_wording for row in found.alignments} == {"b"}


def test_an_edited_and_a_verbatim_copy() -> None:
    edited = [WIRE[0].replace("eleven", "twelve").replace("neither capital", "nobody"), *WIRE[1:4]]
    assert wording(traced(a=WIRE, b=WIRE[:4])) == dict.fromkeys("ab", Wording.VERBATIM_COPY)
    assert set(wording(traced(a=WIRE[:2], b=edited[:2])).values()) == {Wording.EDITED_COPY}


def test_a_headline_that_each_paper_has_worded_edits_no_text() -> None:
    heads = {
        "a": "Ostrava Bay and Kelm sign harbour treaty after talks",
        "b": "Ostrava Bay and Kelm sign treaty on harbour",
    }
    whole = pile(**{name: [head, *WIRE[:2]] for name, head in heads.items()})
    segments = [
        Segment(name, begin, end, label)
        for name, head in heads.items()
        for begin, end, label in (
            (0, len(head) + 2, Label.HEADLINE),
            (len(head) + 2, len(head) + 2 + len("\n\n".join(WIRE[:2])), Label.BODY),
        )
    ]
    found = trace(find_reuse(dataclasses.replace(whole, segments=tuple(segments))))
    assert any(row.similarity < 1 for row in found.alignments)
    assert wording(found) == dict.fromkeys("ab", Wording.VERBATIM_COPY)


def test_pages_without_shared_text_are_their_own_originals() -> None:
    assert set(wording(traced(a=WIRE, b=OTHER)).values()) == {Wording.ORIGINAL}


def test_swapped_words_are_restored_from_the_witness() -> None:
    found = traced(a=SPUN_WIRE, b=WIRE)
    restored = {(row.text, row.restored) for row in found.substitutions if row.basis == "witness"}
    assert ("settlement", "agreement") in restored
    assert ("officers", "Officials") in restored
    assert ("nationwide", "national") in restored
    text = {page.page_id: page.text for page in found.pages}
    for row in found.substitutions:
        assert text[row.page_id][row.begin : row.end] == row.text
        if row.witness_page and row.witness_begin is not None:
            assert text[row.witness_page][row.witness_begin : row.witness_end] == row.restored


def test_an_editor_s_change_is_no_substitution() -> None:
    spun = list(SPUN_WIRE)
    clean = [WIRE[0], WIRE[1].replace("six cutters", "seven cutters"), *WIRE[2:]]
    clean[2] = clean[2].replace("Marta Elvestad, ", "Marta Elvestad, in his statement on Friday to Tomas Reed, ")
    found = traced(a=spun, b=clean)
    changed = {row.text for row in found.substitutions if row.basis == "witness"}
    assert not any("six" in text for text in changed)


def test_beside_a_witness_written_anew_what_merely_looks_swapped_is_doubted() -> None:
    found = traced(a=SPUN_WIRE, b=WIRE)
    assert {row.confidence for row in found.substitutions if row.basis == "witness"} > {0.85}
    anew = [
        " ".join(word for n, word in enumerate(text.split()) if n % 7 != 3).replace(
            " of ", " out on the far side of "
        )
        for text in WIRE
    ]
    found = traced(a=SPUN_WIRE, b=anew)
    assert wording(found)["a"] is Wording.SPUN_COPY
    sure = [row for row in found.substitutions if row.basis == "witness" and row.confidence < 0.9]
    assert {row.confidence for row in sure} == {0.5}


def test_what_is_learned_restores_where_no_witness_stands() -> None:
    extra = "The settlement was read aloud before the gates and the settlement was signed again at noon by the mayor."
    more = "Another settlement followed, and a third settlement was promised to the inland towns by the same envoy."
    clean = [text.replace("settlement", "agreement") for text in (extra, more)]
    alone = "Nobody on the quay had seen the settlement itself."
    found = traced(a=[*SPUN_WIRE, extra, more, alone], b=[*WIRE, *clean])
    learned = {(row.spun, row.restored): row for row in found.replacements}
    assert learned["settlement", "agreement"].times >= 3
    places = [row for row in found.substitutions if row.basis == "lexicon" and row.text == "settlement"]
    assert [row.restored for row in places] == ["agreement"]


def test_siblings_have_one_inferred_origin() -> None:
    found = traced(a=SPUN_WIRE, b=WIRE, c=OTHER)
    ids = {page.page_id: page.origin_ids for page in found.pages}
    assert ids["a"] == ids["b"] != ids["c"]
    origin = next(row for row in found.origins if row.origin_id in ids["a"])
    assert origin.inferred
    assert origin.name is None
    siblings = {(row.page_id, row.parent_page) for row in found.lineage if row.relation is Relation.SIBLING_OF}
    assert siblings == {("a", "b"), ("b", "a")}


def credited(label: Label, text: str, other: Sequence[str] = WIRE) -> Pile:
    """A text with a line that says whose it is, and another page that has the text, or a part of it."""
    whole = pile(a=[*WIRE, text], b=other)
    page = whole.pages[0]
    begin = page.text.index(text)
    parts = [Segment("a", 0, begin, Label.BODY), Segment("a", begin, len(page.text), label)]
    return trace(find_reuse(dataclasses.replace(whole, segments=(*parts, *whole.segments[1:]))))


def test_an_agency_credit_names_the_origin_of_all_siblings() -> None:
    found = credited(Label.AGENCY_CREDIT, "(Reuters)")
    assert [(row.name, row.inferred) for row in found.origins] == [("Reuters", False)]
    assert found.pages[0].origin_ids == found.pages[1].origin_ids


def test_a_credited_text_is_the_agency_s_though_another_page_has_little_of_it() -> None:
    found = credited(Label.AGENCY_CREDIT, "(Reuters)", WIRE[:1])
    (own,) = (row for row in found.lineage if row.page_id == "a" and row.parent_page is None)
    assert (own.relation, own.share) == (Relation.COPY_OF, 1.0)
    (beside,) = (row for row in found.lineage if row.page_id == "a" and row.parent_page is not None)
    assert beside.share < 0.5
    assert wording(found)["a"] is Wording.VERBATIM_COPY


def test_who_helped_an_author_is_not_whose_the_text_is() -> None:
    for byline, name in ((None, "Reuters"), ("Ada Moss", None)):
        text = "Additional reporting by Reuters"
        whole = pile(a=[*WIRE, text], b=WIRE)
        first = dataclasses.replace(whole.pages[0], byline=byline)
        begin = first.text.index(text)
        parts = (Segment("a", 0, begin, Label.BODY), Segment("a", begin, len(first.text), Label.AGENCY_CREDIT))
        whole = dataclasses.replace(whole, pages=(first, *whole.pages[1:]), segments=(*parts, *whole.segments[1:]))
        found = trace(find_reuse(whole))
        family = found.pages[1].origin_ids
        assert [row.name for row in found.origins if row.origin_id in family] == [name]


def test_a_photo_credit_names_no_origin_of_the_text() -> None:
    found = credited(Label.CREDIT, "Photo: Reuters")
    family = found.pages[0].origin_ids
    assert [row.name for row in found.origins if row.origin_id in family] == [None]
    (pictured,) = (row for row in found.lineage if row.origin_id not in family)
    assert (pictured.relation, pictured.share) == (Relation.DRAWS_ON, 0.0)
    (place,) = pictured.evidence
    assert found.pages[0].text[place.begin : place.end] == "Reuters"


def test_nothing_comes_of_nothing() -> None:
    assert trace(Pile()) == Pile()


_PARAGRAPHS = st.lists(st.sampled_from([*WIRE, *OTHER, *SPUN_WIRE]), max_size=7)


@settings(max_examples=30)
@given(_PARAGRAPHS, _PARAGRAPHS, _PARAGRAPHS)
def test_every_row_points_into_its_page(one: list[str], two: list[str], three: list[str]) -> None:
    found = traced(a=one, b=two, c=three)
    text = {page.page_id: page.text for page in found.pages}
    origins = {row.origin_id for row in found.origins}
    for row in found.substitutions:
        assert text[row.page_id][row.begin : row.end] == row.text != ""
        assert 0 < row.confidence <= 1
    for line in found.lineage:
        assert line.origin_id in origins
        assert 0 <= line.share <= 1
        for place in line.evidence:
            assert 0 <= place.begin < place.end <= len(text[place.page_id])
    for page in found.pages:
        assert page.origin_ids
        assert set(page.origin_ids) <= origins


SPEECH = (
    "I shall not stand again. Nine years are enough for anybody who has a garden, and mine has gone to seed.",
    "The chair that I leave has one short leg. I have asked that nobody mend it, for it keeps a president awake.",
    "To the judges I say that every book of the harbour office lies open to them, and that I will bring the lamp.",
    "Vote on the second of October, and choose somebody who can lose a quarrel without losing the country.",
)


def test_a_report_that_quotes_a_speech_is_no_copy_of_it() -> None:
    report = (
        "Supporters wept in the square when the news came over the loudspeakers, and a band that was hired for a "
        "rally played a waltz.",
        f"“{SPEECH[1]}”",
        "Two ministers who had been sure of their places learned of the decision from a driver.",
        f"“{SPEECH[2]}”",
    )
    found = traced(full=SPEECH, other=SPEECH[:3], report=report)
    ids = {page.page_id: page.origin_ids for page in found.pages}
    assert ids["full"] == ids["other"]
    assert not set(ids["full"]) & set(ids["report"])
    assert wording(found)["report"] is Wording.ORIGINAL
    assert {row.parent_page for row in found.lineage if row.page_id == "report"} == {None, "full", "other"}
