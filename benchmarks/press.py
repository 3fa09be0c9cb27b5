"""Prints the pages of a synthetic corpus, each from streams of chance of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from benchmarks.dice import Dice
from benchmarks.language import Language, Words, language
from benchmarks.recipe import Recipe
from benchmarks.spans import Span
from benchmarks.spinner import spinners

Paragraph = list[Words]
"""Sentences."""

_FIRST_DAY = date(2024, 1, 1)
_HEADS = ("MORE NEWS:", "Share this story", "Sign up for our letter", "Photo:", "Advertisement", "See also:")
_LINES_A_SITE = 4
_DELAY_DAYS = 5
_MAKES, _WIRES, _TEXT, _DAY, _SOURCE, _LAYOUT, _SITE = range(7)


class Make(StrEnum):
    """How a page came to be."""

    ORIGINAL = "original"
    COPY = "copy"
    SPUN = "spun"


@dataclass(frozen=True, slots=True)
class NewsPage:
    """One page. `kept` has the places of paragraphs by their number in the original, `source` (maybe the page)."""

    number: int
    make: Make
    source: int
    site: str
    published: str
    text: str
    kept: dict[int, Span]

    @property
    def page_id(self) -> str:
        """The page's number, written so that ids sort as numbers do."""
        return f"p{self.number:07d}"


