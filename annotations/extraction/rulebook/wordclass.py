"""Word classes: the sets of words, phrases and entity labels that a lexicon's conditions speak of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.errors import OntologyError
from annotations.extraction.rulebook.english import noun_forms, spelling

LABELS = frozenset(
    {
        "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
        "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
        "PROPN", "PRON", "NUM",
    }
)  # fmt: skip
"""What stands in a class in capitals: spaCy's English entity labels, and three parts of speech."""
FOLLOWED = frozenset({"of", "to", "in"})
"""Prepositions with which a phrase goes on behind its head: "cessation of hostilities", "halt to fighting"."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """A set of words in base form, phrases (as tuples of words) and labels; words are keys of ``spelling``."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    labels: frozenset[str] = frozenset()
    heads: frozenset[str] = field(init=False, repr=False, compare=False)
    """The words of which one must head a nominal that reads as one of the phrases."""

    def __post_init__(self) -> None:
        last = {phrase[-1] for phrase in self.phrases}
        first = {phrase[0] for phrase in self.phrases if phrase[1:2] and phrase[1] in FOLLOWED}
        object.__setattr__(self, "heads", frozenset(last | first))

    def __or__(self, other: "WordClass") -> "WordClass":
        return WordClass(self.words | other.words, self.phrases | other.phrases, self.labels | other.labels)


def word_class(members: list[str], classes: Mapping[str, WordClass]) -> WordClass:
    """The class of ``members``: base forms, phrases, labels, and ``@name`` for a class already read.

    Raises:
        OntologyError: a member names an unknown class or is not a word.
    """
    words: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    labels: set[str] = set()
    for member in members:
        if member.startswith("@"):
            included = classes.get(member[1:])
            if included is None:
                raise OntologyError(f"unknown class {member}")
            words |= included.words
            phrases |= included.phrases
            labels |= included.labels
        elif member in LABELS:
            labels.add(member)
        elif re.fullmatch(r"[\w.'’-]+( [\w.'’-]+)*", member):
            parts = [spelling(part) for part in member.lower().split()]
            if len(parts) == 1:
                words.update(spelling(form) for form in noun_forms(parts[0])) if parts[0].isalpha() else words.add(
                    parts[0]
                )
            else:
                phrases.add(tuple(parts))
        else:
            raise OntologyError(f"{member!r} is no word, class or label")
    return WordClass(frozenset(words), frozenset(phrases), frozenset(labels))


def read_classes(raw: Mapping[str, list[str]]) -> dict[str, WordClass]:
    """Every class of a lexicon, from their member lists; a class may name others in any order.

    Raises:
        OntologyError: a class has a label's name, names an unknown class, or contains itself.
    """
    classes: dict[str, WordClass] = {}

    def resolve(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise OntologyError(f"class {name!r} contains itself: {' → '.join([*above, name])}")
        for member in raw[name]:
            inner = member[1:]
            if member.startswith("@") and inner in raw and inner not in classes:
                resolve(inner, (*above, name))
        try:
            classes[name] = word_class(raw[name], classes)
        except OntologyError as error:
            raise OntologyError(f"class {name!r}: {error}") from error

    for name in raw:
        if name in LABELS or not re.fullmatch(r"[a-z][a-z_]*", name):
            raise OntologyError(f"class {name!r}: a name is lower-case letters and _, and no label")
        if name not in classes:
            resolve(name, ())
    return classes
