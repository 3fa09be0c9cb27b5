"""Agencies that are credited where no line is a credit: beside the day, in a claim to rights, at the end of the text.

Sites in India print `Reuters | Updated: 3 June, 09:01` above the text, and `… of the port. PTI` at its end; those of
agencies `Source: Xinhua| 2024-06-03`; French and German ones name agencies under the headline (`avec AFP`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.model.page import Label, Segment
from copydesk.model.provenance import OriginKind, Relayed
from copydesk.text.patterns.credits import AND_AGENCIES, NAME_BESIDE_DAY, OF_RIGHTS, RIGHTS_OPENING, WITH_AGENCY
from copydesk.text.tokens import fold_word

CREDITED = "credits the text to it"
"""What an aside says of a source that the text is from; else it says what `Relayed` says."""
_FULL_STOPS = '.!?…”"’»)'
_BY = frozenset({"by", "von", "par", "por", "di"})
_ASIDES = frozenset({Label.DATE_BANNER, Label.WIDGET, Label.OTHER, Label.BODY, Label.SUBHEAD, Label.CREDIT})


@dataclass(frozen=True, slots=True)
class Article:
    """Where the article of a page begins, and where its last paragraph does; code points."""

    begin: int
    last: int


def article_of(segments: Sequence[Segment], length: int) -> Article:
    """The article of a page of that length; where it has no body, it begins at the end."""
    begins = [segment.begin for segment in segments if segment.label is Label.BODY]
    return Article(begins[0], begins[-1]) if begins else Article(length, length)


def read_aside(
    text: str, segment: Segment, name: tuple[int, int], kind: OriginKind, article: Article
) -> Relayed | str | None:
    """What a segment that is no credit says by the name of an agency in it; null where it says nothing.

    An outlet stands beside the day and in claims to rights on each of its own pages, and is never read there.
    """
    if kind is not OriginKind.AGENCY or segment.label not in _ASIDES:
        return None
    before, after = text[segment.begin : name[0]], text[name[1] : segment.end]
    if segment.label is Label.DATE_BANNER:
        beside = segment.begin < article.last and NAME_BESIDE_DAY.match(after) is not None
        return CREDITED if beside and before.strip(" \t(").casefold() in ("", "source:", "agency:") else None
    if segment.label in (Label.WIDGET, Label.OTHER):
        return CREDITED if segment.begin > article.last and _claims_rights(before, after) else None
    if segment.label is Label.BODY:
        closing = segment.begin == article.last and not after.strip(" .\n")
        return CREDITED if closing and _is_signature(before, text[slice(*name)]) else None
    return _under_headline(before, after, segment) if segment.begin < article.begin else None


def _claims_rights(before: str, after: str) -> bool:
    """Whether a line says of the name in it that it has the rights: `© 2024 AFP. All rights reserved.`"""
    opening, rest = RIGHTS_OPENING.fullmatch(before.strip()), OF_RIGHTS.fullmatch(after.strip())
    return opening is not None and rest is not None


def _is_signature(before: str, name: str) -> bool:
    """Whether a name behind a whole text signs it: `… he said. PTI`. One of small letters may end a sentence."""
    return before.endswith(" ") and before.rstrip()[-1:] in tuple(_FULL_STOPS) and name.isupper()


def _under_headline(before: str, after: str, segment: Segment) -> Relayed | str | None:
    """What a line above the text says of the agency that ends it: `Le Courrier avec AFP`, `By JANE ROE via AP`."""
    if AND_AGENCIES.fullmatch(after) is None:
        return None
    if segment.label is Label.SUBHEAD and WITH_AGENCY.search(before) is not None:
        return Relayed.CONTRIBUTED
    opens_by = fold_word(before.lstrip().partition(" ")[0]) in _BY
    return CREDITED if opens_by and before.rstrip().endswith((",", " via", "/", "|")) else None
