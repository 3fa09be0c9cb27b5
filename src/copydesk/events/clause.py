"""Who stands before a verb, and what stands after it, by position."""

from __future__ import annotations

from copydesk.events.chunks import CLAUSE, COMMA, JOIN, NOUNS, OTHER, PREPOSITION, STOP, TIME, VERBS
from copydesk.events.sentence import Region, Sentence
from copydesk.events.sharing import sayer
from copydesk.events.vocabulary import asking_verbs, saying_verbs

REACH = 24
"""Chunks that are looked at to either side of a verb. Subjects with two relative clauses fit in."""

_OF_THE_VERB = frozenset({"with", "to", "in", "at"})
"""Prepositions that bring what a verb in the past is about: met *with* X. Behind a participle stand `by` and `of`."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def subject(sentence: Sentence, at: int, depth: int = 0) -> Region | None:
    """The noun phrases that the verb group at chunk `at` has for a subject, with what is attached to them."""
    chunks = sentence.chunks
    group = chunks[at].group
    if group is None or depth > 4:
        return None
    left = _skip_light(sentence, at - 1)
    if left < 0:
        return None
    if not group.finite:
        return _governed(sentence, at, left, depth)
    having = _auxiliary(sentence, at, left)
    if having is not None:
        return subject(sentence, having, depth + 1)
    kind, found = chunks[left].kind, None
    if kind == NOUNS:
        found = _over_participle(sentence, _phrase_ending(sentence, left))
    elif kind == JOIN:
        found = _joined(sentence, at, left, depth)
    elif kind == COMMA:
        found = _before_comma(sentence, left, depth)
    elif kind == VERBS:
        found = object_before(sentence, left) or subject(sentence, left, depth + 1)
    elif sentence.low(left) in _RELATIVE:
        found = _antecedent(sentence, left)
    return found


def _auxiliary(sentence: Sentence, at: int, left: int) -> int | None:
    """The `had` that phrases part from its participle: X *had* in a call with Y urged Z; null where there is none."""
    chunks, group = sentence.chunks, sentence.chunks[at].group
    if group is None or not group.bare_participle or chunks[left].kind != NOUNS:
        return None
    before = left
    while before >= 2 and chunks[before].kind == NOUNS and chunks[before - 1].kind == PREPOSITION:
        before -= 2
    over = chunks[before].group
    return before if before < left and over is not None and over.lemmas == ("have",) and over.finite else None


def _over_participle(sentence: Sentence, found: Region) -> Region:
    """A subject with a participle or a relative clause in it: boats *destined for the island*, X *who met Y*, the man
    *accused of killing his wife*."""
    found = _over_gerund(sentence, found)
    chunks, at = sentence.chunks, found[0] - 1
    verb = at - 1 if at > 1 and chunks[at].kind == PREPOSITION else at
    if verb > 1 and chunks[verb].kind == VERBS and chunks[verb - 1].kind == NOUNS:
        return object_before(sentence, verb) or found
    if verb > 1 and chunks[verb].kind == VERBS and chunks[verb - 1].kind == CLAUSE:
        relative = sentence.low(verb - 1) in _RELATIVE and chunks[verb - 2].kind in (NOUNS, COMMA)
        return (_antecedent(sentence, verb - 1) if relative else None) or found
    at = found[0] - 2
    if at < 1 or chunks[at + 1].kind != PREPOSITION or chunks[at - 1].kind != NOUNS:
        return found
    group = chunks[at].group
    if group is None or not group.bare_participle or not saying_verbs().isdisjoint(group.lemmas):
        return found
    return _phrase_ending(sentence, at - 1)[0], found[1]


def _over_gerund(sentence: Sentence, found: Region) -> Region:
    """What is done in a participle's phrase is no subject: the man accused *of killing his wife*."""
    chunks, verb = sentence.chunks, found[0] - 3
    if verb < 1 or chunks[verb + 1].kind != PREPOSITION or not _is_gerund(sentence, verb + 2):
        return found
    participle = chunks[verb].group
    if participle is None or not participle.bare_participle:
        return found
    return (_phrase_ending(sentence, verb - 1)[0], found[1]) if chunks[verb - 1].kind == NOUNS else found


