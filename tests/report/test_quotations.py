"""The quotations of a story: every wording marked, every place linked, everything escaped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from copydesk.model.quote import Quote, QuoteChange, QuoteMention, QuoteStatus
from copydesk.model.story import Story
from copydesk.report import write_report
from tests.report.invented import InMemoryCase, page
from tests.report.markup import read_html

SAID = "We will not close the fish market before the spring tide"
LOST = "We will close the fish market before the spring tide"
EVIL = "<script>alert(1)</script>\u202e"


def mention(page_id: str, text: str, **fields: Any) -> QuoteMention:
    known: dict[str, Any] = {
        "quote_id": "q1",
        "page_id": page_id,
        "begin": 1,
        "end": 1 + len(text),
        "text": text,
        "speaker": "Ada Quill",
        "status": QuoteStatus.VERBATIM,
        "change": None,
        "partial": False,
    }
    missing = ("speaker_id", "speaker_begin", "speaker_end", "cue", "cue_begin", "cue_end")
    known.update(dict.fromkeys(missing), **fields)
    return QuoteMention(**known)


def case(speaker: str | None = "Ada Quill", said: str = SAID) -> InMemoryCase:
    texts = {"p1": said, "p2": LOST, "p3": "fish market"}
    quote = Quote("q1", speaker, None, "mayor", "2025-05-13", "p1", 1, 1 + len(said), said, 3, 2)
    return InMemoryCase(
        {
            "pages": [page(name, f"“{text}” the mayor said.") for name, text in texts.items()],
            "stories": [Story("s1", "The market", None, None, None, ("p1", "p2", "p3"))],
            "quotes": [quote],
            "quote_mentions": [
                mention("p1", said),
                mention("p2", LOST, status=QuoteStatus.ALTERED, change=QuoteChange.MEANING),
                mention("p3", "fish market", partial=True),
            ],
        }
    )


def written(made: InMemoryCase, folder: Path) -> tuple[str, Any]:
    write_report(made, folder)
    text = (folder / "quotations" / "s1.html").read_text("utf-8")
    return text, read_html(text)


def test_a_lost_negation_is_struck_and_called_a_change_of_meaning(tmp_path: Path) -> None:
    text, tree = written(case(), tmp_path / "report")
    assert [element.text() for element in tree.named("del")][-1] == "not"
    assert "changes the meaning" in text
    assert "1 quotation, 1 altered somewhere" in text
    assert "said on 13 May 2025" in text
    assert "3 pages, 2 independent origins" in text


def test_every_place_leads_to_its_characters(tmp_path: Path) -> None:
    text, _ = written(case(), tmp_path / "report")
    for page_id, said in (("p1", SAID), ("p2", LOST), ("p3", "fish market")):
        anchor = f"c1-{1 + len(said)}"
        assert f'href="../page/{page_id}.html#{anchor}"' in text
        assert f'id="{anchor}"' in (tmp_path / "report" / "page" / f"{page_id}.html").read_text("utf-8")


def test_the_story_leads_to_its_quotations_where_it_has_any(tmp_path: Path) -> None:
    written(case(), tmp_path / "report")
    assert 'href="../quotations/s1.html"' in (tmp_path / "report" / "story" / "s1.html").read_text("utf-8")
    silent = case()
    silent.tables |= {"quotes": [], "quote_mentions": []}
    write_report(silent, tmp_path / "silent")
    assert not (tmp_path / "silent" / "quotations").exists()
    assert "quotations/" not in (tmp_path / "silent" / "story" / "s1.html").read_text("utf-8")


def test_an_unproven_utterance_is_said_to_be_one(tmp_path: Path) -> None:
    made = case(speaker=None)
    made.tables["quote_mentions"] = [mention("p1", SAID, status=QuoteStatus.UNCONFIRMED)]
    text, _ = written(made, tmp_path / "report")
    assert "No faithful wording: as it stands" in text
    assert "Speaker not known" in text


def test_words_of_a_page_are_never_markup(tmp_path: Path) -> None:
    made = case(speaker=EVIL, said=EVIL + SAID)
    made.tables["quotes"] = [replace(made.tables["quotes"][0], speaker_role=EVIL)]
    text, tree = written(made, tmp_path / "report")
    assert len(tree.named("script")) == 1
    assert "\u202e" not in text
    assert "&lt;script&gt;" in text
