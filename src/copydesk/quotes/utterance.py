"""One page's direct quotations, each with who is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from copydesk.model.actor import Actor, ActorMention
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Substitution
from copydesk.quotes.kinds import Kind
from copydesk.quotes.reading import Reading, read_page
from copydesk.quotes.resolve import Speaker, SpeakerReader
from copydesk.quotes.utterances import Utterance, utterances_of
from copydesk.text.marks import quoted
from copydesk.text.patterns.quotations import DOUBLE_MARKS, SINGLE_MARKS

NO_ACTORS: Mapping[str, Actor] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a page quotes of one utterance, with the words that attribute it.

    Attributes:
        page_id: the page.
        spans: (begin, end) of each part on the page, without the marks, in order: several where the utterance is
            interrupted (`“…,” she said, “…”`) or goes on in a further paragraph. Never empty.
        text: the parts as they stand on the page, joined by a space.
        restored: the same with machine-swapped words put back; equal to `text` where none were found.
        speaker: full name of the actor where it is known, else the speaker as the page puts it; null where the
            page says none.
        speaker_id: the actor of `Pile.actors`, where the speaker is one.
        speaker_role: the speaker's office, where the page or the actor gives one.
        speaker_begin, speaker_end: the words that name the speaker beside the quotation.
        cue, cue_begin, cue_end: the words that report (`said`, `according to`).
        partial: a piece of a sentence that the page's own words lead into (`called it “a step”`).
        in_article: false in captions, teasers, comment forms and other furniture.
    """

    page_id: str
    spans: tuple[tuple[int, int], ...]
    text: str
    restored: str
    speaker: str | None
    speaker_id: str | None
    speaker_role: str | None
    speaker_begin: int | None
    speaker_end: int | None
    cue: str | None
    cue_begin: int | None
    cue_end: int | None
    partial: bool
    in_article: bool


def quotations_of(
    page: Page,
    segments: Sequence[Segment] = (),
    mentions: Sequence[ActorMention] = (),
    actors: Mapping[str, Actor] = NO_ACTORS,
    substitutions: Sequence[Substitution] = (),
) -> tuple[Quotation, ...]:
    """The direct quotations of one page, in the order of their places.

    Args:
        page: the page.
        segments: its segments, ascending; without them all is article.
        mentions: its rows of `actor_mentions`, ascending.
        actors: the rows of `actors` by id.
        substitutions: its rows of `substitutions`, ascending. Words that report are read as they were before
            a machine swapped them; every place is one of `page.text`.
    """
    if not may_quote(page, substitutions):
        return ()
    reading = read_page(page, segments, substitutions)
    text = reading.restored.text
    parts = quoted(text, reading.article)
    speakers = SpeakerReader(reading, mentions, actors)
    found = [
        _quotation(reading, one, speakers.speaker_of(one))
        for one in utterances_of(text, reading.article, parts, reading.headed, english=page.language in (None, "en"))
    ]
    found += [
        _quotation(reading, Utterance((part,), Kind.WHOLE, None), None, in_article=False)
        for part in quoted(text, reading.furniture)
    ]
    return tuple(sorted(found, key=lambda quotation: quotation.spans))


def may_quote(page: Page, substitutions: Sequence[Substitution]) -> bool:
    """Whether a page, or what stood there before words were swapped, has a mark that may be one of a quotation."""
    return _is_marked(page.text) or any(_is_marked(swap.restored) for swap in substitutions)


def _is_marked(text: str) -> bool:
    """Each mark is looked for by itself: that takes a tenth of the time of a pattern for all."""
    return any(mark in text for mark in _MARKS)


_MARKS = (*SINGLE_MARKS, *DOUBLE_MARKS)


def _quotation(reading: Reading, utterance: Utterance, who: Speaker | None, *, in_article: bool = True) -> Quotation:
    text, restored = reading.page.text, reading.restored
    spans = tuple(restored.on_page(part.begin, part.end) for part in utterance.parts)
    attribution = utterance.attribution
    speaker = restored.on_page(*attribution.speaker) if attribution else None
    cue = restored.on_page(*attribution.cue) if attribution and attribution.cue else None
    return Quotation(
        page_id=reading.page.page_id,
        spans=spans,
        text=" ".join(text[begin:end] for begin, end in spans),
        restored=" ".join(restored.text[part.begin : part.end] for part in utterance.parts),
        speaker=who.name if who else None,
        speaker_id=who.actor_id if who else None,
        speaker_role=who.role if who else None,
        speaker_begin=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        cue=text[slice(*cue)] if cue else None,
        cue_begin=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        partial=utterance.kind is Kind.PIECE,
        in_article=in_article,
    )