def _is_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a chunk is a gerund, also one that is taken for a noun: *killing* his wife."""
    chunk = sentence.chunks[at]
    if chunk.kind == VERBS:
        return chunk.group is not None and not chunk.group.finite
    return chunk.kind == NOUNS and chunk.last - chunk.first == 1 and sentence.low(at).endswith("ing")


def _antecedent(sentence: Sentence, relative: int) -> Region | None:
    """The noun phrase that `who`, `which` or `that` stands for."""
    before = _skip_light(sentence, relative - 1)
    if before >= 0 and sentence.chunks[before].kind == COMMA:
        before = _over_age(sentence, before - 1)
    if before >= 0 and sentence.chunks[before].kind == NOUNS:
        return before, _with_attached(sentence, before, relative)
    return None


def _over_age(sentence: Sentence, at: int) -> int:
    """Go left over an age between commas: Roe, *61*, who was arrested."""
    chunks = sentence.chunks
    one = chunks[at] if at >= 2 else None
    aged = (
        one is not None and one.last - one.first == 1 and sentence.low(at).isdigit() and chunks[at - 1].kind == COMMA
    )
    return at - 2 if aged else at


def object_before(sentence: Sentence, verb: int) -> Region | None:
    """The noun phrase before a relative clause whose verb has it for an object: prisoners *whom X freed*, boats *it
    seized*."""
    chunks, own = sentence.chunks, verb - 1
    if own < 1 or chunks[own].kind != NOUNS:
        return None
    if chunks[own - 1].kind == CLAUSE and sentence.low(own - 1) in {"that", "which", "whom"}:
        return _antecedent(sentence, own - 1)
    if chunks[own - 1].kind == NOUNS and sentence.low(own) in {"it", "he", "she", "they", "we"}:
        return _phrase_ending(sentence, own - 1)
    return None


def _skip_light(sentence: Sentence, at: int) -> int:
    """Go left over times, adverbs and quotation marks."""
    chunks = sentence.chunks
    while at >= 0:
        if chunks[at].kind == TIME:
            at -= 1
            if at >= 0 and chunks[at].kind == PREPOSITION:
                at -= 1
        elif chunks[at].kind == OTHER:
            at -= 1
        else:
            break
    return at


def _phrase_ending(sentence: Sentence, last: int) -> Region:
    """The noun phrase that ends at chunk `last`, with the phrases that it is attached to, and its equals."""
    chunks = sentence.chunks
    first = last
    while first >= 2 and last - first < REACH:
        before = chunks[first - 1].kind
        reached = chunks[first - 2].kind
        if before == JOIN and reached == COMMA and first >= 3 and _ends_list(sentence, first - 3):
            first -= 3
            continue
        if reached != NOUNS:
            break
        attached = before == PREPOSITION
        equal = before == JOIN and not _own_clause(sentence, first - 2)
        if not (attached or equal or (before == COMMA and _listed(sentence, first, last))):
            break
        first -= 2
    return first, last + 1


def _own_clause(sentence: Sentence, at: int) -> bool:
    """Whether the noun phrase at `at` is the object of a verb before it, so that no list goes on over it."""
    chunks, before = sentence.chunks, at - 1
    while before >= 1 and chunks[before].kind == PREPOSITION and chunks[before - 1].kind == NOUNS:
        before -= 2
    if before >= 1 and chunks[before].kind == PREPOSITION and sentence.low(before) in _OF_THE_VERB:
        before -= 1
    return before >= 0 and chunks[before].kind == VERBS


def _ends_list(sentence: Sentence, member: int) -> bool:
    """Whether the chunk before `, and` is a member of a list, not the object of one clause before another one.

    Commas part it from a member before it, and no verb has them for objects: A, *B*, and C met; not so where A met
    *B*, and C left.
    """
    chunks, first, members = sentence.chunks, member + 2, 0
    while first >= 2 and chunks[first - 2].kind == NOUNS and chunks[first - 1].kind in (COMMA, JOIN):
        first -= 2
        members += 1
        while first >= 2 and chunks[first - 1].kind == PREPOSITION and chunks[first - 2].kind == NOUNS:
            first -= 2
    before = first - 1
    if before >= 1 and chunks[before].kind == PREPOSITION:
        before -= 1
    return members > 1 and (before < 0 or chunks[before].kind != VERBS)


def _listed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma before `first` parts the members of a list, which an `and` further right ends."""
    if first == 3 and sentence.chunks[0].kind == PREPOSITION:
        return False
    return any(sentence.chunks[k].kind == JOIN for k in range(first, last)) and not _own_clause(sentence, first - 2)


def _before_comma(sentence: Sentence, comma: int, depth: int) -> Region | None:
    """The subject before what two commas shut in: X, the minister of Y, *said*."""
    chunks = sentence.chunks
    for opening in range(comma - 1, max(-1, comma - REACH), -1):
        if chunks[opening].kind == STOP:
            break
        if chunks[opening].kind != COMMA:
            continue
        before = _skip_light(sentence, opening - 1)
        if before >= 0 and chunks[before].kind == NOUNS and chunks[opening + 1].kind != JOIN:
            return _over_participle(sentence, _phrase_ending(sentence, before))
    previous = _previous_verb(sentence, comma)
    if previous is not None:
        return subject(sentence, previous, depth + 1)
    inner = _skip_light(sentence, comma - 1)
    if inner >= 0 and chunks[inner].kind == NOUNS:
        return _phrase_ending(sentence, inner)
    return None


