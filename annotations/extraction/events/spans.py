"""Cutting: which tokens of a phrase are the argument, and which are its number.

The head with what stands before it, without leading article or possessive, without relative clause, apposition or
trailing phrase, unless the name or an empty head needs it.
"""

from typing import NamedTuple

from annotations.extraction.clauses.clause import VERBAL
from annotations.extraction.clauses.text import Text, remembered

_BEFORE = frozenset(
    {
        "amod",
        "compound",
        "nmod",
        "nummod",
        "poss",
        "quantmod",
        "npadvmod",
        "predet",
        "det",
        "advmod",
        "punct",
        "preconj",
    }
)
_OPENING, _CLOSING = frozenset("“\"‘'("), frozenset("”\"’')")
_NAME_LABELS = frozenset({"PERSON", "ORG", "FAC", "GPE", "LOC", "EVENT", "NORP", "LAW", "PRODUCT"})
_CORE = frozenset({"at", "to", "into", "from", "with", "for", "against", "of"})
"""Prepositions whose phrase completes a clause; others are its adjuncts."""
_INNER = frozenset({"in", "on", "by", "over", "about", "through", "towards", "toward"})


class Tokens(NamedTuple):
    """Tokens ``first`` to ``end``, end-exclusive."""

    first: int
    end: int


class Adjunct(NamedTuple):
    """A place or time: its tokens and the path that led there."""

    tokens: Tokens
    path: str


@remembered
def nominal(text: Text, head: int) -> Tokens:
    """The argument span of a nominal, its number included; of a verb in -ing that stands for one, the word alone."""
    if text.parse.pos[head] in VERBAL:
        return Tokens(head, head + 1)
    return trimmed(text, _leftmost(text, head), _rightmost(text, head), head)


@remembered
def located(text: Text, head: int) -> Tokens:
    """The span of a place, which keeps what says where it is: "mountains of Cauca", "hills west of Gao"."""
    first, end = nominal(text, head)
    parse = text.parse
    if parse.pos[head] != "NOUN" or end != head + 1:
        return Tokens(first, end)
    child = next((child for child in parse.children[head] if child == end and parse.words[child] == "of"), None)
    inner = None if child is None else parse.child(child, "pobj")
    if inner is not None and parse.pos[inner] not in VERBAL and parse.labels[inner] not in text.grammar.when.labels:
        return Tokens(first, _rightmost(text, inner))
    named = any(parse.pos[index] == "PROPN" for index in range(first, head))
    if end < len(parse) and parse.words[end] in text.grammar.where.relational and not named:
        end = max(end, _relational_end(text, head, end))
    return Tokens(first, end)


def _leftmost(text: Text, head: int) -> int:
    parse = text.parse
    first = head
    for child in reversed(parse.children[head]):
        if child > head:
            continue
        if parse.deps[child] not in _BEFORE or parse.right_edge(child) + 1 < first:
            if parse.deps[child] == "punct" and child + 1 == first and parse.words[child] in {"-", "–"}:
                first = child
                continue
            break
        first = min(first, parse.left_edge(child))
    return first


