"""Who the words beside a quotation name: the actor where the page's mentions tell, else the words as they stand."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.model.actor import Actor, ActorKind, ActorMention, MentionForm
from copydesk.quotes.cue import has_clitic
from copydesk.quotes.grammar import cues_of_other_languages, words
from copydesk.quotes.reading import Reading
from copydesk.quotes.utterances import Utterance
from copydesk.text.patterns.quotations import APPOSED_NAME, CAPITAL_RUN, HOST_TOKEN, LEADING_ARTICLE
from copydesk.text.vocabulary import function_words

FARTHEST_BACK = 3_000
"""Code points back in which the fuller name of `the official` is looked for."""

LONGEST_COURTESY = 6
"""Code points of the longest `courtesy` title before a name, with its stop and space: `Prof. `."""

_AS_WRITTEN = frozenset({MentionForm.METONYM, MentionForm.DEMONYM})
"""Forms whose own words say better who spoke than the actor's name: `Kelm City` for the government of Kelm."""

_CLOSING = frozenset({"", ",", ".", ":", ";", ")", "\n", "—", "–"})
"""What follows a name that a comma brings; before a verb of its own it would be a subject."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted. `name` is the full name where it is known, else the page's words."""

    name: str
    actor_id: str | None
    role: str | None

    @property
    def role_words(self) -> frozenset[str]:
        """The words of the role, in lower case."""
        return frozenset((self.role or "").lower().split())


def _name_at_end(tokens: Sequence[str]) -> str | None:
    """The full name with which words end: `le maire Ada de Brandt`; null where there is none of two words."""
    first = len(tokens)
    while first and tokens[first - 1][0].isupper():
        first -= 1
        if first > 1 and tokens[first - 1] in words("particles") and tokens[first - 2][0].isupper():
            first -= 1
    name = tokens[first:]
    return " ".join(name) if sum(part[0].isupper() for part in name) > 1 else None


def _names_nobody(named: str) -> bool:
    """Whether words where a subject stands are none: one that names nothing, or a clause (`doctors don't`)."""
    found = named.lower().replace("’", "'").split()
    if any(word.endswith("n't") for word in found):
        return True
    return len(found) == 1 and found[0] in function_words() | words("adverbs")


