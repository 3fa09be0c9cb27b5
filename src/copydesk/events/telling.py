"""The mentions of one page: every sentence coded, its parties, days, place and origin looked up."""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.events.coded import Coded
from copydesk.events.coder import code_sentence
from copydesk.events.days import Days, PageRows, status_by_date
from copydesk.events.inflection import stem
from copydesk.events.lexicon import word_lists
from copydesk.events.mention import Lasting, Mention
from copydesk.events.other_clauses import OPENS
from copydesk.events.play import without_play
from copydesk.events.settings import EventSettings
from copydesk.events.sides import Sides, States, pairs
from copydesk.events.where import place_named
from copydesk.model.date import Timex, TimexType
from copydesk.model.page import Label
from copydesk.text.article import Article, Sentence, read_article
from copydesk.text.restored import restored_text
from copydesk.text.tokens import fold_words
from copydesk.text.vocabulary import function_words, reporting_verbs

PICTURE_POSITION = re.compile(
    r"(?:,\s|\()(?:(?:second|third|fourth|\d(?:st|nd|rd|th)?)\s(?:from\s)?)?"
    r"(?:far\s|top\s|bottom\s)?(?:left|right|cent(?:er|re)|l|r|c)(?:,|\))",
    re.IGNORECASE,
)
"""Where somebody stands in a picture: `, left,`, `(4th L)`, `(second from right)`."""

READ = (Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.CAPTION)
"""Teasers tell of other news, and furniture of none. A caption tells of its picture."""

_MODIFYING = frozenset({"'s ", "’s ", "' ", "’ ", " "})
"""What stands between a mention and the one that it belongs to."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor in the restored text."""

    begin: int
    end: int
    actor_id: str


def tell(rows: PageRows, states: States, settings: EventSettings) -> list[Mention]:
    """The mentions of a page, in the order of the text, without their origins."""
    parties = [row for row in rows.actors if row.confidence >= settings.party]
    if not parties:
        return []
    restored = restored_text(rows.page.text, rows.substitutions, confidence=settings.restored)
    named = [Named(*restored.of_page(row.begin, row.end), row.actor_id) for row in parties]
    places = sorted((*(one.begin for one in named), *(one.start() for one in pairs().finditer(restored.text))))
    article = read_article(rows.page, restored, rows.segments, READ, places)
    found: list[Mention] = []
    days, sides = Days(rows), Sides(states, (one.actor_id for one in named))
    text = _without_positions(article)
    for sentence in article.sentences:
        own = _with_sides(text, sentence, _heads(text, _between(named, sentence.begin, sentence.end)), sides)
        if not own:
            continue  # an act without a known party is none, and coding a sentence takes longest
        spans = list(dict.fromkeys(spans_of(own)))
        acts = [
            mention
            for coded in code_sentence(text, sentence.begin, sentence.end, spans)
            if coded.confidence >= settings.least and (mention := _mention(rows, article, sentence, coded, own, days))
        ]
        found.extend(_dated_together(acts, rows.page.text))
    return _distinct(without_play(found, _texts(rows)))


def _texts(rows: PageRows) -> Iterator[str]:
    """The parts of the article, also those that name nobody."""
    return (rows.page.text[one.begin : one.end] for one in rows.segments if one.label in READ)


def _dated_together(acts: Sequence[Mention], text: str) -> list[Mention]:
    """The acts of a sentence; a noun that has no date is of the day of the first verb that may lend it one."""
    verbs = [one for one in acts if one.when.known and one.rule.startswith("verbs")]
    return [one if one.when.known or one.picture or _is_lasting(one) else _dated_by(one, verbs, text) for one in acts]


def _is_lasting(act: Mention) -> bool:
    """Whether a noun tells of something that goes on: the visit was on Monday, and not *the war*."""
    kind, _, noun = act.rule.partition(":")
    return kind == "nouns" and noun in word_lists()["lasting"]


def _dated_by(noun: Mention, verbs: Sequence[Mention], text: str) -> Mention:
    """A noun with the day of a verb, supposed; a day that a clause behind the noun gives is that clause's alone."""
    for verb in verbs:
        between = (noun.trigger_end, max(noun.trigger_end, verb.trigger_begin))
        if not verb.when.stated or not OPENS.search(text, *between):
            return dataclasses.replace(noun, when=dataclasses.replace(verb.when, stated=False, close=False))
    return noun


