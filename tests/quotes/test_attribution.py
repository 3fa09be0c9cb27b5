"""Who is quoted: behind the words, before them, around them, carried on from what stands before."""

from __future__ import annotations

import dataclasses

import pytest

from copydesk.model.page import Label, Segment
from copydesk.quotes.utterance import quotations_of
from tests.quotes.pages import page, read


def speakers(text: str) -> list[str | None]:
    """The words beside each quotation that name its speaker."""
    source = page(text)
    return [
        None if q.speaker_begin is None else source.text[q.speaker_begin : q.speaker_end] for q in read(source.text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will mend the pier,” Ada Brandt said.", "Ada Brandt", "said"),
        ("“We will mend the pier,” said Ada Brandt, the mayor of Kelm.", "Ada Brandt", "said"),
        ("“We will mend the pier,” she said on Monday.", "she", "said"),
        ("“We will mend the pier,” a harbour official told reporters.", "a harbour official", "told"),
        ("“Will we mend the pier?” Brandt asked.", "Brandt", "asked"),
        ("“We will mend the pier,” Brandt, who leads the council, said.", "Brandt", "said"),
        ("“We will mend the pier,” according to the mayor of Kelm.", "the mayor of Kelm", "according to"),
        ("“We will mend the pier,” Brandt thundered at the quay.", "Brandt", "thundered"),
        ("“We will mend it”, said the harbour master in a letter.", "the harbour master", "said"),
        ("Brandt said: “We will mend the pier.”", "Brandt", "said"),
        ("Brandt told the council that “the pier is a ruin” and left.", "Brandt", "told"),
        ("On Monday, Brandt called the pier “a ruin” at last.", "Brandt", "called"),
        ("According to Brandt, “the pier is a ruin” these days.", "Brandt", "According to"),
        ("Brandt met the pilots for an hour, saying they could “mend the pier together.”", "Brandt", "saying"),
        ("The vote failed after Ada Brandt left, accusing the board of “eating the pier.”", "Ada Brandt", "accusing"),
        ("Kelm waited in vain, hoping aloud for “a pier, at last,” Brandt said.", "Brandt", "said"),
        ("The harbour board wrote in a letter that “the pier stays,” it seems.", "The harbour board", "wrote"),
        ("Speaking at the quay, Brandt said the pier was “a ruin without a roof.”", "Brandt", "said"),
        ("The pier is “a ruin without a roof” these days, the mayor said.", "the mayor", "said"),
        ("Brandt made clear that “the pier stays where it is.”", "Brandt", "made clear"),
        ("Mayor Ada Brandt: “We will mend the pier.”", "Mayor Ada Brandt", None),
        ("“We will mend the pier,” Sen. Ada Brandt (K-Kelm) said.", "Sen. Ada Brandt", "said"),
        ("“We will mend the pier,” Ada Brandt, R-Kel., said Monday.", "Ada Brandt", "said"),
        ("“We will mend the pier,” harbour poet and council member Ada Brandt said.", None, "said"),
        ("“We will mend the pier,” comments Brandt in a letter.", "Brandt", "comments"),
        ("As Ada Brandt, a pilot for ten years, put it, “we will mend the pier.”", "Ada Brandt", "put it"),
        (
            "“We will mend the pier,” State Harbour spokesperson Ada Brandt said.",
            "State Harbour spokesperson Ada Brandt",
            "said",
        ),
        ("Said Brandt: “We will mend the pier.”", "Brandt", "Said"),
        ("The pier is old, with pilots warning that it could “fall down in any storm.”", "pilots", "warning"),
        (
            "The board rejected a report, that blamed the pilots, as “far from fair.”",
            "The board",
            "rejected",
        ),
        ("“We will mend the pier.” — Ada Brandt", "Ada Brandt", None),
        ("“We will mend the pier,” warned Ada Brandt in a letter.", "Ada Brandt", "warned"),
        ("“We will mend the pier,” warned Dr. Ada Brandt, who runs the ward.", "Dr. Ada Brandt", "warned"),
        ("The plan was called “a ruin” by Ada Brandt, the mayor.", "Ada Brandt", None),
        ("The plan was quickly dismissed as “a ruin” by former pilots.", "former pilots", None),
        ("The pier, described by her own engineers as “a ruin”, stays.", "her own engineers", None),
        ("Brandt was quoted by state media as saying that the pier was “a ruin”.", "Brandt", "saying"),
        ("State media quoted Ada Brandt as saying the pier was “a ruin”.", "Ada Brandt", "saying"),
        ("Brandt shot back that “the pier stays where it is”.", "Brandt", "shot back"),
        ("Brandt made it clear that “the pier stays where it is”.", "Brandt", "made it clear"),
        ("“Mend it,” said Ada Brandt of Kelm quay, who called the pier old.", "Ada Brandt of Kelm quay", "said"),
        ("Ida Moss met Ada Brandt of Kelm Quay, who called the pier “a ruin”.", "Ada Brandt of Kelm Quay", "called"),
        ("Kelly Ann Moss, whose son is a pilot, said: “We will mend the pier.”", "Kelly Ann Moss", "said"),
        ("Mohammed Brandt, who leads the board, said: “We will mend the pier.”", "Mohammed Brandt", "said"),
        ("Undeterred, Ada Brandt, who leads the board, said: “We will mend the pier.”", "Ada Brandt", "said"),
        ("Brandt denied having said “burn the pier” at the quay.", "Brandt", "said"),
        ("The pier would not, said Brandt, “cost a penny more than the old one”.", "Brandt", "said"),
        (
            "In her book, “A Life in Salt”, out now, Ada Brandt describes the pier as “a ruin”.",
            "Ada Brandt",
            "describes",
        ),
        ("“Mend the pier now!” an officer shouts.", "an officer", "shouts"),
        ("Brandt was quoted as saying “the pier is a ruin” on Monday.", "Brandt", "saying"),
    ],
)
def test_the_sentence_says_who_is_quoted(text: str, speaker: str, cue: str | None) -> None:
    (quotation,) = read(text)
    if speaker is not None:
        assert speakers(text) == [speaker]
    assert speakers(text) != [None]
    assert quotation.cue == cue


