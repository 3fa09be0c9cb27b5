"""Who a page says its text is from: agency credits, bylines, source lines, and outlets that it quotes as reporting.

A photo credit speaks of the photo. It never makes an agency the origin of the text; its caption is the agency's word.
Nor does a credit for a part of the text (`Additional reporting by AFP`) where another credit is for the whole.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from copydesk.model.page import Label, Page, Segment
from copydesk.model.provenance import Evidence, OriginKind, Relayed
from copydesk.provenance.asides import Article, article_of, read_aside
from copydesk.provenance.credit import Credit
from copydesk.provenance.houses import CREDITING, naming_pairs
from copydesk.provenance.names import Houses, Named, initials_of_agencies, is_spelled, names_with, spellings
from copydesk.provenance.relayed import read_relayed
from copydesk.provenance.sections import Section
from copydesk.provenance.sites import house
from copydesk.provenance.vocabulary import contributions
from copydesk.text.patterns.credits import CALL_SIGN, ITSELF_CONTRIBUTED
from copydesk.text.phrases import PhraseHit
from copydesk.text.tokens import CAPITAL, Tokens, fold_word, fold_words, tokenize, tokenize_all
from copydesk.text.vocabulary import function_words

Place = tuple[int, int]

_LONGEST_ALIAS = 6
_OPENERS = frozenset({"with", "by", "from", "source", "via", "reporting", "additional", "agency", "agencies"})
"""Words that may open a credit with a capital and are no part of a name."""
_BEFORE_SOURCE = frozenset({"by", "from", "of", "for", "via", "the", "and", "with"})
"""Words that a source may follow in a byline."""
_BODIES = frozenset(
    {"agency", "agencies", "press", "news", "newswire", "newswires", "wire", "wires", "service", "bureau", "media"}
)
"""What agencies call themselves."""
_BEFORE_NAME = 80
"""Code points of a credit before a name in which it may say that the name stands for a part of the text."""


def find_credits(
    pages: Sequence[Page], segments: Sequence[Sequence[Segment]], houses: Houses = ()
) -> list[tuple[Credit, ...]]:
    """The credits of each page, in text order. `segments` are those of the pages; `houses`, by `houses_of`, the sites
    of the pile, which other pages may name as outlets."""
    tokens, start = tokenize_all([page.text for page in pages])
    index, names = names_with(houses)
    return _credits_of(pages, segments, tokens, start, index.places(tokens.word, start), names)


def listed_credits(
    pages: Sequence[Page], segments: Sequence[Sequence[Segment]]
) -> tuple[list[tuple[Credit, ...]], Section]:
    """The same without any houses, and the pairs of words of each page at which houses would count."""
    tokens, start = tokenize_all([page.text for page in pages])
    index, names = names_with(())
    places = index.places(tokens.word, start)
    pairs = naming_pairs(segments, tokens, start, places)
    return _credits_of(pages, segments, tokens, start, places, names), pairs


def _credits_of(
    pages: Sequence[Page],
    segments: Sequence[Sequence[Segment]],
    tokens: Tokens,
    start: NDArray[np.int64],
    places: NDArray[np.int32],
    names: Sequence[Named],
) -> list[tuple[Credit, ...]]:
    """The credits of each page, from the places of `names` among the words of all."""
    edges, bounds = np.searchsorted(places[:, 0], start).tolist(), start.tolist()
    places[:, :2] -= np.repeat(start[:-1], np.diff(edges)).astype(np.int32)[:, None]
    hits = [PhraseHit(*place) for place in places.tolist()]
    return [
        _credits(page, own, tokens.part(bounds[at], bounds[at + 1]), hits[edges[at] : edges[at + 1]], names)
        for at, (page, own) in enumerate(zip(pages, segments, strict=True))
    ]


def _credits(
    page: Page, segments: Sequence[Segment], tokens: Tokens, hits: Sequence[PhraseHit], names: Sequence[Named]
) -> tuple[Credit, ...]:
    """The credits of one page, from the `names` that its words hit."""
    article = article_of(segments, len(page.text))
    found = []
    for hit in hits:
        segment = _segment_at(segments, int(tokens.begin[hit.first]))
        credit = _credit(page, segment, tokens, hit, names[hit.phrase], article) if segment else None
        if credit:
            found.append(credit)
    named = {credit.evidence.begin for credit in found}
    for segment in segments:
        if segment.label in _UNLISTED and not any(segment.begin <= at < segment.end for at in named):
            found.extend(_UNLISTED[segment.label](page, segment))
    ranked = (dataclasses.replace(credit, rank=_rank(credit, segments, article.begin)) for credit in found)
    return tuple(sorted(ranked, key=lambda credit: credit.evidence.begin))


def _rank(credit: Credit, segments: Sequence[Segment], body: int) -> int:
    """A dateline and a byline say whose the text is; below it stand those who helped as well."""
    segment = _segment_at(segments, credit.evidence.begin)
    if segment is not None and segment.label is Label.SOURCE_LINE:
        return 2
    return 0 if credit.evidence.begin < body or (segment is not None and segment.label is Label.BYLINE) else 1


def _segment_at(segments: Sequence[Segment], place: int) -> Segment | None:
    at = bisect.bisect_right(segments, place, key=lambda segment: segment.begin) - 1
    return segments[at] if at >= 0 and place < segments[at].end else None


def _credit(
    page: Page, segment: Segment, tokens: Tokens, hit: PhraseHit, named: Named, article: Article
) -> Credit | None:
    """What a name says in its segment: credited there, or in the body told something or reporting it."""
    begin, end = int(tokens.begin[hit.first]), int(tokens.end[hit.last - 1])
    if not (is_spelled(page.text[begin:end], named[0]) or _is_all_of(page.text, segment, begin, end)):
        return None
    credits_text = segment.label in CREDITING
    aside = None if credits_text else read_aside(page.text, segment, (begin, end), named[1], article)
    if aside is not None:
        return Credit(*named, not isinstance(aside, Relayed), Evidence(page.page_id, begin, end, str(aside)))
    if credits_text:
        relayed = _contributed(page.text, segment, (begin, end))
    else:
        relayed = read_relayed(page.text, segment, tokens, hit)
        if relayed is Relayed.PICTURED and _is_site(named):
            relayed = None  # it stands under all that a site prints
    if not (_is_credit(page, segment, tokens, hit, named) if credits_text else relayed):
        return None
    why = f"names {named[0]} as source of the text" if relayed is None else relayed.value
    return Credit(*named, relayed is None, Evidence(page.page_id, begin, end, why))


def _is_credit(page: Page, segment: Segment, tokens: Tokens, hit: PhraseHit, named: Named) -> bool:
    """Whether a name in a credit is one whose text it may be. A site that no list has is not credited on its own
    pages, where its name stands behind those of its reporters."""
    if named[1] is OriginKind.OUTLET:
        if _is_copyright(page.text[segment.begin : segment.end]):
            return False
        if page.site is not None and house(page.site) == named[0] and _is_site(named):
            return False
    return segment.label is not Label.BYLINE or _apart(page.text, tokens, hit, agency=named[1] is OriginKind.AGENCY)


def _is_site(named: Named) -> bool:
    """Whether a name is known from the pile alone."""
    return named[1] is OriginKind.OUTLET and named[0] not in spellings()


def _is_all_of(text: str, segment: Segment, begin: int, end: int) -> bool:
    """Whether a name is all that a credit says: then it counts in any letters, `/ritzau/`, `(sda)`."""
    bare = text[segment.begin : segment.end].strip(" \n\t()[]/.-–—")
    return segment.label is Label.AGENCY_CREDIT and bare == text[begin:end]


def _is_copyright(text: str) -> bool:
    """Whether a credit is a claim to rights. That of an agency says whose the text is, that of an outlet stands under
    all that it prints."""
    words = fold_words(text)
    return "©" in text or "copyright" in words or "rights" in words


def _contributed(text: str, segment: Segment, name: tuple[int, int]) -> Relayed | None:
    """Whether a credit names a source of a part of the text: `(Reporting by …; additional reporting by N)`, or `N
    contributed to this report`, which a paper writes below its own; what N's reporters contributed to is N's."""
    before = text[max(segment.begin, name[0] - _BEFORE_NAME) : name[0]].replace(".", ";").rpartition(";")[2]
    words = f" {' '.join(fold_words(before))} "
    part = any(f" {phrase} " in words for phrase in contributions())
    itself = ITSELF_CONTRIBUTED.match(text, name[1], segment.end) is not None
    return Relayed.CONTRIBUTED if part or itself else None


def _unlisted(page: Page, segment: Segment) -> tuple[Credit, ...]:
    """An agency that is in no list: the last run of capitalised words of the credit is its name."""
    text = page.text[segment.begin : segment.end]
    tokens = tokenize(text)
    capital = tokens.flags & CAPITAL > 0
    if len(tokens) == 1:
        capital[0] |= fold_words(text)[0].upper() in initials_of_agencies()
    last = len(tokens)
    while last and not capital[last - 1]:
        last -= 1
    first = last
    while first and capital[first - 1] and last - first < _LONGEST_ALIAS:
        first -= 1
    if first == last or (first == 0 and fold_words(text)[0] in _OPENERS | function_words()):
        first += 1
    if first >= last or _is_person(tokens, text, first, last) or _is_copyright(text):
        return ()
    begin, end = segment.begin + int(tokens.begin[first]), segment.begin + int(tokens.end[last - 1])
    if CALL_SIGN.fullmatch(page.text, begin, end):
        return ()
    name = initials_of_agencies().get(page.text[begin:end].upper(), page.text[begin:end])
    relayed = _contributed(page.text, segment, (begin, end))
    why = f"names {name} as source of the text" if relayed is None else relayed.value
    return (Credit(name, OriginKind.AGENCY, relayed is None, Evidence(page.page_id, begin, end, why)),)


def _initialled(page: Page, segment: Segment) -> tuple[Credit, ...]:
    """An agency behind the author of a byline, by initials that mean it in a credit alone: `By Ada Roe, PA`."""
    text = page.text[segment.begin : segment.end].rstrip()
    author, comma, initials = text.rpartition(", ")
    if not comma or initials not in initials_of_agencies() or "," in author or len(author.split()) < 2:
        return ()
    begin = segment.begin + len(text) - len(initials)
    name = initials_of_agencies()[initials]
    evidence = Evidence(page.page_id, begin, begin + len(initials), f"names {name} as source of the text")
    return (Credit(name, OriginKind.AGENCY, True, evidence),)


_UNLISTED = {Label.AGENCY_CREDIT: _unlisted, Label.BYLINE: _initialled}
"""What reads a segment in which no listed name stands."""


def _is_person(tokens: Tokens, text: str, first: int, last: int) -> bool:
    """Whether the words of a credit name somebody who wrote or edited: `Editing by Ada Roe`, `by Ada Roe and Jo Poe`.

    An agency that no list has shows by its initials, or by what it calls itself.
    """
    name = [text[tokens.begin[at] : tokens.end[at]] for at in range(first, last)]
    initials = any(word.isupper() and len(word) > 1 for word in name)
    if len(name) < 2 or initials or not _BODIES.isdisjoint(map(fold_word, name)):
        return False
    return "by" in fold_words(text[: tokens.begin[first]])


def _apart(text: str, tokens: Tokens, hit: PhraseHit, *, agency: bool) -> bool:
    """Whether a name in a byline stands by itself: `By Jane Slate` is a person, `By Jane Roe, Slate` a source.

    Nobody has several words for a surname, or all capitals beside a first name without: `Jane Roe Associated Press`.
    """
    several = hit.last - hit.first > 1 and agency
    if hit.first and not several:
        gap = text[tokens.end[hit.first - 1] : tokens.begin[hit.first]]
        word = text[tokens.begin[hit.first - 1] : tokens.end[hit.first - 1]]
        shouted = agency and text[tokens.begin[hit.first] : tokens.end[hit.first]].isupper() and not word.isupper()
        if not (set(gap) & set(",/|(–—-\n") or shouted or fold_word(word) in _BEFORE_SOURCE):
            return False
    following = hit.last < len(tokens) and text[tokens.end[hit.last - 1] : tokens.begin[hit.last]] == " "
    return not (following and tokens.flags[hit.last] & CAPITAL)


Sources = Mapping[tuple[str, OriginKind], tuple[Evidence, ...]]
"""Named sources, each with its evidence."""


def credited(credits: Sequence[Credit]) -> Sources:
    """The sources credited with a text, the one that is said most plainly first."""
    ranked = sorted(credits, key=lambda credit: (credit.rank, credit.evidence.begin))
    return _by_source(credit for credit in ranked if credit.text)


def contributing(credits: Sequence[Credit]) -> Sources:
    """The sources credited with a part of a text, in the order of the text."""
    return _by_source(credit for credit in credits if credit.evidence.why == Relayed.CONTRIBUTED)


def _by_source(credits: Iterable[Credit]) -> Sources:
    sources: dict[tuple[str, OriginKind], list[Evidence]] = {}
    for credit in credits:
        sources.setdefault((credit.name, credit.kind), []).append(credit.evidence)
    return {source: tuple(places) for source, places in sources.items()}


def credited_agencies(credits: Iterable[Sequence[Credit]]) -> frozenset[str]:
    """The agencies that any page of the pile credits with a text."""
    return frozenset(
        credit.name for found in credits for credit in found if credit.text and credit.kind is OriginKind.AGENCY
    )


def of_one_kind(credits: Sequence[tuple[Credit, ...]], agencies: Set[str]) -> list[tuple[Credit, ...]]:
    """The credits of pages, one of `agencies` one everywhere: where it has a site in the pile, a name may look like
    an outlet's."""
    return [
        tuple(dataclasses.replace(one, kind=OriginKind.AGENCY) if one.name in agencies else one for one in found)
        for found in credits
    ]
