"""The places of a sentence that name somebody."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.events.apposition import apposed
from copydesk.events.chunks import COMMA, JOIN, NOUNS
from copydesk.events.coded import Span
from copydesk.events.sentence import Region, Sentence
from copydesk.events.vocabulary import people_nouns

_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i", "his", "her", "its", "their"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Names:
    """A sentence with its topics and the places that name known actors; null where none were looked for."""

    sentence: Sentence
    mentions: Sequence[Span] | None
    topics: tuple[str, ...] = ()

    def place(self, region: Region) -> Span:
        """The text of a region."""
        words, chunks = self.sentence.words, self.sentence.chunks
        return words.begin[chunks[region[0]].first], words.end[chunks[region[1] - 1].last - 1]

    def within(self, region: Region | None) -> tuple[Span, ...]:
        """The places in a region that name somebody: mentions where they are known, else its noun phrases.

        A mention that commas bring for the name of a phrase comes before those on its head, and those before what is
        only attached to it. Whose adviser it is comes after the adviser.
        """
        if region is None or region[0] >= region[1]:
            return ()
        heads = [k for k in range(*region) if self._is_head(k, region)]
        if self.mentions is None:
            return tuple(self.place((k, self._with_of(k, region))) for k in heads if not self.is_pronoun(k))
        found: list[Span] = [] if heads else self._mentions(self.place(region))
        for k, after in zip(heads, [*heads[1:], region[1]], strict=False):
            on_head = self._apposed(k) or self._on_head(k)
            found += on_head or self._mentions(self.place((k, after)))[:1]
        return tuple(dict.fromkeys(found))

    def _apposed(self, at: int) -> list[Span]:
        """Who is named between commas after the noun phrase at a chunk."""
        name = apposed(self.sentence, at)
        if name is None:
            return []
        return [m for m in self.mentions or () if self._covers(m, self.sentence.chunks[name].head)][:1]

    def _on_head(self, at: int) -> list[Span]:
        """Who is named in the noun phrase at a chunk, owners left out where the one whom they own is named too."""
        found = self._mentions(self.place((at, at + 1)))
        owned = [m for m in found if not self._owns(m)]
        if found and not owned:
            return self._named_office(at + 2) or found
        return owned if owned and self._covers(owned[-1], self.sentence.chunks[at].head) else found

    def _named_office(self, at: int) -> list[Span]:
        """Who is named at the end of an office with `of` in it: her chief of *staff Ivo Tarn*."""
        sentence, chunks = self.sentence, self.sentence.chunks
        if at >= len(chunks) or chunks[at].kind != NOUNS or sentence.low(at - 1) != "of":
            return []
        one = chunks[at]
        if sentence.tags[one.first] not in "NJ" or sentence.tags[one.head] != "R":
            return []
        return [m for m in self._mentions(self.place((at, at + 1))) if self._covers(m, one.head)]

    def _owns(self, mention: Span) -> bool:
        """Whether a mention is a possessive: *Dunmore*'s adviser, *her* adviser."""
        words = self.sentence.words
        after = bisect.bisect_left(words.begin, mention[1])
        if after < len(words) and words.begin[after] == mention[1] and self.sentence.tags[after] == "K":
            return True
        return after > 0 and words.begin[after - 1] == mention[0] and words.low[after - 1] in _POSSESSIVE

    def _covers(self, mention: Span, word: int) -> bool:
        words = self.sentence.words
        return mention[0] <= words.begin[word] and words.end[word] <= mention[1]

    def _with_of(self, at: int, region: Region) -> int:
        """The end of a noun phrase with the phrases that `of` brings: the minister *of state*."""
        end, chunks = at + 1, self.sentence.chunks
        while end + 1 < region[1] and self.sentence.low(end) == "of" and chunks[end + 1].kind == NOUNS:
            end += 2
        return end

    def _is_head(self, at: int, region: Region) -> bool:
        chunks = self.sentence.chunks
        if chunks[at].kind != NOUNS:
            return False
        if at == region[0]:
            return True
        if chunks[at - 1].kind in (JOIN, COMMA):
            return True
        return self.sentence.low(at - 1) == "between"

    def is_pronoun(self, at: int) -> bool:
        """Whether the noun phrase at a chunk is nothing but a pronoun."""
        chunk = self.sentence.chunks[at]
        return chunk.last - chunk.first == 1 and self.sentence.words.low[chunk.first] in _PRONOUNS

    def is_somebody(self, spans: tuple[Span, ...]) -> bool:
        """Whether any of the spans names people, states or bodies: known ones, or by a capital, or by its noun."""
        if self.mentions is not None or not spans:
            return bool(spans)
        words, people = self.sentence.words, people_nouns()
        inside = [k for k, at in enumerate(words.begin) if any(b <= at < e for b, e in spans)]
        return any(self.sentence.tags[k] == "R" or words.low[k] in people for k in inside)

    def _mentions(self, span: Span) -> list[Span]:
        return [m for m in self.mentions or () if m[0] < span[1] and span[0] < m[1]]
