"""Names of people on a page, with what speaks for them being people."""

from __future__ import annotations

from copydesk.actors.beside import behind_possessive
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.nations import as_state
from copydesk.actors.offices import Office, country_of_name
from copydesk.actors.sighting import Ground, Sighting, Standing
from copydesk.actors.traits import NAME_SUFFIXES, Trait
from copydesk.actors.vocabulary import Sort, families_first, given_names, long_forms
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind, MentionForm

_PERSON, _NAME, _SURNAME = ActorKind.PERSON, MentionForm.NAME, MentionForm.SURNAME
"""Read once: a member of an Enum takes 0.3 us to read."""
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
            elif chunk.last - chunk.first == 2 and words.traits[chunk.first] & Trait.SHORT:
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
        _PERSON,
        _NAME if len(parts) > 1 else _SURNAME,
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
    """The country that a name is said to be of: `Norland's Jan Roe`, `her Norlandic counterpart, Jan Roe`."""
    before = chunks[number - 1] if number else None
    if before is None or before.entry is None:
        return None
    if _is_counterpart(words, before, chunks[number].first):
        return before.entry.country
    if before.entry.sort != Sort.COUNTRY:
        return None
    owns = behind_possessive(words, before.last) == chunks[number].first > before.last
    return before.entry.country if owns else None


def _is_counterpart(words: Words, nation: Chunk, name: int) -> bool:
    """Whether `counterpart` stands between an adjective of a country and a name, at most with a comma."""
    at = nation.last
    if at + 1 != name or words.folded[at] != "counterpart" or words.gap[at] != Gap.SPACE:
        return False
    return nation.entry is not None and nation.entry.sort == Sort.DEMONYM and words.gap[name] <= Gap.COMMA


def _is_ordinary_title(words: Words, first: int, office: Office | None, honour: str | None) -> bool:
    """`Queen City`, `Alliance organizer`: an everyday word beside an office that no head of a state holds."""
    if honour or not office or not words.traits[first] & Trait.ORDINARY:
        return False
    if words.folded[office.begin] == "the":
        return True
    return office.head not in listed("offices", "core") and office.head not in listed("grammar", "unique")


def _governs(words: Words, last: int) -> int | None:
    """Behind the `administration` that follows a name; null where none does."""
    at = behind_possessive(words, last)
    if at < words.size and words.gap[at] == Gap.SPACE and words.folded[at] in listed("grammar", "governments"):
        return at + 1
    return None


def _without_honorific(words: Words, chunk: Chunk) -> tuple[int, int, str | None, str | None]:
    """The name without `Mr`, `Sir`, `Gen.` before it, the gender that they tell, the office that they stand for.

    The gender is null where none stands there, `either` where it is a title without.
    """
    first, honour, rank = chunk.first, None, None
    while first < chunk.last and words.traits[first] & Trait.SHORT:
        word = words.folded[first]
        if word in listed("offices", "honorific_male"):
            honour = "male"
        elif word in listed("offices", "honorific_female"):
            honour = "female"
        rank = long_forms().get(word, rank)
        honour = honour or "either"
        first += 1
    last = chunk.last
    while last > first and words.folded[last - 1] in NAME_SUFFIXES:
        last -= 1
    return first, last, honour, rank


def name_parts(folded: list[str]) -> tuple[str, ...]:
    """The words of a name that tell people apart: without initials and suffixes."""
    return tuple(word for word in folded if len(word) > 1 and word not in NAME_SUFFIXES)


def _gender(parts: tuple[str, ...], office: Office | None) -> str:
    if office and office.gender != "either":
        return office.gender
    return given_names().get(parts[0], "either") if len(parts) > 1 and parts[0] not in families_first() else "either"


def _grounds(words: Words, chunks: list[Chunk], number: int, first: int, last: int, alone: frozenset[str]) -> int:
    grounds = _around(words, chunks, number, first, last)
    before = words.folded[first - 1] if first and words.gap[first] == Gap.SPACE else ""
    if before == "the":
        grounds |= Ground.ARTICLE
    if last - first == 1:
        return grounds
    folded, traits = words.folded[first:last], words.traits[first:last]
    if traits[0] & Trait.GIVEN:
        grounds |= Ground.GIVEN
    if traits[0] & Trait.FAMILY_FIRST and len(folded) <= 3 and not traits[-1] & Trait.ORDINARY:
        grounds |= Ground.FAMILY_FIRST
    if any(folded[at] in alone and not traits[at] & Trait.ORDINARY for at in (-1, 0)):
        grounds |= Ground.SURNAME
    if sum(one & Trait.ORDINARY for one in traits) * 2 > len(folded) * Trait.ORDINARY:
        grounds |= Ground.COMMON
    return grounds | Ground.LOCATED if before in _LOCATIVE else grounds


def _around(words: Words, chunks: list[Chunk], number: int, first: int, last: int) -> int:
    """What the words before and behind a name say."""
    grounds = Ground.NONE if last == words.size else _behind(words, chunks, number, last)
    if not first:
        return grounds
    gap = words.gap[first]
    if gap >= Gap.QUOTE and _is_signed(words.text[words.end[first - 1] : words.begin[first]]):
        grounds |= Ground.SIGNED
    if gap == Gap.SPACE and words.traits[first - 1] & Trait.REPORTING:
        grounds |= Ground.VERB
    return grounds


def _behind(words: Words, chunks: list[Chunk], number: int, last: int) -> int:
    """What the word behind a name says."""
    gap = words.gap[last]
    if gap == Gap.SPACE:
        return Ground.VERB if words.traits[last] & Trait.VERB else Ground.NONE
    if gap != Gap.COMMA:
        return Ground.NONE
    word = words.folded[last]
    if word == "who" or (len(word) == 2 and word.isdigit()) or _is_somebody(words, chunks[number].first, last):
        return Ground.APPOSITION
    if number + 1 < len(chunks) and chunks[number + 1].first == last:
        entry = chunks[number + 1].entry
        if entry and entry.sort in (Sort.COUNTRY, Sort.PLACE):
            return Ground.REGION
    return Ground.NONE


def _is_somebody(words: Words, first: int, last: int) -> bool:
    """Whether commas bring a name for somebody who then speaks: a witness, *Jan Roe*, said."""
    if not first or words.gap[first] != Gap.COMMA or not words.traits[last] & Trait.REPORTING:
        return False
    return words.folded[first - 1] in listed("grammar", "somebody")


def _is_signed(between: str) -> bool:
    """Whether a dash behind closing marks comes before a name: `… the end.” — Jan Roe`."""
    return ("”" in between or '"' in between) and any(dash in between for dash in "—―–")
