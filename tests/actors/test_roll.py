"""What all pages together say of an actor: its name, its office, its country, and whether two are one."""

from __future__ import annotations

from copydesk.actors.full_names import Held, full_names
from copydesk.actors.namings import Key
from copydesk.actors.roles import of_one
from tests.actors.pages import actors, find, named

ROE: Key = ("person", "jan", "roe")
POE: Key = ("person", "ida", "roe")
NOBODY = frozenset[str]()


def short(**roles: int) -> dict[Key, Held]:
    """`President Roe` of a text family, with the pages that give each office."""
    return {("person", "?", "p1", "roe"): Held(roles, NOBODY)}


def test_a_surname_with_an_office_is_the_one_person_who_has_both() -> None:
    full = {ROE: Held({"mayor": 1}, NOBODY), POE: Held({"envoy": 9}, NOBODY)}
    assert list(full_names(short(mayor=1), full).values()) == [ROE]
    assert list(full_names(short(envoy=1), full).values()) == [POE]
    assert not full_names(short(pilot=1), full)


def test_of_two_in_one_office_the_one_on_most_pages_by_far() -> None:
    assert not full_names(short(mayor=1), {ROE: Held({"mayor": 3}, NOBODY), POE: Held({"mayor": 1}, NOBODY)})
    assert full_names(short(mayor=1), {ROE: Held({"mayor": 4}, NOBODY), POE: Held({"mayor": 1}, NOBODY)})


def test_the_only_one_without_an_office_may_hold_it() -> None:
    assert list(full_names(short(mayor=1), {ROE: Held({}, NOBODY), POE: Held({"envoy": 1}, NOBODY)}).values()) == [
        ROE
    ]
    assert not full_names(short(mayor=1), {ROE: Held({}, NOBODY), POE: Held({}, NOBODY)})


def test_countries_tell_two_apart() -> None:
    roe: dict[Key, Held] = {("person", "?", "p1", "roe"): Held({"mayor": 1}, frozenset({"PER"}))}
    assert not full_names(roe, {ROE: Held({"mayor": 1}, frozenset({"CHL"}))})
    assert full_names(roe, {ROE: Held({"mayor": 1}, frozenset({"CHL", "PER"}))})


def test_a_surname_and_a_full_name_of_one_person_are_one_actor() -> None:
    found = find("Mayor Ivo Tarn sang.", "Mayor Tarn slept.", "Envoy Tarn woke.")
    assert [name for _, name in named(found)] == ["Ivo Tarn", "Ivo Tarn", "Tarn"]
    assert [actors(found)[name].n_pages for name in ("Ivo Tarn", "Tarn")] == [2, 1]


def test_a_page_that_has_both_counts_once() -> None:
    found = actors(
        find("Mayor Ivo Tarn sang.", "President Tarn spoke.", "President Ivo Tarn left. President Tarn came.")
    )
    assert [(row.n_pages, row.role) for row in found.values()] == [(3, "President")]


def test_of_offices_on_as_many_pages_the_one_that_introduces_is_the_role() -> None:
    both = [
        f"{name} Ivo Tarn sang. {other} Ivo Tarn left." for name, other in (("Mayor", "Envoy"), ("Envoy", "Mayor"))
    ]
    assert actors(find(both[0]))["Ivo Tarn"].role == "Mayor"
    assert actors(find(both[1]))["Ivo Tarn"].role == "Envoy"
    assert actors(find(*both))["Ivo Tarn"].role == "Envoy"


def test_an_office_is_written_as_most_pages_write_it() -> None:
    texts = (
        "Foreign Minister Ivo Tarn left.",
        "The foreign minister, Ivo Tarn, left.",
        "Foreign Minister Ivo Tarn sang.",
    )
    assert actors(find(*texts))["Ivo Tarn"].role == "Foreign Minister"
    assert actors(find(*texts[:2], texts[1]))["Ivo Tarn"].role == "foreign minister"


def test_several_holders_are_one_each() -> None:
    assert [of_one(role) for role in ("Foreign Ministers", "congressmen", "mayor")] == [
        "Foreign Minister",
        "congressman",
        "mayor",
    ]
