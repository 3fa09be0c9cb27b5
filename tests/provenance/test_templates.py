"""Forms that pages fill with other names and numbers: none of these is a copy of another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from copydesk.model.pile import Pile
from copydesk.provenance import trace
from copydesk.reuse import find_reuse
from copydesk.stories import group
from tests.reuse.press import WIRE, pile

FORMS = {
    "weather": (
        "Good morning, Skarholm! Here is the forecast for {0}, {1} {2}.",
        "Expect partly cloudy skies with a high near {3} and a low around {4} in the afternoon hours.",
        "Winds will be out of the {5} at {6} miles an hour, and the chance of rain is small until the evening.",
        "Do not forget your sunscreen if you are spending time outdoors, for the sun is stronger than it looks.",
    ),
    "court": (
        "A {3}-year-old man has been charged with stealing bicycles after an incident on {5} in Skarholm on {0}.",
        "{6}, of {7}, appeared at the magistrates' court and was remanded in custody until {1} {2}.",
        "Anyone with information is asked to call the police on {4} or to come to the nearest station.",
    ),
}
FILLED = {
    "a": ("Tuesday", "June", "4", "62", "48", "Northwest", "17", "Mill Road"),
    "b": ("Friday", "March", "15", "41", "33", "Southeast", "28", "Alma Street"),
}
UPDATED = {
    "a": ("Tuesday", "June", "4", "62", "48", "Northwest", "17", "Mill Road"),
    "b": ("Tuesday", "June", "4", "63", "48", "Northwest", "18", "Mill Road"),
}


def traced(form: str, filled: Mapping[str, tuple[str, ...]]) -> Pile:
    pages = {name: [part.format(*words) for part in FORMS[form]] for name, words in filled.items()}
    return trace(find_reuse(pile(**pages)))


@pytest.mark.parametrize("form", FORMS)
def test_pages_of_one_form_have_no_source_in_common(form: str) -> None:
    found = traced(form, FILLED)
    assert found.alignments
    assert not any(row.parent_page for row in found.lineage)
    assert len({page.origin_ids for page in found.pages}) == 2


@pytest.mark.parametrize("form", FORMS)
def test_pages_of_one_form_tell_two_stories(form: str) -> None:
    assert sorted(story.page_ids for story in group(traced(form, FILLED)).stories) == [("a",), ("b",)]


@pytest.mark.parametrize("form", FORMS)
def test_an_update_of_some_figures_is_of_the_same_source(form: str) -> None:
    found = traced(form, UPDATED)
    assert any(row.parent_page for row in found.lineage)
    assert len({page.origin_ids for page in found.pages}) == 1


def test_a_copy_in_which_an_editor_spells_names_anew_is_a_copy() -> None:
    swaps = ("Marta Elvestad", "Märta Elvestadt"), ("Sandling", "Sandlinge"), ("Tuesday", "June 4"), ("May", "spring")
    text = list(WIRE)
    for old, new in swaps:
        text = [part.replace(old, new) for part in text]
    found = trace(find_reuse(pile(a=WIRE, b=text)))
    assert len({page.origin_ids for page in found.pages}) == 1
