"""The case's rows at hand: the light ones in memory, the heavy ones on the shelf, by page and by passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from copydesk.model.date import DateCandidate
from copydesk.model.event import Event, EventMention
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.reuse import Alignment, Passage
from copydesk.model.story import Story
from copydesk.report.case import Tables
from copydesk.report.heads import Head, head_of
from copydesk.report.hostile import line
from copydesk.report.labels import letters
from copydesk.report.shelf import Shelf

_TEXTS_AT_HAND = 32
_PAGES_AT_HAND = 256


class Library:
    """All that the report reads. Memory holds one light record a page; texts come from the shelf, one by one."""

    def __init__(self, case: Tables) -> None:
        self._shelf = Shelf()
        self.stories: dict[str, Story] = {}
        """The stories by id; their episodes are not among them."""
        self.episodes: dict[str, list[Story]] = {}
        """The episodes of a story, by its id, in their order."""
        self._read_stories(case)
        self.origins: dict[str, Origin] = {origin.origin_id: origin for origin in case.table("origins")}
        self.heads: dict[str, Head] = {}
        self.text = lru_cache(_TEXTS_AT_HAND)(self._text)
        self.alignments_from = lru_cache(_PAGES_AT_HAND)(self._alignments_from)
        self._lay_out(case)
        self._read_heads(case)
        self.carried = Counter(o for head in self.heads.values() for o in sorted(set(head.page.origin_ids)))
        """How many pages carry each origin."""
        self.letters = self._letters()
        """The letter by which the report calls each origin that several pages carry and none names."""

    def close(self) -> None:
        """Let the scratch space go."""
        self._shelf.close()

    def _letters(self) -> dict[str, str]:
        unnamed = [
            o for o, n in self.carried.items() if n > 1 and (o not in self.origins or not self.origins[o].name)
        ]
        unnamed.sort(key=lambda origin_id: (-self.carried[origin_id], origin_id))
        return {origin_id: letters(number) for number, origin_id in enumerate(unnamed)}

    def _lay_out(self, case: Tables) -> None:
        shelf = self._shelf
        shelf.put("pages", ((page.page_id, page) for page in case.table("pages")))
        for name in ("segments", "substitutions", "lineage", "passages"):
            shelf.put(name, ((row.page_id, row) for row in case.table(name)))
        shelf.put("clusters", ((row.cluster_id, row) for row in case.table("passages")))
        shelf.put("alignments", ((row.a_page, row) for row in case.table("alignments")))
        shelf.put("event_mentions", ((row.event_id, row) for row in case.table("event_mentions")))
        shelf.put("told on", ((row.page_id, (row.begin, row.end)) for row in case.table("event_mentions")))
        shelf.put("events", ((row.story_id or "", row) for row in case.table("events")))
        shelf.put("all events", (("", row) for row in case.table("events")))
        shelf.put("quote_mentions", ((row.quote_id, row) for row in case.table("quote_mentions")))
        shelf.put("quoted on", ((row.page_id, (row.begin, row.end)) for row in case.table("quote_mentions")))
        shelf.put("quotes", _by_story(case.table("quotes"), case.table("quote_mentions"), self.stories.values()))
        shelf.put("date_candidates", ((row.page_id, row) for row in case.table("date_candidates")))
        shelf.put("dated by", _by_sibling(case.table("date_candidates")))
        shelf.put("told of", _by_place(case.table("lineage")))
        shelf.put("entitles", _by_witness(case.table("stories")))
        shelf.put("witnessed", ((s.witness_page, s) for s in case.table("substitutions") if s.witness_page))
        shelf.seal()

    def _read_stories(self, case: Tables) -> None:
        for story in case.table("stories"):
            if story.parent_story is None:
                self.stories[story.story_id] = story
            else:
                self.episodes.setdefault(story.parent_story, []).append(story)
        for episodes in self.episodes.values():
            episodes.sort(key=lambda story: (story.episode or 0, story.story_id))

    def _read_heads(self, case: Tables) -> None:
        stories: dict[str, list[str]] = {}
        for story in self.stories.values():
            for page_id in story.page_ids:
                stories.setdefault(page_id, []).append(story.story_id)
        for page in case.table("pages"):
            segments, passages = self.segments(page.page_id), self.passages_on(page.page_id)
            its_stories = tuple(stories.get(page.page_id, ()))
            self.heads[page.page_id] = head_of(page, segments, passages, its_stories)

    def title(self, story_id: str) -> str:
        """How a story is called: by its title, else by the first of its pages."""
        return self.title_of(self.stories[story_id])

    def title_of(self, story: Story) -> str:
        """The same of a story or an episode."""
        pages = (self.heads[page_id].name for page_id in story.page_ids if page_id in self.heads)
        return line(story.title, 200) or next(pages, "Untitled story")

    def _text(self, page_id: str) -> str:
        """The text of a page, "" where there is no such page."""
        pages: list[Page] = self._shelf.get("pages", page_id)
        return pages[0].text if pages else ""

    def segments(self, page_id: str) -> list[Segment]:
        """The segments of a page, in text order."""
        return self._shelf.get("segments", page_id)

    def substitutions(self, page_id: str) -> list[Substitution]:
        """The reworded places of a page."""
        return self._shelf.get("substitutions", page_id)

    def witnessed_by(self, page_id: str) -> list[Substitution]:
        """The reworded places of other pages that a page has the wording for."""
        return self._shelf.get("witnessed", page_id)

    def date_candidates(self, page_id: str) -> list[DateCandidate]:
        """The witnesses to the day of publication of a page."""
        return self._shelf.get("date_candidates", page_id)

    def dates_others(self, page_id: str) -> list[tuple[int, int]]:
        """The places of a page that date another one."""
        return self._shelf.get("dated by", page_id)

    def lineage(self, page_id: str) -> list[Lineage]:
        """The relations of a page."""
        return self._shelf.get("lineage", page_id)

    def evidence_on(self, page_id: str) -> list[tuple[int, int]]:
        """The places of a page that bear some relation, of this or another page."""
        return self._shelf.get("told of", page_id)

    def entitles(self, page_id: str) -> list[tuple[int, int]]:
        """The places of a page that give some story or episode its title or summary."""
        return self._shelf.get("entitles", page_id)

    def events_of(self, story_id: str) -> list[Event]:
        """The events of a story."""
        return self._shelf.get("events", story_id)

    def all_events(self) -> list[Event]:
        """Every event of the case."""
        return self._shelf.get("all events", "")

    def tellings_of(self, event_id: str) -> list[EventMention]:
        """The places that tell of an event."""
        return self._shelf.get("event_mentions", event_id)

    def told_on(self, page_id: str) -> list[tuple[int, int]]:
        """The places of a page that tell of some event."""
        return self._shelf.get("told on", page_id)

    def quotes_of(self, story_id: str) -> list[Quote]:
        """The utterances that the pages of a story quote, in the order of their first places."""
        return self._shelf.get("quotes", story_id)

    def mentions_of(self, quote_id: str) -> list[QuoteMention]:
        """The places that quote an utterance."""
        return self._shelf.get("quote_mentions", quote_id)

    def quoted_on(self, page_id: str) -> list[tuple[int, int]]:
        """The places of a page that quote somebody."""
        return self._shelf.get("quoted on", page_id)

    def passages_on(self, page_id: str) -> list[Passage]:
        """The passages of a page."""
        return self._shelf.get("passages", page_id)

    def places(self, cluster_id: str) -> Iterator[Passage]:
        """Yield all places of a passage."""
        yield from self._shelf.each("clusters", cluster_id)

    def _alignments_from(self, page_id: str) -> dict[str, list[Alignment]]:
        """The alignments in which a page is side a, by the page of side b."""
        rows: dict[str, list[Alignment]] = {}
        for row in self._shelf.each("alignments", page_id):
            rows.setdefault(row.b_page, []).append(row)
        return rows

    def alignments_between(self, one: str, other: str) -> list[Alignment]:
        """The alignments of two pages, or of a page with itself."""
        a, b = sorted((one, other))
        return self.alignments_from(a).get(b, [])


def _by_sibling(rows: Iterable[DateCandidate]) -> Iterator[tuple[str, tuple[int, int]]]:
    for row in rows:
        if row.witness_page is not None and row.witness_begin is not None and row.witness_end is not None:
            yield row.witness_page, (row.witness_begin, row.witness_end)


def _by_place(rows: Iterable[Lineage]) -> Iterator[tuple[str, tuple[int, int]]]:
    for row in rows:
        for place in row.evidence:
            yield place.page_id, (place.begin, place.end)


def _by_witness(rows: Iterable[Story]) -> Iterator[tuple[str, tuple[int, int]]]:
    for row in rows:
        if row.title_page is not None and row.title_begin is not None and row.title_end is not None:
            yield row.title_page, (row.title_begin, row.title_end)
        if row.summary_page is not None and row.summary_begin is not None and row.summary_end is not None:
            yield row.summary_page, (row.summary_begin, row.summary_end)


def _by_story(
    quotes: Iterable[Quote], mentions: Iterable[QuoteMention], stories: Iterable[Story]
) -> Iterator[tuple[str, Quote]]:
    """Each utterance under every story with a page that quotes it."""
    told: dict[str, list[str]] = {}
    for story in stories:
        for page_id in story.page_ids:
            told.setdefault(page_id, []).append(story.story_id)
    found: dict[str, set[str]] = {}
    for mention in mentions:
        found.setdefault(mention.quote_id, set()).update(told.get(mention.page_id, ()))
    for quote in quotes:
        for story_id in sorted(found.get(quote.quote_id, ())):
            yield story_id, quote
