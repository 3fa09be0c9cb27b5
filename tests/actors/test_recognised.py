"""Names by a model that the user names: further mentions, never other ones."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.actors import add_names, find_actors, load_model
from copydesk.errors import MissingExtraError
from copydesk.model.actor import ActorKind, MentionBasis, MentionForm
from copydesk.model.page import Label, Segment
from copydesk.model.pile import Pile
from tests.reuse.press import page
from tests.reuse.press import pile as pile_of

try:
    spacy: Any = importlib.import_module("spacy")
except ImportError:
    spacy = None
needs_spacy = pytest.mark.skipif(spacy is None, reason="spaCy is not installed: pip install 'copydesk[spacy]'")

TEXT = (
    "Zorvane Quell of the Skarrowmire walked out of the talks in Norway on Tuesday, and Quell did not come back.",
    "Norway accused the guild of bad manners. Norwegian Foreign Minister Astrid Hollund was not amused.",
)
PATTERNS = {
    "PERSON": ("Zorvane Quell", "Quell", "Astrid Hollund", "Minister Astrid Hollund"),
    "ORG": ("the Skarrowmire", "Skarrowmire"),
    "GPE": ("Norway",),
    "DATE": ("Tuesday",),
}


def save(folder: Path, patterns: dict[str, tuple[str, ...]], language: str = "en") -> str:
    """A real small pipeline: the words of a language, and a ruler with these names."""
    pipeline = spacy.blank(language)
    rows = [{"label": label, "pattern": name} for label, names in patterns.items() for name in names]
    pipeline.add_pipe("entity_ruler").add_patterns(rows)
    pipeline.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield save(tmp_path_factory.mktemp("models") / "names", PATTERNS)


@needs_spacy
def test_names_that_the_rules_miss_become_mentions(model: str) -> None:
    before = find_actors(pile_of(a=TEXT))
    after = add_names(before, load_model(model))
    added = [row for row in after.actor_mentions if row.basis is MentionBasis.MODEL]
    assert set(before.actor_mentions) == set(after.actor_mentions) - set(added)
    found = {(row.text, row.form) for row in added}
    assert {("Zorvane Quell", MentionForm.NAME), ("Quell", MentionForm.SURNAME)} <= found
    actors = {row.actor_id: row for row in after.actors}
    (body,) = (actors[row.actor_id] for row in added if row.text == "Skarrowmire")
    assert (body.name, body.kind, body.n_pages) == ("Skarrowmire", ActorKind.ORGANISATION, 1)
    assert len({row.actor_id for row in added if "Quell" in row.text}) == 1
    assert not any("Hollund" in row.text or row.text == "Tuesday" for row in added)
    assert not any(row.text == "Norway" and row.begin < TEXT[0].index("Tuesday") for row in added)


@needs_spacy
def test_mentions_overlap_no_other_and_point_into_their_page(model: str) -> None:
    after = add_names(find_actors(pile_of(a=TEXT, b=TEXT[:1], c=TEXT[1:])), load_model(model))
    texts = {row.page_id: row.text for row in after.pages}
    ids = {row.actor_id for row in after.actors}
    rows = after.actor_mentions
    assert list(rows) == sorted(rows, key=lambda row: (row.page_id, row.begin, row.end))
    assert all(texts[row.page_id][row.begin : row.end] == row.text and row.actor_id in ids for row in rows)
    for one, other in pairwise(rows):
        assert one.page_id != other.page_id or one.end <= other.begin
    named = Counter(row.actor_id for row in rows)
    assert all(actor.n_pages <= named[actor.actor_id] for actor in after.actors)
    assert list(after.actors) == sorted(after.actors, key=lambda row: row.actor_id)


@needs_spacy
def test_only_pages_of_the_language_of_the_model_are_read(tmp_path: Path) -> None:
    german = load_model(save(tmp_path / "de", {"PER": ("Zorvane Quell",)}, "de"))
    source = find_actors(pile_of(a=TEXT))
    assert add_names(source, german) == source
    other = Pile(pages=tuple(_in(row, "de") for row in source.pages), segments=source.segments)
    assert [row.text for row in add_names(other, german).actor_mentions] == ["Zorvane Quell"]
    any_language = load_model(save(tmp_path / "xx", {"PER": ("Zorvane Quell",)}, "xx"))
    assert [row.text for row in add_names(other, any_language).actor_mentions] == ["Zorvane Quell"]


def _in(row: copydesk.Page, language: str) -> copydesk.Page:
    made = page(row.page_id, [row.text])
    return type(made)(**{name: getattr(made, name) for name in made.__slots__} | {"language": language})


@needs_spacy
def test_furniture_and_single_names_of_nobody_name_nobody(model: str) -> None:
    text = "Quell went home.\n\nZorvane Quell is in the teaser of another page."
    made = page("a", [text])
    parts = (Segment("a", 0, 18, Label.BODY), Segment("a", 18, len(text), Label.TEASER))
    assert add_names(Pile(pages=(made,), segments=parts), load_model(model)).actor_mentions == ()


@needs_spacy
@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*TEXT, "Quell", "\n", "Norway ", "the Skarrowmire\u202e", "Zorvane", " Quell."]), max_size=8
    )
)
def test_places_hold_on_any_text(model: str, drawn: list[str]) -> None:
    found = add_names(find_actors(pile_of(a=[" ".join(drawn)])), load_model(model))
    for row in found.actor_mentions:
        assert found.pages[0].text[row.begin : row.end] == row.text != ""


@needs_spacy
def test_a_case_remembers_its_model(tmp_path: Path, model: str) -> None:
    for name, words in (("one.txt", TEXT), ("two.txt", TEXT[:1])):
        (tmp_path / name).write_text("\n\n".join(words), "utf-8")

    def names(case: str, *files: str, model: str | None = None) -> tuple[list[copydesk.ActorMention], str | None]:
        chosen = copydesk.BuildSettings(names=model)
        with copydesk.build([tmp_path / file for file in files], tmp_path / case, settings=chosen) as built:
            assert built.check() == ()
            return list(built.table("actor_mentions")), built.summary.names

    plain, none = names("plain", "one.txt", "two.txt")
    both, identity = names("both", "one.txt", "two.txt", model=model)
    assert none is None
    assert identity is not None
    assert len(both) > len(plain)
    names("steps", "one.txt", model=model)
    assert names("steps", "two.txt") == (both, identity)
    assert names("steps", "two.txt", model="none") == (plain, None)
    assert names("steps", "two.txt") == (plain, None)
    assert names("plain", "one.txt", model=model) == (both, identity)
    changed = save(Path(model).parent / "changed", PATTERNS | {"ORG": ("talks",)})
    assert names("plain", "one.txt", model=changed)[1] not in {None, identity}


@needs_spacy
@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("en_no_such_model", "python -m spacy download en_no_such_model"),
        ("no/such/folder", "no folder of a spaCy model"),
    ],
)
def test_a_model_that_is_not_there_says_what_to_do(name: str, advice: str) -> None:
    with pytest.raises(MissingExtraError, match=advice):
        load_model(name)


@needs_spacy
def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(MissingExtraError, match="finds no names"):
        load_model(str(tmp_path / "blank"))
    (tmp_path / "broken").mkdir()
    with pytest.raises(MissingExtraError, match="no folder of a spaCy model"):
        load_model(str(tmp_path / "broken"))


@needs_spacy
def test_a_remembered_model_that_is_gone_can_be_done_without(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("\n\n".join(TEXT), "utf-8")
    folder = save(tmp_path / "model", PATTERNS)
    copydesk.build([tmp_path / "one.txt"], tmp_path / "case", settings=copydesk.BuildSettings(names=folder)).close()
    (tmp_path / "model").rename(tmp_path / "gone")
    with pytest.raises(MissingExtraError, match="--names none"):
        copydesk.build([tmp_path / "one.txt"], tmp_path / "case")


def test_without_spacy_the_line_to_run_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "spacy"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(MissingExtraError, match=r"pip install 'copydesk\[spacy\]'"):
        load_model("en_core_web_sm")
