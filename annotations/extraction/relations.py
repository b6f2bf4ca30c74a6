"""The relations of a possible trigger: what stands as its subject, object, modifier, governor … in the clause.

These are the relations that a lexicon's conditions and role patterns name.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from annotations.extraction.antecedents import antecedent
from annotations.extraction.clause import NOMINAL, RELATIVE, VERBAL, Clauses, Filler, Preposition
from annotations.extraction.conditions import Condition, Test
from annotations.extraction.grammar import Grammar
from annotations.extraction.parse import Parse
from annotations.extraction.wordclass import WordClass

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "advmod", "poss"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})


class Text:
    """One parsed text with its clauses, and what the classes of a lexicon make of its words."""

    __slots__ = ("_members", "asides", "clauses", "grammar", "headline", "parse")

    def __init__(self, parse: Parse, grammar: Grammar, headline: bool) -> None:
        self.parse = parse
        self.grammar = grammar
        self.headline = headline
        self.clauses = Clauses(parse)
        self._members: dict[tuple[int, int], bool] = {}
        self.asides: list[tuple[int, int, int]] = []
        """Saying verbs behind what they report, each with the tokens that it reports."""

    def is_of(self, head: int, members: WordClass) -> bool:
        """Whether a nominal is of a class: by its head, its phrase, its label, or what it counts."""
        key = (head, id(members))
        known = self._members.get(key)
        if known is None:
            known = self._belongs(head, members)
            if not known:
                content = self.content(head)
                known = content != head and self._belongs(content, members)
            self._members[key] = known
        return known

    def is_head_of(self, head: int, members: WordClass) -> bool:
        """Whether a nominal itself, not what it counts, is of a class."""
        return self._belongs(head, members)

    def _belongs(self, head: int, members: WordClass) -> bool:
        parse = self.parse
        word, lemma = parse.words[head], parse.lemmas[head]
        if word in members.words or lemma in members.words:
            return True
        if members.labels and (parse.labels[head] in members.labels or parse.pos[head] in members.labels):
            return True
        if not members.phrases:
            return False
        return self._has_phrase(head, members)

    def _has_phrase(self, head: int, members: WordClass) -> bool:
        parse = self.parse
        for length in (2, 3, 4):
            first = head - length + 1
            if first < 0:
                break
            leading = tuple(parse.words[first:head])
            if (*leading, parse.lemmas[head]) in members.phrases or (*leading, parse.words[head]) in members.phrases:
                return True
        if parse.words[head + 1 : head + 2] == ["of"]:
            following = [word for word in parse.words[head + 2 : head + 5] if word not in {"the", "a", "“", '"'}]
            return any((parse.lemmas[head], "of", *following[:length]) in members.phrases for length in (1, 2))
        return False

    def content(self, head: int) -> int:
        """What a counting word counts ("dozens of REBELS"); the head itself where it counts nothing."""
        parse = self.parse
        seen = {head}
        while parse.lemmas[head] in self.grammar.cutting.through or parse.words[head] in self.grammar.cutting.through:
            inner = self.of_object(head)
            if inner is None or inner in seen:
                break
            seen.add(inner)
            head = inner
        return head

    def of_object(self, head: int) -> int | None:
        """The object of the of-phrase on a nominal."""
        parse = self.parse
        for child in parse.children[head]:
            if parse.words[child] == "of" and parse.deps[child] == "prep":
                return parse.child(child, "pobj")
        return None


class Relations:
    """What stands around one word, taken as a verb, noun or adjective. ``taken`` are words of the trigger's phrase."""

    def __init__(self, text: Text, head: int, part_of_speech: str, taken: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.head = head
        self.part_of_speech = part_of_speech
        self.taken = taken
        self._fillers: dict[str, list[Filler]] = {}

    def holds(self, condition: Condition) -> bool:
        """Whether one of the condition's tests does."""
        return any(self._test(test) for test in condition.tests)

    def _test(self, test: Test) -> bool:
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
        return any(self.text.is_of(filler.head, test.members) for filler in fillers)

    def _in_sentence(self, members: WordClass) -> bool:
        parse = self.text.parse
        first, end = parse.sentences[parse.sentence_of[self.head]]
        return any(index != self.head and self.text.is_of(index, members) for index in range(first, end))

    def fillers(self, relation: str) -> Sequence[Filler]:
        """What fills a relation: ``subject``, ``object``, ``mod`` … or a preposition's name."""
        known = self._fillers.get(relation)
        if known is None:
            found = (self._meant(filler) for filler in self._find(relation))
            known = self._fillers[relation] = [filler for filler in found if filler and filler.head not in self.taken]
        return known

    def _meant(self, filler: Filler) -> Filler | None:
        """The filler, or what it means where it is a pronoun; None where a possessive or relative means nothing here."""
        parse = self.text.parse
        if parse.pos[filler.head] not in {"PRON", "DET"}:
            return filler
        if parse.words[filler.head] in RELATIVE:
            return None
        meant = antecedent(self.text, filler.head)
        if meant is not None and meant != self.head:
            return Filler(meant, filler.path + ">antecedent")
        return None if parse.tags[filler.head] == "PRP$" else filler

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
            case "host" | "amid" | "means":
                return self._circumstance(relation)
            case "governor":
                return [Filler(above, "governor") for above in self.governors]
            case _:
                return [found.filler for found in self.prepositions if found.name == relation]

    def phrases(self) -> Iterator[tuple[str, Filler]]:
        """The fillers of the prepositional phrases, each with its preposition, pronouns as what they mean."""
        for name, _, filler in self.prepositions:
            meant = self._meant(filler)
            if meant is not None and meant.head not in self.taken:
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
            return self._small_clause()
        found = [filler for name, _, filler in clauses.prepositions(self.head) if name == "by"]
        found += [
            filler for filler in self._possessor() if self.text.parse.tags[filler.head] != "PRP$" or self.light is None
        ]
        if not found and self.light is not None and self._active:
            found = [Filler(head, f"light>{path}") for head, path in clauses.subject(self.light) if head != self.top]
        return found

    def _object(self) -> list[Filler]:
        clauses = self.text.clauses
        if self.part_of_speech == "verb":
            return clauses.object(self.head)
        if self.part_of_speech == "adjective":
            return self._small_clause()
        found = [filler for name, _, filler in clauses.prepositions(self.head) if name == "of"]
        if self.light is not None and self._aimed:
            found += [Filler(head, f"light>{path}") for head, path in clauses.object(self.light) if head != self.top]
        return found

    def _circumstance(self, relation: str) -> list[Filler]:
        """The subject of the clause that hosts a noun, or that the noun is a circumstance or means of."""
        if self.part_of_speech != "noun":
            return []
        parse, clauses, lights = self.text.parse, self.text.clauses, self.text.grammar.light
        verb, how = self._lent
        if relation == "host":
            hosted = verb is not None and how == "host"
            return [Filler(head, f"host>{path}") for head, path in clauses.subject(verb)] if hosted and verb else []
        preposition = parse.heads[self.top]
        if parse.deps[self.top] != "pobj" or self.light is not None:
            return []
        above = parse.heads[preposition]
        name = parse.words[preposition]
        if parse.pos[above] == "ADP" and above != preposition:
            name, above = f"{parse.words[above]} {name}", parse.heads[above]
        while parse.pos[above] in NOMINAL and parse.lemmas[above] in lights.hull and parse.deps[above] == "pobj":
            preposition = parse.heads[above]
            name, above = parse.words[preposition], parse.heads[preposition]
        if parse.pos[above] not in VERBAL or name not in (lights.amid if relation == "amid" else lights.means):
            return []
        if clauses.passive(above) or parse.lemmas[above] in self.text.grammar.attribution.verbs:
            return []
        return [Filler(head, f"{relation}>{path}") for head, path in clauses.subject(above)]

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
            if clauses.infinitive(child) or parse.deps[child] == "ccomp"
        ]

    def _modifiers(self) -> list[Filler]:
        parse = self.text.parse
        found = []
        for child in parse.children[self.head]:
            if parse.deps[child] in _PREMODIFIERS and (child < self.head or self.part_of_speech == "verb"):
                found.append(Filler(child, parse.deps[child]))
                found.extend(Filler(inner, "mod+conj") for inner in self.text.clauses.conjuncts(child)[1:])
                found.extend(
                    Filler(inner, f"{parse.deps[child]}>{parse.deps[inner]}")
                    for inner in parse.children[child]
                    if parse.deps[inner] in {"compound", "npadvmod", "amod", "nmod"}
                )
        first = self.text.clauses.first_conjunct(self.head)
        if first != self.head and not found and self.part_of_speech == "noun" and parse.pos[first] in NOMINAL:
            found = [
                Filler(child, "conj>mod")
                for child in parse.children[first]
                if parse.deps[child] in {"compound", "amod", "nmod"} and self.head - child <= 4
            ]
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
            for filler in clauses.object(self.head):
                if filler.path.startswith("dobj"):
                    found += [
                        Preposition(name, token, Filler(inner.head, f"{filler.path}>{inner.path}"))
                        for name, token, inner in clauses.prepositions(filler.head)
                        if name != "of"
                    ]
        elif self.part_of_speech == "noun":
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

    # -- what it hangs on ----------------------------------------------------------------------------------------------
    @cached_property
    def hull(self) -> int | None:
        """The noun that stands for a nominal trigger: of "a wave of attacks" the wave."""
        parse = self.text.parse
        if self.part_of_speech != "noun":
            return None
        first = self.text.clauses.first_conjunct(self.head)
        preposition = parse.heads[first]
        if parse.deps[first] == "pobj" and parse.words[preposition] in {"of", "in", "from"}:
            noun = parse.heads[preposition]
            if parse.lemmas[noun] in self.text.grammar.light.hull and parse.pos[noun] in NOMINAL:
                return noun
        return None

    @cached_property
    def governors(self) -> list[int]:
        """The word it hangs on, nearest first: prepositions are passed over, a hull is both named and passed over."""
        parse, clauses = self.text.parse, self.text.clauses
        found = []
        index = clauses.first_conjunct(self.head)
        for _ in range(3):
            above = parse.heads[index]
            if above == index:
                break
            while parse.pos[above] in {"ADP", "SCONJ", "PART"} and parse.heads[above] != above:
                above = parse.heads[above]
            found.append(above)
            if parse.lemmas[above] not in self.text.grammar.light.hull or parse.pos[above] not in NOMINAL:
                break
            index = clauses.first_conjunct(above)
        return found

    @cached_property
    def top(self) -> int:
        """The nominal through which a noun hangs on its verb: itself, its hull, or the first of its coordination."""
        return self.text.clauses.first_conjunct(self.hull if self.hull is not None else self.head)

    @cached_property
    def _lent(self) -> tuple[int | None, str]:
        """The verb that lends its clause, and how: as "object", "subject", "with" or "undergone"."""
        parse = self.text.parse
        if self.part_of_speech != "noun":
            return None, ""
        lights = self.text.grammar.light
        dep, verb = parse.deps[self.top], parse.heads[self.top]
        if dep == "pobj" and verb != self.top:
            above = parse.heads[verb]
            if parse.pos[above] in VERBAL:
                name = f"{parse.lemmas[above]} {parse.words[verb]}"
                if name in lights.undergone or name in lights.prepositional:
                    return above, "with" if name in lights.prepositional else "undergone"
        if verb != self.top and parse.pos[verb] in VERBAL:
            names = {parse.lemmas[verb]}
            names.update(f"{parse.lemmas[verb]} {parse.words[child]}" for child in parse.children[verb] if child > verb)
            if dep in {"dobj", "nsubjpass"}:
                for how, lending in (("host", lights.hosted), ("observed", lights.observed), ("object", lights.object)):
                    if not names.isdisjoint(lending):
                        return verb, how
            if dep in {"nsubj", "csubj"}:
                inner = verb
                complement = parse.child(verb, "xcomp")
                if complement is not None and parse.lemmas[complement] in lights.subject:
                    inner = complement
                if inner != verb or not names.isdisjoint(lights.subject):
                    return inner, "subject"
        for child in parse.children[self.top]:
            if parse.deps[child] in {"acl", "relcl"} and not lights.object.isdisjoint(
                {
                    parse.lemmas[child],
                    *(f"{parse.lemmas[child]} {parse.words[inner]}" for inner in parse.children[child]),
                }
            ):
                return child, "object"
        return None, ""

    @property
    def light(self) -> int | None:
        """The verb that lends its clause to a nominal trigger: of "carried out strikes" the verb carry."""
        return self._lent[0]

    @property
    def _active(self) -> bool:
        """Whether the light verb's subject does what the noun says."""
        return self._lent[1] in {"object", "with"}

    @property
    def _aimed(self) -> bool:
        """Whether the light verb's object is what the noun's event is done to."""
        verb, how = self._lent
        parse, lights = self.text.parse, self.text.grammar.light
        if verb is None or how in {"object", "host", "observed"}:
            return False
        if how in {"undergone", "with"}:
            return True
        return parse.lemmas[verb] in lights.aimed

    @cached_property
    def forms(self) -> frozenset[str]:
        """What ``form`` may be tested for."""
        parse, clauses = self.text.parse, self.text.clauses
        tag, dep = parse.tags[self.head], parse.deps[self.head]
        found = set()
        if self.part_of_speech == "verb":
            found.add("passive" if clauses.passive(self.head) else "active")
            if tag == "VBG":
                found.add("gerund")
            if tag == "VBN":
                found.add("participle")
            if clauses.infinitive(self.head):
                found.add("infinitive")
            if tag in {"VBD", "VBZ", "VBP"}:
                found.add("finite")
            if tag == "VB" and not clauses.surface(self.head):
                found.add("imperative")
            if dep in {"amod", "compound", "nmod"} and parse.heads[self.head] > self.head:
                found.add("attributive")
        else:
            found.add("plural" if tag in {"NNS", "NNPS"} else "singular")
            determiners = {parse.words[child] for child in self._children("det", "poss")}
            if determiners & _DEFINITE or parse.child(self.head, "poss") is not None:
                found.add("definite")
            elif determiners & {"a", "an", "another"}:
                found.add("indefinite")
            else:
                found.add("bare")
            if dep in {"compound", "nmod", "amod"} and parse.heads[self.head] > self.head:
                found.add("attributive")
        return frozenset(found)
