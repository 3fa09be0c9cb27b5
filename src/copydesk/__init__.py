"""copydesk: from a pile of news pages to one sourced record.

    import copydesk

    with copydesk.build(["pages/"], "case") as case:
        for row in case.table("lineage"):
            print(row.page_id, row.relation, row.origin_id, row.share)
        copydesk.export(case, "tables", "parquet")
        copydesk.write_report(case, Path("report"))

What is named here is the public API; it is documented in `docs/api.md`, the tables in `docs/tables.md`. Names are
imported when they are first used, so that `import copydesk` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from copydesk.version import __version__

if TYPE_CHECKING:
    from copydesk.engines.engine import EngineName
    from copydesk.errors import (
        AmbiguousError,
        CaseBusyError,
        CopydeskError,
        DamagedCaseError,
        MissingExtraError,
        NotACaseError,
        NotFoundError,
        NothingToReadError,
        OutputError,
        RejectedInputsError,
    )
    from copydesk.limits import LIMITS, Limits
    from copydesk.matching import Checked, Explanation, SharedPassage, SharingPage, check, explain
    from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionBasis, MentionForm
    from copydesk.model.date import DateCandidate, DateRole, Timex, TimexType, Verdict
    from copydesk.model.event import Conflict, Event, EventMention, EventStatus, EventType, Party
    from copydesk.model.page import Label, Page, Segment, Wording
    from copydesk.model.provenance import Evidence, Lineage, Origin, OriginKind, Relation, Substitution
    from copydesk.model.quote import Quote, QuoteChange, QuoteMention, QuoteStatus
    from copydesk.model.raw import Reject
    from copydesk.model.reuse import Alignment, Kind, Passage, Replacement
    from copydesk.model.story import Story
    from copydesk.model.tables import TABLES, Table
    from copydesk.outputs.events import EVENT_FORMATS, event_text
    from copydesk.outputs.export import export
    from copydesk.outputs.formats import FORMATS
    from copydesk.outputs.settings import ExportSettings
    from copydesk.pipeline import BuildSettings, build
    from copydesk.progress import Progress
    from copydesk.record.case import Case
    from copydesk.record.check import Fault
    from copydesk.record.events import EventQuery
    from copydesk.record.quotation import QuoteAnswer, QuoteMatch
    from copydesk.record.search import Hit
    from copydesk.record.summary import Summary
    from copydesk.report import write_report
    from copydesk.reuse.pair import Cut, Pair, SharedRun
    from copydesk.text.compare import Edit, matching_part, word_diff

_HOMES = {
    "copydesk.errors": (
        "AmbiguousError",
        "CaseBusyError",
        "CopydeskError",
        "DamagedCaseError",
        "MissingExtraError",
        "NotACaseError",
        "NotFoundError",
        "NothingToReadError",
        "OutputError",
        "RejectedInputsError",
    ),
    "copydesk.limits": ("LIMITS", "Limits"),
    "copydesk.model.actor": ("Actor", "ActorKind", "ActorMention", "MentionBasis", "MentionForm"),
    "copydesk.model.date": ("DateCandidate", "DateRole", "Timex", "TimexType", "Verdict"),
    "copydesk.model.event": ("Conflict", "Event", "EventMention", "EventStatus", "EventType", "Party"),
    "copydesk.model.page": ("Label", "Page", "Segment", "Wording"),
    "copydesk.model.provenance": ("Evidence", "Lineage", "Origin", "OriginKind", "Relation", "Substitution"),
    "copydesk.model.quote": ("Quote", "QuoteChange", "QuoteMention", "QuoteStatus"),
    "copydesk.model.raw": ("Reject",),
    "copydesk.model.reuse": ("Alignment", "Kind", "Passage", "Replacement"),
    "copydesk.model.story": ("Story",),
    "copydesk.model.tables": ("TABLES", "Table"),
    "copydesk.outputs.events": ("EVENT_FORMATS", "event_text"),
    "copydesk.outputs.export": ("export",),
    "copydesk.outputs.formats": ("FORMATS",),
    "copydesk.outputs.settings": ("ExportSettings",),
    "copydesk.engines.engine": ("EngineName",),
    "copydesk.matching": ("Checked", "Explanation", "SharedPassage", "SharingPage", "check", "explain"),
    "copydesk.reuse.pair": ("Cut", "Pair", "SharedRun"),
    "copydesk.pipeline": ("BuildSettings", "build"),
    "copydesk.progress": ("Progress",),
    "copydesk.record.case": ("Case",),
    "copydesk.record.check": ("Fault",),
    "copydesk.record.events": ("EventQuery",),
    "copydesk.record.quotation": ("QuoteAnswer", "QuoteMatch"),
    "copydesk.record.search": ("Hit",),
    "copydesk.record.summary": ("Summary",),
    "copydesk.report": ("write_report",),
    "copydesk.text.compare": ("Edit", "matching_part", "word_diff"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "EVENT_FORMATS",
    "FORMATS",
    "LIMITS",
    "TABLES",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Alignment",
    "AmbiguousError",
    "BuildSettings",
    "Case",
    "CaseBusyError",
    "Checked",
    "Conflict",
    "CopydeskError",
    "Cut",
    "DamagedCaseError",
    "DateCandidate",
    "DateRole",
    "Edit",
    "EngineName",
    "Event",
    "EventMention",
    "EventQuery",
    "EventStatus",
    "EventType",
    "Evidence",
    "Explanation",
    "ExportSettings",
    "Fault",
    "Hit",
    "Kind",
    "Label",
    "Limits",
    "Lineage",
    "MentionBasis",
    "MentionForm",
    "MissingExtraError",
    "NotACaseError",
    "NotFoundError",
    "NothingToReadError",
    "Origin",
    "OriginKind",
    "OutputError",
    "Page",
    "Pair",
    "Party",
    "Passage",
    "Progress",
    "Quote",
    "QuoteAnswer",
    "QuoteChange",
    "QuoteMatch",
    "QuoteMention",
    "QuoteStatus",
    "Reject",
    "RejectedInputsError",
    "Relation",
    "Replacement",
    "Segment",
    "SharedPassage",
    "SharedRun",
    "SharingPage",
    "Story",
    "Substitution",
    "Summary",
    "Table",
    "Timex",
    "TimexType",
    "Verdict",
    "Wording",
    "__version__",
    "build",
    "check",
    "event_text",
    "explain",
    "export",
    "matching_part",
    "word_diff",
    "write_report",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