def test_an_interrupted_utterance_is_one_of_two_spans() -> None:
    text = "“We will mend the pier,” Brandt said, “before the winter comes.”"
    (quotation,) = read(text)
    assert [text[begin:end] for begin, end in quotation.spans] == [
        "We will mend the pier,",
        "before the winter comes.",
    ]
    assert speakers(text) == ["Brandt"]


def test_a_new_sentence_behind_the_speaker_is_an_utterance_of_the_same_speaker() -> None:
    assert speakers("“We will mend the pier,” Brandt said. “The winter is near.”") == ["Brandt", "Brandt"]


def test_a_verb_without_a_subject_of_its_own_takes_that_of_the_verb_before() -> None:
    text = (
        "The board wrote that “the pier stays open,” and blamed the “lack of care” for the present “low tide” there."
    )
    assert speakers(text) == ["The board"] * 3


def test_all_quotations_of_a_sentence_share_the_speaker_at_its_end() -> None:
    text = "Both sides were “very frank and very loud” and both hoped to “mend the pier,” the pilots said."
    assert speakers(text) == ["the pilots", "the pilots"]


def test_a_paragraph_of_quotation_goes_to_who_spoke_last() -> None:
    assert speakers("“The pier is lost,” Brandt said.\n\n“We must build anew. The winter is near.”") == ["Brandt"] * 2
    assert speakers("Brandt defended the plan.\n\n“We must build anew. The winter is near.”") == ["Brandt"]


