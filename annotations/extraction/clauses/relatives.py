"""Relative clauses: the noun that a pronoun stands for, and clauses whose gap is no object."""

from annotations.extraction.parsing.parse import Parse

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
CONTAINERS = frozenset(
    {
        "city", "town", "village", "port", "province", "region", "district", "hub", "cessation", "regime", "enclave",
        "suburb", "area", "state", "part", "half", "side", "island", "capital", "camp", "zone", "neighborhood",
        "peninsula", "stronghold",
    }
)  # fmt: skip
"""Nouns whose of-phrase is their name, so that what follows explains the noun."""
_WHERE = frozenset({"where", "when", "why"})
_STEPS = 6


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    index = parse.heads[pronoun]
    for _ in range(_STEPS):
        if parse.deps[index] == "relcl":
            return parse.heads[index]
        if parse.heads[index] == index:
            return None
        index = parse.heads[index]
    return None


def container(parse: Parse, head: int) -> int:
    """What a relative clause behind an of-phrase explains: of "the city of Homs, which" the city."""
    preposition = parse.heads[head]
    if parse.deps[head] == "pobj" and parse.words[preposition] == "of" and parse.deps[preposition] == "prep":
        above = parse.heads[preposition]
        if parse.pos[above] == "NOUN" and parse.lemmas[above] in CONTAINERS:
            return above
    return head


def elsewhere(parse: Parse, verb: int) -> bool:
    """Whether a relative clause says where, when or in which its noun has a part, not what is done to it."""
    for child in parse.children[verb]:
        inner = parse.child(child, "pobj") if parse.deps[child] == "prep" else child
        if inner is not None and parse.words[inner] in (_WHERE if inner == child else RELATIVE):
            return True
    return False
