"""The quotations of a page joined to utterances, each attributed by its sentence or by the ones around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.quotes.attribution import Attribution, Place, attribution_of
from copydesk.quotes.cue import cues_in, has_clitic, mark_cues
from copydesk.quotes.grammar import cues_of_other_languages, words
from copydesk.quotes.host import QUOTE, STOPS, Host, ending, host_of, is_caseless
from copydesk.quotes.kinds import Kind, is_name, kind_of
from copydesk.quotes.voice import voice_of
from copydesk.text.marks import Quoted
from copydesk.text.patterns.quotations import RELAYED
from copydesk.text.vocabulary import function_words, reporting_verbs

LONGEST_INTERRUPTION = 40
"""Tokens between the parts of an interrupted utterance at most."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Parts that are one utterance, in order, with their kind and the words that attribute it."""

    parts: tuple[Quoted, ...]
    kind: Kind
    attribution: Attribution | None
    headed: bool = False


@dataclass(slots=True)
class _Paragraph:
    host: Host
    utterances: list[tuple[int, int]]
    """First and last token of each, both quotations."""
    attributed: list[Attribution | None]


def utterances_of(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    parts: Sequence[Quoted],
    headed: Sequence[bool],
    *,
    english: bool = True,
) -> list[Utterance]:
    """Join and attribute the quotations `parts` of `paragraphs` (spans into `text`), in order.

    `headed` says of each paragraph whether it is a headline: those are attributed by themselves. In other
    languages than English only what a known verb, a colon or a dash attributes has a speaker.
    """
    by_paragraph: dict[int, list[Quoted]] = {}
    for part in parts:
        by_paragraph.setdefault(part.paragraph, []).append(part)
    read: dict[int, _Paragraph] = {}

    def paragraph(number: int) -> _Paragraph:
        if number not in read:
            read[number] = _read(text, paragraphs[number], by_paragraph.get(number, []))
        return read[number]

    found: list[Utterance] = []
    for number in by_paragraph:
        one = paragraph(number)
        for index, (first, last) in enumerate(one.utterances):
            attribution = one.attributed[index]
            if not english and not _is_plain(one.host, attribution):
                attribution = one.attributed[index] = None
            kind = kind_of(one.host, first, attribution, headed=headed[number])
            if kind is Kind.NO_QUOTATION:
                continue
            attribution = _relayed(one.host, first, attribution)
            if attribution is None and not headed[number] and kind is not Kind.PIECE:
                before = paragraph(number - 1) if english and number and not headed[number - 1] else None
                attribution = _carried(one, index, before) if english else _going_on(one, index)
                one.attributed[index] = attribution
            whole = tuple(one.host.parts[at] for at in range(first, last + 1) if at in one.host.parts)
            found.append(Utterance(whole, kind, attribution, headed[number]))
    return _continued(found)


def _read(text: str, span: tuple[int, int], parts: Sequence[Quoted]) -> _Paragraph:
    host = host_of(text, *span, parts)
    names = {at for at in host.parts if is_name(host, at) and not _opens_sentence(host, at)}
    if names:
        host = host_of(text, *span, [part for at, part in host.parts.items() if at not in names])
    mark_cues(host)
    utterances: list[tuple[int, int]] = []
    for at in sorted(host.parts):
        if utterances and _is_interrupted(host, utterances[-1][1], at):
            utterances[-1] = (utterances[-1][0], at)
        else:
            utterances.append((at, at))
    return _Paragraph(host, utterances, [attribution_of(host, first, last) for first, last in utterances])


def _is_plain(host: Host, attribution: Attribution | None) -> bool:
    """Whether an attribution holds without knowing the grammar of the language.

    In a script without capitals nothing tells the name from the clause around it.
    """
    if attribution is None or attribution.place is Place.LEAD or is_caseless(host.text, *attribution.speaker):
        return False
    if attribution.cue is None:
        end = attribution.speaker[1]
        return attribution.place is Place.LABEL and host.text[end : end + 1] in (":", "\n", "")
    cue = host.text[slice(*attribution.cue)].lower()
    return (
        has_clitic(host.text[slice(*attribution.speaker)])
        or cue in cues_of_other_languages()
        or cue in words("according_elsewhere")
    )


