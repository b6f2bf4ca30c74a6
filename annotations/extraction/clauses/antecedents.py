"""Antecedents: what a pronoun may mean within its sentence, by the subjects above it, then by what stands before it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.extraction.clauses.clause import VERBAL, Clauses
from annotations.extraction.parsing.parse import Parse

if TYPE_CHECKING:
    from annotations.extraction.clauses.text import Text

_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_PERSON = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_OBLIQUE = frozenset({"pobj", "conj"})
_MOST = 3
_TIMES = frozenset({"DATE", "TIME"})
_STEPS = 10


def antecedents(text: "Text", pronoun: int) -> list[int]:
    """The heads of what ``pronoun`` may stand for, likeliest first; empty where the sentence names nothing fit."""
    word = text.parse.words[pronoun]
    if word not in _SINGULAR and word not in _PLURAL and word not in _PERSON:
        return []
    if word == "it" and text.clauses.expletive(text.parse.heads[pronoun]):
        return []
    found: list[int] = []
    for candidate in _candidates(text.clauses, pronoun):
        if candidate < pronoun and candidate not in found and _agrees(text, word, candidate):
            found.append(candidate)
            if len(found) == _MOST:
                break
    if not found and word in _PLURAL:
        found = [c for c in _candidates(text.clauses, pronoun) if c < pronoun and _is_body(text, c)][:1]
    return found


def _is_body(text: "Text", candidate: int) -> bool:
    """Whether "they" may mean it though it is one: a country, an army, a council."""
    parse = text.parse
    named = parse.labels[candidate] in {"GPE", "ORG", "NORP"}
    return (named or parse.pos[candidate] == "NOUN") and text.is_of(candidate, text.grammar.cutting.agent)


def _candidates(clauses: Clauses, pronoun: int) -> Iterator[int]:
    parse = clauses.parse
    own = _own_verb(parse, pronoun)
    index = pronoun
    for _ in range(_STEPS):
        head = parse.heads[index]
        if head == index:
            break
        if parse.pos[head] in VERBAL and (head != own or parse.tags[pronoun] == "PRP$"):
            for filler in clauses.surface(head):
                yield filler.head
        index = head
    first, _ = parse.sentences[parse.sentence_of[pronoun]]
    for deps in (_CORE, _OBLIQUE):
        for index in range(pronoun - 1, first - 1, -1):
            told = parse.deps[index] in {"dobj", "dative"} and parse.lemmas[parse.heads[index]] in {"tell", "inform"}
            if parse.deps[index] in deps and not told and not _coarguments(parse, pronoun, index, own):
                yield index


def _own_verb(parse: Parse, pronoun: int) -> int | None:
    index = pronoun
    for _ in range(_STEPS):
        index = parse.heads[index]
        if parse.pos[index] in VERBAL:
            return index
        if parse.heads[index] == index:
            break
    return None


def _coarguments(parse: Parse, pronoun: int, index: int, own: int | None) -> bool:
    """Whether both are arguments of one verb, so that a plain pronoun cannot mean the other."""
    return parse.tags[pronoun] != "PRP$" and own is not None and parse.heads[index] == own


def _agrees(text: "Text", word: str, candidate: int) -> bool:
    parse, clauses = text.parse, text.clauses
    if (
        parse.pos[candidate] not in {"NOUN", "PROPN"}
        or parse.labels[candidate] in _TIMES
        or parse.lemmas[candidate] in text.grammar.when.words | {"time", "way"}
        or _inside_name(parse, candidate)
    ):
        return False
    plural = parse.tags[candidate] in {"NNS", "NNPS"} or len(clauses.conjuncts(candidate)) > 1
    person = parse.labels[candidate] == "PERSON"
    if word in _PLURAL:
        return plural
    if word in _PERSON:
        return not plural and text.is_of(candidate, text.grammar.cutting.person)
    return not plural and not person


def _inside_name(parse: Parse, index: int) -> bool:
    """Whether a token is a later part of a longer name: "Rights" of "Observatory for Human Rights"."""
    label = parse.labels[index]
    if label == "":
        return False
    above = parse.heads[index]
    above = parse.heads[above] if parse.deps[index] == "pobj" else above
    return above != index and parse.labels[above] == label and parse.pos[above] == "PROPN" and abs(index - above) <= 4
