"""What an event noun borrows: the hull that stands for it, and the light verb whose clause is its own.

Of "carried out a wave of strikes" the strikes have the wave for a hull, and the subject and places of the verb.
"""

from functools import cached_property
from typing import Literal

from annotations.extraction.clauses.clause import NOMINAL, VERBAL, Filler
from annotations.extraction.clauses.text import Text
from annotations.extraction.parsing.parse import Parse

_UPON = frozenset({"on", "against", "of"})
How = Literal["object", "observed", "host", "subject", "behind", "undergone"]


class Lending:
    """The hull and light verb of one noun."""

    def __init__(self, text: Text, head: int) -> None:
        self.text = text
        self.head = head

    @cached_property
    def hull(self) -> int | None:
        """The noun that stands for it: of "a wave of attacks" the wave."""
        parse = self.text.parse
        first = self.text.clauses.first_conjunct(self.head)
        preposition = parse.heads[first]
        if parse.deps[first] == "pobj" and parse.words[preposition] in {"of", "in", "from", "for"}:
            noun = parse.heads[preposition]
            if parse.lemmas[noun] in self.text.grammar.light.hull and parse.pos[noun] in NOMINAL:
                return noun
        return None

    @cached_property
    def top(self) -> int:
        """The nominal through which it hangs on its verb: itself, its hull, or the first of its coordination."""
        return self.text.clauses.first_conjunct(self.hull if self.hull is not None else self.head)

    @property
    def verb(self) -> int | None:
        """The light verb."""
        return self._lent[0]

    @property
    def active(self) -> bool:
        """Whether the light verb's subject does what the noun says."""
        verb, how = self._lent
        if how == "undergone" and verb is not None:
            above = self.text.parse.heads[self.text.parse.heads[self.top]]
            preposition = self.text.parse.words[self.text.parse.heads[self.top]]
            return f"{self.text.parse.lemmas[above]} {preposition}" in self.text.grammar.light.prepositional
        return how in {"object", "behind"}

    @property
    def aimed(self) -> bool:
        """Whether the light verb's object is what the noun's event is done to."""
        verb, how = self._lent
        if how == "subject" and verb is not None:
            return self.text.parse.lemmas[verb] in self.text.grammar.light.aimed
        return how == "undergone"

    @property
    def scene(self) -> bool:
        """Whether its hull is the scene of it."""
        return self.hull is not None and self.text.parse.lemmas[self.hull] in self.text.grammar.where.scenes

    @cached_property
    def _lent(self) -> tuple[int | None, How | None]:
        parse, lights = self.text.parse, self.text.grammar.light
        dep, above = parse.deps[self.top], parse.heads[self.top]
        if above != self.top and dep == "pobj" and parse.pos[parse.heads[above]] in VERBAL:
            verb = parse.heads[above]
            name = f"{parse.lemmas[verb]} {parse.words[above]}"
            if name in lights.undergone:
                return verb, "undergone"
            if name in lights.prepositional:
                return verb, "behind"
        if above != self.top and parse.pos[above] in VERBAL:
            if dep in {"dobj", "nsubjpass"}:
                how = self._governed(above)
                if how is not None:
                    return above, how
            if dep == "attr" and (parse.child(above, "expl") is not None or self.scene):
                return above, "subject"
            if dep in {"nsubj", "csubj", "nsubjpass"}:
                complement = parse.child(above, "xcomp")
                if complement is not None and parse.lemmas[complement] in lights.subject:
                    return complement, "subject"
                if not self.text.names(above).isdisjoint(lights.subject):
                    return above, "subject"
        for child in parse.children[self.top]:
            if parse.deps[child] in {"acl", "relcl"} and not _told(parse, child):
                how = self._governed(child)
                if how is not None:
                    return child, how
                complement = parse.child(child, "xcomp")
                if complement is not None and not self.text.names(complement).isdisjoint(lights.subject):
                    return child, "subject"
        return None, None

    def _governed(self, verb: int) -> How | None:
        """How a verb lends its clause to its object."""
        lights, names = self.text.grammar.light, self.text.names(verb)
        if not names.isdisjoint(lights.hosted):
            return "host"
        if not names.isdisjoint(lights.observed):
            return "observed"
        return None if names.isdisjoint(lights.plain | lights.modal) else "object"

    def host(self) -> list[Filler]:
        """Who hosts it: the subject of the verb of which it is the guest."""
        verb, how = self._lent
        hosts = [verb] if verb is not None and how == "host" else []
        hosts += [
            child
            for child in self.text.parse.children[self.top]
            if self.text.parse.deps[child] in {"acl", "relcl"} and self._governed(child) == "host" and child != verb
        ]
        return [filler.via("host") for host in hosts for filler in self.text.clauses.subject(host)]

    def circumstance(self, prepositions: frozenset[str]) -> list[Filler]:
        """The subject of the clause to which it is added by one of these prepositions."""
        parse, clauses, hulls = self.text.parse, self.text.clauses, self.text.grammar.light.hull
        if parse.deps[self.top] != "pobj" or self.verb is not None:
            return []
        preposition = parse.heads[self.top]
        name, above = parse.words[preposition], parse.heads[preposition]
        if parse.pos[above] == "ADP" and above != preposition:
            name, above = f"{parse.words[above]} {name}", parse.heads[above]
        while parse.pos[above] in NOMINAL and parse.lemmas[above] in hulls and parse.deps[above] == "pobj":
            preposition = parse.heads[above]
            name, above = parse.words[preposition], parse.heads[preposition]
        if parse.pos[above] not in VERBAL or name not in prepositions or clauses.passive(above):
            return []
        if name == "in" and not self._active_in(above):
            return []
        if name == "in" and parse.lemmas[above] in self.text.grammar.light.backing:
            return [filler.via("backed") for filler in clauses.object(above)]
        if parse.lemmas[above] in self.text.grammar.attribution.verbs:
            subject = clauses.own_subject(above)
            if subject is None or subject < preposition or parse.words[parse.left_edge(subject) - 1] != ",":
                return []
        return [filler.via(name) for filler in clauses.subject(above)]

    def _active_in(self, verb: int) -> bool:
        """Whether what a clause does "in" an event is the event: of "killed nine in raids", not "died in raids"."""
        parse = self.text.parse
        names = {found.name for found in self.text.clauses.prepositions(self.head)}
        if "with" in names:
            return True
        if parse.child(verb, "dobj") is None or parse.lemmas[verb] in self.text.grammar.light.undergoing:
            return False
        new = any(parse.words[child] in {"a", "an"} for child in parse.children[self.head])
        return new or not names.isdisjoint(_UPON)


def _told(parse: Parse, verb: int) -> bool:
    """Whether a clause says what its noun is of ("demands that Mali halt"): it lends nothing."""
    return parse.deps[verb] == "acl" and parse.child(verb, "mark") is not None
