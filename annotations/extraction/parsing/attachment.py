"""Repairs of attachment: phrases that belong to an event noun, to its verb, or to the clause that is reported."""

from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.grammar import Grammar

_VERBAL = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({"DATE", "TIME"})
_DEED = frozenset({"by", "against", "on", "between", "with", "for"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STEPS = 8


def attach(parse: Parse, grammar: Grammar) -> None:
    """Mend the attachments of a parse in place."""
    saying, deeds = grammar.attribution.verbs, grammar.deeds.words
    for index in range(len(parse)):
        dep = parse.deps[index]
        if dep == "prep" and parse.words[index] == "on" and parse.deps[parse.heads[index]] == "dobj":
            _day_of_the_verb(parse, index, deeds)
        if dep in {"prep", "agent", "dative"}:
            if parse.words[index] in _DEED and parse.pos[index] == "ADP":
                _to_the_deed(parse, index, deeds)
        elif parse.tags[index] in _FINITE and parse.lemmas[index] in saying:
            _speaker_before(parse, index)
            _before_the_speaker(parse, index)
            _when_it_was_said(parse, index)
            _with_whom(parse, index)


def _to_the_deed(parse: Parse, preposition: int, deeds: frozenset[str]) -> None:
    """In "killed in air strikes by the army on Bor" the strikes are the army's and on Bor."""
    word, above = parse.words[preposition], parse.heads[preposition]
    inner = parse.child(preposition, "pobj")
    if inner is None or parse.labels[inner] in _TIMES or preposition == 0:
        return
    noun = _nominal_before(parse, preposition)
    if noun is None:
        return
    if parse.pos[above] in _VERBAL:
        deed = _deed_over(parse, noun, above, deeds, word)
        if deed is not None:
            parse.attach(preposition, deed, "prep")
    elif word == "by" and above == noun and parse.lemmas[noun] not in deeds:
        _by_agent(parse, preposition, noun, inner)
    elif word in {"on", "against", "for"} and above == noun:
        # "calls by the bishops for a truce": what is called for, not what the bishops are for
        outer = parse.heads[noun]
        if parse.words[outer] == "by" and parse.lemmas[parse.heads[outer]] in deeds:
            parse.attach(preposition, parse.heads[outer], "prep")


def _day_of_the_verb(parse: Parse, preposition: int, deeds: frozenset[str]) -> None:
    """In "claimed responsibility on Monday" it was claimed on Monday; an attack may have a day of its own."""
    inner, noun = parse.child(preposition, "pobj"), parse.heads[preposition]
    if inner is not None and parse.labels[inner] in _TIMES and parse.lemmas[noun] not in deeds:
        parse.attach(preposition, parse.heads[noun], "prep")


def _nominal_before(parse: Parse, preposition: int) -> int | None:
    """The head of the noun phrase that ends before a preposition."""
    index = preposition - 1
    if parse.pos[index] not in _NAMES and parse.pos[index] != "NUM":
        return None
    while parse.deps[index] in {"compound", "nummod", "nmod"} and parse.heads[index] < preposition:
        if parse.heads[index] == index:
            break
        index = parse.heads[index]
    return index


def _deed_over(parse: Parse, noun: int, verb: int, deeds: frozenset[str], word: str) -> int | None:
    """The event noun of which a phrase behind ``noun`` may speak, below ``verb``."""
    index = noun
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None or parse.tags[verb] == "VBN"
    for _ in range(_STEPS):
        if parse.lemmas[index] in deeds and index > verb:
            if parse.deps[index] == "dobj" and word in {"with", "for"}:
                return None
            governed = parse.deps[index] == "pobj" and parse.words[parse.heads[index]] in {"in", "during", "after"}
            if word == "by" and passive and not governed:
                return None
            if word in {"for", "with"} and not governed:
                return None
            return index
        above = parse.heads[index]
        if parse.deps[index] != "pobj" or parse.words[above] not in {"by", "of", "on", "in"}:
            return None
        index = parse.heads[above]
        if parse.pos[index] in _VERBAL:
            return None
    return None


def _by_agent(parse: Parse, preposition: int, noun: int, inner: int) -> None:
    """In "abducted from a bus by gunmen" it is the gunmen who abducted."""
    holder = parse.heads[noun]
    verb = parse.heads[holder]
    if parse.deps[noun] != "pobj" or parse.words[holder] not in {"from", "in", "at", "near", "outside", "on", "inside"}:
        return
    if parse.child(verb, "auxpass", "nsubjpass") is None or parse.child(verb, "agent") is not None:
        return
    if parse.pos[inner] in _NAMES and parse.labels[inner] not in _TIMES:
        trailing = [child for child in parse.children[noun] if child > preposition]
        parse.attach(preposition, verb, "agent")
        for child in trailing:
            parse.attach(child, verb, parse.deps[child])


def _speaker_before(parse: Parse, verb: int) -> None:
    """In "bombed a village, medics and residents said" the last nouns are who said it."""
    if parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None or verb < 2:
        return
    if parse.pos[verb - 1] not in _NAMES:
        return
    if parse.deps[verb] == "conj" and parse.deps[verb - 1] == "conj" and parse.child(verb, "ccomp") is not None:
        # "met Sisi and the union said": no list of people, but a clause of its own
        parse.attach(verb - 1, verb, "nsubj")
        return
    first, _ = parse.sentences[parse.sentence_of[verb]]
    comma = next((i for i in range(verb - 1, max(first, verb - 12), -1) if parse.words[i] in {",", "”", '"'}), None)
    if comma is None or parse.child(verb, "ccomp", "advcl") is None:
        return
    phrase = range(comma + 1, verb)
    top = [index for index in phrase if not comma < parse.heads[index] < verb]
    if (
        len(top) != 1
        or parse.pos[top[0]] not in _NAMES
        or parse.deps[top[0]] not in {"conj", "appos", "npadvmod", "dep"}
    ):
        return
    parse.attach(top[0], verb, "nsubj")


def _with_whom(parse: Parse, verb: int) -> None:
    """In "met with Sisi and the union said it would go" the union said so, and Sisi is who was met."""
    first, met = parse.child(verb, "nsubj"), parse.child(verb, "ccomp")
    second = None if first is None else parse.child(first, "conj")
    if first is None or met is None or second is None or not met < first < second < verb:
        return
    dangling = parse.left_edge(first) - 1
    if parse.words[dangling] not in {"with", "to", "in"} or parse.heads[dangling] != met or parse.children[dangling]:
        return
    joined = parse.child(first, "cc")
    parse.attach(second, verb, "nsubj")
    parse.attach(first, dangling, "pobj")
    if joined is not None:
        parse.attach(joined, met, "cc")
    if parse.heads[verb] == verb:
        parse.heads[met], parse.deps[met] = met, "ROOT"
        parse.children[verb].remove(met)
        parse.attach(verb, met, "conj")


def _when_it_was_said(parse: Parse, verb: int) -> None:
    """In "Poland said on Monday it would send troops" it was said on Monday."""
    clause = parse.child(verb, "ccomp")
    subject = None if clause is None else parse.child(clause, "nsubj", "nsubjpass")
    if clause is None or subject is None or subject < verb:
        return
    for child in list(parse.children[clause]):
        if child == verb + 1 and child < subject and parse.deps[child] in {"prep", "npadvmod"}:
            inner = parse.child(child, "pobj") if parse.deps[child] == "prep" else child
            if inner is not None and parse.labels[inner] in _TIMES and parse.words[inner + 1 : inner + 2] != [","]:
                parse.attach(child, verb, parse.deps[child])


def _before_the_speaker(parse: Parse, verb: int) -> None:
    """In "troops advanced on Sunday, a diplomat said" Sunday is when they advanced."""
    subject, clause = parse.child(verb, "nsubj"), parse.child(verb, "ccomp")
    if subject is None or clause is None or not clause < subject < verb:
        return
    left = parse.left_edge(subject)
    for child in list(parse.children[verb]):
        if clause < child < left and parse.deps[child] in {"prep", "npadvmod", "advmod"}:
            parse.attach(child, clause, parse.deps[child])
