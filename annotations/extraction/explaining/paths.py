"""Dependency paths in words: how a reader gets from one word of a sentence to another along the parser's tree."""

from collections.abc import Iterator

from spacy.glossary import GLOSSARY

from annotations.extraction.parsing.parse import Parse

UP, DOWN = "↑", "↓"
"""To the word that a word hangs on; to a word that hangs on it."""

_CALLED = {
    "nsubj": "subject", "nsubjpass": "passive subject", "csubj": "clause as subject", "dobj": "object",
    "dative": "indirect object", "pobj": "object", "prep": "preposition", "agent": "agent", "pcomp": "complement",
    "attr": "predicate", "acomp": "predicate", "oprd": "predicate", "ccomp": "clause", "xcomp": "complement",
    "advcl": "adverbial clause", "relcl": "relative clause", "acl": "clause", "conj": "conjunct", "amod": "adjective",
    "compound": "compound", "nmod": "modifier", "poss": "possessor", "nummod": "number", "appos": "apposition",
    "npadvmod": "noun as adverb", "advmod": "adverb", "prt": "particle", "dep": "unclear", "parataxis": "parenthesis",
}  # fmt: skip
"""The parser's relations as a reader would call them; others keep the parser's own explanation."""


def path(parse: Parse, start: int, goal: int) -> str:
    """The way from one token to another: ``strike ↑ object of carried ↓ subject Army``; one word where they are one.

    The tree is the one that the rules read, after its repairs.
    """
    return " ".join(_steps(parse, start, goal))


def _steps(parse: Parse, start: int, goal: int) -> Iterator[str]:
    rising, falling = _above(parse, start), _above(parse, goal)
    shared = next((index for index in rising if index in falling), None)
    yield _word(parse, start)
    if shared is None:
        yield f"… {_word(parse, goal)} in another sentence"
        return
    for index in rising[: rising.index(shared)]:
        yield f"{UP} {called(parse.deps[index])} of {_word(parse, parse.heads[index])}"
    for index in reversed(falling[: falling.index(shared)]):
        yield f"{DOWN} {called(parse.deps[index])} {_word(parse, index)}"


def called(dep: str) -> str:
    """A relation of the parser in words."""
    return _CALLED.get(dep) or str(GLOSSARY.get(dep, dep))


def _above(parse: Parse, index: int) -> list[int]:
    found = [index]
    while parse.heads[index] != index:
        index = parse.heads[index]
        found.append(index)
    return found


def _word(parse: Parse, index: int) -> str:
    return str(parse.doc[index].text)
