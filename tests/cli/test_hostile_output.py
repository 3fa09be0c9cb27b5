"""Terminal escape injection: a page, a file name or a damaged case must not steer the terminal of who looks at it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.model.page import Extraction, Label, Segment
from copydesk.model.provenance import Lineage, Origin, OriginKind, Relation, Substitution
from copydesk.model.raw import Reject
from copydesk.model.reuse import Passage
from copydesk.model.story import Story
from copydesk.record.draft import Draft
from tests.cli.conftest import Run
from tests.record.sample import extraction

ESCAPES = (
    "\x1b]0;owned\x07"  # the title of the window
    "\x1b[2J\x1b[1;1H"  # an empty screen
    "\x1b]52;c;cm0gLXJmIH4=\x07"  # the clipboard
    "\x9b31m\x9d8;;http://evil.example\x9c"  # the same with one-byte introducers
    "\x1bP+q544e\x1b\\"  # a request that the terminal answers by typing
    "\r\x08\x08fake\x7f\u202etxt.exe\u202c\u2066"
    "[bold red]markup[/] [link=file:///etc/passwd]link[/link] :smile:"
)
STYLING = re.compile(r"\x1b\[[0-9;]*m")
"""What rich writes itself, when it may: colours."""


def hostile(number: int) -> Extraction:
    made = extraction(
        f"pages/{ESCAPES}{number}.txt", f"Headline {ESCAPES}\n\nThe harbour {ESCAPES} was dredged. {number}", ESCAPES
    )
    fields = dict.fromkeys(("url", "site", "byline", "dateline", "language", "published", "published_basis"), ESCAPES)
    return Extraction(replace(made.page, **fields, published_confidence=0.5), made.segments)  # type: ignore[arg-type]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    with Draft(folder, rejects_kept=9) as draft:
        draft.reject(Reject(ESCAPES, ESCAPES, "empty", ESCAPES))
        first, second = hostile(1), hostile(2)
        draft.add(first)
        draft.add(second)
        a, b = draft.pile().pages
        end = len(a.text)
        draft.fill(
            replace(
                draft.pile(),
                pages=tuple(replace(page, origin_ids=("o",)) for page in (a, b)),
                segments=tuple(Segment(page.page_id, 0, len(page.text), Label.AD) for page in (a, b)),
                passages=tuple(Passage("c", page.page_id, 0, end) for page in (a, b)),
                substitutions=(Substitution(a.page_id, 0, 8, "Headline", ESCAPES, "lexicon", None, None, None, 0.5),),
                lineage=(Lineage(a.page_id, b.page_id, "o", Relation.COPY_OF, 1.0, 1.0, ()),),
                origins=(Origin("o", ESCAPES, OriginKind.AGENCY, False),),
                stories=(Story("s", ESCAPES, ESCAPES, None, None, (a.page_id, b.page_id)),),
            )
        )
        draft.publish(version="test", seconds=0)
    return folder


def commands(case: Path) -> Iterator[tuple[object, ...]]:
    connection = sqlite3.connect(case / "case.sqlite")
    (page_id,) = connection.execute("SELECT min(page_id) FROM pages").fetchone()
    connection.close()
    for what in ((), (page_id,), ("s",), ("c",), (ESCAPES,), ("pages/",)):
        yield ("show", case, *what)
    yield ("search", case, "harbour")
    yield ("rejects", case)
    yield ("verify", case)
    yield ("show", f"{case}{ESCAPES}")
    yield ("export", case, "--format", ESCAPES.replace("\0", ""), "--out", case.parent / "out")


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}], ids=["file", "terminal"])
@pytest.mark.parametrize("mode", [[], ["--json"]], ids=["text", "json"])
def test_terminal_escape_injection(case: Path, run: Run, env: dict[str, str], mode: list[str]) -> None:
    for command in commands(case):
        result = run(*command, *mode, **env)
        assert result.exception is None or isinstance(result.exception, SystemExit), command
        written = STYLING.sub("", result.stdout + result.stderr)
        assert written.strip()
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written), command


def test_markup_in_a_page_is_text(case: Path, run: Run) -> None:
    shown = run("search", case, "harbour").stdout
    assert "[link=file:///etc/passwd]link[/link] :smile:" in shown


def test_ids_of_a_case_made_by_hand_are_no_way_in(case: Path, run: Run) -> None:
    connection = sqlite3.connect(case / "case.sqlite")
    for statement in (
        "UPDATE stories SET story_id = 's' || ?1",
        "UPDATE passages SET cluster_id = 'c' || ?1",
        "UPDATE origins SET origin_id = 'o' || ?1, name = NULL, inferred = 1",
        "UPDATE lineage SET origin_id = 'o' || ?1",
    ):
        connection.execute(statement, (ESCAPES,))
    connection.commit()
    connection.close()
    for command in commands(case):
        written = STYLING.sub("", run(*command, FORCE_COLOR="1").output)
        assert "\x1b" not in written, command
        assert "\x9b" not in written, command
