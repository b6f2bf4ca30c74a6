"""Clauses: who does what to whom, through voice, control, relative clauses and coordination.

One structure serves conditions, arguments, attribution and status alike. Everything is a token index of a ``Parse``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotations.extraction.clauses.relatives import RELATIVE, antecedent, container, elsewhere
from annotations.extraction.parsing.parse import Parse
from annotations.extraction.rulebook.control import CALLING, MANDATIVE, SUBJECT_CONTROL

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_FIXED = frozenset({"according_to", "because_of", "due_to", "ahead_of", "as_of", "instead_of", "such_as", "thanks_to"})


class Filler(NamedTuple):
    """The head of what fills a relation, and the dependency path that led there.

    ``pronoun`` is the token of a pronoun that may mean it: fillers that share one are alternatives, likeliest first.
    """

    head: int
    path: str
    pronoun: int | None = None

    def via(self, step: str) -> "Filler":
        """The same filler, reached by a step more."""
        return Filler(self.head, f"{step}>{self.path}", self.pronoun)


class Preposition(NamedTuple):
    """A preposition's name (``out_of`` where it is two), its own token, and the head of its object."""

    name: str
    token: int
    filler: Filler


class Clauses:
    """The clauses of one parsed text; answers are remembered."""

    def __init__(self, parse: Parse, headline: bool = False) -> None:
        """``headline`` says that auxiliaries may be left out: "four killed in raid"."""
        self.parse = parse
        self.headline = headline
        self._surface: dict[int, list[Filler]] = {}
        self._passive: dict[int, bool] = {}
        self._prepositions: dict[int, list[Preposition]] = {}

    # -- coordination --------------------------------------------------------------------------------------------------
    def conjuncts(self, head: int) -> list[int]:
        """A nominal and everything conjoined to it."""
        parse = self.parse
        found = [head]
        for index in found:
            found.extend(
                child
                for child in parse.children[index]
                if parse.deps[child] == "conj" and parse.pos[child] not in VERBAL
            )
        return found

    def first_conjunct(self, index: int) -> int:
        """The first of the coordination that ``index`` stands in."""
        while self.parse.deps[index] == "conj":
            index = self.parse.heads[index]
        return index

    def _expanded(self, head: int, path: str) -> list[Filler]:
        return [Filler(index, path if index == head else path + "+conj") for index in self.conjuncts(head)]

    # -- voice ---------------------------------------------------------------------------------------------------------
    def passive(self, verb: int) -> bool:
        """Whether the verb's surface subject is what it is done to."""
        known = self._passive.get(verb)
        if known is None:
            known = self._passive[verb] = self._is_passive(verb)
        return known

    def _is_passive(self, verb: int) -> bool:
        parse = self.parse
        deps = [parse.deps[child] for child in parse.children[verb]]
        if "auxpass" in deps or "nsubjpass" in deps or "csubjpass" in deps:
            return True
        if parse.tags[verb] not in {"VBN", "VBD", "JJ"} or "dobj" in deps:
            return False
        if "agent" in deps:
            return True
        has_auxiliary = "aux" in deps
        conjoined = parse.deps[verb] == "conj" and self._is_verb(parse.heads[verb])
        if conjoined and not has_auxiliary and (parse.tags[verb] == "VBN" or "nsubj" not in deps):
            # "four were killed and nine wounded": the auxiliary is said once
            return parse.tags[verb] != "VBD" and self.passive(parse.heads[verb])
        if "nsubj" in deps and not self.headline:
            return False
        if parse.tags[verb] in {"VBN", "JJ"} and not has_auxiliary:
            if parse.deps[verb] in {"acl", "amod"}:
                return True
            if parse.deps[verb] == "advcl" and "nsubj" not in deps:
                return True
            return parse.deps[verb] in {"ROOT", "ccomp", "relcl", "pcomp", "xcomp", "oprd"}
        return False

    def _is_verb(self, index: int) -> bool:
        return self.parse.pos[index] in VERBAL

    # -- subjects ------------------------------------------------------------------------------------------------------
    def surface(self, verb: int) -> list[Filler]:
        """The surface subject, inherited where the clause has none of its own."""
        known = self._surface.get(verb)
        if known is None:
            self._surface[verb] = []
            known = self._surface[verb] = self._find_surface(verb)
        return known

    def own_subject(self, verb: int) -> int | None:
        """The subject that stands in the verb's own clause."""
        return self.parse.child(verb, *_SUBJECTS)

    def _find_surface(self, verb: int) -> list[Filler]:
        parse = self.parse
        own = self.own_subject(verb)
        if own is not None:
            if parse.words[own] in RELATIVE:
                meant = antecedent(parse, own)
                if meant is not None:
                    return self._alternatives(own, meant)
            subjects = [child for child in parse.children[verb] if parse.deps[child] == parse.deps[own]]
            return [filler for subject in subjects for filler in self._expanded(subject, parse.deps[subject])]
        head, dep = parse.heads[verb], parse.deps[verb]
        if head == verb:
            return []
        if dep in {"acl", "relcl"}:
            return self._noun_control(head, verb)
        if dep == "amod" and self._is_verb(verb):
            return [Filler(head, "amod")]
        if dep == "conj" and self._is_verb(head):
            return [filler.via("conj") for filler in self.surface(head)]
        if dep in {"xcomp", "ccomp", "oprd", "acomp", "advcl"} and parse.pos[head] == "ADJ" and self.infinitive(verb):
            above = parse.heads[head]
            if self.expletive(above):
                return []
            return [filler.via(dep) for filler in self.surface(above)] if above != head else []
        if dep in {"xcomp", "ccomp", "oprd", "acomp"} and self._is_verb(head):
            return self._controlled(head, dep)
        if dep == "advcl" and self.infinitive(verb) and parse.lemmas[head] in CALLING and verb > head:
            called = self._called_on(head)
            if called is not None:
                return self._expanded(called, f"{dep}>on")
        if dep in {"advcl", "dep", "parataxis", "aux", "auxpass"} and self._is_verb(head):
            return [filler.via(dep) for filler in self.surface(head)]
        if dep == "pcomp":
            return self._gerund_control(verb, head)
        return []

    def _relative(self, noun: int, path: str) -> list[Filler]:
        return [Filler(container(self.parse, noun), path)]

    def _alternatives(self, pronoun: int, noun: int) -> list[Filler]:
        """What a relative pronoun may stand for: its noun, or the one that its noun hangs on ("attack on a convoy")."""
        found = self._relative(noun, "relcl")
        preposition = self.parse.heads[noun]
        above = self.parse.heads[preposition]
        if self.parse.deps[noun] == "pobj" and self.parse.pos[above] in {"NOUN", "PROPN"} and above != found[0].head:
            return [Filler(found[0].head, "relcl", pronoun), Filler(above, "relcl>prep", pronoun)]
        return found

    def expletive(self, verb: int) -> bool:
        """Whether the verb's subject is the "it" of "it is time", "it is possible to"."""
        own = self.own_subject(verb)
        if own is None or self.parse.words[own] != "it":
            return False
        return self.parse.child(verb, "acomp", "attr", "oprd") is not None and any(
            self.parse.pos[index] in VERBAL for index in self.parse.subtree(verb) if index > verb
        )

    def _controlled(self, verb: int, dep: str) -> list[Filler]:
        parse = self.parse
        if not self.passive(verb) and parse.lemmas[verb] not in SUBJECT_CONTROL:
            direct = parse.child(verb, "dobj", "dative")
            if direct is not None and self._reciprocal(direct):
                return [filler.via(dep) for filler in self.surface(verb)]
            if direct is not None and parse.pos[direct] in NOMINAL and parse.words[direct] not in RELATIVE:
                return self._expanded(direct, f"{dep}>dobj")
            called = self._called_on(verb)
            if called is not None:
                return self._expanded(called, f"{dep}>on")
        return [filler.via(dep) for filler in self.surface(verb)]

    def _called_on(self, verb: int) -> int | None:
        for name, _, filler in self.prepositions(verb):
            if name in {"on", "upon", "for", "with", "to"} and self.parse.pos[filler.head] in {"PROPN", "NOUN", "PRON"}:
                return filler.head
        return None

    def _gerund_control(self, verb: int, preposition: int) -> list[Filler]:
        parse = self.parse
        above = parse.heads[preposition]
        if above == preposition:
            return []
        if self._is_verb(above):
            if parse.words[preposition] in {"of", "from", "for", "into"} and not self.passive(above):
                direct = parse.child(above, "dobj")
                if direct is not None and not self._reciprocal(direct):
                    return self._expanded(direct, "pcomp>dobj")
            return [filler.via("pcomp") for filler in self.surface(above)]
        return self._noun_control(above, verb)

    def _reciprocal(self, index: int) -> bool:
        parse = self.parse
        return parse.lemmas[index] == "other" and any(parse.words[child] == "each" for child in parse.children[index])

    def _noun_control(self, noun: int, verb: int) -> list[Filler]:
        """Of "rebels holding" the noun; of "an attempt to advance" or "the aim of blocking" whoever has the attempt."""
        parse = self.parse
        infinitive = any(parse.words[child] == "to" and parse.deps[child] == "aux" for child in parse.children[verb])
        if not infinitive and parse.deps[verb] != "pcomp":
            return [Filler(container(self.parse, noun), parse.deps[verb])]
        possessor = parse.child(noun, "poss")
        if possessor is not None:
            return self._expanded(possessor, "acl>poss")
        for name, _, filler in self.prepositions(noun):
            if name in {"by", "of", "for", "from"} and filler.head < verb and parse.pos[filler.head] in NOMINAL:
                return self._expanded(filler.head, f"acl>{name}")
        for child in parse.children[noun]:
            named = parse.deps[child] == "amod" and parse.labels[child] in {"NORP", "GPE"}
            if (named or parse.deps[child] in {"compound", "nmod"}) and child < noun:
                return [Filler(child, "acl>compound")]
        above = self.verb_over(noun)
        if above is not None:
            if parse.deps[self.first_conjunct(noun)] in {"nsubj", "nsubjpass"}:
                return []
            return [filler.via("acl") for filler in self.surface(above)]
        return []

    def verb_over(self, noun: int) -> int | None:
        """The verb that a nominal depends on, directly or through a preposition."""
        parse = self.parse
        index = self.first_conjunct(noun)
        for _ in range(6):
            head = parse.heads[index]
            if head == index:
                return None
            if self._is_verb(head):
                return head
            index = self.first_conjunct(head)
        return None

    def subject(self, verb: int) -> list[Filler]:
        """Who does it: the active's surface subject, the passive's by-agent."""
        if not self.passive(verb):
            return self.surface(verb)
        found = [filler for name, _, filler in self.prepositions(verb) if name == "by"]
        parse = self.parse
        above = parse.heads[verb]
        if not found and parse.deps[verb] == "conj" and parse.lemmas[above] == "leave" and not self.passive(above):
            # "left ten dead and 30 injured": what left them so
            return self.surface(above)
        return found

    # -- objects -------------------------------------------------------------------------------------------------------
    def object(self, verb: int) -> list[Filler]:
        """What it is done to: the passive's surface subject, the active's object, an omitted relative's antecedent."""
        if self.passive(verb):
            return self.surface(verb)
        parse = self.parse
        direct = parse.child(verb, "dobj")
        if direct is not None:
            if parse.words[direct] in RELATIVE:
                meant = antecedent(parse, direct)
                if meant is not None:
                    return self._relative(meant, "relcl>dobj")
            return self._expanded(direct, "dobj")
        clause = parse.child(verb, "ccomp")
        if clause is not None:
            raised = self.own_subject(clause)
            if raised is not None and verb < raised and (self.infinitive(clause) or self._mandative(verb, clause)):
                return self._expanded(raised, "ccomp>nsubj")
        if (
            parse.deps[verb] == "relcl"
            and not self.infinitive(verb)
            and clause is None
            and parse.child(verb, "xcomp") is None
        ):
            own = self.own_subject(verb)
            if (
                own is not None
                and parse.words[own] not in RELATIVE
                and not elsewhere(parse, verb)
                and not self._stranded(verb)
            ):
                return self._relative(parse.heads[verb], "relcl>gap")
        for child in parse.children[verb]:
            if parse.deps[child] == "conj" and self._is_verb(child) and child - verb <= 4:
                shared = parse.child(child, "dobj")
                if shared is not None and clause is None and self.own_subject(child) is None:
                    return self._expanded(shared, "conj>dobj")
        return []

    def _mandative(self, verb: int, clause: int) -> bool:
        """Whether the clause says what is asked of its subject: "demanded that rebels leave"."""
        parse = self.parse
        return (
            parse.lemmas[verb] in MANDATIVE
            and parse.tags[clause] in {"VB", "VBP"}
            and parse.child(clause, "aux", "auxpass") is None
        )

    def _stranded(self, verb: int) -> bool:
        parse = self.parse
        return any(parse.deps[child] == "prep" and not parse.children[child] for child in parse.children[verb])

    def infinitive(self, verb: int) -> bool:
        """Whether the verb has ``to`` before it."""
        parse = self.parse
        return any(parse.words[child] == "to" and parse.deps[child] == "aux" for child in parse.children[verb])

    def complement(self, verb: int) -> list[Filler]:
        """The verbs of the clauses that complete this one."""
        parse = self.parse
        return [
            Filler(child, parse.deps[child])
            for child in parse.children[verb]
            if parse.deps[child] in {"ccomp", "xcomp"} and parse.pos[child] in VERBAL
        ]

    # -- prepositions --------------------------------------------------------------------------------------------------
    def prepositions(self, head: int) -> list[Preposition]:
        """The prepositional phrases of a word, one for each object; gerunds count as objects."""
        known = self._prepositions.get(head)
        if known is None:
            known = self._prepositions[head] = list(self._find_prepositions(head))
        return known

    def _find_prepositions(self, head: int) -> Iterator[Preposition]:
        parse = self.parse
        for child in parse.children[head]:
            if parse.deps[child] in {"prep", "agent"} or (parse.deps[child] == "dative" and parse.pos[child] == "ADP"):
                yield from self._phrase(child, parse.words[child], parse.deps[child])

    def _absolute(self, preposition: int, noun: int) -> bool:
        """Whether "with" opens a clause of its own: ", with rebels trading blame"."""
        parse = self.parse
        before = parse.words[preposition - 1] if preposition else ""
        return before == "," and any(
            parse.deps[child] == "acl" and parse.tags[child] in {"VBG", "VBN"} for child in parse.children[noun]
        )

    def _phrase(self, token: int, name: str, path: str) -> Iterator[Preposition]:
        parse = self.parse
        path = f"{path}:{name}"
        empty = True
        for child in parse.children[token]:
            dep = parse.deps[child]
            if dep == "pobj":
                empty = False
                if parse.words[child] in RELATIVE:
                    meant = antecedent(parse, child)
                    if meant is not None:
                        yield Preposition(name, token, Filler(meant, path + ">relcl"))
                        continue
                if name == "with" and self._absolute(token, child):
                    continue
                for filler in self._expanded(child, path):
                    yield Preposition(name, token, filler)
            elif dep == "pcomp" and parse.pos[child] in VERBAL:
                empty = False
                yield Preposition(name, token, Filler(child, path + ">pcomp"))
            elif dep in {"prep", "pcomp"} and parse.pos[child] in {"ADP", "SCONJ"}:
                inner = parse.words[child]
                joined = f"{name}_{inner}"
                for found in self._phrase(child, inner, path):
                    yield Preposition(joined, token, found.filler)
                    if joined not in _FIXED:
                        yield found
                    empty = False
            elif dep == "conj" and parse.pos[child] in {"ADP", "SCONJ"}:
                yield from self._phrase(child, parse.words[child], path)
        if empty and parse.deps[parse.heads[token]] == "relcl":
            yield Preposition(name, token, Filler(parse.heads[parse.heads[token]], path + ">gap"))
