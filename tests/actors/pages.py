"""Small piles of invented pages, and what the actors stage says of them."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.actors import find_actors
from copydesk.model.actor import Actor, ActorMention
from copydesk.model.page import Label, Page, Segment
from copydesk.model.pile import Pile
from copydesk.model.provenance import Lineage, Relation, Substitution


def page(page_id: str, text: str, language: str | None = "en") -> Page:
    """A page of which only identity, language and text matter."""
    return Page(
        page_id=page_id,
        source=f"{page_id}.txt",
        record_id=None,
        url=None,
        site=None,
        title=None,
        byline=None,
        dateline=None,
        language=language,
        published=None,
        published_basis=None,
        published_confidence=None,
        retrieved=None,
        wording=None,
        wording_confidence=None,
        origin_ids=(),
        n_words=len(text.split()),
        sha256="",
        text=text,
    )


def pile(*texts: str, label: Label = Label.BODY, language: str | None = "en") -> Pile:
    """One page a text, `p0`, `p1`, …, each with one segment."""
    pages = tuple(page(f"p{number}", text, language) for number, text in enumerate(texts))
    return Pile(pages=pages, segments=tuple(Segment(one.page_id, 0, len(one.text), label) for one in pages))


def related(one: str, other: str) -> tuple[Lineage, ...]:
    """Two pages that share a text."""
    return tuple(Lineage(a, b, "o", Relation.SIBLING_OF, 0.8, 0.9, ()) for a, b in ((one, other), (other, one)))


def swapped(text: str, spun: str, restored: str, page_id: str = "p0") -> Substitution:
    """The swap of the one place of `spun` in a text."""
    begin = text.index(spun)
    return Substitution(page_id, begin, begin + len(spun), spun, restored, "witness", None, None, None, 0.97)


def actors(found: Pile) -> dict[str, Actor]:
    """The actors by name."""
    return {actor.name: actor for actor in found.actors}


def named(found: Pile) -> list[tuple[str, str]]:
    """The words of each mention with the name of its actor, in the order of the rows."""
    names = {actor.actor_id: actor.name for actor in found.actors}
    return [(mention.text, names[mention.actor_id]) for mention in found.actor_mentions]


def find(*texts: str) -> Pile:
    """The pile of these texts with its actors."""
    return find_actors(pile(*texts))


def mentions(found: Pile, name: str) -> Sequence[ActorMention]:
    """The mentions of one actor."""
    actor_id = actors(found)[name].actor_id
    return [mention for mention in found.actor_mentions if mention.actor_id == actor_id]
