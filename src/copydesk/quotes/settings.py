"""The thresholds by which quotations are compared, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """Options of `follow_quotes`. Weights are in content words: a function word weighs `function_weight`.

    Candidates:
        shingle: words of a shingle by which quotations of one story meet.
        rarest: shingles of a quotation that are looked up, the rarest first; the rest would lead to the same ones.
        phrase: words in a row by which quotations of different stories meet.
        phrase_weight: their least weight. With two content words among four, 5,402 wordings of 2,256 dense pages
            make 1,226 pairs and find all 48 that are one in different stories; three words of which one has content
            make 12,072 pairs for the same 48.
        crowd: wordings up to which a phrase brings them together, all with all; the busiest there has 17.
        stock: pages up to which a wording is one utterance outside of stories and copied passages. Beyond, it is a
            stock phrase, which is said anew each time.

    Comparison:
        function_weight: weight of a function word. "It is in the" of two utterances is no likeness.
        gap: price of a word between two matched runs, so that a chain stays dense.

    Grouping:
        same: share of both quotations that a dense chain must have for them to be one utterance.
        part: share of the shorter one from which it is a part of the longer.
        least: least weight of a chain between pages that share no passage; two stock words prove nothing.
        word: least weight of the same words, or a part to the letter, within one story.
        firm: weight of a chain from which a part can't be a coincidence, and may join two longer ones.
        overlap: weight of a chain that joins two quotations of which each has words that the other lacks.
        against: weight from which words outweigh two different speakers: a minister and her ministry.
        aligned: share of the words of the shorter that must be matched where the passages around are one text.
        brief: words up to which a quotation at one place of one passage needs only one word in common: "low point"
            where another copy has "low level".

    Machines:
        swaps_expected: swapped words that a page's quotations must be expected to have, by the rate of its narration,
            before their absence says that its machine leaves quotations alone. Poisson: exp(-4) < .02.
        swaps_spared: share of the expected up to which that is said.
        swaps_seen: swapped words in quotations from which a machine is one that rewords quotations.
        seen: share of the swaps that the lexicon finds where no witness stands: 44 of 135 on the page of the bundled
            pile that has none.
        unchanged: chance that a quotation of so many words came through such a machine unchanged, below which it
            is `altered` though no swap in it was found.

    Mentions:
        whole: share of the faithful wording from which a mention has it whole.
    """

    shingle: int = 3
    rarest: int = 6
    phrase: int = 4
    phrase_weight: float = 2.0
    crowd: int = 32
    stock: int = 500
    function_weight: float = 0.25
    gap: float = 0.25
    same: float = 0.6
    part: float = 0.75
    least: float = 2.5
    word: float = 1.0
    firm: float = 5.0
    overlap: float = 6.0
    against: float = 7.0
    aligned: float = 0.3
    brief: int = 4
    swaps_expected: float = 4.0
    swaps_spared: float = 0.1
    swaps_seen: int = 2
    seen: float = 0.33
    unchanged: float = 0.05
    whole: float = 0.9


SETTINGS = QuoteSettings()
