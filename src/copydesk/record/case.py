"""A case: what the builds have made of a pile, opened for reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, overload

from copydesk.errors import NotACaseError
from copydesk.model.actor import Actor, ActorMention
from copydesk.model.date import DateCandidate, Timex
from copydesk.model.event import Event, EventMention
from copydesk.model.page import Page, Segment
from copydesk.model.provenance import Lineage, Origin, Substitution
from copydesk.model.quote import Quote, QuoteMention
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Passage, Replacement
from copydesk.model.story import Story
from copydesk.model.tables import TABLES
from copydesk.record.check import Fault, faults
from copydesk.record.columns import decoder
from copydesk.record.database import BUILD_ANEW, FILE_NAME, named_errors, open_for_reading
from copydesk.record.events import EventQuery, by_day
from copydesk.record.lookup import find_table, id_of, page_id_of
from copydesk.record.search import Hit, search_pages
from copydesk.record.statements import about_page, counting, selection
from copydesk.record.summary import Summary, summarise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from copydesk.record.quotation import QuoteAnswer
    from copydesk.record.shingles import WordCounts


class Case:
    """A case opened for reading; nothing here changes it. Use it as a context manager, or close it.

    A read sees the last build that was complete when it began. While another process builds, two reads can
    therefore see two builds: `snapshot` holds one still for as many reads as need to agree.

    Modules of compiled code, which take a second to load, are imported by the methods that ask words of them.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        """Wrap a connection to the case in `folder`; `Case.open` makes one."""
        self.folder = folder
        self._connection = connection
        self._snapshots = 0
        self._words: tuple[int, WordCounts] | None = None

    @classmethod
    def open(cls, path: str | Path) -> Case:
        """Open the case in a folder.

        Raises:
            NotACaseError: there is none, or its file is something else, damaged, or of another layout.
        """
        folder = Path(path)
        return cls(folder, open_for_reading(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold the last build still: every read inside sees the same one, whatever is built meanwhile."""
        with self._named_errors():
            if not self._snapshots:
                self._connection.execute("BEGIN")
                self._connection.execute("SELECT 1 FROM meta LIMIT 1").fetchone()  # the first read fixes it
            self._snapshots += 1
        try:
            yield
        finally:
            self._snapshots -= 1
            if not self._snapshots:
                self._connection.execute("COMMIT")

    @overload
    def table(self, name: Literal["pages"]) -> Iterator[Page]: ...
    @overload
    def table(self, name: Literal["segments"]) -> Iterator[Segment]: ...
    @overload
    def table(self, name: Literal["alignments"]) -> Iterator[Alignment]: ...
    @overload
    def table(self, name: Literal["passages"]) -> Iterator[Passage]: ...
    @overload
    def table(self, name: Literal["replacements"]) -> Iterator[Replacement]: ...
    @overload
    def table(self, name: Literal["substitutions"]) -> Iterator[Substitution]: ...
    @overload
    def table(self, name: Literal["lineage"]) -> Iterator[Lineage]: ...
    @overload
    def table(self, name: Literal["origins"]) -> Iterator[Origin]: ...
    @overload
    def table(self, name: Literal["actors"]) -> Iterator[Actor]: ...
    @overload
    def table(self, name: Literal["actor_mentions"]) -> Iterator[ActorMention]: ...
    @overload
    def table(self, name: Literal["date_candidates"]) -> Iterator[DateCandidate]: ...
    @overload
    def table(self, name: Literal["dates"]) -> Iterator[Timex]: ...
    @overload
    def table(self, name: Literal["quotes"]) -> Iterator[Quote]: ...
    @overload
    def table(self, name: Literal["quote_mentions"]) -> Iterator[QuoteMention]: ...
    @overload
    def table(self, name: Literal["events"]) -> Iterator[Event]: ...
    @overload
    def table(self, name: Literal["event_mentions"]) -> Iterator[EventMention]: ...
    @overload
    def table(self, name: Literal["stories"]) -> Iterator[Story]: ...
    @overload
    def table(self, name: Literal["rejects"]) -> Iterator[Reject]: ...
    @overload
    def table(self, name: str) -> Iterator[Any]: ...
    def table(self, name: str) -> Iterator[Any]:
        """The rows of a table in its stable order, read one by one as they are asked for.

        Raises:
            NotFoundError: there is no such table; the message lists them.
        """
        table = find_table(name)
        return self._rows(table.row, selection(table))

    def about(self, page_id: str, name: str) -> tuple[Any, ...]:
        """The rows of a table that name a page in any of their columns, in the table's stable order.

        Raises:
            NotFoundError: there is no such table.
        """
        table = find_table(name)
        return tuple(self._rows(table.row, about_page(table), {"page_id": page_id}))

    def count(self, name: str) -> int:
        """How many rows a table has.

        Raises:
            NotFoundError: there is no such table.
        """
        table = find_table(name)
        with self._named_errors():
            return int(self._connection.execute(counting(table)).fetchone()[0])

    def page(self, key: str) -> Page:
        """The page with this id or source; else the one whose id begins, source ends, or file begins with `key`.

        Of a file of many records a page is also `source#record_id`, as messages name it, or the end of that.

        Raises:
            NotFoundError: `key` names no page.
            AmbiguousError: it names several; the message lists them.
        """
        with self._named_errors():
            page_id = page_id_of(self._connection, key)
        page: Page = self._one("pages", "page_id", page_id)
        return page

    def story(self, key: str) -> Story:
        """The story with this id, or the one whose id begins with `key`.

        Raises:
            NotFoundError: `key` names no story.
            AmbiguousError: it names several; the message lists them.
        """
        with self._named_errors():
            story_id = id_of(self._connection, TABLES["stories"], "story_id", key)
        story: Story = self._one("stories", "story_id", story_id)
        return story

    def passage(self, key: str) -> tuple[Passage, ...]:
        """All places of the passage with this cluster id, or of the one whose id begins with `key`.

        Raises:
            NotFoundError: `key` names no passage.
            AmbiguousError: it names several; the message lists them.
        """
        with self._named_errors():
            cluster_id = id_of(self._connection, TABLES["passages"], "cluster_id", key)
        return tuple(self._rows(Passage, selection(TABLES["passages"], "cluster_id = ?"), (cluster_id,)))

    def sharing(self, text: str, spans: Sequence[tuple[int, int]], limit: int = 32) -> tuple[str, ...]:
        """The ids of the pages that have most runs of words of `text` (in `spans`), two at least, most first.

        Asked of an index that each build extends; a run on very many pages speaks for the first of them only.
        """
        from copydesk.record.shingles import page_id_of_number, pages_sharing  # noqa: PLC0415

        with self._named_errors():
            found = pages_sharing(self._connection, text, spans)
            best = sorted((number for number in found if found[number] > 1), key=lambda n: (-found[n], n))[:limit]
            return tuple(page_id_of_number(self._connection, number) for number in best)

    def pages_of_run(self, run: str) -> int | None:
        """On how many pages a run of four words stands; null for the three of four that the index does not keep."""
        from copydesk.record.shingles import pages_of_run  # noqa: PLC0415

        with self._named_errors():
            return pages_of_run(self._connection, run)

    def word_counts(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], int]:
        """How often the words of these hashes stand in the articles of the case, and how many words these have."""
        from copydesk.record.shingles import read_word_counts  # noqa: PLC0415

        with self._named_errors():
            build = self._connection.execute("SELECT max(n) FROM builds").fetchone()[0]
            if self._words is None or self._words[0] != build:
                self._words = build, read_word_counts(self._connection)
        return self._words[1].of(hashes)

    @property
    def summary(self) -> Summary:
        """The figures of the case."""
        with self.snapshot(), self._named_errors():
            return summarise(self._connection)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The pages that hold every word of `query`, best first. Quotation marks make a phrase, `*` a beginning."""
        with self._named_errors():
            return search_pages(self._connection, query, limit)

    def quotation(self, text: str, limit: int = 3) -> QuoteAnswer:
        """Who said these words, and what became of them: the utterances that have them, or else the nearest ones.

        `text` may be a part of a quotation, or have other words in some places. At most `limit` are given.
        """
        from copydesk.record.quotation import QuoteMatch, answered, nearest_mentions  # noqa: PLC0415

        with self.snapshot():
            mentions = tuple(self.table("quote_mentions"))
            near = nearest_mentions(text, mentions)[:limit]
            matches = [
                QuoteMatch(
                    self._one("quotes", "quote_id", quote_id),
                    tuple(mention for mention in mentions if mention.quote_id == quote_id),
                    share,
                    exact,
                )
                for quote_id, share, exact in near
            ]
        return answered(text, matches)

    def event(self, key: str) -> Event:
        """The event with this id, or the one whose id begins with `key`.

        Raises:
            NotFoundError: `key` names no event.
            AmbiguousError: it names several; the message lists them.
        """
        with self._named_errors():
            event_id = id_of(self._connection, TABLES["events"], "event_id", key)
        event: Event = self._one("events", "event_id", event_id)
        return event

    def events(self, query: EventQuery) -> tuple[Event, ...]:
        """The events that are asked for, by day, those without a known day last."""
        return tuple(sorted((event for event in self.table("events") if query.wants(event)), key=by_day))

    def check(self) -> tuple[Fault, ...]:
        """Every broken promise of the case: offsets, repeated text, ids, the file itself. Empty where all is well."""
        with self.snapshot(), self._named_errors():
            return tuple(faults(self._connection))

    def _one(self, name: str, column: str, value: str) -> Any:
        table = TABLES[name]
        return next(self._rows(table.row, selection(table, f'"{column}" = ?'), (value,)))

    def _rows(self, row: type[Any], statement: str, values: Any = ()) -> Iterator[Any]:
        decode = decoder(row)
        with self._named_errors():
            for cells in self._connection.execute(statement, values):
                try:
                    decoded = decode(cells)
                except (TypeError, ValueError) as error:
                    raise NotACaseError(
                        f"{self.folder} is damaged: a row of {row.__name__} reads {error}. {BUILD_ANEW}"
                    ) from error
                yield decoded

    def _named_errors(self) -> AbstractContextManager[None]:
        return named_errors(self.folder / FILE_NAME)
