"""Places: phrases that say where."""

from collections.abc import Iterable, Iterator

from annotations.extraction.clauses.clause import VERBAL, Preposition
from annotations.extraction.clauses.relatives import container
from annotations.extraction.clauses.text import Text
from annotations.extraction.events import spans
from annotations.extraction.events.spans import Adjunct, Tokens
from annotations.extraction.events.times import is_time

_NOWHERE = frozenset({"PERSON", "MONEY", "PERCENT", "CARDINAL", "LAW"})
_SOMEWHERE = frozenset({"to", "from", "into", "on", "at"})


def is_place(text: Text, head: int) -> bool:
    """Whether a nominal is a place."""
    where = text.grammar.where
    if text.parse.lemmas[head] in where.excluded or text.parse.words[head] in where.excluded:
        return False
    return text.is_of(head, where.members) and not is_time(text, head)


def _locates(text: Text, preposition: str, head: int) -> bool:
    """Whether a phrase says where: its noun is a place, or its preposition makes a name or a noun one."""
    parse, where = text.parse, text.grammar.where
    if is_place(text, head):
        return True
    if preposition == "at" and parse.pos[head] == "PROPN" and not is_time(text, head):
        # behind a noun it is where that stands: "the garrison at Gao"
        first = parse.left_edge(head)
        if first > 1 and parse.words[first - 1] == "at" and parse.pos[first - 2] == "NOUN":
            return True
    if parse.lemmas[head] in where.excluded or is_time(text, head) or parse.labels[head] in _NOWHERE:
        return parse.labels[head] == "PERSON" and preposition in where.named and parse.pos[head] == "PROPN"
    if parse.pos[head] == "PROPN":
        return preposition in where.named or (preposition in _SOMEWHERE and parse.labels[head] == "")
    return preposition in where.beside and parse.pos[head] == "NOUN"


def places(text: Text, found: Iterable[Preposition], strict: bool = False) -> Iterator[Adjunct]:
    """The places among prepositional phrases; some prepositions belong to the place.

    ``strict`` takes a name for a place only behind a preposition of place, as for the phrases of nouns.
    """
    where = text.grammar.where
    for name, token, filler in found:
        if name == "from" and text.parse.lemmas[filler.head] in where.left:
            continue
        if _in_front_of(text, name, filler.head) or not (
            is_place(text, filler.head)
            or ((not strict or name in where.named) and _locates(text, name, filler.head))
            or (strict and name == "at" and text.parse.pos[filler.head] == "PROPN")
        ):
            continue
        tokens = spans.located(text, filler.head)
        if name in where.keep:
            first = token if text.parse.heads[filler.head] == token else tokens.first
            yield Adjunct(Tokens(first, tokens.end), filler.path)
        elif name in where.drop:
            yield Adjunct(tokens, filler.path)


def _in_front_of(text: Text, preposition: str, head: int) -> bool:
    """Whether a phrase only says before whom: "in front of reporters"."""
    parse = text.parse
    return (
        preposition == "in"
        and parse.words[head] == "front"
        and parse.words[head - 1] == "in"
        and parse.words[head + 1 : head + 2] == ["of"]
    )


def relational(text: Text, node: int) -> Iterator[Adjunct]:
    """Places such as "north of Homs" and "elsewhere in Syria", that begin with an adverb or a bare direction."""
    parse, where = text.parse, text.grammar.where
    for child in parse.children[node]:
        if (
            parse.deps[child] not in {"advmod", "npadvmod", "prep", "dobj"}
            or parse.words[child] not in where.relational
        ):
            continue
        for direction in text.clauses.conjuncts(child):
            end = direction + 1
            for name, _, filler in text.clauses.prepositions(direction):
                if name in {"of", "in", "from", "to"} and filler.head > child and parse.pos[filler.head] not in VERBAL:
                    end = spans.nominal(text, filler.head).end
                    break
            if end > direction + 1 and parse.words[direction] in where.relational:
                yield Adjunct(Tokens(_measured(text, direction), end), "relational")


def _measured(text: Text, direction: int) -> int:
    """Where "40 km north" begins."""
    parse = text.parse
    first = direction
    while (
        first > 0 and parse.heads[first - 1] == direction and parse.deps[first - 1] in {"npadvmod", "nummod", "advmod"}
    ):
        first = parse.left_edge(first - 1)
    return first


def explained(text: Text, verb: int) -> Iterator[Adjunct]:
    """The place that a clause with "where" explains: "Rakhine, where troops battled"."""
    parse = text.parse
    if parse.deps[verb] == "ccomp" and parse.deps[parse.heads[verb]] == "relcl":
        # "where officials say many have died"
        yield from explained(text, parse.heads[verb])
    if parse.deps[verb] != "relcl":
        return
    where = next((child for child in parse.children[verb] if parse.words[child] == "where"), None)
    if where is None:
        inside = (name for name, _, filler in text.clauses.prepositions(verb) if parse.words[filler.head] == "which")
        if next(inside, None) not in {"in", "from", "at", "near"}:
            return
    place = container(parse, parse.heads[verb])
    above = parse.heads[parse.heads[place]]
    if parse.deps[place] == "pobj" and parse.words[above] in text.grammar.where.relational and above > 0:
        # "a village east of Gao, where": the village
        place = above - 1 if parse.pos[above - 1] == "NOUN" else place
    elif parse.deps[place] == "appos":
        place = parse.heads[place]
    if is_place(text, place) or parse.pos[place] == "PROPN":
        yield Adjunct(spans.located(text, place), "where")
