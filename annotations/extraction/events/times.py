"""Times: phrases, bare dates and adverbs that say when."""

from collections.abc import Iterator

from annotations.extraction.clauses.text import Text
from annotations.extraction.events import spans
from annotations.extraction.events.spans import Adjunct, Tokens

_LEADING = frozenset({"late", "early", "earlier", "later"})
_TRAILING = frozenset({"earlier", "later", "ago"})
_JOINING = frozenset({"on", "until", "to", "of", "in", "at"})


def is_time(text: Text, head: int) -> bool:
    """Whether a nominal says when."""
    parse, when = text.parse, text.grammar.when
    if parse.labels[head] in when.labels:
        return not any(word in when.excluded for word in parse.words[head : head + 2])
    return parse.lemmas[head] in when.words and parse.pos[head] in {"NOUN", "PROPN"}


def lasting(text: Text, head: int) -> int:
    """What a time is of ("two days of CLASHES"), else the head itself."""
    if text.parse.lemmas[head] in text.grammar.light.hull and is_time(text, head):
        inner = text.of_object(head)
        if inner is not None and not is_time(text, inner):
            return inner
    return head


def times(text: Text, node: int) -> Iterator[Adjunct]:
    """The times that hang on one word."""
    parse, when = text.parse, text.grammar.when
    for name, token, filler in text.clauses.prepositions(node):
        if name.split("_")[-1] not in when.drop:
            continue
        if name == "in" and token > node and _superlative(text, node):
            continue
        if is_time(text, filler.head):
            if name in when.lasting and _measures(text, filler.head):
                yield Adjunct(spans.located(text, filler.head), filler.path)
            elif not _measures(text, filler.head) and not (name in {"after", "before"} and _lasts(text, filler.head)):
                yield Adjunct(span(text, filler.head, token), filler.path)
        elif _dated(text, filler.head):
            yield Adjunct(spans.nominal(text, filler.head), filler.path)
    for child in parse.children[node]:
        yield from _of_child(text, node, child)


def _of_child(text: Text, node: int, child: int) -> Iterator[Adjunct]:
    parse, when = text.parse, text.grammar.when
    if child > node and parse.pos[node] == "NOUN" and _superlative(text, node):
        return
    dep, word = parse.deps[child], parse.words[child]
    if dep in {"npadvmod", "pcomp", "nmod"} and is_time(text, child):
        hyphenated = parse.words[child + 1 : child + 2] == ["-"]
        if not hyphenated and not _measures(text, child) and (dep != "nmod" or child > node):
            tokens = span(text, child, None)
            if parse.words[tokens.end : tokens.end + 1] not in (["after"], ["before"]):
                yield Adjunct(tokens, dep)
    elif dep == "advmod" and word in _TRAILING and child > 0:
        for inner in parse.children[child]:
            if is_time(text, inner) and inner < child:
                yield Adjunct(Tokens(span(text, inner, None).first, child + 1), dep)
    elif word in when.adverbs:
        before = dep in {"nmod", "compound", "amod"} and child < node
        if before or (dep == "advmod" and word not in when.vague):
            yield Adjunct(Tokens(child, child + 1), dep)
    elif dep in {"nmod", "compound", "amod", "nummod"} and child < node and parse.labels[child] in when.labels:
        if parse.words[child + 1 : child + 2] != ["-"] and is_time(text, child) and not parse.words[child].isdigit():
            first = child
            while first > 0 and parse.labels[first - 1] in when.labels:
                first -= 1
            end = child + 1
            while end < node and parse.labels[end] in when.labels and parse.heads[end] == child:
                end += 1
            yield Adjunct(Tokens(first, end), dep)
    elif dep == "poss" and is_time(text, child):
        yield Adjunct(spans.nominal(text, child), dep)


def _superlative(text: Text, noun: int) -> bool:
    """Whether a time behind a noun is what it is the worst of: "the fiercest fighting in decades"."""
    parse = text.parse
    return parse.pos[noun] == "NOUN" and any(parse.tags[child] == "JJS" for child in parse.children[noun])


