"""Arguments: which spans fill which roles of a trigger's event."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from annotations.extraction.clauses.clause import VERBAL, Filler
from annotations.extraction.clauses.relatives import RELATIVE
from annotations.extraction.clauses.text import Text
from annotations.extraction.events import spans
from annotations.extraction.events.adjuncts import Adjuncts
from annotations.extraction.events.attribution import citation, voices
from annotations.extraction.events.numbers import counted
from annotations.extraction.events.spans import Adjunct, Tokens
from annotations.extraction.events.times import is_time, lasting
from annotations.extraction.events.triggers import Trigger
from annotations.extraction.rulebook.conditions import RolePattern

_STRUCTURAL = ("subject", "host", "object", "dative", "aim", "clause", "mod", "poss", "predicate")
_BOTH = frozenset({"they", "them", "their"})
_CIRCUMSTANTIAL = ("amid", "means")
"""Relations that are asked only where no nearer one has filled their role."""
FALLBACK = {"by": "subject", "poss": "subject", "of": "object"}
"""Relations of a noun that fill what another relation of the frame names."""


class Found(NamedTuple):
    """One argument: its role, its tokens, its head, the path that led there and the relation that gave it the role."""

    role: str
    tokens: Tokens
    head: int
    path: str
    relation: str
    """Of the lexicon's relations, or one of ``when``, ``where``, ``cited`` and ``number`` for the grammar's own."""


def arguments(text: Text, trigger: Trigger, roles: frozenset[str]) -> list[Found]:
    """The arguments of a trigger, each role and span once. ``roles`` are those that the type has."""
    collector = _Collector(text, trigger, roles)
    return collector.collect()


class _Collector:
    def __init__(self, text: Text, trigger: Trigger, roles: frozenset[str]) -> None:
        self.text = text
        self.trigger = trigger
        self.roles = roles
        self.frame = text.grammar.frames[trigger.rule.type]
        self.found: list[Found] = []
        self.claimed: set[int] = set()
        """Heads that have a role already."""
        self.filled: set[str] = set()
        """Roles that a relation has filled: a clause fills none of them again."""
        self.acted = False
        """Whether more is filled of who acts than whom they act with."""
        self.relation = ""
        """What is being filled."""

    def collect(self) -> list[Found]:
        grammar = self.text.grammar
        for relation in _STRUCTURAL:
            self._fill(relation, self._own(relation))
        for name, phrase in groupby(self.trigger.relations.phrases(), key=lambda found: found[0]):
            self._fill(name, [filler for _, filler in phrase])
        for relation in _CIRCUMSTANTIAL:
            if self.trigger.part_of_speech == "verb" or not self.acted:
                self._fill(relation, self._own(relation))
        if "trigger" in self.frame.counted:
            self._count_trigger()
        adjuncts = Adjuncts(self.text, self.trigger, self.frame.apart)
        if grammar.when_role in self.roles:
            self.relation = "when"
            for adjunct in adjuncts.times():
                self._adjunct(grammar.when_role, adjunct)
        if grammar.where_role in self.roles:
            self.relation = "where"
            for adjunct in adjuncts.places():
                self._adjunct(grammar.where_role, adjunct)
        if grammar.attribution_role in self.roles:
            self.relation = "cited"
            for filler in citation(self.text, self.trigger.head):
                self._add(grammar.attribution_role, spans.nominal(self.text, filler.head), filler)
        return self.found

    def _own(self, relation: str) -> Iterator[Filler]:
        """A relation's fillers; of a noun those of its phrases and possessors come under their own names."""
        for filler in self.trigger.relations.fillers(relation):
            phrasal = filler.path.startswith(("prep:", "agent:", "poss"))
            if not (phrasal and self.trigger.part_of_speech == "noun" and relation in {"subject", "object"}):
                yield filler

    # -- relations -----------------------------------------------------------------------------------------------------
    def _pattern(self, relation: str) -> RolePattern | None:
        own, frame = self.trigger.rule.roles, self.frame.roles
        if relation == "mod" and self.trigger.part_of_speech == "verb":
            return own.get(relation)
        if relation in FALLBACK and self.trigger.part_of_speech == "noun":
            other = FALLBACK[relation]
            return own.get(relation) or own.get(other) or frame.get(relation) or frame.get(other)
        return own.get(relation) or frame.get(relation)

    def _fill(self, relation: str, fillers: Iterable[Filler]) -> None:
        pattern = self._pattern(relation)
        if pattern is None:
            return
        self.relation = relation
        spoken = self._voices(fillers) if relation == "subject" else fillers
        chosen: Iterable[Filler] = self._chosen(pattern, spoken)
        if relation in {"subject", "object"}:
            chosen = (filler._replace(head=lasting(self.text, filler.head)) for filler in chosen)
        for filler in chosen:
            if relation in {"on", "against"} and self._of_another(relation, filler):
                continue
            if filler.head in self.claimed or filler.head == self.trigger.head or self._empty(filler.head):
                continue
            if relation == "mod" and ">" in filler.path and self.text.parse.heads[filler.head] in self.claimed:
                continue
            role = self._role(pattern, filler)
            if role is None or role not in self.roles or (relation == "clause" and role in self.filled):
                continue
            self.filled.add(role)
            self.acted = self.acted or (role == self.text.grammar.agent_role and relation != "with")
            self._take(role, filler)

    def _voices(self, fillers: Iterable[Filler]) -> Iterator[Filler]:
        """The fillers, of a document the body that speaks through it."""
        for filler in fillers:
            if self.text.parse.pos[filler.head] not in {"NOUN", "PROPN"}:
                yield filler
                continue
            for voice in voices(self.text, filler.head):
                yield filler if voice == filler.head else Filler(voice, filler.path + ">voice")

    def _of_another(self, relation: str, filler: Filler) -> bool:
        """Whether a phrase tells where, or whom another event is done to: "condemned the raid on the bank"."""
        text, parse = self.text, self.text.parse
        if relation == "on" and parse.lemmas[filler.head] in text.grammar.where.along:
            return True
        if self.trigger.part_of_speech == "noun":
            return False
        noun = parse.heads[parse.heads[text.clauses.first_conjunct(filler.head)]]
        return filler.path.startswith("dobj>") and parse.lemmas[noun] in text.grammar.deeds.words

    def _empty(self, head: int) -> bool:
        """Whether a filler says nothing: a time, which is an adjunct, nobody, or an article without its noun."""
        text, parse = self.text, self.text.parse
        if parse.pos[head] in VERBAL:
            return False
        if parse.words[head] in {"one", "nobody", "none", "nothing"} and text.negative(head):
            return True
        return is_time(text, head) or (
            parse.pos[head] == "DET" and parse.words[head] in text.grammar.cutting.determiners
        )

    def _chosen(self, pattern: RolePattern, fillers: Iterable[Filler]) -> Iterator[Filler]:
        """The fillers, of a pronoun's alternatives the one that suits the pattern best."""
        by_pronoun: dict[int, list[Filler]] = {}
        for filler in fillers:
            if filler.pronoun is None:
                yield filler
            else:
                by_pronoun.setdefault(filler.pronoun, []).append(filler)
        for alternatives in by_pronoun.values():
            chosen = next(
                (
                    filler
                    for _, members in pattern.alternatives
                    for filler in alternatives
                    if members is not None and self.text.is_of(filler.head, members)
                ),
                self._unmeant(pattern, alternatives[0]),
            )
            yield chosen
            if chosen.pronoun is not None and self.text.parse.words[chosen.pronoun] in _BOTH:
                for index in self.text.clauses.conjuncts(chosen.head)[1:]:
                    yield Filler(index, chosen.path + "+conj")

    def _unmeant(self, pattern: RolePattern, likeliest: Filler) -> Filler:
        """The pronoun itself where the pattern asks for a class and nothing named is of it."""
        parse = self.text.parse
        pronoun = likeliest.pronoun
        if pronoun is None or parse.words[pronoun] in RELATIVE or parse.tags[pronoun] == "PRP$":
            return likeliest
        choosy = any(members is not None for _, members in pattern.alternatives)
        return Filler(pronoun, likeliest.path) if choosy else likeliest

    def _role(self, pattern: RolePattern, filler: Filler) -> str | None:
        for role, members in pattern.alternatives:
            if members is None or self.text.is_of(filler.head, members):
                if role is None:
                    self.claimed.add(filler.head)
                return role
        return None

    def _take(self, role: str, filler: Filler) -> None:
        text, parse = self.text, self.text.parse
        self.claimed.add(filler.head)
        if role == text.grammar.means_role:
            self._owner(filler)
        if parse.pos[filler.head] in VERBAL and parse.deps[filler.head] not in {
            "amod",
            "compound",
            "pobj",
            "dobj",
            "nsubj",
            "nsubjpass",
        }:
            self._add(role, spans.clause(text, filler.head), filler)
            return
        head = filler.head
        quantity = text.grammar.quantity_role
        if role in self.frame.counted and quantity in self.roles:
            found = counted(text, head, self.frame.people)
            if found.number is not None:
                self._add(quantity, found.number, filler)
            if found.span is not None:
                self._add(role, found.span, filler)
                if found.head is not None:
                    self.claimed.add(found.head)
                    for inner in text.clauses.conjuncts(found.head)[1:] if found.head != head else ():
                        self._add(role, spans.nominal(text, inner), Filler(inner, filler.path + "+conj"))
        else:
            content = text.content(head)
            if content != head and parse.pos[content] != "PRON":
                self.claimed.add(content)
                for inner in text.clauses.conjuncts(content):
                    self._add(role, spans.nominal(text, inner), Filler(inner, filler.path))
                return
            cut = spans.located if role == text.grammar.where_role else spans.nominal
            self._add(role, cut(text, head), filler)

    def _owner(self, means: Filler) -> None:
        """Whose weapon or attack it is: of "Armenian missiles killed", the Armenian side."""
        text, parse = self.text, self.text.parse
        role = text.grammar.agent_role
        if role not in self.roles or role in self.filled:
            return
        by = [found.filler for found in text.clauses.prepositions(means.head) if found.name == "by"]
        for filler in by:
            if text.is_of(filler.head, text.grammar.cutting.agent):
                self._add(role, spans.nominal(text, filler.head), filler.via("owner"))
        for child in parse.children[means.head]:
            owns = parse.deps[child] in {"compound", "amod", "nmod", "poss"} and child < means.head
            owns = owns and parse.tags[child] != "PRP$" and parse.lemmas[child] not in text.grammar.cutting.unowning
            if owns and text.is_of(child, text.grammar.cutting.agent):
                for owner in text.clauses.conjuncts(child):
                    self._add(role, spans.nominal(text, owner), Filler(owner, means.path + ">owner"))

    def _count_trigger(self) -> None:
        text, parse = self.text, self.text.parse
        quantity = text.grammar.quantity_role
        if self.trigger.part_of_speech != "noun" or quantity not in self.roles:
            return
        self.relation = "number"
        found = counted(text, self.trigger.head, True)
        if found.number is not None and found.number.first < self.trigger.head:
            self._add(quantity, found.number, Filler(self.trigger.head, "number"))
            return
        preposition = parse.heads[self.trigger.head]
        if parse.deps[self.trigger.head] == "pobj" and parse.words[preposition] == "of":
            above = parse.heads[preposition]
            if text.content(above) == self.trigger.head:
                number = counted(text, above, True).number
                if number is not None:
                    self._add(quantity, number, Filler(above, "number>of"))

    def _adjunct(self, role: str, adjunct: Adjunct) -> None:
        for other in self.found:
            if other.role not in {self.text.grammar.attribution_role} and _overlap(other.tokens, adjunct.tokens):
                return
        if adjunct.tokens.first <= self.trigger.head < adjunct.tokens.end:
            return
        self.found.append(Found(role, adjunct.tokens, adjunct.tokens.end - 1, adjunct.path, self.relation))

    def _add(self, role: str, tokens: Tokens, filler: Filler) -> None:
        for part in spans.parts(self.text, tokens, filler.head):
            self._add_part(role, part, filler)

    def _add_part(self, role: str, tokens: Tokens, filler: Filler) -> None:
        if tokens.first <= self.trigger.head < tokens.end:
            tokens = Tokens(self.trigger.end, tokens.end)
        if tokens.end <= tokens.first:
            return
        if any(other.role == role and _within(tokens, other.tokens) for other in self.found):
            return
        self.found.append(Found(role, tokens, filler.head, filler.path, self.relation))


def _within(inner: Tokens, outer: Tokens) -> bool:
    return outer.first <= inner.first and inner.end <= outer.end


def _overlap(left: Tokens, right: Tokens) -> bool:
    return left.first < right.end and right.first < left.end
