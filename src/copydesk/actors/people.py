"""Names of people on a page, with what speaks for them being people."""

from __future__ import annotations

from copydesk.actors.beside import behind_possessive
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.nations import as_state
from copydesk.actors.offices import Office, country_of_name
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.actors.vocabulary import Sort, families_first, given_names, is_short, long_forms, verbs
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.text.vocabulary import reporting_verbs, word_bands

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd"})
_LOCATIVE = listed("grammar", "locative")


def read_people(words: Words, chunks: list[Chunk], offices: list[Office]) -> list[Sighting]:
    """A sighting for each run of capitals that may name a person; the tentative ones for surnames known elsewhere."""
    titles = {holder: office for office in offices for holder in office.holders}
    alone, honoured = _alone(words, chunks)
    found = []
    for number, chunk in enumerate(chunks):
        if chunk.shape == Shape.NAME and not _is_modifier(words, chunks, number):
            sighting = _person(words, chunks, number, titles.get(number), alone, honoured)
            if sighting:
                found.append(sighting)
    return found


def _alone(words: Words, chunks: list[Chunk]) -> tuple[frozenset[str], frozenset[str]]:
    """What surnames look like after the first naming: single capitalised words, and those behind `Mr`, `Gen.`."""
    alone, honoured = set(), set()
    for chunk in chunks:
        if chunk.shape == Shape.NAME and not chunk.tentative:
            if chunk.last - chunk.first == 1:
                alone.add(words.folded[chunk.first])
            elif chunk.last - chunk.first == 2 and is_short(words.folded[chunk.first]):
                honoured.add(words.folded[chunk.first + 1])
    return frozenset(alone), frozenset(honoured)


def _is_modifier(words: Words, chunks: list[Chunk], number: int) -> bool:
    """`Norlandic` in `Norlandic Foreign Ministry`: an adjective that no list knows."""
    after = number + 1
    if after >= len(chunks) or chunks[after].first != chunks[number].last:
        return False
    entry = chunks[after].entry
    return entry is not None and entry.sort == Sort.STATE_BODY and words.gap[chunks[after].first] == Gap.SPACE


def _person(
    words: Words,
    chunks: list[Chunk],
    number: int,
    office: Office | None,
    alone: frozenset[str],
    honoured: frozenset[str],
) -> Sighting | None:
    chunk = chunks[number]
    first, last, honour, rank = _without_honorific(words, chunk)
    if first == last:
        return None
    parts = name_parts(words.folded[first:last])
    if not parts or (len(parts) == 1 and _is_ordinary_title(words, first, office, honour)):
        return None
    grounds = _grounds(words, chunks, number, first, last, alone)
    if len(parts) > 1 and parts[-1] in honoured:
        grounds |= Ground.HONOURED
    if office or honour:
        grounds |= Ground.TITLE
    gender = honour or _gender(parts, office)
    role = office.role(words, chunks) if office else rank
    governs = _governs(words, last)
    return Sighting(
        first,
        governs or last,
        Standing.PERSON,
        words.surface(first, governs or last),
        parts,
        ActorKind.PERSON,
        MentionForm.NAME if len(parts) > 1 else MentionForm.SURNAME,
        role,
        office.head if office else (rank.lower() if rank else None),
        (country_of_name(words, chunks, number) or office.country) if office else _owner(words, chunks, number),
        office.under(words, chunks) if office else None,
        gender,
        grounds,
        chunk.tentative,
        governs=governs is not None,
        confidence=as_state(words, chunks, number) if len(parts) == 1 and not chunk.tentative else 0.0,
    )


def _owner(words: Words, chunks: list[Chunk], number: int) -> str | None:
    """The country that a name is said to be of: `Norland's Jan Roe`."""
    before = chunks[number - 1] if number else None
    if before is None or before.entry is None or before.entry.sort != Sort.COUNTRY:
        return None
    owns = behind_possessive(words, before.last) == chunks[number].first > before.last
    return before.entry.country if owns else None


def _is_ordinary_title(words: Words, first: int, office: Office | None, honour: str | None) -> bool:
    """`Queen City`, `Alliance organizer`: an everyday word beside an office that no head of a state holds."""
    if honour or not office or not _ordinary(words.folded[first]):
        return False
    if words.folded[office.begin] == "the":
        return True
    return office.head not in listed("offices", "core") and office.head not in listed("grammar", "unique")