def _measures(text: Text, head: int) -> bool:
    """Whether a time only measures something else: "nine days of fighting", "the third day of a truce"."""
    inner = text.of_object(head)
    return inner is not None and not is_time(text, inner)


def _lasts(text: Text, head: int) -> bool:
    """Whether a time is a span of time: "after three days"."""
    parse = text.parse
    return parse.tags[head] in {"NNS", "NNPS"} and parse.child(head, "nummod", "quantmod") is not None


def _dated(text: Text, head: int) -> bool:
    """Whether a noun carries a date of its own: "since Saturday's resolution"."""
    parse = text.parse
    return parse.pos[head] == "NOUN" and any(
        parse.deps[child] == "poss" and is_time(text, child) for child in parse.children[head]
    )


def before_when(text: Text, verb: int) -> Iterator[Adjunct]:
    """The time that a clause with "when" explains: "in February, when the army cut the road"."""
    parse = text.parse
    when = next((child for child in parse.children[verb] if parse.words[child] == "when"), None)
    if when is None or when < 2 or when > verb:
        return
    last = when - 2 if parse.words[when - 1] == "," else when - 1
    head = last
    while head >= 0 and not is_time(text, head) and last - head < 3 and parse.labels[head] != "":
        head -= 1
    if is_time(text, head):
        yield Adjunct(span(text, head, None), "when")


def span(text: Text, head: int, preposition: int | None) -> Tokens:
    """A time without its preposition, with the whole of the entity that it stands in."""
    parse, when = text.parse, text.grammar.when
    first, end = spans.nominal(text, head)
    size = len(parse)
    if parse.labels[head] in when.labels:
        while end < size and parse.labels[end] in when.labels and _goes_on(text, end):
            end += 1
        while first > 0 and parse.labels[first - 1] in when.labels and (preposition is None or first - 1 > preposition):
            first -= 1
    while first < end - 1 and parse.words[first] in text.grammar.cutting.determiners - {"any"}:
        first += 1
    if parse.words[first - 1 : first] == ["any"]:
        first -= 1
    if parse.words[end : end + 1] == ["or"] and end + 1 < size and parse.heads[end + 1] == head:
        end += 2
    if end < size and parse.words[end] in _TRAILING:
        end += 1
    if preposition is not None and preposition > 0 and parse.words[preposition - 1] in _LEADING:
        first = preposition - 1
    elif first > 0 and parse.words[first - 1] in _LEADING:
        first -= 1
    return Tokens(first, end)


def _goes_on(text: Text, index: int) -> bool:
    """Whether a time goes on with a token: over a comma only to a year."""
    parse = text.parse
    if parse.words[index] == "on" and parse.lemmas[index - 1] in {"hour", "minute", "day", "week"}:
        return False
    if parse.words[index] != ",":
        return True
    following = parse.words[index + 1] if index + 1 < len(parse) else ""
    return following.isdigit() and len(following) == 4


def joined(text: Text, found: list[Adjunct]) -> list[Adjunct]:
    """Times that one phrase spreads over, as one: "at midnight" and "on Friday" are "midnight on Friday"."""
    result: list[Adjunct] = []
    for adjunct in sorted(found):
        if result:
            last = result[-1].tokens
            gap = text.parse.words[last.end : adjunct.tokens.first]
            if adjunct.tokens.first < last.end:
                continue
            if len(gap) == 1 and gap[0] in _JOINING and _clock(text, last):
                result[-1] = Adjunct(Tokens(last.first, adjunct.tokens.end), result[-1].path)
                continue
        result.append(adjunct)
    return result


def _clock(text: Text, tokens: Tokens) -> bool:
    """Whether a time is a time of day, or goes on to its end ("until 2400 on July 8")."""
    parse = text.parse
    return any(
        parse.labels[index] == "TIME"
        or parse.words[index] in {"midnight", "noon", "dawn", "dusk", "early", "late", "a.m.", "p.m."}
        for index in range(tokens.first, tokens.end)
    ) or parse.words[tokens.end : tokens.end + 1] == ["until"]
