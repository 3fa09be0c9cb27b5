"""Names in credits: of agencies, of picture agencies, of people by their shape."""

from __future__ import annotations

from functools import cache

from copydesk.extract.line import fold
from copydesk.extract.vocabulary import read_toml, read_words
from copydesk.text import vocabulary


@cache
def small_words(group: str) -> frozenset[str]:
    """One list of `words.toml`."""
    return frozenset(read_toml("words.toml")[group].split())


@cache
def agencies() -> frozenset[str]:
    """Names of news agencies, folded."""
    return frozenset(fold(name) for name in read_toml("agencies.toml")["agencies"])


@cache
def picture_names() -> frozenset[str]:
    """Names that make a picture credit of what stands before them, folded; the agencies among them."""
    return agencies() | {fold(name) for name in read_toml("agencies.toml")["pictures"]}


@cache
def credit_openings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Phrases that open a picture credit: by themselves, and where a mark follows."""
    words = read_toml("agencies.toml")
    return tuple(fold(p) for p in words["credit_open"]), tuple(fold(p) for p in words["credit_lead"])


@cache
def places() -> frozenset[str]:
    """Places that datelines name, folded."""
    return regions() | {fold(name) for name in vocabulary.cities()}


@cache
def regions() -> frozenset[str]:
    """Countries, states and their abbreviations, that follow a place in a dateline, folded."""
    return frozenset(fold(name) for name in vocabulary.regions())


@cache
def generic_authors() -> tuple[frozenset[str], frozenset[str]]:
    """Authors that are nobody, folded: accounts of publishing systems, and desks (words joined by `_`)."""
    accounts, desks = read_words("generic_authors.txt")
    return (
        frozenset(fold(name.replace("_", " ")) for name in accounts),
        frozenset(fold(name.replace("_", " ")) for name in desks),
    )


def is_agency(name: str) -> bool:
    """Whether `name` is that of a news agency."""
    return fold(name) in agencies()


def is_picture_source(name: str) -> bool:
    """Whether `name`, perhaps behind `via`, is one that picture credits name."""
    return fold(name).removeprefix("via ") in picture_names()


def is_acronym(name: str) -> bool:
    """Whether `name` has the shape of an agency's acronym: two to six capitals."""
    return 2 <= len(name) <= 6 and name.isalpha() and name.isupper()


def is_person(text: str) -> bool:
    """Whether `text` has the shape of a person's name: one to five capitalised words, particles between."""
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60:
        return False
    return all(
        _is_name_word(word) or word.casefold() in small_words("particles") for word in words
    ) and _is_name_word(words[-1])


def is_people(text: str) -> bool:
    """Whether `text` has the shape of one to six names with `and` or commas between."""
    names: list[list[str]] = [[]]
    for word in text.replace(",", " , ").split():
        if word == "," or word.casefold() in small_words("joiners"):
            names.append([])
        else:
            names[-1].append(word)
    filled = [" ".join(name) for name in names if name]
    return 1 <= len(filled) <= 6 and all(is_person(name) for name in filled)


def _is_name_word(word: str) -> bool:
    bare = word.strip(".’'\"“”()")
    return bare != "" and bare[0].isalpha() and not bare[0].islower() and not any(c.isdigit() for c in bare)
