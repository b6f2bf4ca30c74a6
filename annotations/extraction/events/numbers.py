"""Numbers: what of a nominal is its number, apart from what it counts."""

from typing import NamedTuple

from annotations.extraction.clauses.text import Text
from annotations.extraction.events.spans import Tokens, nominal, trimmed


class Counted(NamedTuple):
    """A nominal taken apart: its number's tokens, and the head and span of what is counted (None: nothing named)."""

    number: Tokens | None
    head: int | None
    span: Tokens | None


def counted(text: Text, head: int, people: bool) -> Counted:
    """The number of a nominal apart from its noun: "at least nine" and "rebel fighters", "hundreds" and "people".

    Of ``people`` "one" and "several" are numbers too; of things they are part of the noun's phrase.
    """
    parse, quantity = text.parse, text.grammar.quantity
    if parse.labels[head] == "MONEY":
        return Counted(None, head, nominal(text, head))
    if _numeral(text, head):
        inner = text.content(head)
        number = _number_of(text, head)
        if inner == head or parse.pos[inner] == "PRON":
            return Counted(number, None, None)
        return Counted(
            number,
            inner,
            (None if _numeral(text, inner) else counted(text, inner, people).span) or nominal(text, inner),
        )
    span = nominal(text, head)
    for child in parse.children[head]:
        if child >= head:
            break
        if not people and (parse.pos[child] != "NUM" or parse.words[child] == "one"):
            continue
        numeral = parse.pos[child] == "NUM" and (
            parse.deps[child] == "nummod" or (parse.deps[child] == "compound" and child == span.first)
        )
        adjective = parse.words[child] in quantity.adjectives and parse.deps[child] in {"amod", "nummod", "det"}
        if (numeral or adjective or _numeral_modifier(text, child)) and span.first <= child:
            first = _number_first(text, child)
            number = Tokens(first, child + 1)
            if any(parse.words[index] == "-" for index in range(child + 1, min(child + 2, head))):
                continue
            rest_first = child + 1
            if rest_first >= span.end:
                return Counted(number, None, None)
            if first > span.first and any(parse.pos[index] == "PROPN" for index in range(span.first, first)):
                return Counted(number, head, span)
            if parse.lemmas[head] in quantity.hollow:
                return Counted(number, None, None)
            return Counted(number, head, trimmed(text, rest_first, span.end, head))
    of_number = text.of_object(head)
    if of_number is not None and parse.pos[of_number] == "NUM":
        return Counted(Tokens(_number_first(text, of_number), of_number + 1), head, span)
    content = text.content(head)
    if content != head and parse.pos[content] != "PRON":
        return counted(text, content, people)
    above = parse.heads[parse.heads[head]]
    if parse.deps[head] == "pobj" and above != head and _numeral(text, above) and text.content(above) == head:
        return Counted(_number_of(text, above), head, span)
    return Counted(None, head, span)


def _numeral(text: Text, head: int) -> bool:
    parse = text.parse
    if parse.pos[head] == "NUM" or parse.labels[head] == "CARDINAL":
        return True
    if parse.pos[head] in {"ADJ", "DET", "PRON"} and parse.words[head] in text.grammar.quantity.adjectives:
        return True
    return parse.lemmas[head] in text.grammar.quantity.nouns and (
        text.of_object(head) is not None or parse.labels[head] == "CARDINAL" or parse.lemmas[head] != "number"
    )


def _numeral_modifier(text: Text, child: int) -> bool:
    parse = text.parse
    return parse.deps[child] in {"nummod", "compound", "amod", "det"} and parse.lemmas[child] in {
        "dozen",
        "hundred",
        "thousand",
        "half-million",
    }


def _number_of(text: Text, head: int) -> Tokens:
    """The tokens of a number that heads its phrase: "hundreds of thousands", "as many as 20", "a number"."""
    parse = text.parse
    first = _number_first(text, head)
    end = head + 1
    inner = text.of_object(head)
    if (
        inner is not None
        and parse.lemmas[inner] in {"thousand", "million", "hundred", "dozen", "billion"}
        and inner == end + 1
    ):
        end = inner + 1
    if end < len(parse) and parse.words[end] in {"more", "others"} and parse.heads[end] in (head, parse.heads[head]):
        end += parse.words[end] == "more"
    return Tokens(first, end)


def _number_first(text: Text, number: int) -> int:
    parse, quantity = text.parse, text.grammar.quantity
    first = number
    if number > 1 and parse.words[number - 1] == "of" and parse.lemmas[number - 2] in quantity.nouns:
        first = number - 2
    while first > 0 and parse.deps[first - 1] != "prt":
        before = parse.words[first - 1]
        two = f"{parse.words[first - 2]} {before}" if first > 1 else ""
        three = f"{parse.words[first - 3]} {two}" if first > 2 else ""
        if three in quantity.modifiers:
            first -= 3
        elif two in quantity.modifiers:
            first -= 2
        elif (
            before in quantity.modifiers
            or (parse.pos[first - 1] == "NUM" and parse.heads[first - 1] in {number, first})
            or (
                before in {"a", "an"}
                and parse.lemmas[number]
                in {"number", "dozen", "score", "couple", "handful", "million", "hundred", "thousand"}
                and first == number
            )
        ):
            first -= 1
        else:
            break
    while first < number and parse.words[first] in {"the", "an", "some"} and parse.words[first] != "a":
        first += parse.words[first] in {"the", "an"}
        if parse.words[first] == "some":
            break
    return first
