"""Adjuncts: where and when, from the phrases of a clause that no role pattern claims."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotations.extraction import spans
from annotations.extraction.clause import VERBAL, Preposition
from annotations.extraction.relations import Text
from annotations.extraction.spans import Tokens


class Adjunct(NamedTuple):
    """A place or time: its tokens and the path that led there."""

    tokens: Tokens
    path: str


def is_time(text: Text, head: int) -> bool:
    """Whether a nominal says when."""
    parse, when = text.parse, text.grammar.when
    if parse.labels[head] in when.labels:
        return not _age(text, head)
    return parse.lemmas[head] in when.words and parse.pos[head] in {"NOUN", "PROPN"}


def _age(text: Text, head: int) -> bool:
    parse = text.parse
    return any(parse.words[index] in text.grammar.when.excluded for index in (head, min(head + 1, len(parse) - 1)))


def is_place(text: Text, head: int) -> bool:
    """Whether a nominal says where."""
    where = text.grammar.where
    if text.parse.lemmas[head] in where.excluded or text.parse.words[head] in where.excluded:
        return False
    return text.is_of(head, where.members) and not is_time(text, head)


def _locates(text: Text, preposition: str, head: int) -> bool:
    """Whether a phrase says where: its noun is a place, or its preposition makes any name or noun one."""
    parse, where = text.parse, text.grammar.where
    if is_place(text, head):
        return True
    if (
        parse.lemmas[head] in where.excluded
        or is_time(text, head)
        or parse.labels[head] in {"PERSON", "MONEY", "PERCENT"}
    ):
        return False
    if preposition in where.named and parse.pos[head] == "PROPN":
        return True
    return preposition in where.keep - where.drop and parse.pos[head] in {"NOUN", "PROPN"}


def times(text: Text, node: int) -> Iterator[Adjunct]:
    """The times that hang on one word: phrases, bare dates, adverbs."""
    parse, when = text.parse, text.grammar.when
    for name, token, filler in text.clauses.prepositions(node):
        if name.split("_")[-1] in when.drop and is_time(text, filler.head):
            yield Adjunct(_time_span(text, filler.head, token), filler.path)
    for child in parse.children[node]:
        dep = parse.deps[child]
        if dep == "npadvmod" and is_time(text, child) and not _hyphenated(text, child):
            yield Adjunct(_time_span(text, child, None), "npadvmod")
        elif dep == "advmod" and parse.words[child] in when.adverbs and parse.words[child] not in when.vague:
            yield Adjunct(Tokens(child, child + 1), "advmod")
        elif dep in {"nmod", "compound", "amod"} and parse.words[child] in when.adverbs and child < node:
            yield Adjunct(Tokens(child, child + 1), dep)
        elif dep == "poss" and is_time(text, child):
            yield Adjunct(spans.nominal(text, child), "poss")
        elif dep == "pcomp" and is_time(text, child):
            yield Adjunct(_time_span(text, child, None), "pcomp")


def _hyphenated(text: Text, index: int) -> bool:
    parse = text.parse
    return index + 1 < len(parse) and parse.words[index + 1] == "-"


def _time_span(text: Text, head: int, preposition: int | None) -> Tokens:
    """A time without its preposition, with the whole of the entity that it stands in."""
    parse, when = text.parse, text.grammar.when
    span = spans.nominal(text, head)
    first, end = span
    if parse.labels[head] in when.labels:
        while end < len(parse) and parse.labels[end] in when.labels and _adjoining(text, end):
            end += 1
        while first > 0 and parse.labels[first - 1] in when.labels and (preposition is None or first - 1 > preposition):
            first -= 1
    while first < end - 1 and parse.words[first] in text.grammar.cutting.determiners:
        first += 1
    if preposition is None and first > 0 and parse.words[first - 1] in {"late", "early", "earlier", "later"}:
        first -= 1
    # "1 a.m. on Wednesday", "July 6 until 2400 on July 8"
    for name, _, filler in text.clauses.prepositions(head):
        if name in {"on", "until", "to", "of", "in"} and is_time(text, filler.head) and filler.head > head:
            end = max(end, _time_span(text, filler.head, None).end)
    return Tokens(first, end)


def _adjoining(text: Text, index: int) -> bool:
    return text.parse.words[index] not in {"and", ",", "on"} or text.parse.labels[index] != ""


def places(text: Text, found: Iterable[Preposition]) -> Iterator[Adjunct]:
    """The places among prepositional phrases, and those within them: "the town of Douma in Ghouta" names two."""
    where = text.grammar.where
    for name, token, filler in found:
        if not _locates(text, name, filler.head):
            continue
        span = spans.nominal(text, filler.head)
        if name in where.keep:
            yield Adjunct(
                Tokens(token if text.parse.heads[filler.head] == token else span.first, span.end), filler.path
            )
        elif name in where.drop:
            yield Adjunct(span, filler.path)
        else:
            continue
        within = (inner for inner in text.clauses.prepositions(filler.head) if inner.name != "of")
        yield from places(text, (inner for inner in within if inner.token >= span.end))


def relational_places(text: Text, node: int) -> Iterator[Adjunct]:
    """Places such as "north of Homs" and "elsewhere in Syria", that begin with an adverb or a bare direction."""
    parse, where = text.parse, text.grammar.where
    for child in parse.children[node]:
        if parse.deps[child] in {"advmod", "npadvmod", "prep", "dobj"} and parse.words[child] in where.relational:
            end = child + 1
            for name, _, filler in text.clauses.prepositions(child):
                if name in {"of", "in", "from", "to"} and filler.head > child and parse.pos[filler.head] not in VERBAL:
                    end = max(end, spans.nominal(text, filler.head).end)
                    break
            if end > child + 1:
                first = child
                while (
                    first > 0
                    and parse.heads[first - 1] == child
                    and parse.deps[first - 1] in {"npadvmod", "nummod", "quantmod", "advmod"}
                ):
                    first = parse.left_edge(first - 1)
                yield Adjunct(Tokens(first, end), "relational")
