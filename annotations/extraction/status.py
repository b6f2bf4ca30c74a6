"""Status: how the text presents an event, from auxiliaries, negation, conjunctions and governing words."""

from collections.abc import Iterator
from typing import NamedTuple

from annotations.extraction.clause import VERBAL
from annotations.extraction.relations import Relations
from annotations.extraction.text import Text
from annotations.extraction.triggers import Trigger

_STEPS = 9
_COMPLETING = frozenset(
    {"of", "for", "to", "on", "about", "from", "against", "over", "without", "toward", "towards", "into", "in"}
)
"""Prepositions through which a governing word's sense reaches the event."""
_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "oprd", "acomp", "relcl"})


class Cue(NamedTuple):
    """A status and what gave it."""

    status: str
    cue: str
    weak: bool


def status_of(text: Text, trigger: Trigger, default: str) -> Cue:
    """The nearest cue's status, a weak one only where no other is found; ``default`` where there is none."""
    if trigger.rule.status is not None:
        return Cue(trigger.rule.status, "word", False)
    weak: Cue | None = None
    for cue in _cues(text, trigger):
        if not cue.weak:
            return cue
        weak = weak or cue
    return weak or Cue(default, "", False)


def _cues(text: Text, trigger: Trigger) -> Iterator[Cue]:
    parse = text.parse
    relations = trigger.relations
    index = trigger.head
    if trigger.part_of_speech == "verb":
        yield from _own(text, index)
    else:
        yield from _modifiers(text, relations)
        if relations.light is not None and parse.deps[index] != "nsubj":
            yield from _own(text, relations.light)
    climbed = relations.light is not None
    for _ in range(_STEPS):
        first = text.clauses.first_conjunct(index)
        if first != index and parse.pos[index] in VERBAL and parse.pos[first] in VERBAL:
            yield from _shared(text, index, first)
        index = first
        head, dep = parse.heads[index], parse.deps[index]
        if head == index:
            return
        if dep in {"nsubj", "nsubjpass"} and parse.pos[head] in VERBAL:
            yield from _as_subject(text, index, head)
            if dep == "nsubj" and parse.lemmas[head] not in {"be", "take", "happen", "occur", "continue"}:
                return
        elif dep in {"relcl"}:
            return
        else:
            if dep in {"prep", "agent"} and parse.words[index] not in _COMPLETING:
                return
            yield from _governor(text, index, head, dep, trigger)
            if parse.pos[head] in VERBAL and not (climbed and head == relations.light):
                yield from _above(text, head, dep)
        index = head


def _own(text: Text, verb: int) -> Iterator[Cue]:
    """Auxiliaries, negation, conjunction and purpose of the event's own verb."""
    yield from _marker(text, verb)
    yield from _negation(text, verb)
    yield from _auxiliary(text, verb)
    if not (text.parse.deps[verb] == "acl" and _governs(text, text.parse.heads[verb])):
        yield from _purpose(text, verb, "own")


def _governs(text: Text, head: int) -> bool:
    """Whether a word gives its complement a status."""
    names = text.names(head)
    return any(not cue.governor.isdisjoint(names) for cue in text.grammar.statuses)


def _shared(text: Text, verb: int, first: int) -> Iterator[Cue]:
    """What a conjoined verb takes from the first: its auxiliary, unless it has a subject or auxiliary of its own."""
    parse = text.parse
    if text.clauses.own_subject(verb) is None and parse.child(verb, "aux") is None:
        yield from _own(text, first)


def _above(text: Text, verb: int, dep: str) -> Iterator[Cue]:
    """What a verb above the event passes down."""
    if dep in _CLAUSAL:
        yield from _negation(text, verb)
        yield from _marker(text, verb)
        if dep in {"xcomp", "pcomp", "acomp", "oprd"}:
            yield from _auxiliary(text, verb)
        yield from _purpose(text, verb, "other")
    elif dep in {"dobj", "nsubjpass", "prep", "attr"}:
        yield from _negation(text, verb)
        yield from _marker(text, verb)
        yield from _auxiliary(text, verb)
        yield from _purpose(text, verb, "other")


def _as_subject(text: Text, noun: int, verb: int) -> Iterator[Cue]:
    if text.clauses.passive(verb) or text.parse.lemmas[verb] in text.grammar.light.subject:
        yield from _own(text, verb)


