"""What stands between quotation marks: an utterance, a piece of one, or a title, a name, a scare quote."""

from __future__ import annotations

from enum import StrEnum

from copydesk.quotes.attribution import Attribution, Place
from copydesk.quotes.cue import agent_of_passive
from copydesk.quotes.grammar import words
from copydesk.quotes.host import QUOTE, Host, ending, is_caseless
from copydesk.text.patterns.lines import UNSPACED
from copydesk.text.patterns.quotations import HOST_TOKEN

SHORTEST_PIECE = 6
"""Words of a piece of a sentence that are taken as quoted although nothing there says who spoke."""

LETTERS_OF_WORD = 2
"""Letters of a word on average in scripts that are written without spaces."""

LONGEST_NAME = 80
"""Code points of a title or nickname at most."""

LONGEST_TITLE = 9
"""Words of a title at most."""


class Kind(StrEnum):
    """What words between marks are."""

    WHOLE = "whole"
    PIECE = "piece"
    NO_QUOTATION = "no_quotation"


def kind_of(host: Host, first: int, attribution: Attribution | None, *, headed: bool) -> Kind:
    """The kind of an utterance whose first part is token `first`, given what its own sentence says of the speaker."""
    part = host.parts[first]
    tokens = [token.group() for token in HOST_TOKEN.finditer(host.text, part.begin, part.end)]
    spoken = [token for token in tokens if token[0].isalnum()]
    if not spoken:
        return Kind.NO_QUOTATION
    unspaced = UNSPACED.findall(host.text, part.begin, part.end)
    if unspaced:
        return _kind_without_spaces(len(unspaced), tokens[-1], attribution)
    if attribution is not None and attribution.place is Place.LABEL and attribution.cue is None and len(spoken) < 3:
        attribution = None
    if _is_work(host, first, spoken) or (not headed and attribution is None and _is_heading(host, first, spoken)):
        return Kind.NO_QUOTATION
    whole = _is_whole(host, first, attribution)
    agent = attribution is not None and attribution.place is Place.AGENT
    if not whole and not agent and is_name(host, first):
        return Kind.NO_QUOTATION
    if whole and (len(spoken) > 1 or attribution is not None or tokens[-1] in ".,?!"):
        unsaid = attribution is None or (attribution.cue is None and host.words[first - 1 : first] == [","])
        titled = first > 0 and ending(host.text, part) not in ".?!" and _is_in_title_case(spoken)
        return Kind.NO_QUOTATION if unsaid and titled else Kind.WHOLE
    return _kind_of_piece(spoken, attribution, headed=headed)


def _kind_without_spaces(letters: int, last: str, attribution: Attribution | None) -> Kind:
    """Of scripts without spaces and capitals only length and stops tell a sentence from a name."""
    if last in "。！？!?.,，…":
        return Kind.WHOLE
    said = attribution is not None or letters >= SHORTEST_PIECE * LETTERS_OF_WORD
    return Kind.PIECE if said else Kind.NO_QUOTATION


def _is_heading(host: Host, at: int, spoken: list[str]) -> bool:
    """A paragraph of its own without a stop, or the subject of the sentence: `“Low tide” is over`."""
    if len(host.words) == 1 and _is_in_title_case(spoken):
        return True
    if len(spoken) >= SHORTEST_PIECE or ending(host.text, host.parts[at]) in ",.?!…-—":
        return False
    after = host.words[at + 1] if at + 1 < len(host.words) else ""
    return len(host.words) == 1 or (after in words("auxiliaries") and (at == 0 or host.words[at - 1] != QUOTE))


def is_name(host: Host, at: int) -> bool:
    """Whether the quotation of a token names something, whoever speaks: a title, a nickname, a word as a word."""
    part = host.parts[at]
    if part.end - part.begin > LONGEST_NAME:
        return False
    spoken = [t.group() for t in HOST_TOKEN.finditer(host.text, part.begin, part.end) if t.group()[0].isalnum()]
    if not spoken:
        return False
    return (
        _is_work(host, at, spoken)
        or _is_title(host, at, spoken)
        or _is_listed(host, at, spoken)
        or _is_nickname(host, at, spoken)
        or _is_named(host, at, spoken)
    )


def _kind_of_piece(spoken: list[str], attribution: Attribution | None, *, headed: bool) -> Kind:
    if headed:
        return Kind.PIECE if len(spoken) > 1 or attribution is not None else Kind.NO_QUOTATION
    if attribution is None and len(spoken) < SHORTEST_PIECE:
        return Kind.NO_QUOTATION
    return Kind.PIECE


def _is_whole(host: Host, at: int, attribution: Attribution | None) -> bool:
    """Whether the words stand as a sentence of their own, not as a part of the one around them."""
    before = host.words[at - 1] if at else ""
    opens = (
        not before or host.sentence[at - 1] != host.sentence[at] or before in (":", ",", QUOTE, "—", "–", "--", "(")
    )
    if attribution is not None and attribution.cue is not None and at and host.end[at - 1] == attribution.cue[1]:
        opens = True
    if not opens:
        return False
    if before == ":" and is_caseless(host.text, host.parts[at].begin, host.parts[at].end):
        return True
    return host.capital[at] or (attribution is not None and attribution.place is Place.AFTER)


def _is_title(host: Host, at: int, spoken: list[str]) -> bool:
    """Words in title case that nobody is said to have spoken: a film, a programme, a law."""
    before = host.words[at - 1] if at else ""
    if not _is_in_title_case(spoken):
        return False
    return (
        before in words("prepositions")
        or before in words("determiners")
        or before == "including"
        or before in words("to_be")
        or before.endswith("'s")
    )


def _is_work(host: Host, at: int, spoken: list[str]) -> bool:
    """`the film “The Long Tide”`, `her book, “The Long Tide,”`: the title of a work that is named as one."""
    near = host.words[max(0, at - 2) : at]
    return any(word in words("works") for word in near) and ":" not in near and _is_in_title_case(spoken)


def _is_in_title_case(spoken: list[str]) -> bool:
    if len(spoken) > LONGEST_TITLE or not spoken[0][0].isupper():
        return False
    great = [word for word in spoken if len(word) > 3]
    lower = [word for word in great if not word[0].isupper() and not word[0].isdigit()]
    small = words("small_in_titles")
    return all(word in small for word in lower)


def _is_listed(host: Host, at: int, spoken: list[str]) -> bool:
    """`“Long Tide,” “Low Water” and “Salt”`: titles beside each other, nobody speaking between them."""
    beside = (host.words[at - 1] if at else "", host.words[at + 1] if at + 1 < len(host.words) else "")
    return QUOTE in beside and ending(host.text, host.parts[at]) not in "?!." and _is_in_title_case(spoken)


def _is_nickname(host: Host, at: int, spoken: list[str]) -> bool:
    """`Thomas “Tam” Reed`."""
    if len(spoken) > 3 or at == 0 or at + 1 >= len(host.words):
        return False
    return host.capital[at - 1] and host.capital[at + 1] and spoken[0][0].isupper()


def _is_named(host: Host, at: int, spoken: list[str]) -> bool:
    """`the so-called “silent tide”`, `the word “tide”`: words as words."""
    if len(spoken) >= SHORTEST_PIECE or at == 0:
        return False
    back = at - 1
    while back > 0 and host.words[back] in ("as", "a", "an", "the"):
        back -= 1
    if host.words[back] == "called":
        if agent_of_passive(host, at, host.sentence_begin(at)) is not None:
            return False
        return back > 0 and (host.words[back - 1] in words("to_be") or host.words[back - 1] in (",", "so"))
    return host.words[back] in words("naming")