def _joined(sentence: Sentence, at: int, join: int, depth: int) -> Region | None:
    """The subject that a verb after `and` shares with the verb before, or with the verb of saying above it."""
    saying = sayer(sentence.words, sentence.chunks, at, join)
    if saying is not None:
        return subject(sentence, saying, depth + 1)
    previous = _previous_verb(sentence, join)
    if previous is None:
        return None
    group = sentence.chunks[at].group
    if group is not None and group.finite:
        while previous is not None and (found := sentence.chunks[previous].group) and not found.finite:
            previous = _previous_verb(sentence, previous)
    return None if previous is None else subject(sentence, previous, depth + 1)


def _previous_verb(sentence: Sentence, at: int) -> int | None:
    for before in range(at - 1, max(-1, at - REACH), -1):
        if sentence.chunks[before].kind == VERBS:
            return before
    return None


def _governed(sentence: Sentence, at: int, left: int, depth: int) -> Region | None:
    """The subject of an infinitive or gerund: the object between it and its governor, or the governor's subject."""
    chunks = sentence.chunks
    group = chunks[at].group
    if group is not None and group.gerund and chunks[left].kind == NOUNS:
        own = (left, left + 1) if left and sentence.low(left - 1) == "with" else _phrase_ending(sentence, left)
        if own[0] > 0 and sentence.low(own[0] - 1) == "with":
            return own
    governor = _previous_verb(sentence, at)
    if governor is None and chunks[at - 1].kind == NOUNS and group is not None and group.infinitive:
        return at - 1, at
    if governor is None:
        later = next((k for k in range(at + 1, min(len(chunks), at + REACH)) if chunks[k].kind == VERBS), None)
        group = chunks[later].group if later is not None else None
        return subject(sentence, later, depth + 1) if later is not None and group and group.finite else None
    if chunks[left].kind == NOUNS and chunks[governor + 1].kind == NOUNS and left >= governor + 1:
        group, above = chunks[at].group, chunks[governor].group
        asked = above is not None and not asking_verbs().isdisjoint(above.lemmas)
        if asked and group is not None and group.infinitive and chunks[at - 1].kind == NOUNS:
            return governor + 1, _with_attached(sentence, governor + 1, at)
    return subject(sentence, governor, depth + 1)


def _with_attached(sentence: Sentence, first: int, limit: int) -> int:
    """Where the noun phrase at `first` ends with the prepositional phrases after it; no further than `limit`."""
    chunks = sentence.chunks
    last = first + 1
    while last + 1 < limit and last - first < REACH:
        if chunks[last].kind in (PREPOSITION, JOIN) and chunks[last + 1].kind == NOUNS:
            paired = first > 0 and last == first + 1 and sentence.low(first - 1) == "between"
            if chunks[last].kind == JOIN and not paired and _opens_clause(sentence, last):
                break
            last += 2
        elif (end := _list_end(sentence, last)) is not None and end <= limit:
            last = end
        else:
            break
    return min(last, max(limit, first + 1))


def _opens_clause(sentence: Sentence, join: int) -> bool:
    """Whether the noun phrase after a conjunction is the subject of its own verb: he met A *but B* said."""
    after = join + 2
    if sentence.low(join) in {"but", "nor"}:
        return True
    group = sentence.chunks[after].group if after < len(sentence.chunks) else None
    return group is not None and group.finite and not group.bare_participle


def _list_end(sentence: Sentence, comma: int) -> int | None:
    """Where a list ends of which the comma parts two members: the chunk after the one that `and` brings."""
    chunks = sentence.chunks
    at = comma
    while at + 1 < len(chunks) and chunks[at].kind == COMMA and at - comma < REACH:
        if chunks[at + 1].kind == JOIN:
            return at + 3 if at > comma and at + 2 < len(chunks) and chunks[at + 2].kind == NOUNS else None
        if chunks[at + 1].kind != NOUNS:
            return None
        at += 2
        if at + 1 < len(chunks) and chunks[at].kind == JOIN and chunks[at + 1].kind == NOUNS:
            return at + 2
    return None


def phrase(sentence: Sentence, at: int) -> Region:
    """The noun phrase at chunk `at` with the phrases attached after it and its equals."""
    return at, _with_attached(sentence, at, len(sentence.chunks))


def clause_end(sentence: Sentence, at: int) -> int:
    """The chunk at which what belongs to the verb group or noun phrase at `at` ends."""
    chunks = sentence.chunks
    for k in range(at + 1, min(len(chunks), at + 1 + REACH)):
        if chunks[k].kind in (STOP, CLAUSE):
            return k
        group = chunks[k].group
        if group is not None and group.finite and not group.bare_participle:
            return k
    return min(len(chunks), at + 1 + REACH)