def _marker(text: Text, verb: int) -> Iterator[Cue]:
    parse = text.parse
    for child in parse.children[verb]:
        if child < verb and parse.deps[child] in {"mark", "advmod", "prep"}:
            for cue in text.grammar.statuses:
                if parse.words[child] in cue.marker and (
                    parse.deps[child] == "mark" or parse.words[child] in {"once", "whether"}
                ):
                    yield Cue(cue.status, f"marker:{parse.words[child]}", cue.weak)


def _negation(text: Text, verb: int) -> Iterator[Cue]:
    parse = text.parse
    for child in parse.children[verb]:
        dep = parse.deps[child]
        word = parse.words[child]
        for cue in text.grammar.statuses:
            if (dep == "neg" and word in cue.negated) or (
                dep in {"nsubj", "nsubjpass", "dobj", "attr"}
                and (word in cue.negated or _negative_determiner(text, child, cue.negated))
            ):
                yield Cue(cue.status, f"negated:{word}", cue.weak)


def _negative_determiner(text: Text, noun: int, negated: frozenset[str]) -> bool:
    parse = text.parse
    return any(parse.deps[child] in {"det", "neg"} and parse.words[child] in negated for child in parse.children[noun])


def _auxiliary(text: Text, verb: int) -> Iterator[Cue]:
    parse = text.parse
    for child in parse.children[verb]:
        if parse.deps[child] == "aux":
            for cue in text.grammar.statuses:
                if parse.words[child] in cue.auxiliary:
                    yield Cue(cue.status, f"auxiliary:{parse.words[child]}", cue.weak)
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and text.clauses.infinitive(verb):
        phrase = "going to" if parse.words[head] == "going" else "be to" if parse.lemmas[head] == "be" else ""
        if parse.child(head, "acomp", "attr") is None:
            yield from (
                Cue(c.status, f"auxiliary:{phrase}", False) for c in text.grammar.statuses if phrase in c.auxiliary
            )


def _purpose(text: Text, verb: int, kind: str) -> Iterator[Cue]:
    parse = text.parse
    if parse.deps[verb] in {"advcl", "acl", "relcl"} and text.clauses.infinitive(verb):
        yield from (
            Cue(cue.status, f"purpose:{kind}", cue.weak) for cue in text.grammar.statuses if cue.purpose == kind
        )


def _modifiers(text: Text, relations: Relations) -> Iterator[Cue]:
    """Adjectives, determiners and negation before a nominal trigger or its hull."""
    parse = text.parse
    for noun in filter(None, (relations.head, relations.hull)):
        for child in parse.children[noun]:
            if child < noun:
                word = parse.words[child]
                for cue in text.grammar.statuses:
                    if word in cue.negated:
                        yield Cue(cue.status, f"negated:{word}", cue.weak)
                    elif word in cue.modifier:
                        yield Cue(cue.status, f"modifier:{word}", cue.weak or word == "any")


def _governor(text: Text, index: int, head: int, dep: str, trigger: Trigger) -> Iterator[Cue]:
    """The word above, where the event is its complement, object or of-phrase."""
    parse = text.parse
    if dep in {"prep", "pobj", "agent"} and parse.words[index if dep == "prep" else head] in {"without"}:
        yield from (
            Cue(cue.status, "negated:without", cue.weak) for cue in text.grammar.statuses if "without" in cue.negated
        )
    if parse.pos[head] in {"ADP", "SCONJ"} or dep in {"conj", "amod", "compound", "appos", "nmod", "advcl", "relcl"}:
        return
    if dep == "acl" and not text.clauses.infinitive(index):
        return
    if head == trigger.relations.light and dep == "dobj" and parse.lemmas[head] in text.grammar.light.plain:
        return
    if dep == "prep" and parse.words[index] == "in" and parse.pos[head] in VERBAL:
        return
    names = text.names(head)
    phrases = {name for name in names if " " in name}
    for wanted in (phrases, names - phrases):
        for cue in text.grammar.statuses:
            if not cue.governor.isdisjoint(wanted):
                yield Cue(cue.status, f"governor:{parse.lemmas[head]}", cue.weak)
                return