def _without_positions(article: Article) -> str:
    """The restored text with the positions of people in pictures blanked: nobody leaves in `Roe, left, greets`."""
    text = article.restored.text
    pieces, at = [], 0
    for sentence in article.sentences:
        if sentence.label is Label.CAPTION:
            pieces.append(text[at : sentence.begin])
            pieces.append(PICTURE_POSITION.sub(_blank, text[sentence.begin : sentence.end]))
            at = sentence.end
    return "".join((*pieces, text[at:]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _between(named: Sequence[Named], begin: int, end: int) -> Sequence[Named]:
    first = bisect.bisect_left(named, begin, key=lambda one: one.begin)
    last = bisect.bisect_left(named, end, key=lambda one: one.begin)
    return named[first:last]


def _heads(text: str, named: Sequence[Named]) -> list[Named]:
    """The mentions that no other one follows as its head: in `Norway's Astrid Roe`, Norway does nothing."""
    followed = [text[one.end : after.begin] in _MODIFYING for one, after in itertools.pairwise(named)]
    return [one for one, modifies in zip(named, [*followed, False], strict=False) if not modifies]


def _with_sides(text: str, sentence: Sentence, named: Sequence[Named], sides: Sides) -> list[Named]:
    """The mentions of a sentence, and both whom `the two sides` stands for at its place."""
    found = sides.read(text, (sentence.begin, sentence.end), [(one.begin, one.actor_id) for one in named])
    if not found:
        return list(named)
    both = [Named(one.begin, one.end, actor) for one in found for actor in one.actor_ids]
    covered = {(one.begin, one.end) for one in named}
    added = [one for one in both if all(one.end <= begin or end <= one.begin for begin, end in covered)]
    return sorted((*named, *added), key=lambda one: (one.begin, one.end))


def _mention(
    rows: PageRows,
    article: Article,
    sentence: Sentence,
    coded: Coded,
    named: Sequence[Named],
    days: Days,
) -> Mention | None:
    """A coded act with its circumstances, null where it has no party that is known."""
    actors, recipients = _ids(named, coded.actors), _ids(named, coded.recipients)
    recipients = tuple(actor for actor in recipients if actor not in actors)
    if not actors and not recipients:
        return None
    restored = article.restored
    begin, end = restored.on_page(coded.clause_begin, coded.clause_end)
    trigger = restored.on_page(coded.trigger_begin, coded.trigger_end)
    whole = restored.on_page(sentence.begin, sentence.end)
    picture = sentence.label is Label.CAPTION
    dates = days.within(whole)
    when = days.of_act(coded, trigger, (begin, end), whole, picture=picture)
    return Mention(
        page_id=rows.page.page_id,
        begin=begin,
        end=end,
        sentence=whole[0],
        sentence_end=whole[1],
        trigger_begin=trigger[0],
        trigger_end=trigger[1],
        rule=coded.rule,
        type=coded.type,
        mode=coded.mode,
        status=status_by_date(coded, when, rows.page.published, restored.text[sentence.begin : sentence.end]),
        topics=coded.topics,
        confidence=coded.confidence,
        actors=actors,
        recipients=recipients,
        when=when,
        place=place_named(restored.text, coded.trigger_end, sentence.end, spans_of(named)),
        lasting=_lasting(dates, trigger, (begin, end)),
        origin_id=None,
        words=_content(restored.text, coded, sentence, named),
        picture=picture,
        headline=sentence.label is Label.HEADLINE,
    )


def spans_of(named: Sequence[Named]) -> list[Span]:
    """Where actors are named."""
    return [(one.begin, one.end) for one in named]


def _ids(named: Sequence[Named], spans: Sequence[Span]) -> tuple[str, ...]:
    """The actors named at the spans, each once."""
    found: dict[str, None] = {}
    for begin, end in spans:
        for one in named:
            if one.begin < end and begin < one.end:
                found.setdefault(one.actor_id)
    return tuple(found)


def _lasting(dates: Sequence[Timex], trigger: Span, clause: Span) -> Lasting | None:
    """The duration nearest to the trigger in its clause."""
    found = [
        (abs(row.begin - trigger[1]), Lasting(row.begin, row.end, row.text))
        for row in dates
        if row.type is TimexType.DURATION and clause[0] <= row.begin and row.end <= clause[1]
    ]
    return min(found, key=lambda one: (one[0], one[1].begin))[1] if found else None


def _content(text: str, coded: Coded, sentence: Sentence, named: Sequence[Named]) -> frozenset[str]:
    """The stems of the words of the clause that tell something, without those that name somebody.

    What is agreed, denied or warned of with `that` is told in the clause behind.
    """
    pieces, at = [], coded.clause_begin
    end = sentence.end if coded.rule.endswith("that+") else coded.clause_end
    for one in named:
        if one.end > at and one.begin < end:
            pieces.append(text[at : max(at, one.begin)])
            at = max(at, one.end)
    pieces.append(text[at:end])
    words = frozenset(word for word in fold_words(" ".join(pieces)) if len(word) > 2)
    return frozenset(map(stem, words - function_words() - reporting_verbs()))


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention for an act that two rules found in the same words: the surer one."""
    best: dict[tuple[int, object, frozenset[str]], Mention] = {}
    for one in mentions:
        key = (one.begin, one.type, one.parties)
        if key not in best or one.confidence > best[key].confidence:
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.begin, one.trigger_begin, one.rule))
