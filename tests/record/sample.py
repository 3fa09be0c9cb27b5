"""A small invented case with a row in every table, each true of its pages."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionForm
from copydesk.model.date import DateCandidate, DateRole, Timex, TimexType, Verdict
from copydesk.model.event import Conflict, Event, EventMention, EventStatus, Party
from copydesk.model.page import Extraction, Label, Page, Segment, Wording
from copydesk.model.pile import Pile
from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation, Substitution
from copydesk.model.quote import Quote, QuoteMention, QuoteStatus
from copydesk.model.raw import Reject
from copydesk.model.reuse import Alignment, Kind, Passage, Replacement
from copydesk.model.story import Story
from copydesk.record.draft import Draft

HARBOUR = (
    "Harbour council votes to dredge\n\n"
    "ELLERBY (Coastwire) — The harbour council of Ellerby voted on Tuesday to dredge the northern channel.\n"
    "Work begins in May, the chairwoman said.\n"
)
SPUN = (
    "Harbor board ballots to dredge\n\n"
    "The harbour committee of Ellerby voted on Tuesday to dredge the northern canal.\n"
    "Work begins in Could, the chairwoman said.\n"
)
TRAMS = "Café owners in Zürich fear «quiet» streets\n\nTrade fell by a fifth, they say. 🚋\n"


def page(source: str, text: str, record_id: str | None = None) -> Page:
    """A page as extraction would give it."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Page(
        page_id="p" + hashlib.sha256(f"{source}\0{record_id}\0{sha}".encode()).hexdigest()[:12],
        source=source,
        record_id=record_id,
        url=None,
        site=None,
        title=text.split("\n", 1)[0] or None,
        byline=None,
        dateline=None,
        language="en",
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=len(text.split()),
        sha256=sha,
        text=text,
    )


def extraction(source: str, text: str, record_id: str | None = None) -> Extraction:
    """A page and its segments: the first line is the headline, the rest is body."""
    made = page(source, text, record_id)
    cut = text.index("\n") + 1
    return Extraction(
        made,
        (
            Segment(made.page_id, 0, cut, Label.HEADLINE),
            Segment(made.page_id, cut, len(text), Label.BODY),
        ),
    )


EXTRACTIONS = (
    extraction("pages/harbour.txt", HARBOUR),
    extraction("pages/spun.txt", SPUN),
    extraction("pages/cafe.jsonl", TRAMS, "7"),
)
REJECT = Reject("pages/empty.txt", None, "empty", "The file has no text.")


def place(text: str, words: str) -> tuple[int, int]:
    """Where `words` stand in `text`."""
    begin = text.index(words)
    return begin, begin + len(words)


def filled(pile: Pile) -> Pile:
    """The pile with a true row in every table, as far as its pages are those of the sample."""
    by_source = {page.source: page for page in pile.pages}
    whole, spun = by_source["pages/harbour.txt"], by_source["pages/spun.txt"]
    agency, traces = Origin("o1", "Coastwire", OriginKind.AGENCY, False), Origin("o2", None, OriginKind.UNKNOWN, True)
    credit = Evidence(whole.page_id, *place(HARBOUR, "Coastwire"), "credit in the dateline")
    first, second = sorted((whole, spun), key=lambda each: each.page_id)
    words = "of Ellerby voted on Tuesday to dredge the northern"
    swap, true = place(SPUN, "Could"), place(HARBOUR, "May")
    wording = {
        whole.page_id: ("o1", Wording.VERBATIM_COPY),
        spun.page_id: ("o1", Wording.SPUN_COPY),
    }
    pages = tuple(
        replace(
            page,
            origin_ids=(wording.get(page.page_id, ("o2", None))[0],),
            wording=wording.get(page.page_id, ("o2", None))[1],
        )
        for page in pile.pages
    )
    return replace(
        pile,
        pages=pages,
        alignments=(
            Alignment(
                first.page_id, *place(first.text, words), second.page_id, *place(second.text, words),
                Kind.VERBATIM, 1.0, None,
            ),
        ),
        passages=tuple(Passage("c1", each.page_id, *place(each.text, words)) for each in (first, second)),
        replacements=(Replacement("could", "may", 1, 1, 1.0),),
        substitutions=(
            Substitution(spun.page_id, *swap, "Could", "May", "witness", whole.page_id, *true, 0.97),
            Substitution(spun.page_id, *place(SPUN, "ballots"), "ballots", "votes", "lexicon", None, None, None, 0.6),
        ),
        lineage=(
            Lineage(whole.page_id, None, "o1", Relation.COPY_OF, 1.0, 0.95, (credit,)),
            Lineage(spun.page_id, whole.page_id, "o1", Relation.SIBLING_OF, 0.75, 0.8, (credit,)),
        ),
        origins=(agency, traces),
        actors=(Actor("a1", "harbour council of Ellerby", ActorKind.ORGANISATION, None, None, 1),),
        actor_mentions=(
            ActorMention(
                whole.page_id, *place(HARBOUR, "harbour council of Ellerby"), "harbour council of Ellerby", "a1",
                MentionForm.NAME, None, 0.9,
            ),
        ),
        date_candidates=(
            DateCandidate(whole.page_id, None, None, "url", "2024-03-05", Verdict.WON, "it fits", None, None, None),
            DateCandidate(
                spun.page_id, *place(SPUN, "Tuesday"), "sibling", "2024-03-05", None, None, whole.page_id,
                *place(HARBOUR, "Tuesday"),
            ),
        ),
        dates=(
            Timex(
                whole.page_id, *place(HARBOUR, "Tuesday"), "Tuesday", TimexType.DATE, "2024-03-05", DateRole.EVENT,
                "weekday",
            ),
        ),
        quotes=(
            Quote("q1", "chairwoman", None, None, None, whole.page_id, *place(HARBOUR, "Work begins in May"),
                  "Work begins in May", 1, 1),
        ),
        quote_mentions=(
            QuoteMention(
                "q1", whole.page_id, *place(HARBOUR, "Work begins in May"), "Work begins in May", "chairwoman", None,
                *place(HARBOUR, "the chairwoman"), "said", *place(HARBOUR, "said"), QuoteStatus.VERBATIM, None, False,
            ),
        ),
        events=(
            Event(
                "e1", None, None, "The harbour council voted", EventStatus.HAPPENED,
                (Party("harbour council of Ellerby", None, None),), (), "Ellerby", "2024-03-05", None, None, (), 1, 1,
                ("o1",), 0.7, None, "s1", (Conflict("place", "Ellerby", whole.page_id, *place(HARBOUR, "Ellerby")),),
            ),
        ),
        event_mentions=(
            EventMention(
                "e1", whole.page_id, *place(HARBOUR, "voted on Tuesday"), EventStatus.HAPPENED,
                *place(HARBOUR, "voted"), "vote", "o1",
            ),
        ),
        stories=(
            Story(
                "s1", "Harbour council votes to dredge", None, None, None, (first.page_id, second.page_id), None,
                whole.page_id, *place(HARBOUR, "Harbour council votes to dredge"),
                "Work begins in May, the chairwoman said.", whole.page_id,
                *place(HARBOUR, "Work begins in May, the chairwoman said."),
            ),
        ),
    )  # fmt: skip


def build_sample(folder: Path) -> Path:
    """Write the sample as a case."""
    with Draft(folder, rejects_kept=100) as draft:
        for each in EXTRACTIONS:
            draft.met(each.page.source)
            draft.add(each)
        draft.met(REJECT.source)
        draft.reject(REJECT)
        draft.fill(filled(draft.pile()))
        draft.publish(version="test", seconds=0.5)
    return folder
