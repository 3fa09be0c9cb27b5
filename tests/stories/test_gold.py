"""The hand-made gold for real pages: two look-alike visits are two stories, and the first falls into its episodes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import copydesk

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seeds" / "lineage.json"


@pytest.mark.skipif(not GOLD.is_file(), reason=f"the gold is not at {GOLD}")
def test_stories_and_episodes_are_those_of_the_gold(tmp_path: Path) -> None:
    told = json.loads(GOLD.read_text("utf-8"))["stories"]
    with copydesk.build([SHARED / "seeds"], tmp_path / "case") as case:
        names = {page.page_id: f"s{int(Path(page.source).name[:3])}" for page in case.table("pages")}
        rows = sorted(case.table("stories"), key=lambda row: row.episode or 0)
        assert case.check() == ()
    pages = {row.story_id: sorted(names[page_id] for page_id in row.page_ids) for row in rows}
    stories = [row for row in rows if row.parent_story is None]
    assert sorted(pages[row.story_id] for row in stories) == sorted(sorted(story["pages"]) for story in told)
    several = [story["episodes"] for story in told if len(story["episodes"]) > 1]
    assert [pages[row.story_id] for row in rows if row.parent_story] == [e["pages"] for e in several[0]]