def _relayed(host: Host, at: int, attribution: Attribution | None) -> Attribution | None:
    """Who is quoted where the quotation itself begins with `Ada Brandt said that`: she, not who passes it on."""
    found = RELAYED.match(host.text, host.parts[at].begin, host.parts[at].end)
    if attribution is None or found is None or found.group(2) not in reporting_verbs():
        return attribution
    if found.group(1).split()[0].lower() in function_words():
        return attribution
    return Attribution((found.start(1), found.end(1) - 1), found.span(2), attribution.place)


def _opens_sentence(host: Host, at: int) -> bool:
    """Whether a quotation stands where a sentence of its own can: what looks like a title there may be said."""
    return at == 0 or host.sentence[at - 1] != host.sentence[at] or host.words[at - 1] == ":"


def _is_interrupted(host: Host, one: int, other: int) -> bool:
    """Whether the second quotation goes on with the sentence of the first: `“…,” she said, “…”`."""
    if other - one < 3 or other - one > LONGEST_INTERRUPTION or host.sentence[one] != host.sentence[other]:
        return False
    if host.words[other - 1] not in (",", "—", "–", "--") or ending(host.text, host.parts[one]) not in ",-—–…":
        return False
    between = range(one + 1, other - 1)
    if host.words[one + 1] in ("and", "but", "adding", "then", "while") or any(
        host.words[at] in ("and", "but", "adding", "while", "that") for at in between
    ):
        return False
    return next(cues_in(host, between), None) is not None


def _carried(one: _Paragraph, index: int, before: _Paragraph | None) -> Attribution | None:
    """The speaker of words that their own sentence does not attribute: of what stands before, nearest first."""
    first = one.utterances[index][0]
    found = _last_voice(one, first, index)
    if found is None and before is not None:
        found = _last_voice(before, len(before.host.words), len(before.utterances))
    if found is None:
        found = next((other for other in one.attributed[index + 1 :] if other is not None), None)
    return replace(found, place=Place.CARRIED) if found is not None else None


def _going_on(one: _Paragraph, index: int) -> Attribution | None:
    """The speaker of the sentence before, of words that are a sentence alone: `„…“, sagte Ada Brandt. „…“`."""
    known = one.attributed[index - 1] if index else None
    if known is None:
        return None
    host, (first, last), before = one.host, one.utterances[index], one.utterances[index - 1][1]
    alone = all(word in STOPS for word in host.words[last + 1 : host.sentence_end(first)])
    if not alone or host.sentence_begin(first) < first or host.sentence[first] != host.sentence[before] + 1:
        return None
    return replace(known, place=Place.CARRIED)


def _last_voice(one: _Paragraph, high: int, n_utterances: int) -> Attribution | None:
    """Who spoke last before token `high`: sentence by sentence, backwards."""
    host = one.host
    index = n_utterances - 1
    end = host.sentence_begin(high) if high < len(host.words) else high
    while end > 0:
        begin = host.sentence_begin(end - 1)
        while index >= 0 and one.utterances[index][0] >= begin:
            if one.attributed[index] is not None:
                return one.attributed[index]
            index -= 1
        if QUOTE not in host.words[begin:end]:
            voice = voice_of(host, begin, end)
            if voice is not None:
                return voice
        end = begin
    return None


def _continued(found: list[Utterance]) -> list[Utterance]:
    """Join what goes on in the next paragraph, under the attribution that either part has of its own."""
    joined: list[Utterance] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is None or not last.parts[-1].continued or one.parts[0].paragraph != last.parts[-1].paragraph + 1:
            joined.append(one)
            continue
        attribution = last.attribution
        if attribution is None or (attribution.place is Place.CARRIED and one.attribution is not None):
            attribution = one.attribution
        joined[-1] = replace(last, parts=last.parts + one.parts, attribution=attribution)
    return joined
