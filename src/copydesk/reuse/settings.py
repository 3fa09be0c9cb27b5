"""The thresholds of the reuse stage, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """Options of `find_reuse`; weights are in nats (surprisal of a word in the pile).

    Candidates:
        every_pair: pages of a pile up to which each pair is aligned, whatever it shares.
        shingle: words of a shingle. Of the paragraphs that a page shares with a spun copy (a third of the words
            changed), 94 % have a common shingle of 3 to 5 words, 64 % one of 8.
        shingle_weight: least surprisal of a shingle, so that "of the united" draws no pair.
        shingle_crowd, crowd_shingle: places of a shingle from which longer ones, of `crowd_shingle` words, are taken
            there: what many pages have by chance, or as a set phrase, falls apart, and copies still have runs of six.
        shingle_pages: a shingle in more places links each to the best page only, not all to all.
        witness_pages: pages up to which those that share one passage with a third page are compared with each other.
        witness_chars: code points of such a passage at least. A short sentence that each of two reports has with a
            third one brought some together that tell of look-alike events (B-cubed F1 on ECB+ .893, with this .899).
        spread, near: words that two shared shingles must at least, and may at most, be apart on both pages; a set
            phrase of twelve words has none so far apart, a reworded paragraph of forty nearly always.
        quote_spread: the same for shingles in quotation marks on both pages.

    Chaining:
        background: words of general news English that the pile's word counts are mixed with.
        word_weight: cap on one word's weight, so that no single rare name makes a passage.
        weight_step: nats by which weights differ at least, so that they stay what they are while a pile grows.
        common: places that a word may have on a page and still be a seed by itself.
        reach: words that a chain may jump over.
        gap, skew: price of a word jumped over, and of a word more on one side than on the other.
        echo_gap: `gap` where a page is compared with itself: a writer's next sentence is often like the last one.

    Acceptance:
        chain_weight: least weight of a chain.
        stock_weight: share of its weight that a word has in a stock phrase ("did not immediately respond to").
        sentence_cover: share of a sentence's weight that must be matched for it to be reused whole.
        clause_words: least matched words of a part of a sentence.
        clause_cover: share of the weight of such a part that must be matched.
        clause_weight: least matched weight of such a part, so that a name with its title is none.
        sentence_words: least matched words of such a sentence.
        side_cover: share of the weight of one side's sentence from which that side is taken whole.
        loose_words: words at the edge of a sentence that may stay unmatched; beyond, the edge is cut off.
        quote_share: share of the matched words in quotation marks from which a passage is a shared quotation.
        quote_weight: least matched weight of a pair of pages to be looked at for shared quotations.
        pair_weight: matched weight in whole sentences that proves that two pages share text at all: some
            fifteen words; a line of copyright has fewer.
        echo_weight: the same for a page that repeats itself.
        run_weight: matched weight from which a part of a sentence proves as much as a whole one.
        chain_proof: score of a chain (its weight outside quotations less the price of what it jumps over) from which
            less of a sentence is enough. Of 100 pairs of unrelated documents (PAN 2013) none has a chain above 40, of
            100 translated ones nine in ten have one above 80; in independent reports of one event the best has 78.
        chain_cover: the share that is enough there: what stands in order among passages is one.
        long_words, long_sentences: words, or sentences, from which such a chain is long: two reports of one fact are
            alike for a sentence, not for a paragraph.
        long_cover, long_least: what is enough of a sentence there, as a share and in words.
        headline_words: words up to which the first sentence of a page may be its headline; papers that have one text
            write their own, so `chain_cover` is asked of it there too.
        pair_score, pair_words: score and length of one chain that prove, by themselves, that two pages share text.
        condensed_cover, condensed_rest: shares of the one and the other side from which a sentence is a condensed
            version: nearly all its words, in their order, are from a longer one.
        match_gap: unmatched words, on either side, at which a passage is parted.

    Memory:
        shingle_room: words of a pile from which shingles are spilled to files and grouped in turns, of so many words
            each, some 40 bytes a word.
        block_words: words of the pages that are aligned at once, some 50 bytes each; a larger pile is aligned block
            by block, pages that share text together.

    Learning:
        swap_contexts: different pairs of neighbours that a swap must be seen between.
        swap_share: share that a swap must have of the contexts of its rarer word.
        share_step: what such shares differ by at least, so that they stay what they are while a pile grows.
        rounds: times that the pile is aligned; what one round learns, the next one uses.
        learning_pairs: pairs of pages that are enough to learn from; one in two, four, ... is aligned before the
            last round where there are two, four, ... times as many.
        learning_words: words of a pile for which one shingle in two, four, ... is enough to find so many pairs by,
            where the pile has two, four, ... times as many: of 20,000 pages one in eight shows 12,700 of 16,700.

    Rows:
        verbatim: similarity from which a passage counts as unchanged.
        reworded: share of words with another word in their place from which a passage counts as spun; an editor
            changes some 5 %, rewording machines 14 to 38 %.
        same_place: share of the shorter of two spans of a page that makes them one place.
    """

    every_pair: int = 16
    shingle: int = 4
    shingle_weight: float = 14.0
    shingle_crowd: int = 16
    crowd_shingle: int = 6
    shingle_pages: int = 64
    witness_pages: int = 32
    witness_chars: int = 100
    spread: int = 10
    quote_spread: int = 4
    near: int = 100
    word_weight: float = 8.0
    weight_step: float = 0.25
    background: float = 5_000.0
    common: int = 4
    reach: int = 24
    gap: float = 0.9
    echo_gap: float = 1.6
    skew: float = 0.4
    chain_weight: float = 24.0
    stock_weight: float = 0.3
    sentence_cover: float = 0.35
    sentence_words: int = 5
    side_cover: float = 0.5
    loose_words: int = 7
    quote_share: float = 0.8
    quote_weight: float = 30.0
    clause_words: int = 8
    clause_cover: float = 0.5
    pair_weight: float = 100.0
    pair_score: float = 80.0
    pair_words: int = 40
    long_words: int = 80
    long_cover: float = 0.15
    long_least: int = 3
    headline_words: int = 20
    long_sentences: int = 4
    clause_weight: float = 60.0
    swap_contexts: int = 2
    swap_share: float = 0.2
    share_step: float = 0.1
    echo_weight: float = 60.0
    run_weight: float = 110.0
    chain_cover: float = 0.27
    chain_proof: float = 60.0
    condensed_cover: float = 0.8
    condensed_rest: float = 0.3
    match_gap: int = 12
    shingle_room: int = 1 << 24
    block_words: int = 1 << 23
    rounds: int = 2
    learning_pairs: int = 2_000
    learning_words: int = 1 << 20
    verbatim: float = 0.98
    reworded: float = 0.1
    same_place: float = 0.5


SETTINGS = ReuseSettings()
