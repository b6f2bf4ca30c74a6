"""Attribution: whom the text cites for an event."""

from annotations.extraction.clause import VERBAL, Filler
from annotations.extraction.relations import Text

_STEPS = 12


def sources(text: Text, head: int) -> list[Filler]:
    """Who is cited for what stands at ``head``: subjects of the saying verbs above it, and "according to"."""
    parse = text.parse
    found: list[Filler] = []
    index = head
    for _ in range(_STEPS):
        above, dep = parse.heads[index], parse.deps[index]
        if not found:
            found += _according(text, index)
        if above == index:
            break
        if _cites(text, index, above, dep):
            found += _speakers(text, above, dep)
            if found:
                break
        index = above
    return _unique(found)


def _unique(found: list[Filler]) -> list[Filler]:
    heads: dict[int, Filler] = {}
    for filler in found:
        heads.setdefault(filler.head, filler)
    return list(heads.values())


def _cites(text: Text, index: int, above: int, dep: str) -> bool:
    parse = text.parse
    if parse.pos[above] not in VERBAL or parse.lemmas[above] not in text.grammar.attribution.verbs:
        return False
    if dep in {"ccomp", "parataxis"}:
        return True
    if dep in {"dobj", "nsubjpass"}:
        return parse.lemmas[above] in {"report", "announce", "claim", "confirm", "record", "document"}
    return (
        dep == "advcl" and index < above and not text.clauses.infinitive(index) and parse.child(index, "mark") is None
    )


def _speakers(text: Text, verb: int, dep: str) -> list[Filler]:
    parse, attribution = text.parse, text.grammar.attribution
    speakers = [
        Filler(filler.head, f"{parse.lemmas[verb]}>{filler.path}")
        for filler in text.clauses.surface(verb)
        if text.is_of(filler.head, attribution.members) and parse.lemmas[filler.head] not in attribution.excluded
    ]
    if text.clauses.passive(verb):
        speakers = []
    # "was cited by the agency as saying": both are sources
    if parse.deps[verb] == "pcomp" and parse.words[parse.heads[verb]] == "as":
        citing = parse.heads[parse.heads[verb]]
        if parse.pos[citing] in VERBAL:
            speakers += [Filler(filler.head, f"cited>{filler.path}") for filler in text.clauses.subject(citing)]
            if not text.clauses.passive(citing):
                speakers = [Filler(f.head, f"cited>{f.path}") for f in text.clauses.object(citing)] + speakers
    return speakers


def _according(text: Text, node: int) -> list[Filler]:
    return [
        Filler(filler.head, "according to")
        for name, _, filler in text.clauses.prepositions(node)
        if name == "according_to"
    ]
