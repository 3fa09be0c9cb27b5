"""Who the words beside a quotation name."""

from __future__ import annotations

import pytest

from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionForm
from copydesk.quotes.utterance import Quotation, quotations_of
from tests.quotes.pages import page, read

BRANDT = Actor("a1", "Ada Brandt", ActorKind.PERSON, "mayor", "KLM", 1)
BOARD = Actor("a2", "Harbour Board", ActorKind.ORGANISATION, None, None, 1)
KELM = Actor("a3", "Kelm", ActorKind.GOVERNMENT, None, "KLM", 1)
ACTORS = {actor.actor_id: actor for actor in (BRANDT, BOARD, KELM)}


def read_with(text: str, *named: tuple[str, Actor, MentionForm]) -> list[Quotation]:
    """The quotations of a page whose mentions are the last places of the words given."""
    mentions = []
    for words, actor, form in named:
        begin = text.rindex(words)
        mentions.append(ActorMention("p1", begin, begin + len(words), words, actor.actor_id, form, None, 0.9))
    return list(quotations_of(page(text), (), sorted(mentions, key=lambda one: one.begin), ACTORS))


def test_a_surname_and_a_pronoun_are_resolved_by_the_mentions() -> None:
    text = "“The pier stays,” Brandt said.\n\n“It must,” she added."
    one, other = read_with(text, ("Brandt", BRANDT, MentionForm.SURNAME), ("she", BRANDT, MentionForm.PRONOUN))
    assert (one.speaker, one.speaker_id, one.speaker_role) == ("Ada Brandt", "a1", "mayor")
    assert (other.speaker, other.speaker_id) == ("Ada Brandt", "a1")


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Maybe said", None),
        ("Workers don't say", None),
        ("He asked about the ferry and said", "He"),
        ("Another said", None),
        ("A worker said", "A worker"),
    ],
)
def test_what_stands_for_nobody_is_no_speaker(before: str, speaker: str | None) -> None:
    (one,) = read_with(f"{before} “the pier must stay where it is.”")
    assert one.speaker == speaker


def test_a_spokesman_is_not_whom_he_speaks_for() -> None:
    text = "“The pier stays,” said a spokesman for Ada Brandt."
    (one,) = read_with(text, ("Ada Brandt", BRANDT, MentionForm.NAME))
    assert (one.speaker, one.speaker_id) == ("a spokesman for Ada Brandt", None)


def test_an_official_of_a_board_stays_unnamed() -> None:
    text = "“The pier stays,” said a Harbour Board official."
    (one,) = read_with(text, ("Harbour Board official", BOARD, MentionForm.TITLE))
    assert (one.speaker, one.speaker_id) == ("a Harbour Board official", None)


def test_a_capital_keeps_its_words_and_has_the_identity_of_its_government() -> None:
    text = "Kelm City made clear that “the pier stays where it is.”"
    (one,) = read_with(text, ("Kelm City", KELM, MentionForm.METONYM))
    assert (one.speaker, one.speaker_id) == ("Kelm City", "a3")


def test_without_mentions_a_surname_is_looked_up_on_the_page() -> None:
    text = "Ada Brandt came on Monday.\n\n“The pier stays,” Brandt said.\n\n“It must,” she added."
    assert [one.speaker for one in read(text)] == ["Ada Brandt", "Ada Brandt"]


def test_the_official_is_the_one_named_before() -> None:
    text = "“The pier stays,” a senior harbour official said.\n\n“It must,” the official said."
    assert [one.speaker for one in read(text)] == ["a senior harbour official"] * 2


def test_a_statement_says_what_its_author_says() -> None:
    text = "Ada Brandt told the board that “the pier stays.”\n\n“It must,” the statement added."
    assert [one.speaker for one in read(text)] == ["Ada Brandt"] * 2


APPOSED = [
    "“The pier stays,” the harbour secretary, Ada Brandt, told the board.",
    "“The pier stays,” said the league's leader, Ada Brandt.",
    "“The pier stays,” said the mayor of the harbour town, Ada Brandt.",
    "The acting mayor of the town, Ada Brandt, said: “The pier stays where it is.”",
]


@pytest.mark.parametrize("text", APPOSED)
def test_an_office_is_the_person_whom_a_comma_names(text: str) -> None:
    (one,) = read_with(text, ("Ada Brandt", BRANDT, MentionForm.NAME))
    assert (one.speaker, one.speaker_id) == ("Ada Brandt", "a1")


APART = [
    ("“The pier stays,” the secretary said, Ada Brandt noted.", "the secretary"),
    ("“The pier stays,” said the harbour master, Ada Brandt beside him.", "the harbour master"),
    ("“The pier stays,” said the brother of the mayor, Ada Brandt.", "the brother of the mayor"),
]


@pytest.mark.parametrize(("text", "speaker"), APART)
def test_a_name_behind_a_comma_with_words_of_its_own_is_another(text: str, speaker: str) -> None:
    (one,) = read_with(text, ("Ada Brandt", BRANDT, MentionForm.NAME))
    assert (one.speaker, one.speaker_id) == (speaker, None)


def test_a_leader_of_a_body_is_the_person_whom_a_comma_names() -> None:
    person = Actor("a4", "Ada Brandt", ActorKind.PERSON, None, None, 1)
    begin = (text := "The leader of Kelm council, Ada Brandt, left, saying: “The pier stays.”").index("Ada")
    mention = ActorMention("p1", begin, begin + 10, "Ada Brandt", "a4", MentionForm.NAME, None, 0.9)
    (one,) = quotations_of(page(text), (), [mention], {"a4": person})
    assert one.speaker == "Ada Brandt"


@pytest.mark.parametrize(
    ("subject", "role", "speaker"),
    [
        ("The Secretary General of the Dockers Union, Ada Brandt,", "Secretary General", "Ada Brandt"),
        ("The Director of the Dockers Union, Dr. Ada Brandt,", "Director", "Ada Brandt"),
        ("The director of the Dockers Union, Mrs Ada Brandt,", "director", "Ada Brandt"),
        ("The Harbour Board, Ada Brandt,", None, "The Harbour Board"),
    ],
)
def test_a_title_in_capitals_goes_to_the_name_behind_it(subject: str, role: str | None, speaker: str) -> None:
    text = f"{subject} said: “The pier stays where it is.”"
    begin = text.index("Ada Brandt")
    plain = Actor("a1", "Ada Brandt", ActorKind.PERSON, None, "KLM", 1)
    mention = ActorMention("p1", begin, begin + 10, "Ada Brandt", "a1", MentionForm.NAME, role, 0.9)
    (one,) = quotations_of(page(text), (), [mention], {"a1": plain})
    assert one.speaker == speaker
