"""Repairs of coordination: lists, shared heads and clauses that the small parser strings together wrongly."""

from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.grammar import Grammar

_VERBAL = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})
_MENDED = _CORE | {"advcl", "amod", "acl", "ROOT", "ccomp", "nmod", "compound", "npadvmod", "dep"}
_PARTICIPLES = frozenset({"VBN", "VBD"})
_FINITE = frozenset({"VBZ", "VBD", "VBP"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod"})
_HARMED = frozenset({"dead", "injured", "wounded", "hurt", "missing", "homeless"})
_UNDER = frozenset({"pcomp", "xcomp"})
_CAPTIVE = frozenset({"prisoner", "hostage", "captive"})
_ENUMERATED = frozenset(
    {"people", "person", "other", "civilian", "man", "woman", "victim", "suspect", "city", "country"}
)
_MASS = frozenset({"government", "army", "police", "opposition", "navy", "military", "regime", "militia"})


def coordinate(parse: Parse, grammar: Grammar, headline: bool) -> None:
    """Mend the coordinations of a parse in place."""
    deps, last = parse.deps, len(parse) - 1
    for index in range(last + 1):
        dep = deps[index]
        if dep not in _MENDED:
            continue
        if index < last and deps[index + 1] == dep and parse.heads[index + 1] == parse.heads[index]:
            _one_name(parse, index)
            dep = deps[index]
        if dep == "advcl" and parse.tags[index] == "VBG":
            _behind_the_aside(parse, index)
        elif dep == "amod" and parse.tags[parse.heads[index]] == "NNS":
            _one_and_more(parse, index)
        elif dep == "conj" and parse.tags[index] == "VBG":
            _so_doing(parse, index)
        elif dep == "conj" and parse.pos[index] in _NAMES:
            _place_beside_place(parse, index, grammar)
        elif dep == "conj" and parse.tags[index] in _PARTICIPLES:
            _parenthetic(parse, index)
            _reduced(parse, index)
            _elliptic(parse, index)
            _left_so(parse, index)
        elif dep == "acl" and parse.deps[parse.heads[index]] == "conj" and parse.tags[index] == "VBN":
            _left_behind(parse, index)
        elif dep in {"nsubj", "nsubjpass"} and parse.child(index, "prep") is not None:
            _some_of_them(parse, index)
        elif dep == "appos":
            _listed(parse, index)
        elif dep in {"ROOT", "ccomp"}:
            _behind_the_comma(parse, index)
        elif dep in {"nmod", "compound"}:
            if parse.tags[parse.heads[index]] in _FINITE:
                _of_the_verb(parse, index)
            else:
                _apart(parse, index, grammar)
        elif dep == "dobj" and parse.words[index] in _CAPTIVE:
            _taken_captive(parse, index)
        elif headline and dep in {"npadvmod", "dep", "nmod"} and parse.pos[index] in _NAMES:
            _comma_for_and(parse, index)


def _one_name(parse: Parse, index: int) -> None:
    """In "al-Youssef said" and "counter-attacks" the last part is the head of the rest."""
    following = index + 1
    dep = parse.deps[index]
    if dep not in _CORE or parse.tags[following] != parse.tags[index]:
        return
    if parse.pos[index] not in _NAMES or parse.heads[index] == index:
        return
    hyphen = parse.words[index] == "-"
    if hyphen and parse.ends[index] != parse.starts[following]:
        return
    if parse.words[following] == "-" and parse.ends[index] != parse.starts[following]:
        return
    moved = [child for child in parse.children[index] if child < index]
    parse.attach(index, following, "punct" if hyphen else "compound")
    for child in moved:
        parse.attach(child, following, parse.deps[child])


def _reduced(parse: Parse, verb: int) -> None:
    """In "priests kidnapped in May have been freed" the priests have been freed; nothing joins the two verbs."""
    first = parse.heads[verb]
    subject = parse.child(first, "nsubj", "nsubjpass")
    if (
        subject is None
        or parse.tags[first] not in _PARTICIPLES
        or parse.child(verb, "aux", "auxpass") is None
        or parse.child(verb, "nsubj", "nsubjpass", "expl") is not None
        or parse.child(first, "aux", "auxpass", "cc") is not None
        or parse.right_edge(subject) + 1 != first
        or "," in parse.words[first:verb]
    ):
        return
    above, dep = parse.heads[first], parse.deps[first]
    if above == first:
        parse.promote(verb, first)
    else:
        parse.attach(verb, above, dep)
    for child in [child for child in parse.children[first] if child > verb and child != subject]:
        parse.attach(child, verb, parse.deps[child])
    passive = parse.child(verb, "auxpass") is not None
    parse.attach(subject, verb, "nsubjpass" if passive else "nsubj")
    parse.attach(first, subject, "acl")
    parse.tags[first] = "VBN"


def _elliptic(parse: Parse, verb: int) -> None:
    """In "said 20 had been killed and 29 wounded" the second verb has the first one's auxiliaries."""
    above = parse.heads[verb]
    subject = parse.child(verb, "nsubj")
    if (
        subject is None
        or parse.tags[verb] != "VBN"
        or parse.child(verb, "aux", "auxpass", "dobj") is not None
        or parse.child(above, "auxpass") is not None
        or parse.right_edge(subject) + 1 != verb
    ):
        return
    for index in range(parse.left_edge(subject) - 1, above, -1):
        if parse.child(index, "auxpass") is not None and parse.pos[index] in _VERBAL:
            parse.attach(verb, index, "conj")
            parse.deps[subject] = "nsubjpass"
            return


def _some_of_them(parse: Parse, index: int) -> None:
    """In "people, most of them women, were killed" most of them are no further people."""
    verb = parse.heads[index]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject == index or parse.words[index - 1 : index] != [","]:
        return
    if parse.words[index + 1 : index + 3] in (["of", "them"], ["of", "whom"]):
        parse.attach(index, subject, "appos")


def _listed(parse: Parse, second: int) -> None:
    """In "killed a colonel, two drivers and a boy" the drivers are no apposition."""
    first = parse.heads[second]
    third = parse.child(second, "conj")
    if third is None or second < first or parse.child(second, "cc") is None or parse.lemmas[first] in _ENUMERATED:
        return
    left = parse.left_edge(second)
    if left == 0 or parse.words[left - 1] != "," or parse.right_edge(first) < second:
        return
    names = {parse.pos[first], parse.pos[second]}
    introduced = parse.child(first, "det", "nummod", "poss", "amod") is not None and (
        parse.child(second, "det", "nummod", "poss", "amod") is not None
    )
    closed = parse.words[third + 1 : third + 2] == [","]
    plural = parse.tags[first] in {"NNS", "NNPS"} and parse.tags[second] in {"NN", "NNP"}
    if len(names) == 1 and (names == {"PROPN"} or introduced) and not closed and not plural:
        parse.deps[second] = "conj"
        if parse.deps[first] == "dobj":
            for child in [child for child in parse.children[second] if child > third and parse.deps[child] == "prep"]:
                parse.attach(child, parse.heads[first], "prep")


def _apart(parse: Parse, first: int, grammar: Grammar) -> None:
    """In "between the army and Maoist rebels" the army is one party and the rebels are another."""
    head = parse.heads[first]
    joined = parse.child(first, "cc")
    if joined is None or not first < joined < head or parse.words[joined] not in {"and", "or"}:
        return
    if parse.deps[head] not in _CORE or parse.pos[first] not in _NAMES or parse.labels[first] == "NORP":
        return
    if parse.heads[head] == head:
        return
    second = next((child for child in parse.children[first] if parse.deps[child] == "conj" and child < head), None)
    described = second is None or parse.pos[second] in {"ADJ", "VERB"} or parse.labels[second] == "NORP"
    alone = (
        parse.child(first, "det", "amod", "nummod") is not None
        or parse.tags[first] in {"NNS", "NNPS"}
        or parse.lemmas[first] in _MASS
        or (parse.pos[first] == "PROPN" and parse.labels[first] != "")
    )
    if parse.words[first - 1 : first] in (["the"], ["a"], ["an"]) and parse.heads[first - 1] == head:
        alone = True
    agent = grammar.cutting.agent
    place = grammar.where.members

    def of(index: int, words: frozenset[str], labels: frozenset[str]) -> bool:
        return parse.lemmas[index] in words or parse.words[index] in words or parse.labels[index] in labels

    agents = all(of(index, agent.words, agent.labels) for index in (first, head)) and described
    places = parse.pos[first] == "PROPN" and of(head, place.words, place.labels)
    places = places and (parse.tags[head] == "NNS" or of(first, place.words, place.labels))
    if not (places or (agents and alone)) or (agents and not places and parse.labels[first] == "GPE"):
        return
    parse.attach(first, parse.heads[head], parse.deps[head])
    parse.attach(head, first, "conj")
    for child in [child for child in parse.children[head] if child < first]:
        parse.attach(child, first, parse.deps[child])
    if second is not None:
        parse.attach(second, head, "amod" if parse.pos[second] in {"ADJ", "VERB"} else "compound")
    for child in [child for child in parse.children[first] if joined < child < head]:
        parse.attach(child, head, parse.deps[child])


def _of_the_verb(parse: Parse, index: int) -> None:
    """In "and a coalition targets rebels" the coalition is no part of the verb's name but its subject."""
    verb = parse.heads[index]
    if index + 1 != verb or parse.child(verb, "nsubj", "nsubjpass") is not None:
        return
    before = [child for child in parse.children[verb] if child < index and parse.deps[child] in _BEFORE]
    parse.deps[index] = "nsubj"
    for child in before:
        parse.attach(child, index, parse.deps[child])


def _place_beside_place(parse: Parse, second: int, grammar: Grammar) -> None:
    """In "36 deaths in Damascus and rural areas" the areas are beside Damascus, not beside the deaths."""
    head = parse.heads[second]
    joined = parse.child(head, "cc")
    if joined is None or not head < joined < second:
        return
    place = grammar.where.members

    def locates(index: int) -> bool:
        return parse.lemmas[index] in place.words or parse.labels[index] in place.labels

    if locates(head) or not locates(second):
        return
    for child in parse.children[head]:
        inner = parse.child(child, "pobj") if parse.deps[child] == "prep" else None
        if inner is not None and parse.right_edge(inner) + 1 == joined and locates(inner):
            parse.attach(second, inner, "conj")
            parse.attach(joined, inner, "cc")
            return


def _parenthetic(parse: Parse, verb: int) -> None:
    """In "launched an offensive, named Karbala, on Tuesday" Tuesday is when it was launched."""
    first = parse.heads[verb]
    if parse.words[verb - 1] != "," or parse.child(verb, "nsubj", "nsubjpass", "aux", "cc", "conj") is not None:
        return
    if parse.pos[first] not in _VERBAL or parse.child(first, "cc") is not None or parse.pos[verb - 2] not in _NAMES:
        return
    comma = next((index for index in range(verb + 1, parse.right_edge(verb)) if parse.words[index] == ","), None)
    if comma is None:
        return
    for child in [
        child for child in parse.children[verb] if child > comma and parse.deps[child] in {"prep", "npadvmod"}
    ]:
        parse.attach(child, first, parse.deps[child])
    parse.attach(verb, verb - 2, "acl")
    parse.tags[verb] = "VBN"


def _behind_the_aside(parse: Parse, verb: int) -> None:
    """In "shelled the port, damaging a crane, on Tuesday" Tuesday is when it was shelled."""
    above = parse.heads[verb]
    if above > verb or parse.words[parse.left_edge(verb) - 1] != ",":
        return
    for child in list(parse.children[verb]):
        if child > verb + 1 and parse.deps[child] in {"prep", "npadvmod"} and parse.words[child - 1] == ",":
            parse.attach(child, above, parse.deps[child])


def _so_doing(parse: Parse, verb: int) -> None:
    """In "blew himself up after joining a queue, killing ten" the ten were not killed by joining."""
    first = parse.heads[verb]
    if parse.words[verb - 1] != "," or parse.child(first, "cc") is not None or parse.deps[first] not in _UNDER:
        return
    above = parse.heads[first]
    while above != parse.heads[above] and parse.pos[above] not in _VERBAL:
        above = parse.heads[above]
    if parse.pos[above] in _VERBAL:
        parse.attach(verb, above, "advcl")


def _one_and_more(parse: Parse, first: int) -> None:
    """In "a frigate and two patrol boats" the parser's adjective is the first of two nouns."""
    head = parse.heads[first]
    joined, article = parse.child(first, "cc"), parse.child(head, "det")
    number = parse.child(head, "nummod")
    if joined is None or article is None or number is None or not article < first < joined < number < head:
        return
    if parse.words[article] in {"a", "an"} and parse.heads[head] != head:
        parse.attach(first, parse.heads[head], parse.deps[head])
        parse.attach(head, first, "conj")
        parse.attach(article, first, "det")
        parse.pos[first], parse.tags[first] = "NOUN", "NN"


def _behind_the_comma(parse: Parse, verb: int) -> None:
    """In "In Gao, Liwa and Jaysh have fought" Liwa and Jaysh are who fights."""
    if parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl") is not None or parse.tags[verb] in {"VB", "NN", "NNP"}:
        return
    first, _ = parse.sentences[parse.sentence_of[verb]]
    opening = next(
        (child for child in parse.children[verb] if child <= first + 1 and parse.deps[child] == "prep"), None
    )
    inner = None if opening is None else parse.child(opening, "pobj")
    if inner is None:
        return
    subject = next(
        (
            child
            for child in parse.children[inner]
            if parse.deps[child] in {"conj", "appos"} and parse.words[parse.left_edge(child) - 1] == ","
        ),
        None,
    )
    if subject is None or parse.pos[subject] not in _NAMES:
        return
    end = parse.right_edge(subject)
    auxiliary = parse.child(verb, "aux", "auxpass")
    if end + 1 == (auxiliary if auxiliary is not None and auxiliary < verb else verb):
        passive = parse.child(verb, "auxpass") is not None
        parse.attach(subject, verb, "nsubjpass" if passive else "nsubj")


def _left_so(parse: Parse, verb: int) -> None:
    """In "left ten dead and 30 injured" the 30 are left injured as the ten are left dead."""
    above = parse.heads[verb]
    if parse.words[above] in _HARMED and parse.deps[above] in {"oprd", "acomp", "xcomp"}:
        left = parse.heads[above]
        several = parse.child(verb, "amod", "nummod", "nsubj")
        if parse.lemmas[left] != "leave" or several is None or several > verb:
            return
        parse.attach(verb, left, "conj")
        parse.deps[several] = "nsubjpass"
    elif parse.lemmas[above] == "leave" and parse.child(above, "oprd", "acomp") is not None:
        subject = parse.child(verb, "nsubj")
        if subject is not None and parse.words[verb] in _HARMED and parse.child(verb, "dobj", "aux", "auxpass") is None:
            parse.deps[subject] = "nsubjpass"
            parse.tags[verb] = "VBN"


def _left_behind(parse: Parse, verb: int) -> None:
    """In "left five dead and another 12 wounded" the 12 are no second object."""
    number = parse.heads[verb]
    left = parse.heads[number]
    conjoined = parse.deps[number] == "conj" and parse.pos[number] in {"NUM", "NOUN"} and number < verb
    if conjoined and parse.lemmas[left] == "leave" and parse.child(left, "oprd", "acomp") is not None:
        parse.attach(verb, left, "conj")
        parse.attach(number, verb, "nsubjpass")


def _taken_captive(parse: Parse, index: int) -> None:
    """In "taking three others prisoner" and "a nurse held hostage" it is the others and the nurse who are taken."""
    verb = parse.heads[index]
    if parse.child(index, "det", "amod", "poss") is not None or parse.words[index - 1] in {"a", "the", "one"}:
        return
    inner = parse.child(index, "compound", "nmod")
    parse.deps[index] = "oprd"
    if inner is not None:
        parse.attach(inner, verb, "dobj")
        for child in [child for child in parse.children[index] if child < inner]:
            parse.attach(child, inner, parse.deps[child])


def _comma_for_and(parse: Parse, index: int) -> None:
    """In "Sudan, rebels agree" Sudan agrees too."""
    verb = parse.heads[index]
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or parse.pos[verb] not in _VERBAL or index > subject:
        return
    left = parse.left_edge(subject)
    if left == index + 2 and parse.words[index + 1] == ",":
        parse.deps[index] = parse.deps[subject]