class SpeakerReader:
    """Reads the speakers of one page, from its first quotation to its last."""

    def __init__(self, reading: Reading, mentions: Sequence[ActorMention], actors: Mapping[str, Actor]) -> None:
        self._text, self._restored, self._language = reading.restored.text, reading.restored, reading.page.language
        self._mentions, self._actors = mentions, actors
        self._begins = [mention.begin for mention in mentions]
        self._article = [begin for begin, _ in reading.article]
        self._names: dict[str, str] | None = None
        self._last: Speaker | None = None
        self._last_person: Speaker | None = None

    def speaker_of(self, utterance: Utterance) -> Speaker | None:
        """The speaker of an utterance; to be asked in the order of the page."""
        if utterance.attribution is None:
            return None
        found = self._read(*utterance.attribution.speaker)
        if found is not None:
            self._last = found
            if found.name[0].isupper() and " " in found.name:
                self._last_person = found
        return found

    def _read(self, begin: int, end: int) -> Speaker | None:
        named = self._text[begin:end]
        last = self._head_end(begin, end)
        mention = self._apposed(begin, end, last) or self._mention_at(begin, last)
        if mention is not None and not self._is_unnamed(mention):
            return self._of_mention(mention)
        folded = named.lower().replace("’", "'").split("'")[0]
        if "-t-" in folded or has_clitic(named) or folded in cues_of_other_languages():  # `a-t-elle dit`, `añadió`
            return self._last_person or self._last
        first = folded.split(" ", 1)[0]
        folded = first if first in words("pronouns") else folded  # `he asked about the ferry and said`
        if folded in words("pronouns") or folded in ("who", "which", "that"):
            known = self._last_person or self._last if folded in ("he", "she", "who") else self._last
            return (
                known
                or (None if self._mentions else self._nearest_name(begin))
                or Speaker(named.split()[0], None, None)
            )
        if self._text[begin:last].split()[-1].lower() in words("documents"):
            return self._last or Speaker(named, None, None)
        return None if _names_nobody(self._text[begin:last]) else self._by_itself(begin, end, last)

    def _head_end(self, begin: int, end: int) -> int:
        """Where the noun ends that the words are about: `a spokesman` of `a spokesman for the mayor`."""
        last = begin
        for token in HOST_TOKEN.finditer(self._text, begin, end):
            word = token.group().lower()
            ends = word in words("prepositions") or word in words("relatives") or word in (",", "(", "—", "–", "--")
            if ends and token.start() > begin and not self._inside_mention(token.start()):
                break
            last = token.end()
        return last or end

    def _inside_mention(self, at: int) -> bool:
        place = self._restored.on_page(at, at + 1)[0]
        number = bisect.bisect_right(self._begins, place) - 1
        while number >= 0 and place - self._begins[number] < 120:
            mention = self._mentions[number]
            if mention.begin < place < mention.end:
                return True
            number -= 1
        return False

    def _mention_at(self, begin: int, last: int) -> ActorMention | None:
        """The mention that ends with the head of the words; the longest, where several do."""
        first, stop = self._restored.on_page(begin, last)
        number = bisect.bisect_left(self._begins, first)
        ending: list[ActorMention] = []
        while number < len(self._mentions) and self._mentions[number].begin < stop:
            mention = self._mentions[number]
            if abs(mention.end - stop) <= 2:
                ending.append(mention)
            number += 1
        return max(ending, key=lambda one: (self._is_person(one), one.end - one.begin), default=None)

    def _apposed(self, begin: int, end: int, last: int) -> ActorMention | None:
        """The person whom a comma brings for the name of an office: `said the union's leader, Ada Brandt`.

        In `the wife of the mayor, Ada Brandt` the name belongs to the nearer office, as the role of the person tells.
        """
        if not self._mentions or self._text[end : end + 2] != ", ":
            return None
        head = self._text[begin:last].split()[-1]
        titled = not head[0].islower()
        if head in words("pronouns") or (titled and not self._text[begin:last].lower().startswith("the ")):
            return None
        mention = self._person_at(end + 2) or self._person_at(self._behind_courtesy(end + 2))
        if mention is None or (last < end and not self._is_of_head(mention, head, last, end)):
            return None
        if titled and head.lower() not in self._of_mention(mention).role_words:
            return None  # `the Harbour Board, Ada Brandt`: no office
        behind = self._restored.of_page(mention.begin, mention.end)[1]
        return mention if self._text[behind : behind + 1] in _CLOSING else None

    def _person_at(self, at: int) -> ActorMention | None:
        """The longest mention of a person that begins at a place."""
        first = self._restored.on_page(at, at + 1)[0]
        number = bisect.bisect_left(self._begins, first)
        named = (one for one in self._mentions[number : number + 4] if one.begin == first and self._is_person(one))
        return max(named, key=lambda one: one.end, default=None)

    def _behind_courtesy(self, at: int) -> int:
        """Behind a `Dr.` or `Mrs` that stands at a place; the place itself where none does."""
        stop = self._text.find(" ", at, at + LONGEST_COURTESY)
        title = self._text[at:stop].rstrip(".").lower() if stop > 0 else ""
        return stop + 1 if title in words("courtesy") else at

    def _is_of_head(self, mention: ActorMention, head: str, last: int, end: int) -> bool:
        """Whether the name belongs to the first noun: its role says so, or what stands behind that noun is a name.

        `the leader of Kelm council, Ada Brandt` leads; in `the wife of the mayor, Ada Brandt` nothing tells.
        """
        role = self._of_mention(mention).role_words
        behind = self._text[last:end]
        named = any(word[0].isupper() for word in behind.split()) and "'s" not in behind and "’s" not in behind
        return head.lower() in role or (not role and named)

    def _is_person(self, mention: ActorMention) -> bool:
        actor = self._actors.get(mention.actor_id)
        return actor is not None and actor.kind is ActorKind.PERSON

    def _is_unnamed(self, mention: ActorMention) -> bool:
        """Whether the words name nobody but an office of some body: `a harbour official` is not the harbour."""
        return mention.form is MentionForm.TITLE and not self._is_person(mention)

    def _of_mention(self, mention: ActorMention) -> Speaker:
        actor = self._actors.get(mention.actor_id)
        if actor is None:
            return Speaker(mention.text, mention.actor_id, mention.role)
        name = mention.text if mention.form in _AS_WRITTEN else actor.name
        return Speaker(name, actor.actor_id, mention.role or actor.role)

    def _by_itself(self, begin: int, end: int, last: int) -> Speaker:
        """A surname to the full name that the page has, `the official` to the words that first named one."""
        named = self._text[begin:end]
        tokens = self._text[begin:last].split()
        apposed = (
            self._name_behind(end) if tokens[-1][0].islower() and not self._inner_preposition(begin, end) else None
        )
        if apposed is not None and len(tokens) > 1:
            return Speaker(apposed, None, None)
        if tokens[0][0].islower() and self._language not in (None, "en"):
            inside = None if self._language == "de" else _name_at_end(tokens)  # its nouns have capitals too
            return Speaker(self._name_behind(end) or inside or named, None, None)
        key = tokens[-1].strip(".,")
        if key[:1].isupper():
            alone = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].strip(".").lower() in words("courtesy"))
            return Speaker((self._full_names().get(key) if alone else None) or named, None, None)
        if tokens[0].lower() in ("the", "that", "this") and len(tokens) == 2:
            return Speaker(self._fuller(key, begin) or named, None, None)
        return Speaker(named, None, None)

    def _inner_preposition(self, begin: int, end: int) -> bool:
        return any(word.lower() in words("prepositions") for word in self._text[begin:end].split()[1:])

    def _name_behind(self, end: int) -> str | None:
        """The full name that a comma brings, up to the next mark: `le maire, Ada Brandt.`; null where none is."""
        if self._text[end : end + 2] != ", ":
            return None
        name = APPOSED_NAME.match(self._text, end + 2)
        parts = name.group().split() if name is not None else []
        whole = _name_at_end(parts)
        return whole if whole == " ".join(parts) else None

    def _fuller(self, noun: str, before: int) -> str | None:
        """The nearest earlier words with more than an article before the noun: `a harbour official`."""
        low, at = max(0, before - FARTHEST_BACK), before
        while (at := self._text.rfind(" " + noun, low, at)) >= 0:
            line = max(self._text.rfind("\n", low, at) + 1, at - 60)
            found = LEADING_ARTICLE.search(self._text[line : at + 1 + len(noun)])
            if found is not None:
                return found.group()
        return None

    def _full_names(self) -> dict[str, str]:
        """The first full name of the page by its last word."""
        if self._names is None:
            self._names = {}
            for run in CAPITAL_RUN.finditer(self._text):
                parts = run.group().split()
                while parts[0].lower() in function_words() and len(parts) > 1:
                    parts.pop(0)
                if len(parts) > 1:
                    self._names.setdefault(parts[-1], " ".join(parts))
        return self._names

    def _nearest_name(self, before: int) -> Speaker | None:
        """The last full name before a pronoun, in its paragraph or the one before."""
        at = bisect.bisect_right(self._article, before) - 2
        low = self._article[max(0, at)] if self._article else 0
        runs = CAPITAL_RUN.findall(self._text, low, before)
        return Speaker(runs[-1], None, None) if runs else None