def _governs(words: Words, last: int) -> int | None:
    """Behind the `administration` that follows a name; null where none does."""
    at = behind_possessive(words, last)
    if at < len(words) and words.gap[at] == Gap.SPACE and words.folded[at] in listed("grammar", "governments"):
        return at + 1
    return None


def _without_honorific(words: Words, chunk: Chunk) -> tuple[int, int, str | None, str | None]:
    """The name without `Mr`, `Sir`, `Gen.` before it, the gender that they tell, the office that they stand for.

    The gender is null where none stands there, `either` where it is a title without.
    """
    first, honour, rank = chunk.first, None, None
    while first < chunk.last and is_short(words.folded[first]):
        word = words.folded[first]
        if word in listed("offices", "honorific_male"):
            honour = "male"
        elif word in listed("offices", "honorific_female"):
            honour = "female"
        rank = long_forms().get(word, rank)
        honour = honour or "either"
        first += 1
    last = chunk.last
    while last > first and words.folded[last - 1] in _SUFFIXES:
        last -= 1
    return first, last, honour, rank


def name_parts(folded: list[str]) -> tuple[str, ...]:
    """The words of a name that tell people apart: without initials and suffixes."""
    return tuple(word for word in folded if len(word) > 1 and word not in _SUFFIXES)


def _gender(parts: tuple[str, ...], office: Office | None) -> str:
    if office and office.gender != "either":
        return office.gender
    return given_names().get(parts[0], "either") if len(parts) > 1 and parts[0] not in families_first() else "either"


def _grounds(words: Words, chunks: list[Chunk], number: int, first: int, last: int, alone: frozenset[str]) -> int:
    folded = words.folded[first:last]
    grounds = Ground.NONE
    if len(folded) == 1:
        article = words.gap[first] == Gap.SPACE and first > 0 and words.folded[first - 1] == "the"
        return _around(words, chunks, number, first, last) | (Ground.ARTICLE if article else Ground.NONE)
    if folded:
        if folded[0] in given_names():
            grounds |= Ground.GIVEN
        if folded[0] in families_first() and len(folded) <= 3 and not _ordinary(folded[-1]):
            grounds |= Ground.FAMILY_FIRST
        if any(word in alone and not _ordinary(word) for word in (folded[-1], folded[0])):
            grounds |= Ground.SURNAME
    if sum(_ordinary(word) for word in folded) * 2 > len(folded):
        grounds |= Ground.COMMON
    if first and words.gap[first] == Gap.SPACE and words.folded[first - 1] == "the":
        grounds |= Ground.ARTICLE
    elif first and words.gap[first] == Gap.SPACE and words.folded[first - 1] in _LOCATIVE:
        grounds |= Ground.LOCATED
    return grounds | _around(words, chunks, number, first, last)


def _ordinary(word: str) -> bool:
    return (word in word_bands() or word in listed("nouns", "places")) and word not in given_names()


def _around(words: Words, chunks: list[Chunk], number: int, first: int, last: int) -> int:
    """What the words before and behind a name say."""
    grounds = Ground.NONE
    if last < len(words):
        word, gap = words.folded[last], words.gap[last]
        if gap == Gap.SPACE and word in verbs():
            grounds |= Ground.VERB
        elif gap == Gap.COMMA and (word == "who" or (word.isdigit() and len(word) == 2)):
            grounds |= Ground.APPOSITION
        elif gap == Gap.COMMA and number + 1 < len(chunks) and chunks[number + 1].first == last:
            entry = chunks[number + 1].entry
            if entry and entry.sort in (Sort.COUNTRY, Sort.PLACE):
                grounds |= Ground.REGION
    if (
        first
        and words.gap[first] in (Gap.QUOTE, Gap.BREAK)
        and _is_signed(words.text[words.end[first - 1] : words.begin[first]])
    ):
        grounds |= Ground.SIGNED
    if first and words.folded[first - 1] in reporting_verbs() and words.gap[first] == Gap.SPACE:
        grounds |= Ground.VERB
    return grounds


def _is_signed(between: str) -> bool:
    """Whether a dash behind closing marks comes before a name: `… the end.” — Jan Roe`."""
    return any(mark in between for mark in '”"') and any(dash in between for dash in "—―–")