def test_a_quotation_over_two_paragraphs_is_one_utterance() -> None:
    text = "“The pier is lost.\n\n“We must build anew,” Brandt said."
    (quotation,) = read(text)
    assert len(quotation.spans) == 2
    assert speakers(text) == ["Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "The “silent tide” came up on Monday.",
        "He has seen the film “The Long Tide of Kelm” twice.",
        "Thomas “Tam” Reed has left the harbour.",
        "They call it the so-called “tide tax” in Kelm.",
        "She said on “Kelm Tonight” that the pier stays.",
        "The bar is “Salt Air” in the guide.",
        "Expect to hear much of the old set, including “Long Tide,” “Low Water,” “Salt” and others.",
        "“Low tide” is over in Kelm.",
        "Brandt said it was late.\n\n“Alarming tide rate”\n\nThe council met.",
        "Brandt said she liked a song like “Glass Harbour,” and left.",
    ],
)
def test_titles_names_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert read(text) == ()


def test_pieces_are_partial_and_sentences_are_not() -> None:
    assert [q.partial for q in read("Brandt called it “a ruin.”\n\n“We will mend it,” Brandt said.")] == [True, False]


def test_a_title_inside_the_speaker_is_part_of_the_speaker() -> None:
    text = "“We will mend it,” the “Kelm Tonight” host said on Monday."
    assert speakers(text) == ["the “Kelm Tonight” host"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Steg bleibt offen“, sagte Ada von Brandt am Montag.", "Ada von Brandt"),
        ("Brandt erklärte: „Der Steg bleibt offen.“", "Brandt"),
        ("« La jetée reste ouverte », a déclaré Ada Brandt lundi.", "Ada Brandt"),
        ("“El muelle sigue abierto”, afirmó Ada Brandt ayer.", "Ada Brandt"),
    ],
)
def test_common_verbs_of_other_languages_attribute(text: str, speaker: str) -> None:
    source = dataclasses.replace(page(text), language="de")
    (quotation,) = quotations_of(source)
    assert text[quotation.speaker_begin : quotation.speaker_end] == speaker


def test_in_other_languages_nothing_is_guessed() -> None:
    source = dataclasses.replace(page("Brandt kam zum Steg. „Er bleibt offen und wird gebaut.“"), language="de")
    assert [quotation.speaker for quotation in quotations_of(source)] == [None]


def test_words_that_are_passed_on_are_those_of_who_said_them() -> None:
    text = "The board wrote in a letter that “Ada Brandt said that the pier stays where it is,” and left."
    assert speakers(text) == ["Ada Brandt"]


def test_a_remark_behind_a_name_is_not_the_speaker() -> None:
    text = "Pilot Ida Moss said “the pier stays,” while Ada Brandt, a former mayor, called it “a ruin.”"
    assert speakers(text) == ["Pilot Ida Moss", "Ada Brandt"]


def test_a_word_as_a_word_is_not_said_though_somebody_else_is_named() -> None:
    assert speakers("The plan was called “a ruin” for years.") == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« La jetée reste ouverte », a déclaré le maire, Ada Brandt.", "Ada Brandt"),
        ("fr", "« La jetée reste ouverte », a déclaré le maire Ada de Brandt.", "Ada de Brandt"),
        ("fr", "Le maire, Ada Brandt, a affirmé que « la jetée reste ouverte ».", "Ada Brandt"),
        ("fr", "Selon Ada Brandt, « la jetée reste ouverte jusqu'au soir ».", "Ada Brandt"),
        ("es", "“El muelle sigue abierto”, respondió la portavoz de la oposición, Ada Brandt.", "Ada Brandt"),
        ("es", "“El muelle sigue abierto”, ha dicho la ministra.", "la ministra"),
        ("de", "„Der Steg bleibt offen“, sagte der Sprecher der Feuerwehr, Ada Brandt.", "Ada Brandt"),
        ("de", "„Der Steg bleibt offen“, sagte der Sprecher der Feuerwehr am Montag.", "der Sprecher der Feuerwehr"),
        ("nl", "Volgens Ada de Brandt is de pier “open voor wie dan ook in Kelm”.", "Ada de Brandt"),
    ],
)
def test_names_beside_offices_of_other_languages(language: str, text: str, speaker: str) -> None:
    (quotation,) = quotations_of(dataclasses.replace(page(text), language=language))
    assert quotation.speaker == speaker


