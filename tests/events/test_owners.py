"""Owners in a noun phrase, and those whom they own."""

from __future__ import annotations

import pytest

from tests.events.coding import told

OWNED = [
    ("[Dunmore]'s security adviser [Ivo Tarn] met [Ada Roe].", ["Ivo Tarn"], ["Ada Roe"]),
    ("[His] counterpart [Ivo Tarn] praised [Marland].", ["Ivo Tarn"], ["Marland"]),
    ("[Her] chief of staff [Ivo Tarn] praised [Marland].", ["Ivo Tarn"], ["Marland"]),
    ("[Dunmore]'s chief of staff [Ivo Tarn] praised [Marland].", ["Ivo Tarn"], ["Marland"]),
    ("[Ada Roe] met [Dunmore]'s security adviser [Ivo Tarn] in Port Hale.", ["Ada Roe"], ["Ivo Tarn"]),
]


@pytest.mark.parametrize(("sentence", "actors", "recipients"), OWNED)
def test_whose_adviser_it_is_does_not_act_with_the_adviser(
    sentence: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(sentence)[0][1:] == (actors, recipients)


ALONE = [
    ("[Dunmore]'s adviser praised [Marland].", ["Dunmore"]),
    ("[Ostravia]'s and [Kelm]'s ministers praised [Marland].", ["Ostravia", "Kelm"]),
]


@pytest.mark.parametrize(("sentence", "actors"), ALONE)
def test_an_owner_stands_for_somebody_without_a_name(sentence: str, actors: list[str]) -> None:
    assert told(sentence)[0][1] == actors
