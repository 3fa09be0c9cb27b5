"""The way of the data, in order: the one place that names all stages."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from copydesk.actors import NameModel, add_names, finding_actors, load_model
from copydesk.adding import add, is_worth
from copydesk.dates import date_by_siblings, date_by_stories, date_pages, dating_by_own_witnesses
from copydesk.engines.engine import EngineName, make_engine
from copydesk.errors import MissingExtraError, NothingToReadError, RejectedInputsError
from copydesk.events import finding_events
from copydesk.extract import extract, labelling_repeats
from copydesk.inputs import count, read, several
from copydesk.inputs.walk import source_of
from copydesk.limits import LIMITS, Limits
from copydesk.model.lesson import Learning, Lesson, UnsettledError, taught_by
from copydesk.model.page import Extraction
from copydesk.model.pile import Pile, without_collection
from copydesk.model.raw import Media, RawRecord, Reject
from copydesk.model.stage import Stage
from copydesk.progress import Progress, Silence
from copydesk.provenance import tracing
from copydesk.quotes import following_quotes
from copydesk.record.case import Case
from copydesk.record.database import FILE_NAME
from copydesk.record.draft import Draft
from copydesk.reuse import REUSE, finding_reuse
from copydesk.stories import find_episodes, grouping
from copydesk.version import __version__

Source = str | os.PathLike[str]
"""A file or folder to read."""


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Options of `build`. None of them but `names` changes what a page that is read gives.

    A number of workers below 0 and an engine that there is not are refused with a `ValueError`.

    Attributes:
        strict: raise where any input was rejected, after the pages that could be read are built.
        limits: caps and time limits.
        workers: processes that extract pages; null for one a processor, 0 for none (then no deadline is kept).
        engine: where pages are extracted: HTML in workers and plain text here, all here, or all in workers.
        names: a spaCy model, by its package or folder, that finds names where the rules find none; `none` for no
            model. Null for that of the case's last build; a new case is built without one.
    """

    strict: bool = False
    limits: Limits = LIMITS
    workers: int | None = None
    engine: EngineName = EngineName.AUTO
    names: str | None = None

    def __post_init__(self) -> None:
        """Refuse what would fail much later, or run another engine than was asked for; take an engine by its name."""
        if self.workers is not None and self.workers < 0:
            raise ValueError(f"workers must be 0 or more, or null for one a processor, not {self.workers}")
        if self.engine not in tuple(EngineName):
            raise ValueError(f"There is no engine {self.engine!r}. The engines are: {', '.join(EngineName)}.")
        object.__setattr__(self, "engine", EngineName(self.engine))


_WORTH_A_WORKER = 20
"""Pages for which another worker pays: its start takes 0.4 s of a processor, an HTML page 35 ms (mean of 181)."""

DEFAULTS = BuildSettings()


def _labelling_repeats(pile: Pile) -> Learning[Pile]:
    return dataclasses.replace(pile, segments=(yield from labelling_repeats(pile.pages, pile.segments)))


STAGES: tuple[Stage, ...] = (
    Stage("repeated furniture", _labelling_repeats),
    Stage("publication dates", dating_by_own_witnesses),
    Stage(REUSE, finding_reuse),
    Stage("provenance", tracing),
    Stage("dates of copies", date_by_siblings),
    Stage("actors", finding_actors),
    Stage("stories", grouping),
    Stage("dates of stories", date_by_stories),
    Stage("dates", date_pages),
    Stage("quotations", following_quotes),
    Stage("events", finding_events),
    Stage("episodes", find_episodes),
)
"""The stages over the pile, in their order."""


def build(
    paths: Iterable[Source],
    case: str | os.PathLike[str],
    *,
    settings: BuildSettings = DEFAULTS,
    progress: Progress | None = None,
) -> Case:
    """Read pages into a case and work out what they tell, with all pages that the case then has.

    Pages that the case has already are not read again, and in a large case only those that new ones concern are
    worked out again. One build of all pages gives the same tables as several builds of some. Readers of the case see
    the old state until all is done; a build that fails or is stopped changes nothing.

    Args:
        paths: files and folders.
        case: folder of the case; it is made where it is not there.
        settings: options.
        progress: told of each step.

    Returns:
        The case, open for reading.

    Raises:
        NothingToReadError: no path gave a page, and the case has none from before.
        RejectedInputsError: with `strict`, some inputs gave no page; the others are in the case.
        NotACaseError: the folder holds something else; it is untouched.
        CaseBusyError: another build is writing this case.
        OutputError: the folder can't be written.
        MissingExtraError: spaCy or the model of `names` is not installed, or finds no names.
        TypeError: `paths` is one path instead of several.
    """
    began = time.monotonic()
    folder, watcher = Path(case), progress or Silence()
    given = [path for path in several(paths) if not _is_of_a_case(path)]
    with Draft(folder, rejects_kept=settings.limits.rejects_kept) as draft:
        model = _model(settings.names, draft.remembered("names"))
        _read_pages(given, draft, settings, watcher)
        if not draft.n_pages():
            raise NothingToReadError(_nothing_read(draft))
        identity = model.identity if model else None
        anew = (draft.built_by(), draft.remembered("model")) != (__version__, identity)
        if draft.new_pages or anew:
            with without_collection(), draft.named_errors():
                _work_out(draft, watcher, model, anew=anew)
        draft.remember(names=model.name if model else None, model=identity)
        watcher.start("publish", None)
        draft.publish(version=__version__, seconds=time.monotonic() - began)
        watcher.finish()
    if settings.strict and draft.rejected:
        raise RejectedInputsError(
            f"{draft.rejected} of the inputs gave no page (the first: {_reason(draft.first_rejects[0])}). "
            "The others are built; `copydesk rejects` lists them all."
        )
    return Case.open(folder)


