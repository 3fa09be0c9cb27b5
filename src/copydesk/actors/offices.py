"""Offices read with what belongs to them: for whom, where, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.actors.beside import behind_possessive
from copydesk.actors.bodies import is_body
from copydesk.actors.chunk import Chunk, Shape
from copydesk.actors.gap import Gap
from copydesk.actors.traits import Trait
from copydesk.actors.vocabulary import Sort, modifiers
from copydesk.actors.vocabulary import words as listed
from copydesk.actors.words import Words

_DETERMINERS = listed("grammar", "determiners")
_DEFINITE = listed("grammar", "definite")


@dataclass(frozen=True, slots=True)
class Office:
    """An office on a page: the words of its title [first, last), of its whole phrase [begin, end).

    `holders` are the numbers of the chunks that name who holds it. `owners` are those of the chunks that say
    for whom it is held (`Norlandic`, `State Department`), `body` is the one among them that is an institution.
    """

    chunk: int
    first: int
    last: int
    begin: int
    end: int
    head: str
    gender: str
    plural: bool
    country: str | None
    definite: bool
    owners: tuple[int, ...]
    body: int | None
    holders: tuple[int, ...]

    @property
    def is_group(self) -> bool:
        """Whether it is people who act together and nobody's office: `students`, `Norlandic officials`."""
        return self.plural and not self.holders and self.body is None

    def under(self, words: Words, chunks: list[Chunk]) -> str | None:
        """The last word, folded, of the name that the office is held under; null where none stands before it."""
        for owner in self.owners:
            if _is_name(chunks[owner]):
                return words.folded[chunks[owner].last - 1]
        return None

    def role(self, words: Words, chunks: list[Chunk]) -> str:
        """The title as written, with the institution that it is held at."""
        return words.surface(self.first if self.body is None else chunks[self.body].first, self.last)


def read_offices(words: Words, chunks: list[Chunk]) -> list[Office]:
    """The offices of a page in order."""
    taken: set[int] = set()
    offices = []
    for number, chunk in enumerate(chunks):
        if chunk.shape == Shape.OFFICE:
            office = _office(words, chunks, number, taken)
            taken.update(office.holders)
            offices.append(office)
    return offices


def _office(words: Words, chunks: list[Chunk], number: int, taken: set[int]) -> Office:
    chunk = chunks[number]
    country = chunk.entry.country if chunk.entry else None
    first = chunk.first
    while (
        first
        and words.gap[first] <= Gap.HYPHEN
        and words.folded[first - 1] in modifiers()
        and not (number and chunks[number - 1].last >= first and not chunks[number - 1].tentative)
    ):
        first -= 1
    begin, owners, body, owned_by = _owners(words, chunks, number, first)
    last, end, held_for, after = _complement(words, chunks, number)
    begin, determiner = _determiner(words, begin)
    holders = _behind(
        words, chunks, after, end, chunk.plural, definite=determiner in _DEFINITE or bool(owners) or end > last
    )
    named_for = country_of_name(words, chunks, holders[0]) if holders else None
    if not holders and behind_possessive(words, last) == last and not _speaks(words, end):
        holders = _before(words, chunks, number, begin, taken)
    country = owned_by or held_for or named_for or country
    return Office(
        number,
        first,
        last,
        begin,
        end,
        _head(words, chunk),
        chunk.gender,
        chunk.plural,
        country,
        determiner in _DEFINITE or (bool(owners) and determiner is None),
        owners,
        body,
        holders,
    )


def _head(words: Words, chunk: Chunk) -> str:
    """The word that says what somebody is: `secretary` of `secretary of state`, of `secretary general`."""
    folded = words.folded[chunk.first : chunk.last]
    if chunk.entry is None:
        return folded[-1]
    for small in ("of", "in"):
        if small in folded:
            folded = folded[: folded.index(small)]
    while len(folded) > 1 and folded[-1] in listed("grammar", "behind"):
        folded.pop()
    return folded[-1]


def _owners(
    words: Words, chunks: list[Chunk], number: int, first: int
) -> tuple[int, tuple[int, ...], int | None, str | None]:
    """Where the phrase begins, the chunks that say for whom the office is held, the institution, the country."""
    begin, owners, body, country = first, [], None, None
    before = number - 1
    while before >= 0 and _touches(words, chunks[before].last, begin):
        chunk = chunks[before]
        if chunk.tentative or (chunk.shape == Shape.OFFICE and chunk.last == begin):
            break
        begin = chunk.first
        owners.append(before)
        body = before if is_body(chunk) else body
        if chunk.entry and chunk.entry.country:
            country = country or chunk.entry.country
        before -= 1
    while owners and begin and words.gap[begin] == Gap.SPACE and words.folded[begin - 1] in modifiers():
        begin -= 1
    return begin, tuple(owners), body, country