def _rightmost(text: Text, head: int) -> int:
    """The end of the span: past the head, and past what a name or an empty head keeps."""
    parse = text.parse
    end = head + 1
    size = len(parse)
    # a name's number or second part: "July 6", "Resolution 2254", "Khan Touman"
    for child in parse.children[head]:
        if (
            child == end
            and parse.deps[child] in {"nummod", "compound", "nmod", "npadvmod"}
            and not parse.children[child]
        ):
            end += 1
    # a name at once behind its kind: "rebel group Jaish al Islam", "capital Sanaa"
    for child in parse.children[head]:
        if parse.deps[child] == "appos" and parse.pos[child] == "PROPN" and parse.left_edge(child) == end:
            return _rightmost(text, child)
    label = parse.labels[head]
    if label in _NAME_LABELS and parse.pos[head] == "PROPN":
        while end < size and parse.labels[end] == label and parse.pos[end] == "PROPN" and _under(text, end, head):
            end += 1
    if end < size and parse.words[end] in _CLOSING and _opened(text, head, end):
        end += 1
    for child in parse.children[head]:
        if child != end or parse.deps[child] != "prep":
            continue
        inner = parse.child(child, "pobj")
        if inner is None:
            continue
        if parse.words[child] == "of" and _keeps(text, head):
            if parse.pos[inner] == "NUM":
                continue
            last = inner
            for other in text.clauses.conjuncts(inner)[1:]:
                if other - last <= 3 and _short(text, other):
                    last = other
            end = max(end, _rightmost(text, last))
            if end < size and parse.words[end] in _CLOSING and _opened(text, head, end):
                end += 1
        elif _name_goes_on(text, head, child, inner):
            end = max(end, _rightmost(text, inner))
    for child in parse.children[head]:
        if child == end and parse.words[child] == "to" and parse.lemmas[head] in text.grammar.cutting.keep_to:
            goal = parse.child(child, "pobj")
            if goal is not None:
                end = _rightmost(text, goal)
    if _bare_place(text, head):
        end = max(end, _relational_end(text, head, end))
    return end


def _under(text: Text, index: int, head: int) -> bool:
    parse = text.parse
    for _ in range(3):
        if parse.heads[index] == head:
            return parse.deps[index] != "appos" and parse.deps[index] != "conj"
        index = parse.heads[index]
    return False


def _short(text: Text, index: int) -> bool:
    return text.parse.pos[index] in {"PROPN", "NOUN"}


def _keeps(text: Text, head: int) -> bool:
    """Whether a head is empty without its of-phrase: "leaders of both clans", "city of Aleppo"."""
    return text.parse.labels[head] != "PERSON" and text.is_head_of(head, text.grammar.cutting.keep_of)


def _name_goes_on(text: Text, head: int, preposition: int, inner: int) -> bool:
    """Whether a name has a phrase within it: "Observatory for Human Rights", "Ministry of Defence"."""
    parse = text.parse
    if parse.pos[head] != "PROPN" or parse.words[preposition] not in {"of", "for"}:
        return False
    if parse.labels[head] in {"PERSON", "GPE", "LOC", "NORP", "DATE"} and parse.labels[preposition] == "":
        return False
    first = parse.left_edge(inner)
    return parse.pos[inner] == "PROPN" and all(
        parse.pos[index] in {"PROPN", "ADP", "CCONJ", "DET", "ADJ", "PART", "PUNCT"} for index in range(first, inner)
    )


def _bare_place(text: Text, head: int) -> bool:
    parse, where = text.parse, text.grammar.where
    if parse.lemmas[head] not in where.bare or parse.pos[head] == "PROPN":
        return False
    return all(parse.pos[index] in {"DET", "NUM"} for index in range(_leftmost(text, head), head))


def _relational_end(text: Text, head: int, end: int) -> int:
    """Past a relational phrase at once behind the head: "areas east of Damascus", "areas around Aleppo"."""
    parse, where = text.parse, text.grammar.where
    if end >= len(parse):
        return end
    word = parse.words[end]
    directed = word in where.relational and parse.words[end + 1 : end + 2] == ["of"]
    if not directed and parse.heads[end] not in (head, parse.heads[head]):
        return end
    if word in where.relational or (word in where.keep and parse.deps[end] == "prep"):
        for index in (end, *parse.children[end]):
            inner = parse.child(index, "pobj")
            if inner is not None:
                return _rightmost(text, text.clauses.conjuncts(inner)[-1] if word == "between" else inner)
    return end


def _opened(text: Text, head: int, closing: int) -> bool:
    """Whether the quotation that ends at ``closing`` begins inside the phrase of ``head``."""
    parse = text.parse
    first = _leftmost(text, head)
    return any(parse.words[index] in _OPENING for index in range(first + 1, head)) or (
        first > 0 and parse.words[first] in _OPENING and first < head and closing == head + 1
    )


def _hyphen_follows(text: Text, index: int) -> bool:
    return text.parse.words[index + 1 : index + 2] == ["-"]