def _is_of_a_case(path: Source) -> bool:
    """Whether a path (`case/*`, written out by a shell) is the file of a case.

    It is no page, and where it is this very case, reading it would drop the locks that the build holds on it
    (sqlite.org/howtocorrupt.html, section 2.2). Inside folders the inputs pass such files over themselves.
    """
    return Path(path).name.startswith(FILE_NAME)


def _read_pages(paths: list[Source], draft: Draft, settings: BuildSettings, watcher: Progress) -> None:
    """Put every page that can be read, and every reject, into the draft."""
    watcher.start("read", count(paths, limits=settings.limits).bytes)
    for path in paths:
        draft.asked(source_of(os.fsdecode(path)))
    items = _new_items(read(paths, limits=settings.limits, progress=watcher), draft)
    for result in _extracted(items, settings):
        if isinstance(result, Reject):
            draft.reject(result)
        else:
            draft.add(result)
    watcher.finish()


def _new_items(items: Iterable[RawRecord | Reject], draft: Draft) -> Iterator[RawRecord | Reject]:
    """Pass on what the case does not have."""
    for item in items:
        draft.met(item.source)
        if isinstance(item, Reject) or not draft.has(item.source, item.record_id, item.sha256):
            yield item


def _extracted(items: Iterator[RawRecord | Reject], settings: BuildSettings) -> Iterator[Extraction | Reject]:
    """Extract with the engine of the settings, and no more workers than the first pages are worth."""
    workers = (os.cpu_count() or 1) if settings.workers is None else settings.workers
    first = list(itertools.islice(items, _WORTH_A_WORKER * workers))
    alone = settings.engine is EngineName.AUTO
    heavy = sum(isinstance(item, RawRecord) and not (alone and item.media is Media.TEXT) for item in first)
    if len(first) < _WORTH_A_WORKER * workers:
        workers = min(workers, 1 + heavy // _WORTH_A_WORKER)
    with make_engine(settings.engine, extract, workers=workers, limits=settings.limits) as engine:
        yield from engine.extract(itertools.chain(first, items))


def _model(name: str | None, before: str | None) -> NameModel | None:
    """The model that is asked for, else that of the last build; loaded before anything is read.

    Raises:
        MissingExtraError: it can't be used.
    """
    wanted = name or before
    if wanted is None or wanted == _NO_MODEL:
        return None
    try:
        return load_model(wanted)
    except MissingExtraError as error:
        if name:
            raise
        raise MissingExtraError(
            f"{error} The last build of this case used it; `--names {_NO_MODEL}` builds the case without."
        ) from error


_NO_MODEL = "none"


def stages(model: NameModel | None) -> tuple[Stage, ...]:
    """The stages in their order; the names that a model finds come behind the actors that the rules find."""
    if model is None:
        return STAGES
    names = Stage("names by a model", partial(add_names, model=model))
    behind = 1 + next(at for at, stage in enumerate(STAGES) if stage.run is finding_actors)
    return (*STAGES[:behind], names, *STAGES[behind:])


def _work_out(draft: Draft, watcher: Progress, model: NameModel | None, *, anew: bool) -> None:
    """Run the stages over what the new pages concern, or over all pages, and put their tables into the draft."""
    draft.index_new_pages()
    if model is None and not anew and is_worth(draft):  # a model compares names with those of the whole pile
        with contextlib.suppress(UnsettledError):
            add(draft, stages(model), watcher)
            return
    _fill(draft, watcher, model)


def _fill(draft: Draft, watcher: Progress, model: NameModel | None) -> None:
    """Run the stages over all pages of the case, and put their tables into the draft."""
    watcher.start("gather", None)
    pile, notes = draft.pile(), draft.notes()
    notes.forget()
    watcher.finish()

    def teach(lesson: Lesson) -> Any:
        notes.write(lesson.name, lesson.notes)
        taught = lesson.learn(lesson.notes)
        if lesson.memory:
            draft.learn(lesson.name, lesson.memory.written(taught))
        return taught

    for stage in stages(model):
        watcher.start(stage.name, None)
        made = stage.run(pile)
        pile = (made if isinstance(made, Pile) else taught_by(made, teach)).packed()
        watcher.finish()
    watcher.start("write", None)
    draft.fill(pile)
    watcher.finish()


def _nothing_read(draft: Draft) -> str:
    shown = [_reason(reject) for reject in draft.first_rejects]
    more = draft.rejected - len(shown)
    lines = [*shown, *([f"and {more} more"] if more > 0 else [])]
    return "\n".join(["No page could be read.", *(f"  {line}" for line in lines)])


def _reason(reject: Reject) -> str:
    record = "" if reject.record_id is None else f"#{reject.record_id}"
    return f"{reject.source}{record}: {reject.reason}"
