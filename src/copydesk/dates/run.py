"""A matched run of tokens, as the builders of expressions see it."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.dates.expression import Expression, Form, Length, Point
from copydesk.dates.lexer import Lexed
from copydesk.dates.lexicon import Lexicon, Sense
from copydesk.model.date import TimexType


class Run(NamedTuple):
    """The tokens from `first` to `last` (half-open) of a text. A tuple, for one is made of every match of a rule."""

    lexed: Lexed
    lexicon: Lexicon
    first: int
    last: int

    @property
    def shape(self) -> str:
        """The letters of its tokens."""
        return self.lexed.shape[self.first : self.last]

    def sense(self, letters: str, nth: int = 0) -> Sense | None:
        """The `nth` token whose letter is among `letters`; null where there are fewer."""
        for at in range(self.first, self.last):
            if self.lexed.shape[at] in letters:
                if not nth:
                    return self.lexed.sense(at)
                nth -= 1
        return None

    def word(self, letters: str) -> str:
        """The first token, in lower case, whose letter is among `letters`; empty where there is none."""
        for at in range(self.first, self.last):
            if self.lexed.shape[at] in letters:
                return self.lexed.word(at)
        return ""

    def number(self, letters: str) -> int | None:
        """The number of the first token whose letter is among `letters`."""
        found = self.sense(letters)
        return None if found is None else found.number

    def capital(self, letters: str) -> bool:
        """Whether the first token whose letter is among `letters` opens with a capital."""
        for at in range(self.first, self.last):
            if self.lexed.shape[at] in letters:
                return self.lexed.text[self.lexed.begins[at]].isupper()
        return False

    def letter(self, distance: int) -> str:
        """The letter of a token beside the run: -1 the one before it, 1 the one behind; `#` outside of the text."""
        at = self.first + distance if distance < 0 else self.last + distance - 1
        return self.lexed.shape[at] if 0 <= at < len(self.lexed) else "#"

    def beside(self, distance: int) -> str:
        """The word beside the run, in lower case; empty outside of the text."""
        at = self.first + distance if distance < 0 else self.last + distance - 1
        return self.lexed.word(at) if 0 <= at < len(self.lexed) else ""

    def original(self, distance: int) -> str:
        """The word beside the run as it stands."""
        at = self.first + distance if distance < 0 else self.last + distance - 1
        return self.lexed.text[self.lexed.begins[at] : self.lexed.ends[at]] if 0 <= at < len(self.lexed) else ""

    def in_context(self, name: str, distance: int) -> bool:
        """Whether the word beside the run is in a list of the vocabulary's `[context]`."""
        return self.beside(distance) in self.lexicon.context.get(name, frozenset())

    def part(self, first: int, last: int) -> Run:
        """Some of its tokens, counted from its first."""
        return Run(self.lexed, self.lexicon, self.first + first, self.first + last)

    def point(self, point: Point, kind: TimexType = TimexType.DATE) -> Expression:
        """An expression of one unit over the whole run."""
        return Expression(self.begin, self.end, kind, Form.POINT, first=point)

    def range(self, first: Point, last: Point) -> Expression:
        """An expression from one unit to another."""
        return Expression(self.begin, self.end, TimexType.DATE, Form.RANGE, first=first, last=last)

    def amount(self, form: Form, length: Length, first: Point | None = None, *, person: bool = False) -> Expression:
        """An expression of an amount of time."""
        kind = TimexType.DATE if form in (Form.COMING, Form.SHIFT) else TimexType.DURATION
        return Expression(self.begin, self.end, kind, form, first=first, length=length, person=person)

    @property
    def begin(self) -> int:
        """Its first code point."""
        return self.lexed.begins[self.first]

    @property
    def end(self) -> int:
        """Behind its last code point."""
        return self.lexed.ends[self.last - 1]
