"""`copydesk show`: a case, a page, a story or a passage in the terminal."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

import copydesk
from copydesk.cli.event_view import event_json, event_view
from copydesk.cli.options import AsJson, CaseFolder, examples
from copydesk.cli.overview import overview, overview_json
from copydesk.cli.page_view import page_json, page_view
from copydesk.cli.passage_view import passage_json, passage_view
from copydesk.cli.screen import Screen, screen
from copydesk.cli.story_view import story_json, story_view
from copydesk.errors import AmbiguousError, NotFoundError

EPILOG = examples(
    "copydesk show case                     the figures and the stories",
    "copydesk show case pages/a.txt         a page, by its file, its id or the beginning of its id",
    "copydesk show case s1f2                a story; its pages",
    "copydesk show case e5a7                an event; the words that fired, and for whom each counts",
    "copydesk show case c09b                a passage; all its places, word by word",
)


def show(
    case: CaseFolder,
    what: Annotated[
        str | None,
        typer.Argument(metavar="WHAT", help="A page (file, file#record or id), story, passage or event (id)."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show a case, or one page, story, passage or event of it.

    On a page, furniture is dim, text that stands on other pages too is underlined, and words that a machine
    swapped are struck, with the wording they had behind them.
    """
    with screen(as_json=as_json) as shown, copydesk.Case.open(case) as opened, opened.snapshot():
        if what is None:
            shown.present(overview(opened), partial(overview_json, opened))
        else:
            _show_one(shown, opened, _found(opened, what))


Found = copydesk.Page | copydesk.Story | copydesk.Event | tuple[copydesk.Passage, ...]


def _found(case: copydesk.Case, key: str) -> Found:
    """The page, story, passage or event that `key` names.

    Raises:
        NotFoundError: there is none.
        AmbiguousError: there are several of one kind, and none of another kind.
    """
    several: AmbiguousError | None = None
    for look_up in (case.page, case.story, case.passage, case.event):
        try:
            found: Found = look_up(key)
        except AmbiguousError as error:
            several = several or error
        except NotFoundError:
            continue
        else:
            return found
    if several is not None:
        raise several
    raise NotFoundError(f"There is no page, story, passage or event {key!r}. `copydesk show CASE` lists the stories.")


def _show_one(shown: Screen, case: copydesk.Case, found: Found) -> None:
    if isinstance(found, copydesk.Page):
        shown.present(page_view(case, found, plain=shown.plain), partial(page_json, case, found))
    elif isinstance(found, copydesk.Story):
        shown.present(story_view(case, found), partial(story_json, case, found))
    elif isinstance(found, copydesk.Event):
        shown.present(event_view(case, found), partial(event_json, case, found))
    else:
        view = passage_view(case, found, plain=shown.plain, width=shown.out.width)
        shown.present(view, partial(passage_json, case, found))
