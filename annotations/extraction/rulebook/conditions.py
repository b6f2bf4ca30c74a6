"""Conditions and role patterns: the small language in which a lexicon says what a word needs around it.

``subject @aircraft | by @aircraft`` is a condition of two alternatives; ``instrument @munition | actor`` a role
pattern of two. Both are read once, here, into values that the engine tests against a clause.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from annotations.errors import OntologyError
from annotations.extraction.rulebook.wordclass import WordClass, word_class

_PREPOSITIONS = """
about above across after against along amid among around as at before behind below beneath beside besides between
beyond by concerning despite down during except following for from in inside into like near of off on onto out
outside over past regarding since through throughout to toward towards under underneath until unto up upon via with
within without according_to because_of due_to ahead_of as_of out_of instead_of in_front_of on_behalf_of
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
STRUCTURAL = frozenset(
    {
        "subject",
        "object",
        "clause",
        "predicate",
        "mod",
        "poss",
        "governor",
        "sentence",
        "form",
        "zone",
        "dative",
        "host",
        "amid",
        "means",
        "aim",
    }
)
RELATIONS = STRUCTURAL | PREPOSITIONS
FORMS = frozenset(
    {
        "passive", "active", "gerund", "participle", "infinitive", "finite", "imperative",
        "plural", "singular", "definite", "indefinite", "bare", "attributive",
    }
)  # fmt: skip
"""What the relation ``form`` may be tested for."""

_NOBODY = WordClass()
Quantifier = Literal["any", "none", "of"]


@dataclass(frozen=True, slots=True)
class Test:
    """One relation and what its fillers must be: present, absent, or one of a class."""

    relation: str
    quantifier: Quantifier
    members: WordClass = _NOBODY


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests of which one is enough, and the text they were read from."""

    tests: tuple[Test, ...]
    text: str


@dataclass(frozen=True, slots=True)
class RolePattern:
    """Which role a relation's filler takes: the first alternative whose class it is of (None: any filler).

    A role that is None means that such a filler takes no role at all.
    """

    alternatives: tuple[tuple[str | None, WordClass | None], ...]


def read_condition(text: str, classes: Mapping[str, WordClass]) -> Condition:
    """A condition from its text.

    Raises:
        OntologyError: a relation, class, form or zone is unknown, or a part is not ``relation test``.
    """
    tests = []
    for alternative in text.split("|"):
        parts = alternative.split()
        if len(parts) != 2:
            raise OntologyError(f"condition {text!r}: {alternative.strip()!r} is not `relation test`")
        relation, wanted = parts
        if relation not in RELATIONS:
            raise OntologyError(f"condition {text!r}: unknown relation {relation!r}")
        tests.append(_read_test(relation, wanted, text, classes))
    return Condition(tuple(tests), text)


def _read_test(relation: str, wanted: str, text: str, classes: Mapping[str, WordClass]) -> Test:
    if wanted == "any":
        return Test(relation, "any")
    if wanted == "none":
        return Test(relation, "none")
    members = [member.replace("_", " ") if member[:1] != "@" else member for member in wanted.split("/")]
    allowed = FORMS if relation == "form" else {"headline", "body"} if relation == "zone" else None
    if allowed is not None:
        for member in members:
            if member not in allowed:
                raise OntologyError(f"condition {text!r}: {relation} is one of {', '.join(sorted(allowed))}")
        return Test(relation, "of", WordClass(frozenset(members)))
    try:
        return Test(relation, "of", word_class(members, classes))
    except OntologyError as error:
        raise OntologyError(f"condition {text!r}: {error}") from error


def read_roles(
    raw: Mapping[str, str], roles: frozenset[str], classes: Mapping[str, WordClass]
) -> dict[str, RolePattern]:
    """Role patterns by relation.

    Raises:
        OntologyError: a relation, role or class is unknown, or a pattern is not ``role [@class]`` alternatives.
    """
    patterns = {}
    for relation, text in raw.items():
        if relation not in RELATIONS:
            raise OntologyError(f"roles: unknown relation {relation!r}")
        alternatives: list[tuple[str | None, WordClass | None]] = []
        for alternative in text.split("|"):
            parts = alternative.split()
            if not 1 <= len(parts) <= 2:
                raise OntologyError(f"roles: {relation} = {text!r} is not `role` or `role @class`, split by |")
            role = None if parts[0] == "-" else parts[0]
            if role is not None and role not in roles:
                raise OntologyError(f"roles: {relation} = {text!r} names the unknown role {role!r}")
            try:
                members = (
                    word_class([m.replace("_", " ") if m[:1] != "@" else m for m in parts[1].split("/")], classes)
                    if parts[1:]
                    else None
                )
            except OntologyError as error:
                raise OntologyError(f"roles: {relation} = {text!r}: {error}") from error
            alternatives.append((role, members))
        patterns[relation] = RolePattern(tuple(alternatives))
    return patterns
