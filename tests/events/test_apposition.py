"""Names that commas bring to an office, and lists that look like them."""

from __future__ import annotations

import pytest

from tests.events.coding import told

NAMED = [
    ("Ostravia's president, [Ivo Tarn], visited [Marland].", ["Ivo Tarn"], ["Marland"]),
    ("The foreign minister of [Ostravia], [Ada Roe], praised [Marland].", ["Ada Roe"], ["Marland"]),
    ("The head of the [Harbour League], [Ada Roe], praised [Marland].", ["Ada Roe"], ["Marland"]),
    ("[Ivo Tarn] met his [Marlish] counterpart, [Ada Roe], in Port Hale.", ["Ivo Tarn"], ["Ada Roe"]),
    ("[Ivo Tarn] praised the mayor, [Ada Roe].", ["Ivo Tarn"], ["Ada Roe"]),
    ("[Ivo Tarn] met the mayor, [Ada Roe], and left.", ["Ivo Tarn"], ["Ada Roe"]),
]


@pytest.mark.parametrize(("sentence", "actors", "recipients"), NAMED)
def test_the_name_between_commas_is_the_one_who_acts_or_undergoes(
    sentence: str, actors: list[str], recipients: list[str]
) -> None:
    ((_, acting, acted_on),) = told(sentence)
    assert (acting, acted_on) == (actors, recipients)


LISTS = [
    ("Officials of [Ostravia], [Sundia], and [Kelm] criticized [Marland].", ["Ostravia", "Sundia", "Kelm"]),
    ("The king of [Ostravia], [Sundia], and [Kelm] criticized [Marland].", ["Ostravia", "Sundia", "Kelm"]),
    ("[Ivo Tarn] criticized the mayor, [Ada Roe] said.", ["Ivo Tarn"]),
    ("The brother of the president, [Ivo Tarn], criticized [Marland].", []),
]


@pytest.mark.parametrize(("sentence", "actors"), LISTS)
def test_a_comma_of_a_list_or_of_another_clause_brings_no_name(sentence: str, actors: list[str]) -> None:
    assert told(sentence)[0][1] == actors


BEYOND = [
    ("[Marland], which attacked the mayor, [Ada Roe], was condemned by [Kelm].", (["Kelm"], ["Marland"])),
    ("The man who killed the mayor, [Ada Roe], was arrested by [Kelmish police].", (["Kelmish police"], [])),
]


@pytest.mark.parametrize(("sentence", "parties"), BEYOND)
def test_a_name_in_a_relative_clause_undergoes_nothing_beyond_it(
    sentence: str, parties: tuple[list[str], list[str]]
) -> None:
    assert told(sentence)[-1][1:] == parties


@pytest.mark.parametrize(
    "sentence",
    [
        "The man accused of killing his wife, [Ada Brill], was arrested on Monday.",
        "The driver suspected of hitting the mayor, [Tom Doe], was detained by [police].",
        "The clerk charged with robbing the minister, [Liv Ask], was jailed on Monday.",
    ],
)
def test_the_victim_is_not_the_one_arrested(sentence: str) -> None:
    arrests = [act for act in told(sentence) if act[0] == "COERCE"]
    assert not any({"Ada Brill", "Tom Doe", "Liv Ask"} & {*actors, *recipients} for _, actors, recipients in arrests)
