"""`copydesk events` and `copydesk timeline`: what happened, and on whose word."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

import copydesk
from copydesk.cli.counts import counted
from copydesk.cli.options import AsJson, CaseFolder, examples
from copydesk.cli.safe import safe_line
from copydesk.cli.screen import screen
from copydesk.cli.story_view import episodes_of
from copydesk.errors import NotFoundError

EPILOG = examples(
    "copydesk events case --actor Norway --type ACCUSE",
    "copydesk events case --since 2031-03-01 --origins 2",
    "copydesk events case --as gdelt > events.tsv",
)
TIMELINE_EPILOG = examples(
    "copydesk timeline case                 what happened, day by day",
    "copydesk timeline case --story s1f2    the same for one story, with its episodes",
)


def _as(field: str) -> Callable[[str | None], str | None]:
    """A check that a value is one that an `EventQuery` takes for a field; else the command was called wrongly."""

    def check(value: str | None) -> str | None:
        try:
            copydesk.EventQuery(**{field: value})  # type: ignore[arg-type]
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        return value

    return check


Actor = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        callback=_as("actor"),
        help="Who acts or suffers: words of a name, or ISO country.",
    ),
]
Kind = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", callback=_as("type"), help="A PLOVER type, such as CONSULT."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        callback=_as("since"),
        help="Not before this day (YYYY-MM-DD; or a month, YYYY-MM, or a year).",
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until", metavar="DAY", callback=_as("until"), help="Not after this day (or the end of a month or year)."
    ),
]
Origins = Annotated[int, typer.Option("--origins", metavar="N", min=0, help="At least N independent origins.")]
OfStory = Annotated[str | None, typer.Option("--story", metavar="ID", help="Only of this story or episode.")]


def events(
    case: CaseFolder,
    actor: Actor = None,
    type: Kind = None,
    since: Since = None,
    until: Until = None,
    origins: Origins = 0,
    shape: Annotated[
        str | None, typer.Option("--as", metavar="SHAPE", help="For other programs: plover, gdelt or ical.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what happened: who did what to whom, when, and on the word of how many independent origins.

    `--as plover` prints PLOVER-style JSON Lines, `--as gdelt` a table in the shape of GDELT with origins beside
    mentions and sources, `--as ical` a calendar of what is planned.
    """
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        found = opened.events(copydesk.EventQuery(actor, type, since, until, origins))
        if shape is not None:
            if shape not in copydesk.EVENT_FORMATS:
                raise NotFoundError(
                    f"There is no shape {shape!r}. The shapes are: {', '.join(copydesk.EVENT_FORMATS)}."
                )
            for piece in copydesk.event_text(opened, found, shape):
                typer.echo(piece, nl=False)
            return
        shown.present(_listed(found), lambda: {"events": [dataclasses.asdict(event) for event in found]})


def timeline(
    case: CaseFolder,
    story: OfStory = None,
    actor: Actor = None,
    type: Kind = None,
    since: Since = None,
    until: Until = None,
    origins: Origins = 0,
    as_json: AsJson = False,
) -> None:
    """Show what happened day by day, in the case, a story or an episode; what has no known day comes last."""
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        row = opened.story(story) if story is not None else None
        if row is not None and row.parent_story is not None:  # events belong to stories, an episode has its days
            since, until = since or row.first_date, until or row.last_date
        story_id = None if row is None else row.parent_story or row.story_id
        found = opened.events(copydesk.EventQuery(actor, type, since, until, origins, story_id))
        episodes = episodes_of(opened, opened.story(story_id)) if story_id else []
        shown.present(
            _by_day(found, episodes),
            lambda: {
                "events": [dataclasses.asdict(event) for event in found],
                "episodes": [dataclasses.asdict(episode) for episode in episodes],
            },
        )


def _listed(found: Sequence[copydesk.Event]) -> Iterator[RenderableType]:
    for event in found:
        yield event_lines(event)
        yield ""
    yield Text(f"{counted(len(found), 'event')}.", style="dim")


def _by_day(found: Sequence[copydesk.Event], episodes: Sequence[copydesk.Story]) -> Iterator[RenderableType]:
    for day, rows in groupby(found, key=lambda event: event.date_from or event.date_to):
        yield Text.assemble((day or "day not known", "bold"), (_episodes_on(day, episodes), "dim"))
        for event in rows:
            size = "●" * min(event.n_origins, 5) or "○"
            who = safe_line(", ".join(party.name for party in event.actors)[:60])
            yield Text.assemble(
                f"  {size:<5} ", (f"{event.type or 'statement':<13} ", "cyan"), (f"{who}: " if who else ""),
                safe_line(event.headline[:140]),
            )  # fmt: skip
    yield Text(f"{counted(len(found), 'event')}; ● is an independent origin.", style="dim")


def _episodes_on(day: str | None, episodes: Sequence[copydesk.Story]) -> str:
    """The episodes of a day, to be set behind it."""
    told = [row for row in episodes if day and (row.first_date or "~") <= day <= (row.last_date or "")]
    named = (f"{row.episode}{f', {safe_line(row.title[:80])}' if row.title else ''}" for row in told)
    return "".join(f"  episode {name}" for name in named)


def event_lines(event: copydesk.Event) -> Text:
    """An event in a few lines."""
    days = " to ".join(dict.fromkeys(day for day in (event.date_from, event.date_to) if day)) or "day not known"
    who = ", ".join(party.name for party in event.actors) or "actor not named"
    whom = ", ".join(party.name for party in event.recipients)
    return Text.assemble(
        (f"{event.type or 'statement'}{f' {event.mode}' if event.mode else ''}", "bold cyan"),
        f"  {days}  {event.status.value}\n",
        f"{safe_line(who)}{f' → {safe_line(whom)}' if whom else ''}\n",
        (f"{safe_line(event.headline)}\n", "italic"),
        (counted(event.n_origins, "independent origin"), "bold green"),
        f", {counted(event.n_pages, 'page')}, confidence {event.confidence:.2f}  ",
        (event.event_id, "dim"),
    )