def test_an_inverted_pronoun_of_french_is_who_spoke_before_or_nobody() -> None:
    text = "« La jetée reste ouverte », a-t-il lancé."
    (quotation,) = quotations_of(dataclasses.replace(page(text), language="fr"))
    assert quotation.speaker is None


def test_the_town_of_a_dateline_does_not_speak() -> None:
    dateline, agency = "KELM, Norland", "(NPA) —"
    lead = "Talks about the pier ended on Monday, leaving “a ruin” behind."
    text = f"{dateline} {agency} {lead}"
    cuts = [0, len(dateline) + 1, len(dateline) + len(agency) + 2, len(text)]
    labels = (Label.DATELINE, Label.AGENCY_CREDIT, Label.BODY)
    segments = [Segment("p1", cuts[at], cuts[at + 1], label) for at, label in enumerate(labels)]
    for quotation in quotations_of(page(text), segments):
        assert quotation.speaker_begin is None or quotation.speaker_begin >= cuts[2]
    lead = "Talks ended on Monday, with Norland saying it would “mend the pier.”"
    text = f"{dateline} {agency} {lead}"
    (quotation,) = quotations_of(page(text), [*segments[:2], Segment("p1", cuts[2], len(text), Label.BODY)])
    assert quotation.speaker == "Norland"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« La jetée reste ouverte », assure-t-il."),
        ("fr", "« La jetée reste ouverte », dit-elle dans un soupir."),
        ("es", "“El muelle sigue abierto”, añadió."),
        ("pt", "“O cais continua aberto”, acrescentou."),
    ],
)
def test_a_verb_whose_subject_is_not_said_again_is_of_who_spoke_before(language: str, text: str) -> None:
    first = {"fr": "« Elle reste », a déclaré Ada Brandt.", "es": "“Sigue abierto”, afirmó Ada Brandt."}
    whole = f"{first.get(language, first['es'])}\n\n{text}"
    found = quotations_of(dataclasses.replace(page(whole), language=language))
    assert [quotation.speaker for quotation in found] == ["Ada Brandt", "Ada Brandt"]
    alone = quotations_of(dataclasses.replace(page(text), language=language))
    assert [quotation.speaker for quotation in alone] == [None]


def test_a_name_that_ends_like_a_pronoun_is_a_name() -> None:
    assert speakers("“The pier stays where it is,” Ann-Elle said.") == ["Ann-Elle"]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("„Niemand soll daran zweifeln.“", "Ada Brandt"),
        ("„Niemand soll daran zweifeln“.", "Ada Brandt"),
        ("Der Rat schwieg. „Niemand soll daran zweifeln.“", None),
        ("„Niemand soll daran zweifeln“ stand an der Wand.", None),
    ],
)
def test_a_quotation_right_behind_one_with_a_speaker_goes_on_in_other_languages(
    behind: str, speaker: str | None
) -> None:
    text = f"„Der Steg bleibt offen“, sagte Ada Brandt. {behind}"
    found = quotations_of(dataclasses.replace(page(text), language="de"))
    assert [quotation.speaker for quotation in found] == ["Ada Brandt", speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Brandt left. The Harbour Board said it will decide “within weeks”.", "The Harbour Board"),
        (
            "Ada Brandt left. The Harbour Board, which has said it will decide “within weeks”, met.",
            "The Harbour Board",
        ),
        ("Ada Brandt left. The board’s tenants said they would pay “nothing more”.", "The board’s tenants"),
        ("“They ran an office in the harbour,” said DCP (Crime) Ada Brandt. He left.", "Ada Brandt"),
        ("“They ran an office in the harbour,” said the mayor (left) on Monday.", "the mayor"),
        (
            "Union leader Ada Brandt said the crews had called off the strike “in good faith”.",
            "Union leader Ada Brandt",
        ),
    ],
)
def test_who_says_what_it_will_do_and_an_office_with_its_branch(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