def _touches(words: Words, last: int, begin: int) -> bool:
    """Whether a chunk that ends at `last` stands right before `begin`, perhaps with a possessive `'s`."""
    if last == begin:
        company = words.gap[begin] == Gap.STOP and words.folded[last - 1] in listed("nouns", "company")
        return company or words.gap[begin] in (Gap.SPACE, Gap.HYPHEN, Gap.POSSESSIVE)
    if last == begin - 1 and words.folded[last] == "s" and words.gap[last] == Gap.POSSESSIVE:
        return words.gap[begin] == Gap.SPACE
    return last == begin - 1 and words.folded[last] in modifiers() and max(words.gap[last : begin + 1]) <= Gap.HYPHEN


def _complement(words: Words, chunks: list[Chunk], number: int) -> tuple[int, int, str | None, int]:
    """Behind the title with its `of the interior`; behind its whole phrase; the country there; the next chunk."""
    last, after = chunks[number].last, number + 1
    if last + 1 >= words.size or words.folded[last] not in {"of", "for"} or words.gap[last] != Gap.SPACE:
        return last, last, None, after
    at = last + 1
    if words.folded[at] == "the" and at + 1 < words.size and words.gap[at] == Gap.SPACE:
        at += 1
    if words.gap[at] != Gap.SPACE:
        return last, last, None, after
    if after < len(chunks) and chunks[after].first == at and chunks[after].shape != Shape.OFFICE:
        chunk = chunks[after]
        country = chunk.entry.country if chunk.entry else None
        joined = after + 1 < len(chunks) and chunks[after + 1].first == chunk.last
        if joined and is_body(chunks[after + 1]) and words.gap[chunk.last] == Gap.SPACE:
            after += 1
        return last, chunks[after].last, country, after + 1
    end = at
    while (
        end < words.size
        and words.gap[end] <= Gap.HYPHEN
        and (words.folded[end] in modifiers() or words.folded[end] == "and")
    ):
        end += 1
    if end > at and words.folded[end - 1] != "and":
        return end, end, None, after
    return last, last, None, after


def _determiner(words: Words, begin: int) -> tuple[int, str | None]:
    if begin and words.gap[begin] == Gap.SPACE and words.folded[begin - 1] in _DETERMINERS:
        return begin - 1, words.folded[begin - 1]
    return begin, None


def _behind(
    words: Words, chunks: list[Chunk], after: int, end: int, plural: bool, *, definite: bool
) -> tuple[int, ...]:
    """The names behind an office: `Minister Jan Roe`, `the minister, Jan Roe,`, `ministers Jan Roe and Ann Poe`."""
    if after >= len(chunks) or not _is_name(chunks[after]) or chunks[after].first != end:
        return ()
    gap = words.gap[end]
    if gap == Gap.COMMA:
        last = chunks[after].last
        joined = last < words.size and words.gap[last] < Gap.COMMA
        if not definite or (joined and not (plural and words.folded[last] in {"of", "and"})):
            return ()
    elif gap not in (Gap.SPACE, Gap.STOP):
        return ()
    holders = [after]
    while plural:
        following = _next_holder(words, chunks, holders[-1])
        if following is None:
            break
        holders.append(following)
    return tuple(holders)


def _next_holder(words: Words, chunks: list[Chunk], holder: int) -> int | None:
    """The name joined to another: `Jan Roe and Ann Poe`, `Jan Roe of Norland and Ann Poe of Westland`."""
    last, after = chunks[holder].last, holder + 1
    if after < len(chunks) and words.folded[last : chunks[after].first] == ["of"]:
        last, after = chunks[after].last, after + 1
    if after < len(chunks) and _is_name(chunks[after]) and words.folded[last : chunks[after].first] == ["and"]:
        return after
    return None


def country_of_name(words: Words, chunks: list[Chunk], holder: int) -> str | None:
    """The country behind a name: `President Jan Roe of Norland`."""
    last, after = chunks[holder].last, holder + 1
    if after < len(chunks) and words.folded[last : chunks[after].first] in (["of"], ["of", "the"]):
        entry = chunks[after].entry
        return entry.country if entry and entry.sort == Sort.COUNTRY else None
    return None


def _speaks(words: Words, end: int) -> bool:
    """Whether a verb of reporting follows an office at once: `Jan Roe was shot, officials said` makes him none."""
    after = end < words.size and words.gap[end] == Gap.SPACE
    return after and bool(words.traits[end] & Trait.REPORTING) and not words.capital[end]


def _before(words: Words, chunks: list[Chunk], office: int, begin: int, taken: set[int]) -> tuple[int, ...]:
    """The name before an office in apposition: `Jan Roe, the mayor`, or with the verb: `Jan Roe is the mayor`."""
    if not begin:
        return ()
    last = begin
    if words.gap[begin] == Gap.SPACE and words.folded[begin - 1] in {"is", "was"}:
        last = begin - 1
        if last and words.folded[last - 1] == "who" and words.gap[last] == Gap.SPACE:
            last -= 1
    elif words.gap[begin] != Gap.COMMA:
        return ()
    number = office - 1
    while number >= 0 and chunks[number].last > last:
        number -= 1
    if number < 0 or chunks[number].last != last or number in taken or not _is_name(chunks[number]):
        return ()
    return (number,) if words.gap[last] in (Gap.SPACE, Gap.COMMA) else ()


def _is_name(chunk: Chunk) -> bool:
    return chunk.shape == Shape.NAME and not chunk.tentative
