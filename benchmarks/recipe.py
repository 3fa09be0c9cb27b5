"""What a synthetic corpus is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Recipe:
    """The rates are shares of pages, of words or of sentences, as named.

    With the default `spin_rates` and `spin_function_rate` about a sixth of all words of a spun copy are changed
    by the machine; with those of `HARD` about four in ten, as in the worst real spun pages.

    Attributes:
        pages: pages in all, the derived ones included.
        seed: names the corpus; another seed gives other pages in the same language.
        copied: share of pages that are edited copies.
        spun: share of pages that are edited and reworded copies.
        words: words of fresh text a page is cut from; set phrases come on top.
        edit_rate: share of a copy's words replaced, dropped or followed by a new one.
        machines: how many rewording machines there are.
        spin_rates: share of running content words that the lightest and the heaviest machine replace.
        spin_function_rate: share of function words that a machine replaces.
        phrase_rate: share of sentences that open with a set phrase.
        wire_share: share of originals that are wire copy.
        wire_weight: share of derived pages that are taken from wire copy.
        sites: number of sites, each with furniture of its own.
        days: days over which originals are published.
    """

    pages: int = 2_000
    seed: int = 1
    copied: float = 0.20
    spun: float = 0.10
    words: int = 500
    edit_rate: float = 0.05
    machines: int = 5
    spin_rates: tuple[float, float] = (0.20, 0.35)
    spin_function_rate: float = 0.01
    phrase_rate: float = 0.08
    wire_share: float = 0.05
    wire_weight: float = 0.5
    sites: int = 400
    days: int = 60


LIGHT = Recipe()
HARD = replace(LIGHT, spin_rates=(0.42, 0.60), spin_function_rate=0.10)
