"""The episodes in the report: listed in their story, counted nowhere, marked on its timeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

import copydesk
from copydesk.model.event import Event, EventStatus, EventType
from copydesk.model.story import Story
from copydesk.report.happened import Happening
from copydesk.report.timeline import LEFT, draw_timeline
from tests.report.markup import read_html
from tests.stories.press import DAY, EVE


def happening(day: str) -> Happening:
    """An event of one day, laid out."""
    event = Event(
        day, EventType.CONSULT, None, day, EventStatus.HAPPENED, (), (), None, day, day, None, (), 1, 1, ("o",), 0.8,
        None, "s", (),
    )  # fmt: skip
    return Happening(event, day, "CONSULT", day, "happened", "", "", Markup(day), None, (), 0, (), None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cod")
    (folder / "eve.txt").write_text(EVE, "utf-8")
    (folder / "day.txt").write_text(DAY, "utf-8")
    with copydesk.build([folder / "eve.txt", folder / "day.txt"], folder / "case") as case:
        copydesk.write_report(case, folder / "report")
        assert case.summary.stories == 1
        assert case.count("stories") == 3
    return folder


def test_a_story_lists_its_episodes_and_has_one_page(folder: Path) -> None:
    (file,) = sorted((folder / "report" / "story").iterdir())
    root = read_html(file.read_text("utf-8"))
    (listed,) = (element for element in root.all() if "episodes" in element.classes)
    words = " ".join(listed.text().split())
    assert words.index("4 March 2031") < words.index("to talk about cod") < words.index("5 March 2031")
    overview = (folder / "report" / "index.html").read_text("utf-8")
    assert "2 pages. 1 story." in " ".join(read_html(overview).text().split())
    assert "2 episodes" in overview


def test_titles_and_summaries_lead_to_their_words(folder: Path) -> None:
    (file,) = sorted((folder / "report" / "story").iterdir())
    html = file.read_text("utf-8")
    with copydesk.Case.open(folder / "case") as case:
        rows = list(case.table("stories"))
    for row in rows:
        page = (folder / "report" / "page" / f"{row.summary_page}.html").read_text("utf-8")
        anchor = f"c{row.summary_begin}-{row.summary_end}"
        assert f'id="{anchor}"' in page
        assert f"page/{row.summary_page}.html#{anchor}" in html
        assert f'id="c{row.title_begin}-{row.title_end}"' in page


def test_every_list_counts_stories_alone(folder: Path) -> None:
    for name in ("stories", "pages", "origins"):
        root = read_html((folder / "report" / name / "1.html").read_text("utf-8"))
        links = [e.attributes.get("href") or "" for e in root.all() if e.name == "a"]
        assert len({link for link in links if "story/" in link}) == 1


def test_the_days_of_episodes_are_bands_and_the_scale_keeps_to_them() -> None:
    old, one, two = (happening(day) for day in ("2029-01-01", "2031-03-03", "2031-03-06"))
    rows = [
        Story("a", None, "2031-03-02", "2031-03-03", "s", ("p",), 1),
        Story("b", None, "2031-03-06", "2031-03-06", "s", ("q",), 2),
        Story("c", None, None, None, "s", ("r",), 3),
    ]
    whole, drawn = draw_timeline([old, one, two]), draw_timeline([old, one, two], rows)
    assert whole is not None
    assert (whole.bands, whole.outside) == ((), 0)
    assert drawn is not None
    assert (drawn.outside, len(drawn.marks), [band.words for band in drawn.bands]) == (1, 2, ["1", "2"])
    assert drawn.ticks[0].words == "2031-03-02"
    for band, mark in zip(drawn.bands, drawn.marks, strict=True):
        assert LEFT <= band.x < mark.x < band.x + band.width
    assert draw_timeline([], rows) is None


def test_bands_too_near_each_other_carry_one_name() -> None:
    events = [happening("2031-03-01"), happening("2031-03-02"), happening("2031-06-30")]
    rows = [Story(day, None, day, day, "s", ("p",), n) for n, day in ((1, "2031-03-01"), (2, "2031-03-02"))]
    rows.append(Story("c", None, "2031-06-30", "2031-06-30", "s", ("r",), 3))
    drawn = draw_timeline(events, rows)
    assert drawn is not None
    assert [band.words for band in drawn.bands] == ["1–2", "3"]
