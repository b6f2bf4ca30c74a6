"""What review needs of spaCy: sentences, words, and the mentions that an argument may be chosen from."""

from collections.abc import Iterator

from annotations.extraction.clauses.text import Text
from annotations.extraction.events import spans
from annotations.extraction.events.numbers import counted
from annotations.extraction.events.spans import Tokens
from annotations.model import Analysis, Mention, MentionKind

_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY", "ORDINAL"})
_TIMES = frozenset({"DATE", "TIME"})
_PHRASES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "dative", "ROOT", "poss", "oprd", "npadvmod"}
)
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Collected:
    """The analysis of one article as its segments are parsed, in text order."""

    def __init__(self) -> None:
        self._sentences: list[tuple[int, int]] = []
        self._words: list[tuple[int, int]] = []
        self._mentions: list[Mention] = []

    def add(self, text: Text, offset: int) -> None:
        """Add a parsed segment that begins at ``offset`` in the article."""
        self._sentences.extend(_sentences(text, offset))
        self._words.extend(_words(text, offset))
        self._mentions.extend(Mention(*found) for found in sorted(set(_mentions(text, offset))))

    def analysis(self) -> Analysis:
        """What was collected."""
        return Analysis(tuple(self._sentences), tuple(self._words), tuple(self._mentions))


def _words(text: Text, offset: int) -> Iterator[tuple[int, int]]:
    parse = text.parse
    for pos, start, end in zip(parse.pos, parse.starts, parse.ends, strict=True):
        if pos != "SPACE":
            yield start + offset, end + offset


def _sentences(text: Text, offset: int) -> Iterator[tuple[int, int]]:
    parse = text.parse
    for first, end in parse.sentences:
        solid = [index for index in range(first, end) if parse.pos[index] != "SPACE"]
        if solid:
            yield parse.starts[solid[0]] + offset, parse.ends[solid[-1]] + offset


def _mentions(text: Text, offset: int) -> Iterator[tuple[int, int, MentionKind, str]]:
    """The fields of each mention, which are sorted many times faster than mentions."""
    parse = text.parse

    def mention(tokens: Tokens, kind: MentionKind, label: str = "") -> tuple[int, int, MentionKind, str]:
        return parse.starts[tokens.first] + offset, parse.ends[tokens.end - 1] + offset, kind, label

    taken: set[Tokens] = set()
    for entity in parse.doc.ents:
        tokens = _without_article(text, Tokens(entity.start, entity.end))
        taken.add(tokens)
        kind: MentionKind = "number" if entity.label_ in _NUMBERS else "time" if entity.label_ in _TIMES else "entity"
        yield mention(tokens, kind, entity.label_)
    for head, (pos, dep) in enumerate(zip(parse.pos, parse.deps, strict=True)):
        if pos not in _HEADS or dep not in _PHRASES:
            continue
        found = counted(text, head, True)
        for phrase in (spans.nominal(text, head), found.span):
            if phrase is not None and phrase.first < phrase.end and phrase not in taken:
                taken.add(phrase)
                yield mention(phrase, "noun_phrase")
        if found.number is not None and found.number not in taken:
            taken.add(found.number)
            yield mention(found.number, "number")


def _without_article(text: Text, tokens: Tokens) -> Tokens:
    first, end = tokens
    parse = text.parse
    while first < end - 1 and parse.words[first] in text.grammar.cutting.determiners:
        first += 1
    if end > first + 1 and parse.tags[end - 1] == "POS":
        end -= 1
    return Tokens(first, end)
