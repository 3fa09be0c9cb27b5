"""Countries on a page, where they act and are no mere places."""

from __future__ import annotations

from copydesk.actors.beside import behind_possessive, has_article, is_auxiliary, verb_behind, word_before
from copydesk.actors.bodies import is_body, read_body
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.crowds import read_crowds
from copydesk.actors.gap import Gap
from copydesk.actors.groups import group_in, group_of, read_bare
from copydesk.actors.offices import Office
from copydesk.actors.sighting import Sighting, Standing
from copydesk.actors.vocabulary import Entry, Sort, verbs
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words
from copydesk.model.actor import ActorKind, MentionForm
from copydesk.text.vocabulary import function_words

_LOCATIVE = listed("grammar", "locative")
_CITY_THINGS = listed("grammar", "city")
_DEALING = listed("grammar", "dealing")
_NATION = (Sort.COUNTRY, Sort.DEMONYM, Sort.CAPITAL)


def read_nations(words: Words, chunks: list[Chunk], offices: list[Office]) -> list[Sighting]:
    """Sightings of governments, institutions and groups, in order."""
    owners = {owner for office in offices if not office.is_group for owner in office.owners}
    found: list[Sighting] = []
    located: set[int] = set()
    taken = 0
    for number, chunk in enumerate(chunks):
        if chunk.first < taken or number in owners:
            continue
        sighting = None
        if is_body(chunk):
            sighting = read_body(words, chunks, number)
            while found and found[-1].last > sighting.first:
                found.pop()
        elif chunk.entry and chunk.entry.sort in _NATION:
            sighting = (
                group_of(words, chunk) or _joined(words, chunks, number) or _nation(words, chunks, number, located)
            )
        if sighting:
            found.append(sighting)
            taken = sighting.last
    found += read_bare(words, found, chunks)
    return found + _crowds(words, found, chunks) if words.protests else found


def _crowds(words: Words, found: list[Sighting], chunks: list[Chunk]) -> list[Sighting]:
    covered = {at for sighting in found for at in range(sighting.first, sighting.last)}
    nations = {
        chunk.first: chunk.entry.country
        for chunk in chunks
        if chunk.entry and chunk.entry.country and chunk.entry.sort in _NATION
    }
    return list(read_crowds(words, covered, nations))


def _joined(words: Words, chunks: list[Chunk], number: int) -> Sighting | None:
    """The first of `Norlandic and Westlandic officials`: the same group as the second, of its own country."""
    chunk, after = chunks[number], number + 1
    if after >= len(chunks) or words.folded[chunk.last : chunks[after].first] != ["and"]:
        return None
    entry, other = chunk.entry, chunks[after].entry
    if entry is None or other is None or entry.sort != Sort.DEMONYM or other.sort != Sort.DEMONYM:
        return None
    group = group_of(words, Chunk(chunks[after].first, chunks[after].last, Shape.KNOWN, entry))
    return None if group is None else group._replace(first=chunk.first, last=chunk.last, confidence=0.8)


def _nation(words: Words, chunks: list[Chunk], number: int, located: set[int]) -> Sighting | None:
    """A country or its capital where it acts, is acted upon, or owns what follows."""
    chunk = chunks[number]
    entry = chunk.entry
    assert entry is not None
    if entry.sort == Sort.DEMONYM:
        return _nationals(words, chunk, entry)
    if _is_place(words, chunks, number, located):
        located.add(number)
        return group_in(words, chunk)
    confidence = _city(words, chunks, number) if entry.sort == Sort.CAPITAL else _country(words, chunk)
    if confidence is None:
        return None
    form = MentionForm.METONYM if entry.sort == Sort.CAPITAL else MentionForm.NAME
    return _government(chunk, entry, form, confidence)


def as_state(words: Words, chunks: list[Chunk], number: int) -> float:
    """How sure it is that a name, were it a state's, is meant as one that acts; 0 where it is a place."""
    return 0.0 if _is_place(words, chunks, number, set()) else _country(words, chunks[number])


def _government(chunk: Chunk, entry: Entry, form: MentionForm, confidence: float) -> Sighting:
    key = (ActorKind.GOVERNMENT.value, entry.country or "", "")
    return Sighting(
        chunk.first,
        chunk.last,
        Standing.NAMED,
        entry.name,
        key,
        ActorKind.GOVERNMENT,
        form,
        country=entry.country,
        confidence=confidence,
    )


def government_of(at: int, country: str) -> Sighting:
    """The government of a country where word `at` says no more than `government`."""
    key = (ActorKind.GOVERNMENT.value, country, "")
    kind, form = ActorKind.GOVERNMENT, MentionForm.TITLE
    return Sighting(at, at + 1, Standing.NAMED, "", key, kind, form, country=country, confidence=0.7)