def _leads(text: Text, first: int, end: int, head: int) -> bool:
    """Whether the first token is one that an argument goes without."""
    parse = text.parse
    word, dep = parse.words[first], parse.deps[first]
    if word in _OPENING:
        return not any(parse.words[index] in _CLOSING for index in range(first + 1, end))
    if word in text.grammar.cutting.determiners or dep in {"preconj", "cc"}:
        return True
    if parse.labels[first] in text.grammar.when.labels and parse.labels[head] not in text.grammar.when.labels:
        weekday = parse.lemmas[first] in text.grammar.when.words
        return weekday and dep in {"compound", "nmod", "npadvmod"} and not _hyphen_follows(text, first)
    if dep == "advmod" and parse.heads[first] == head and parse.pos[first] == "ADV":
        return True
    return parse.pos[first] in {"PUNCT", "SPACE"}


def trimmed(text: Text, first: int, end: int, head: int) -> Tokens:
    """Without leading articles, possessives, adverbs and open quotes, and without a trailing possessive mark."""
    parse = text.parse
    while first < head and _leads(text, first, end, head):
        first += 1
    while end > first + 1 and (parse.tags[end - 1] == "POS" or parse.pos[end - 1] in {"SPACE"}):
        end -= 1
    words = parse.words[first:end]
    if words and words[0] in _OPENING and words[-1] in _CLOSING and len(words) > 2:
        return Tokens(first + 1, end - 1)
    if words and words[-1] in _CLOSING and not any(word in _OPENING for word in words):
        end -= 1
    return Tokens(first, end)


def parts(text: Text, tokens: Tokens, head: int) -> list[Tokens]:
    """A span, or two where the parser took a name and a noun for one: "Assad and Shi'ite militias"."""
    parse = text.parse
    for index in range(tokens.first + 1, min(tokens.end - 1, head)):
        name = parse.pos[index - 1] == "PROPN" and parse.labels[index - 1] != ""
        if parse.words[index] == "and" and name and parse.labels[index] == "" and parse.pos[head] == "NOUN":
            first = trimmed(text, tokens.first, index, index - 1)
            return [first, trimmed(text, index + 1, tokens.end, head)]
    return [tokens]


def clause(text: Text, verb: int) -> Tokens:
    """The span of a clause that is an argument: its verb to its object, without ``to`` or ``that``.

    A finite clause keeps its subject and its ``whether``.
    """
    parse = text.parse
    first, end = verb, verb + 1
    for child in parse.children[verb]:
        if child < first and parse.deps[child] in {"aux", "auxpass", "neg"} and parse.words[child] != "to":
            first = child
    modal = any(parse.tags[child] == "MD" for child in parse.children[verb])
    if (parse.tags[verb] not in {"VB", "VBG"} or modal) and parse.words[first] != "having":
        own = text.clauses.own_subject(verb)
        if own is not None and own < verb and not text.clauses.infinitive(verb):
            first = parse.left_edge(own)
            for child in parse.children[verb]:
                if child < first and parse.words[child] in {"whether", "how", "why", "where"}:
                    first = child
                    break
    last = None
    for child in parse.children[verb]:
        if child <= verb:
            continue
        dep = parse.deps[child]
        if dep == "prt":
            end = max(end, child + 1)
        elif dep in {"dobj", "attr", "acomp", "oprd", "dative"} and parse.pos[child] != "ADP":
            for inner in text.clauses.conjuncts(child):
                end = max(end, nominal(text, inner).end if parse.pos[inner] not in VERBAL else inner + 1)
            last = child
        elif dep in {"xcomp", "ccomp"} and last is None:
            end = max(end, clause(text, child).end)
            last = child
        elif (
            dep == "prep"
            and child == end
            and (parse.lemmas[verb] == "be" or parse.words[child] in (_CORE if last is not None else _CORE | _INNER))
        ):
            completing = parse.child(child, "pobj")
            if completing is not None and parse.labels[completing] not in text.grammar.when.labels:
                end = max(end, nominal(text, completing).end)
                last = completing
    return Tokens(first, end)