class Press:
    """All pages of a recipe, by number."""

    def __init__(self, recipe: Recipe, tongue: Language | None = None) -> None:
        self._recipe = recipe
        self._language = tongue or language()
        self._machines = spinners(self._language, recipe.machines, recipe.spin_rates, recipe.spin_function_rate)
        self._makes = self._shuffled_makes()
        self._originals = [n for n, make in enumerate(self._makes) if make is Make.ORIGINAL]
        n_wires = max(1, int(recipe.wire_share * len(self._originals)))
        self._wires = [self._originals[at] for at in self._dice(_WIRES).order(len(self._originals))[:n_wires]]

    def page(self, number: int) -> NewsPage:
        """The page of that number, from 0 to the recipe's pages, exclusive."""
        make = self._makes[number]
        if make is Make.ORIGINAL:
            source, blocks = number, list(enumerate(self._paragraphs(number)))
        else:
            source, blocks = self._derived(number, make)
        site = self._dice(_SITE, number).between(1, self._recipe.sites)
        text, kept = self._lay_out(number, site, blocks)
        return NewsPage(number, make, source, f"site{site:04d}.example", self._day(number, source), text, kept)

    def reprint(self, number: int, machine: int | None = None) -> str:
        """The article of an original, all of it and without furniture, as one of the machines rewords it."""
        dice = self._dice(_TEXT)
        parts = []
        for paragraph in self._paragraphs(number):
            spun = paragraph if machine is None else [self._machines[machine].spin(each, dice) for each in paragraph]
            parts.append(" ".join(self._language.sentence(words) for words in spun))
        return "\n\n".join(parts)

    def _dice(self, *name: int) -> Dice:
        return Dice(self._recipe.seed, *name)

    def _shuffled_makes(self) -> list[Make]:
        """The make of each page: the page's number says nothing about it."""
        recipe = self._recipe
        n_copies, n_spun = int(recipe.pages * recipe.copied), int(recipe.pages * recipe.spun)
        makes = [Make.COPY] * n_copies + [Make.SPUN] * n_spun
        makes += [Make.ORIGINAL] * (recipe.pages - len(makes))
        return [makes[at] for at in self._dice(_MAKES).order(len(makes))]

    def _day(self, number: int, source: int) -> str:
        """Originals are published on any day, what is taken from them up to five days later."""
        day = self._dice(_DAY, source).between(0, self._recipe.days - 1)
        if number != source:
            day += self._dice(_DAY, number).between(0, _DELAY_DAYS)
        return (_FIRST_DAY + timedelta(days=day)).isoformat()

    def _paragraphs(self, number: int) -> list[Paragraph]:
        """Fresh paragraphs of two or three sentences of 10 to 25 words, some opened by a set phrase."""
        dice = self._dice(_TEXT, number)
        words = self._language.running(dice, self._recipe.words)
        paragraphs: list[Paragraph] = []
        at = 0
        while len(words) - at >= 25:
            paragraph: Paragraph = []
            for _ in range(2 if dice.unit() < 0.6 else 3):
                end = at + dice.between(10, 25)
                phrase = dice.one_of(self._language.phrases) if dice.unit() < self._recipe.phrase_rate else []
                if words[at:end]:
                    paragraph.append(phrase + words[at:end])
                at = end
            paragraphs.append(paragraph)
        return paragraphs

    def _derived(self, number: int, make: Make) -> tuple[int, list[tuple[int, Paragraph]]]:
        """The source of a copy, and its paragraphs with their numbers in the source (-1: fresh)."""
        dice = self._dice(_SOURCE, number)
        source = dice.one_of(self._wires if dice.unit() < self._recipe.wire_weight else self._originals)
        whole = self._paragraphs(source)
        taken = dice.order(len(whole))[: max(1, round(len(whole) * (0.25 + 0.75 * dice.unit())))]
        if dice.unit() < 0.5:
            taken.sort()
        machine = dice.one_of(self._machines)
        blocks: list[tuple[int, Paragraph]] = []
        for place in taken:
            paragraph = [self._edited(sentence, dice) for sentence in whole[place]]
            if make is Make.SPUN:
                paragraph = [machine.spin(sentence, dice) for sentence in paragraph]
            blocks.append((place, paragraph))
        return source, self._padded(blocks, len(whole), number, dice)

    def _padded(
        self, blocks: list[tuple[int, Paragraph]], size: int, number: int, dice: Dice
    ) -> list[tuple[int, Paragraph]]:
        """The blocks, and fresh paragraphs up to the size: around them, or in half of the pages also between."""
        fresh = [(-1, paragraph) for paragraph in self._paragraphs(number)][: size - len(blocks)]
        if dice.unit() < 0.5:
            cut = dice.between(0, len(fresh))
            return fresh[:cut] + blocks + fresh[cut:]
        for block in fresh:
            blocks.insert(dice.between(0, len(blocks)), block)
        return blocks

    def _edited(self, words: Words, dice: Dice) -> Words:
        """The words with some replaced (half of the edits), dropped (a quarter) or followed by a new one."""
        edited: Words = []
        for word in words:
            if dice.unit() >= self._recipe.edit_rate:
                edited.append(word)
                continue
            choice = dice.unit()
            if choice >= 0.75:
                edited.append(word)
            if choice >= 0.25:
                edited += self._language.free(dice, 1)
        return edited or words

    def _lay_out(self, number: int, site: int, blocks: list[tuple[int, Paragraph]]) -> tuple[str, dict[int, Span]]:
        """The text, blocks parted by empty lines with furniture between, and where the kept ones stand."""
        dice = self._dice(_LAYOUT, number)
        lines_before = {dice.between(0, len(blocks)) for _ in range(dice.between(1, 3))}
        parts: list[str] = []
        kept: dict[int, Span] = {}
        at = 0
        for index, (place, paragraph) in enumerate([*blocks, (-1, [])]):
            if index in lines_before:
                parts.append(self._furniture(site, dice.between(1, _LINES_A_SITE)))
                at += len(parts[-1]) + 2
            if paragraph:
                parts.append(" ".join(self._language.sentence(sentence) for sentence in paragraph))
                if place >= 0:
                    kept[place] = (at, at + len(parts[-1]))
                at += len(parts[-1]) + 2
        return "\n\n".join(parts), kept

    def _furniture(self, site: int, line: int) -> str:
        dice = self._dice(_SITE, site, line)
        words = self._language.running(dice, dice.between(3, 13))
        return f"{dice.one_of(_HEADS)} {' '.join(self._language.words[word] for word in words)}"