def _nationals(words: Words, chunk: Chunk, entry: Entry) -> Sighting | None:
    """`the Norlandics` as a people or a side; an adjective before a noun names nobody."""
    plural = words.folded[chunk.last - 1].endswith("s") and words.folded[chunk.first] != "swiss"
    if not has_article(words, chunk.first):
        if not plural:
            return None
        key = (ActorKind.GROUP.value, entry.country or "", "citizens")
        return Sighting(
            chunk.first,
            chunk.last,
            Standing.NAMED,
            words.surface(chunk.first, chunk.last),
            key,
            ActorKind.GROUP,
            MentionForm.DEMONYM,
            country=entry.country,
            confidence=0.7,
        )
    if plural or stands_alone(words, chunk.last):
        return _government(chunk, entry, MentionForm.DEMONYM, 0.6)
    return None


def stands_alone(words: Words, at: int) -> bool:
    """Whether no noun follows an adjective: `the Norlandics to release`, `the Norlandic have`."""
    if at >= words.size or words.gap[at] >= Gap.STOP:
        return True
    word = words.folded[at]
    return word in function_words() or is_auxiliary(word) or (words.gap[at] == Gap.SPACE and word in verbs())


def _is_water(words: Words, first: int) -> bool:
    """Whether a name is a part of that of a sea: the Sea of *Norland*."""
    if first < 2 or words.folded[first - 1] != "of" or max(words.gap[first - 1], words.gap[first]) != Gap.SPACE:
        return False
    return bool(words.capital[first - 2]) and words.folded[first - 2] in listed("grammar", "waters")


def _is_place(words: Words, chunks: list[Chunk], number: int, located: set[int]) -> bool:
    """`in Norland`, `Port Town, Norland`, `the Norland Sea`; `and Westland` behind a place is one too."""
    chunk = chunks[number]
    after = chunk.last
    named_on = after < words.size and words.gap[after] == Gap.SPACE and words.capital[after]
    if named_on and words.folded[after] in listed("nouns", "places"):
        return True
    if chunk.first and words.gap[chunk.first] == Gap.SPACE and _is_compass(words, chunk.first - 1):
        return True
    if _owns_an_act(words, chunk.last):
        return False
    if _is_region(words, chunks, number) or _is_water(words, chunk.first):
        return True
    before = word_before(words, chunk.first)
    if before in _LOCATIVE:
        return verb_behind(words, chunk.last) is None or before in {"in", "at"}
    joined = number and (before in {"and", "or"} or words.gap[chunk.first] == Gap.COMMA)
    return bool(joined) and number - 1 in located and chunk.first - chunks[number - 1].last <= 2


def _owns_an_act(words: Words, last: int) -> bool:
    """Whether a state has done something, wherever it stands: in the Kelm Strait, *Norland's* refusal to talk."""
    after = behind_possessive(words, last)
    return last < after < words.size and words.folded[after] in listed("grammar", "acts")


def _is_compass(words: Words, at: int) -> bool:
    return words.capital[at] > 0 and words.folded[at] in listed("grammar", "compass") and not words.opens(at)


def _is_region(words: Words, chunks: list[Chunk], number: int) -> bool:
    """A country that says where a town is: `Port Town, Norland`."""
    if not number or words.gap[chunks[number].first] != Gap.COMMA:
        return False
    before = chunks[number - 1]
    if before.last != chunks[number].first:
        return False
    return before.shape == Shape.NAME or (
        before.entry is not None and before.entry.sort in (Sort.PLACE, Sort.CAPITAL)
    )


def _city(words: Words, chunks: list[Chunk], number: int) -> float | None:
    """How sure it is that a capital stands for its government, null where it is a city."""
    chunk = chunks[number]
    before = word_before(words, chunk.first)
    if before in listed("grammar", "motion"):
        return None
    if verb_behind(words, chunk.last):
        return 0.9
    after = behind_possessive(words, chunk.last)
    if after > chunk.last:
        is_city = after >= words.size or words.capital[after] or words.folded[after] in _CITY_THINGS
        return None if is_city else 0.6
    if before in _DEALING or before in listed("verbs", "upon"):
        return 0.75
    if before == "and" and number and chunk.first - chunks[number - 1].last == 1:
        other = chunks[number - 1]
        paired = other.entry is not None and other.entry.sort in _NATION
        return 0.75 if paired and word_before(words, other.first) in _DEALING else None
    return None


def _country(words: Words, chunk: Chunk) -> float:
    """How sure it is that a country that is no place is meant as one that acts."""
    if verb_behind(words, chunk.last):
        return 0.95
    before = word_before(words, chunk.first)
    if before in _DEALING or before in listed("verbs", "upon"):
        return 0.9
    if before in {"to", "from"}:
        return 0.6
    return 0.8 if behind_possessive(words, chunk.last) > chunk.last else 0.7
