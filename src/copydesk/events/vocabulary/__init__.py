"""What the coder knows of acts: frames of verbs, nouns that are acts, classes of nouns, topics.

Data files beside this one, general knowledge of the PLOVER codebook written for this purpose. Everything is read once
and then shared, so what the functions return must not be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.events.coded import HOSTILE
from copydesk.events.frame import Code, Frame, Operator, needs, read_code, read_pattern, weight
from copydesk.events.lexicon import (
    HERE,
    VerbForm,
    closed_tags,
    common_verbs,
    noun_forms,
    noun_verbs,
    plain_verbs,
    verb_forms,
    word_lists,
)
from copydesk.events.tagging import Lexicon
from copydesk.model.event import EventType
from copydesk.text.vocabulary.tables import read_rows, read_toml


@dataclass(frozen=True, slots=True)
class ActNoun:
    """A noun that is an act. `toward` are the prepositions that bring the recipient, best first."""

    noun: str
    code: Code
    toward: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything by the words that may fire."""

    lexicon: Lexicon
    frames: Mapping[str, tuple[Frame, ...]]
    """By lemma, those first that ask for most."""
    nouns: Mapping[str, ActNoun]
    """By form, singular and plural."""
    triggers: frozenset[str]
    """Every form without which a sentence holds no act."""


@cache
def act_nouns() -> Mapping[str, ActNoun]:
    """`nouns.tsv`: nouns, code, prepositions."""
    found: dict[str, ActNoun] = {}
    for nouns, code, *rest in read_rows(HERE, "nouns.tsv"):
        toward = tuple(rest[0].split()) if rest else ()
        for noun in nouns.split(", "):
            for form in _act_forms(noun):
                found.setdefault(form, ActNoun(noun, read_code(code), toward))
    return found


def _act_forms(noun: str) -> tuple[str, ...]:
    """A noun and its plurals; of `strike on` the first word is inflected."""
    head, _, last = noun.rpartition(" ")
    if last in {"on", "against", "to"}:
        return tuple(f"{form} {last}" for form in noun_forms(head))
    return noun_forms(noun)


@cache
def not_act_pairs() -> frozenset[str]:
    """Pairs of words that are no act although the second one is: press release, news conference."""
    return frozenset(pair.strip() for pair in read_toml(HERE, "words.toml")["not_act"].replace("\n", " ").split(","))


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """`classes.toml`, every noun in all its forms, and the classes that `nouns.tsv` makes: act, hostile, friendly."""
    classes = {
        name: frozenset(form for noun in words.replace("\n", " ").split(", ") for form in noun_forms(noun.strip()))
        for name, words in read_toml(HERE, "classes.toml").items()
    }
    nouns = act_nouns()
    classes["act"] = frozenset(nouns)
    classes["hostile"] = frozenset(form for form, noun in nouns.items() if noun.code.type in HOSTILE)
    classes["friendly"] = frozenset(form for form, noun in nouns.items() if noun.code.type not in HOSTILE)
    for kind in EventType:
        name = kind.name.lower()
        members = frozenset(form for form, noun in nouns.items() if noun.code.type is kind)
        classes[name] = classes.get(name, frozenset()) | members
    return classes


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """`verbs.tsv`: verbs, pattern, code. Of one verb, those that ask for most come first, then as in the file."""
    classes = noun_classes()
    found: dict[str, list[Frame]] = {}
    for verbs, pattern, code in read_rows(HERE, "verbs.tsv"):
        elements = read_pattern(pattern, classes)
        for verb in verbs.split(", "):
            name = f"verbs:{verb} {pattern}"
            frame = Frame(verb, elements, read_code(code), weight(elements), name, needs(elements))
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(sorted(listed, key=lambda f: -f.weight)) for verb, listed in found.items()}


@cache
def saying_verbs() -> frozenset[str]:
    """The verbs that give somebody's words."""
    return frozenset(
        verb for verb, listed in frames().items() if any(f.code.operator is Operator.SAY for f in listed)
    )


@cache
def asking_verbs() -> frozenset[str]:
    """The verbs whose object does what the infinitive after it says: urge, order, force, allow somebody to."""
    asking = ("~", "i")
    return frozenset(
        verb
        for verb, listed in frames().items()
        if any(tuple(e.kind for e in f.elements if e.kind != "w") == asking for f in listed)
    )


@cache
def people_nouns() -> frozenset[str]:
    """Nouns that name people, offices, forces and bodies, in all forms."""
    classes = noun_classes()
    named = ("prisoners", "power", "troops", "diplomats", "peacekeepers", "experts", "parties", "people")
    return frozenset().union(*(classes[name] for name in named))


@cache
def topic_words() -> Mapping[str, tuple[str, ...]]:
    """`topics.toml`: the topics by the forms of the words that belong to them."""
    found: dict[str, dict[str, None]] = {}
    for topic, words in read_toml(HERE, "topics.toml").items():
        for word in words.replace("\n", " ").split(", "):
            for form in noun_forms(word.strip()):
                found.setdefault(form, {})[topic] = None
    return {form: tuple(topics) for form, topics in found.items()}


@cache
def vocabulary() -> Vocabulary:
    """All of it."""
    lists = word_lists()
    verbs = verb_forms([*frames(), *plain_verbs(), *common_verbs()])
    both = noun_verbs() | (frozenset(common_verbs()) - frozenset(frames()) - frozenset(plain_verbs()))
    lexicon = Lexicon(closed_tags(), verbs, lists["not_verb"], both, lists["plural"])
    fire = _firing(verbs)
    return Vocabulary(lexicon, frames(), act_nouns(), fire | frozenset(act_nouns()))


def _firing(verbs: Mapping[str, VerbForm]) -> frozenset[str]:
    """The forms of verbs that may make an act by themselves or with a noun; `say` alone makes none."""
    telling = {verb for verb, listed in frames().items() if any(f.code.operator is not Operator.SAY for f in listed)}
    return frozenset(form for form, verb in verbs.items() if any(lemma in telling for lemma in verb.lemmas))
