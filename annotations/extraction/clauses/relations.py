"""The relations of a possible trigger: what stands as its subject, object, modifier, governor … in the clause.

These are the relations that a lexicon's conditions and role patterns name.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from annotations.extraction.clauses.antecedents import antecedents
from annotations.extraction.clauses.clause import NOMINAL, VERBAL, Filler, Preposition
from annotations.extraction.clauses.forms import forms
from annotations.extraction.clauses.lending import Lending
from annotations.extraction.clauses.relatives import RELATIVE
from annotations.extraction.clauses.text import Text
from annotations.extraction.rulebook.conditions import Condition, Test
from annotations.extraction.rulebook.wordclass import WordClass

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "advmod", "poss"})
_STRUCTURAL = frozenset(
    {"subject", "object", "dative", "clause", "predicate", "mod", "poss", "aim", "host", "amid", "means", "governor"}
)
_NONE: list[Filler] = []


class Relations:
    """What stands around one word, taken as a verb, noun or adjective.

    ``taken`` are words of the trigger's phrase, ``particles`` those of them that the parser took for prepositions.
    """

    def __init__(
        self,
        text: Text,
        head: int,
        part_of_speech: str,
        taken: frozenset[int] = frozenset(),
        particles: frozenset[int] = frozenset(),
    ) -> None:
        self.text = text
        self.head = head
        self.part_of_speech = part_of_speech
        self.taken = taken
        self.particles = particles
        self.lending = Lending(text, head) if part_of_speech == "noun" else None
        self._fillers: dict[str, list[Filler]] = {}

    @property
    def light(self) -> int | None:
        """The verb that lends a noun its clause."""
        return self.lending.verb if self.lending else None

    @property
    def hull(self) -> int | None:
        """The noun that stands for a noun."""
        return self.lending.hull if self.lending else None

    @property
    def top(self) -> int:
        """The word through which it hangs on what governs it."""
        return self.lending.top if self.lending else self.text.clauses.first_conjunct(self.head)

    # Plain loops: most of what the rules ask is asked here, and a generator costs more than most answers.
    def hold(self, conditions: Sequence[Condition]) -> bool:
        """Whether all of the conditions do."""
        for condition in conditions:  # noqa: SIM110
            if not self.holds(condition):
                return False
        return True

    def holds_any(self, conditions: Sequence[Condition]) -> bool:
        """Whether one of the conditions does."""
        for condition in conditions:  # noqa: SIM110
            if self.holds(condition):
                return True
        return False

    def holds(self, condition: Condition) -> bool:
        """Whether one of the condition's tests does."""
        for test in condition.tests:  # noqa: SIM110
            if self.passes(test):
                return True
        return False

    def passes(self, test: Test) -> bool:
        """Whether one test of a condition does."""
        if test.relation == "form":
            return not self.forms.isdisjoint(test.members.words)
        if test.relation == "zone":
            return ("headline" if self.text.headline else "body") in test.members.words
        if test.relation == "sentence":
            return self._in_sentence(test.members)
        fillers = self.fillers(test.relation)
        if test.quantifier == "any":
            return bool(fillers)
        if test.quantifier == "none":
            return not fillers
        for filler in fillers:  # noqa: SIM110
            if self.text.is_of(filler.head, test.members):
                return True
        return False

    def _in_sentence(self, members: WordClass) -> bool:
        parse = self.text.parse
        first, end = parse.sentences[parse.sentence_of[self.head]]
        return any(index != self.head and self.text.is_of(index, members) for index in range(first, end))

    def fillers(self, relation: str) -> Sequence[Filler]:
        """What fills a relation: ``subject``, ``object``, ``mod`` … or a preposition's name."""
        known = self._fillers.get(relation)
        if known is None:
            found = self._find(relation) if relation in _STRUCTURAL else self._by_preposition.get(relation, _NONE)
            known = self._fillers[relation] = (
                [meant for filler in found for meant in self._meant(filler) if meant.head not in self.taken]
                if found
                else _NONE
            )
        return known

    @cached_property
    def _by_preposition(self) -> dict[str, list[Filler]]:
        """The objects of the prepositional phrases, by preposition."""
        found: dict[str, list[Filler]] = {}
        for name, _, filler in self.prepositions:
            found.setdefault(name, []).append(filler)
        return found

    def _meant(self, filler: Filler) -> list[Filler]:
        """The filler, or what it may mean as a pronoun; nothing where a possessive or relative means nothing here."""
        parse = self.text.parse
        if parse.pos[filler.head] not in {"PRON", "DET"}:
            return [filler]
        if parse.words[filler.head] == "those":
            return [self._named(filler)]
        if parse.words[filler.head] in RELATIVE:
            return []
        found = [index for index in antecedents(self.text, filler.head) if index != self.head]
        if found:
            return [Filler(index, filler.path + ">antecedent", filler.head) for index in found]
        return [] if parse.tags[filler.head] == "PRP$" else [filler]

    def _named(self, those: Filler) -> Filler:
        """Of "those killed were drivers" and "those killed were drivers working" the drivers."""
        parse = self.text.parse
        above = parse.heads[those.head]
        if parse.deps[those.head] != "nsubj" or parse.lemmas[above] != "be":
            return those
        told, clause = parse.child(above, "attr"), parse.child(above, "ccomp")
        if told is None and clause is not None and parse.tags[clause] == "VBG":
            told = parse.child(clause, "nsubj")
        if told is None or parse.pos[told] != "NOUN":
            return those
        return Filler(told, those.path + ">predicate")

    def _find(self, relation: str) -> list[Filler]:
        match relation:
            case "subject":
                return self._subject()
            case "object":
                return self._object()
            case "dative":
                return [Filler(child, "dative") for child in self._children("dative") if self._pos(child) != "ADP"]
            case "clause":
                return self._clause()
            case "predicate":
                return [Filler(child, "predicate") for child in self._children("acomp", "attr", "oprd")]
            case "mod":
                return self._modifiers()
            case "poss":
                return self._possessor()
            case "aim":
                return self._aim()
            case "host":
                return self.lending.host() if self.lending else []
            case "amid":
                return self.lending.circumstance(self.text.grammar.light.amid) if self.lending else []
            case "means":
                return self.lending.circumstance(self.text.grammar.light.means) if self.lending else self._done()
            case _:
                return [Filler(above, "governor") for above in self.governors]

    def phrases(self) -> Iterator[tuple[str, Filler]]:
        """The fillers of the prepositional phrases, each with its preposition, pronouns as what they mean."""
        for name, _, filler in self.prepositions:
            for meant in self._meant(filler):
                if meant.head not in self.taken:
                    yield name, meant

    def _pos(self, index: int) -> str:
        return self.text.parse.pos[index]

    def _children(self, *deps: str) -> list[int]:
        parse = self.text.parse
        return [child for child in parse.children[self.head] if parse.deps[child] in deps]

    # -- of verbs, nouns and adjectives -------------------------------------------------------------------------------
    def _subject(self) -> list[Filler]:
        clauses = self.text.clauses
        if self.part_of_speech == "verb":
            return clauses.subject(self.head)
        if self.part_of_speech == "adjective":
            above = self.governors[0] if self.governors else None
            small = clauses.own_subject(self.head) is not None
            if above is not None and not small and clauses.object(above):
                return clauses.subject(above)
            return self._small_clause()
        found = [filler for name, _, filler in clauses.prepositions(self.head) if name == "by"]
        found += [
            filler for filler in self._possessor() if self.text.parse.tags[filler.head] != "PRP$" or self.light is None
        ]
        if not found and self.lending and self.light is not None and self.lending.active:
            found = [filler.via("light") for filler in clauses.subject(self.light) if filler.head != self.top]
        return found

    def _object(self) -> list[Filler]:
        clauses = self.text.clauses
        if self.part_of_speech == "verb":
            return clauses.object(self.head) or [
                Filler(found.filler.head, "dobj")
                for found in clauses.prepositions(self.head)
                if found.token in self.particles
            ]
        if self.part_of_speech == "adjective":
            return self._small_clause()
        found = [filler for name, _, filler in clauses.prepositions(self.head) if name == "of"]
        preposition = self.text.parse.heads[self.top]
        if self.text.parse.words[preposition] == "under" and self._pos(self.text.parse.heads[preposition]) in NOMINAL:
            found.append(Filler(self.text.parse.heads[preposition], "under"))
        if self.lending and self.light is not None and self.lending.aimed:
            found += [filler.via("light") for filler in clauses.object(self.light) if filler.head != self.top]
        return found

    def _aim(self) -> list[Filler]:
        """What a complement clause is done to: of "agreed to set up a zone" the zone."""
        if self.part_of_speech != "verb":
            return []
        clauses = self.text.clauses
        found: list[Filler] = []
        for complement in clauses.complement(self.head):
            found += [filler.via(complement.path) for filler in clauses.object(complement.head)]
            found += [
                Filler(filler.head, f"{complement.path}>{filler.path}")
                for name, _, filler in clauses.prepositions(complement.head)
                if name in {"by", "to", "with"}
            ]
        return found

    def _done(self) -> list[Filler]:
        """Of "carried out a raid, killing nine" the raid: what the clause above was made of."""
        parse = self.text.parse
        verb = self.text.clauses.first_conjunct(self.head)
        above = parse.heads[verb]
        if parse.deps[verb] != "advcl" or parse.tags[verb] != "VBG":
            return []
        if self.text.names(above).isdisjoint(self.text.grammar.light.plain):
            return []
        return [filler.via("done") for filler in self.text.clauses.object(above) if filler.path.startswith("dobj")]

    def _small_clause(self) -> list[Filler]:
        """Of "left three dead" and "three are dead", the three."""
        parse, clauses = self.text.parse, self.text.clauses
        own = clauses.own_subject(self.head)
        if own is not None:
            return [Filler(index, "nsubj") for index in clauses.conjuncts(own)]
        above = parse.heads[clauses.first_conjunct(self.head)]
        dep = parse.deps[clauses.first_conjunct(self.head)]
        if above == self.head or parse.pos[above] not in VERBAL:
            return [Filler(above, dep)] if dep in {"amod", "acl"} and above != self.head else []
        if dep in {"oprd", "ccomp", "acomp", "advcl", "dobj", "xcomp", "advmod"}:
            direct = [filler for filler in clauses.object(above) if filler.head != self.head]
            if direct:
                return direct
        return list(clauses.surface(above))

    def _clause(self) -> list[Filler]:
        parse, clauses = self.text.parse, self.text.clauses
        if self.part_of_speech == "verb":
            found = clauses.complement(self.head)
            for child in self._children("advcl"):
                if clauses.infinitive(child) and child > self.head and not found:
                    found.append(Filler(child, "advcl"))
            return found
        return [
            Filler(child, parse.deps[child])
            for child in self._children("acl", "relcl", "ccomp")
            if clauses.infinitive(child) or parse.deps[child] == "ccomp" or self._told(child)
        ] + [Filler(child, "advcl") for child in self._children("advcl") if clauses.infinitive(child)]

    def _told(self, verb: int) -> bool:
        """Whether a clause says what its noun is of: "a declaration that the war is over"."""
        parse = self.text.parse
        mark = parse.child(verb, "mark")
        return parse.deps[verb] == "acl" and mark is not None and parse.words[mark] == "that"

    def _modifiers(self) -> list[Filler]:
        parse = self.text.parse
        found = []
        for child in parse.children[self.head]:
            after = self.part_of_speech == "verb"
            if after and parse.deps[child] in {"prt", "prep"} and not parse.children[child]:
                found.append(Filler(child, parse.deps[child]))
            elif parse.deps[child] in _PREMODIFIERS and (child < self.head or after):
                found.append(Filler(child, parse.deps[child]))
                found.extend(Filler(inner, "mod+conj") for inner in self.text.clauses.conjuncts(child)[1:])
                found.extend(
                    Filler(inner, f"{parse.deps[child]}>{parse.deps[inner]}")
                    for inner in parse.children[child]
                    if parse.deps[inner] in {"compound", "npadvmod", "amod", "nmod"}
                )
        return found

    def _possessor(self) -> list[Filler]:
        if self.part_of_speech != "noun":
            return []
        clauses = self.text.clauses
        return [Filler(index, "poss") for child in self._children("poss") for index in clauses.conjuncts(child)]

    @cached_property
    def prepositions(self) -> list[Preposition]:
        """The trigger's prepositional phrases, then those its object or its light verb may have drawn to itself."""
        parse, clauses = self.text.parse, self.text.clauses
        found = list(clauses.prepositions(self.head))
        for word in self.taken:
            found += clauses.prepositions(word)
        if self.part_of_speech == "verb":
            if not found:
                found += self._following()
            found += [
                Preposition(name, token, inner)
                for outer in clauses.prepositions(self.head)
                if outer.name in {"to", "on"} and parse.pos[outer.filler.head] == "NOUN"
                for name, token, inner in clauses.prepositions(outer.filler.head)
                if name in {"with", "between"}
            ]
            for filler in (*clauses.object(self.head), *clauses.surface(self.head)):
                if not filler.path.startswith("dobj") and filler.path in {"nsubj", "nsubjpass"}:
                    found += [
                        Preposition(name, token, Filler(inner.head, f"{filler.path}>{inner.path}"))
                        for name, token, inner in clauses.prepositions(filler.head)
                        if name == "between"
                    ]
                elif filler.path.startswith("dobj"):
                    found += [
                        Preposition(name, token, Filler(inner.head, f"{filler.path}>{inner.path}"))
                        for name, token, inner in clauses.prepositions(filler.head)
                        if name != "of"
                    ]
        elif self.part_of_speech == "noun":
            for name, _, inner in clauses.prepositions(self.head):
                if name in {"by", "of", "from"} and parse.pos[inner.head] in NOMINAL:
                    nested = clauses.prepositions(inner.head)
                    found += [p for p in nested if p.name in {"on", "against"} and p.token > inner.head]
            if self.hull is not None:
                found += [found_ for found_ in clauses.prepositions(self.hull) if found_.filler.head != self.head]
            if self.light is not None:
                found += [
                    Preposition(name, token, Filler(inner.head, f"light>{inner.path}"))
                    for name, token, inner in clauses.prepositions(self.light)
                    if inner.head != self.head and not (name == "by" and clauses.passive(self.light))
                ]
        elif self.governors and parse.pos[self.governors[0]] in VERBAL:
            found += clauses.prepositions(self.governors[0])
        return found

    def _following(self) -> list[Preposition]:
        """Of "four were killed and nine wounded in the blast" the blast, which is said of the killed too."""
        parse, clauses = self.text.parse, self.text.clauses
        return [
            found
            for child in self._children("conj")
            if child > self.head
            and clauses.passive(child)
            and (clauses.passive(self.head) or parse.child(self.head, "dobj") is None)
            for found in clauses.prepositions(child)
            if found.name in {"in", "by", "from"} and parse.pos[found.filler.head] in NOMINAL
        ]

    @cached_property
    def governors(self) -> list[int]:
        """The words it hangs on, nearest first: prepositions are passed over, a hull is both named and passed over."""
        parse, clauses, hulls = self.text.parse, self.text.clauses, self.text.grammar.light.hull
        found: list[int] = []
        index = clauses.first_conjunct(self.head)
        for _ in range(3):
            above = parse.heads[index]
            if above == index:
                break
            while parse.pos[above] in {"ADP", "SCONJ", "PART"} and parse.heads[above] != above:
                above = parse.heads[above]
            found.append(above)
            if parse.lemmas[above] not in hulls or parse.pos[above] not in NOMINAL:
                break
            index = clauses.first_conjunct(above)
        if self.light is not None and self.light not in found:
            found.append(self.light)
        return found

    @cached_property
    def forms(self) -> frozenset[str]:
        """What ``form`` may be tested for."""
        return forms(self.text, self.head, self.part_of_speech)
