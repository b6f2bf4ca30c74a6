"""Status: how the text presents an event, from auxiliaries, negation, conjunctions and governing words.

The way leads from the trigger upwards through the clauses that hold it; the nearest cue decides.
"""

from collections.abc import Iterator
from typing import NamedTuple

from annotations.extraction.clauses.clause import VERBAL
from annotations.extraction.clauses.relations import Relations
from annotations.extraction.clauses.text import Text
from annotations.extraction.events.triggers import Trigger
from annotations.extraction.rulebook.grammar import StatusCue

_STEPS = 9
_COMPLETING = frozenset(
    {
        "of",
        "for",
        "to",
        "on",
        "about",
        "from",
        "against",
        "over",
        "without",
        "toward",
        "towards",
        "into",
        "in",
        "at",
        "with",
        "by",
    }
)
"""Prepositions through which a governing word's sense reaches the event."""
_TEMPORAL = frozenset({"before", "until", "once", "after", "when"})
"""Conjunctions of what is yet to come, unless the verb is past."""
_ADVERBIAL = frozenset({"once", "whether", "wherever", "whenever", "when"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "oprd", "acomp"})
_MODAL = frozenset({"xcomp", "pcomp", "acomp", "oprd"})
"""Clauses that take on the modality of the verb above."""
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only"})
"""What a noun is told by that its infinitive only describes: "the first convoy to reach the town"."""
_MAKING = frozenset(
    {"lead", "prompt", "force", "compel", "oblige", "cause", "drive", "induce", "spur", "go on", "push"}
)
"""Verbs whose infinitive is no aim but what came of it: "the killing led them to demand"."""
_ASSERTING = frozenset({"suggest", "insist"})
"""Verbs that ask for an act in the subjunctive, and tell of one in the past."""
_INDEFINITE = frozenset({"a", "an", "any", "another"})


class Cue(NamedTuple):
    """A status and what gave it."""

    status: str
    cue: str
    weak: bool


def status_of(text: Text, trigger: Trigger, default: str) -> Cue:
    """The nearest cue's status, a weak one only where no other is found; ``default`` where there is none."""
    if trigger.rule.status is not None:
        return Cue(trigger.rule.status, "word", False)
    weak: Cue | None = None
    for cue in _Climb(text, trigger, default).cues():
        if not cue.weak:
            return cue
        weak = weak or cue
    return weak or Cue(default, "", False)


class _Climb:
    """The way from one trigger upwards."""

    def __init__(self, text: Text, trigger: Trigger, default: str) -> None:
        self.text = text
        self.default = default
        self.parse = text.parse
        self.clauses = text.clauses
        self.statuses = text.grammar.statuses
        self.trigger = trigger
        self.light = trigger.relations.light

    def cues(self) -> Iterator[Cue]:
        index = self.trigger.head
        if self.trigger.part_of_speech == "verb":
            yield from self._own(index)
        else:
            yield from self._modifiers(self.trigger.relations)
            yield from self._behind_noun(index)
            if self.light is not None:
                yield from self._lent(self.light)
        for _ in range(_STEPS):
            first = self.clauses.first_conjunct(index)
            if first != index and {self.parse.pos[index], self.parse.pos[first]} <= VERBAL:
                yield from self._shared(index, first)
            index = first
            head, dep = self.parse.heads[index], self.parse.deps[index]
            if head == index or self._ends(index, head, dep):
                return
            if dep in {"nsubj", "nsubjpass"} and self.parse.pos[head] in VERBAL:
                yield from self._as_subject(index, head, dep)
                if dep == "nsubj" and not self._carries(head):
                    return
            else:
                yield from self._governor(index, head, dep)
                if self.parse.pos[head] in VERBAL and head != self.light:
                    yield from self._above(index, head, dep)
            index = head

    def _ends(self, index: int, head: int, dep: str) -> bool:
        """Whether nothing above reaches the event: it is told beside the matter, or only names a thing."""
        if dep in {"relcl", "appos", "acl", "advcl"} and not self.clauses.infinitive(index):
            mark = self.parse.child(index, "mark")
            return dep in {"advcl", "appos"} or mark is None or self.parse.words[mark] != "that"
        if dep not in {"prep", "agent"}:
            return False
        if self.parse.words[index] not in _COMPLETING:
            return True
        if self.parse.pos[head] in VERBAL or self._governs(head):
            return False
        light = self.text.grammar.light
        return self.parse.lemmas[head] not in light.hull | light.told

    # -- cues at the event's own verb ----------------------------------------------------------------------------------
    def _own(self, verb: int) -> Iterator[Cue]:
        """Auxiliaries, negation, conjunction and purpose of the event's own verb."""
        yield from self._marker(verb)
        yield from self._before(verb, ("modifier",), "advmod")
        yield from self._withheld(verb)
        yield from self._negation(verb)
        yield from self._on_condition(verb)
        yield from self._auxiliary(verb)
        if self.parse.pos[self.parse.heads[verb]] in VERBAL or not self._governs(self.parse.heads[verb]):
            yield from self._purpose(verb, "own")

    def _behind_noun(self, index: int) -> Iterator[Cue]:
        """Of "claimed responsibility for the raid" what responsibility says of it, before what is said of the claim."""
        preposition = self.parse.heads[self.clauses.first_conjunct(index)]
        above = self.parse.heads[preposition]
        if self.parse.pos[preposition] == "ADP":
            yield from (cue for cue in self._named(above, preposition) if cue.status == self.default)

    def _lent(self, verb: int) -> Iterator[Cue]:
        """The cues of the verb that lends a noun its clause; of "talks planned for May" the verb itself is one."""
        light = self.text.grammar.light
        plain, modal = self.parse.lemmas[verb] in light.plain, not light.modal.isdisjoint(self.text.names(verb))
        if modal or self.parse.deps[verb] in {"acl", "relcl"} or self.clauses.passive(verb):
            yield from self._named(verb)
        if plain:
            yield from self._own(verb)
        else:
            yield from self._marker(verb)
            yield from self._negation(verb)
            yield from (cue for cue in self._auxiliary(verb) if not self._heard(verb, cue))
            yield from self._purpose(verb, "else")

    def _shared(self, verb: int, first: int) -> Iterator[Cue]:
        """What a conjoined verb takes from the first, unless it has a subject or auxiliary of its own."""
        own = self.clauses.own_subject(verb) is not None or self.parse.child(verb, "aux") is not None
        if not own and self.parse.tags[verb] == self.parse.tags[first]:
            yield from self._own(first)

    def _marker(self, verb: int) -> Iterator[Cue]:
        parse = self.parse
        for child in parse.children[verb]:
            if child > verb or parse.deps[child] not in {"mark", "advmod", "prep"}:
                continue
            word = parse.words[child]
            if parse.deps[child] != "mark" and word not in _ADVERBIAL:
                continue
            conceded = child > 0 and parse.words[child - 1] == "even"
            if (word in _TEMPORAL or conceded) and self._past(verb):
                continue
            yield from (Cue(c.status, f"marker:{word}", c.weak) for c in self.statuses if word in c.marker)

    def _on_condition(self, verb: int) -> Iterator[Cue]:
        """Of "would pull back if the army did" the conjunction of the clause beside it, where it is yet to come."""
        parse = self.parse
        modal = any(parse.deps[child] == "aux" and parse.tags[child] in {"MD", "TO"} for child in parse.children[verb])
        if not modal:
            return
        for clause in parse.children[verb]:
            mark = None
            if parse.deps[clause] == "advcl":
                mark = parse.child(clause, "mark") or parse.child(clause, "advmod")
            if mark is not None and mark < clause:
                only = any(parse.words[child] == "only" for child in (*parse.children[clause], *parse.children[mark]))
                word = "if" if only and parse.words[mark] in _TEMPORAL else parse.words[mark]
                yield from (Cue(c.status, f"beside:{word}", c.weak) for c in self.statuses if word in c.beside)

    def _past(self, verb: int) -> bool:
        parse = self.parse
        return parse.tags[verb] == "VBD" or any(
            parse.tags[child] == "VBD" for child in parse.children[verb] if parse.deps[child] in {"aux", "auxpass"}
        )

    def _withheld(self, verb: int) -> Iterator[Cue]:
        """Of "would not leave until" the two words together."""
        parse = self.parse
        words = {parse.words[child] for child in parse.children[verb] if parse.deps[child] in {"aux", "neg"}}
        for cue in self.statuses:
            for phrase in cue.auxiliary:
                if " " in phrase and set(phrase.split()) <= words:
                    yield Cue(cue.status, f"auxiliary:{phrase}", cue.weak)

    def _negation(self, verb: int) -> Iterator[Cue]:
        parse = self.parse
        for child in parse.children[verb]:
            dep, word = parse.deps[child], parse.words[child]
            for cue in self.statuses:
                if (dep == "neg" and word in cue.negated) or (
                    dep in {"nsubj", "nsubjpass", "dobj", "attr"}
                    and child != self.trigger.head
                    and (word in cue.negated or self._negative(child, cue))
                ):
                    yield Cue(cue.status, f"negated:{word}", cue.weak)

    def _negative(self, noun: int, cue: StatusCue) -> bool:
        parse = self.parse
        return any(
            parse.deps[child] in {"det", "neg"} and parse.words[child] in cue.negated for child in parse.children[noun]
        )

    def _auxiliary(self, verb: int) -> Iterator[Cue]:
        parse = self.parse
        for child in parse.children[verb]:
            if parse.deps[child] == "aux":
                word = parse.words[child]
                yield from (Cue(c.status, f"auxiliary:{word}", c.weak) for c in self.statuses if word in c.auxiliary)
        if self.text.headline and self.clauses.infinitive(verb) and self.clauses.own_subject(verb) is not None:
            yield from (Cue(c.status, "auxiliary:to", c.weak) for c in self.statuses if "be to" in c.auxiliary)
        head = parse.heads[verb]
        if parse.deps[verb] == "xcomp" and self.clauses.infinitive(verb) and parse.child(head, "acomp", "attr") is None:
            phrase = "going to" if parse.words[head] == "going" else "be to" if parse.lemmas[head] == "be" else ""
            if parse.lemmas[head] in {"have", "be"} and any(parse.words[c] == "yet" for c in parse.children[head]):
                phrase = "yet to"
            elif parse.lemmas[head] == "have" and parse.tags[head] != "VBD":
                phrase = "has to"
            elif self.text.headline and parse.lemmas[head] in self.text.grammar.attribution.verbs:
                phrase = "be to"
            yield from (Cue(c.status, f"auxiliary:{phrase}", False) for c in self.statuses if phrase in c.auxiliary)

    def _purpose(self, verb: int, kind: str) -> Iterator[Cue]:
        if (
            self.parse.deps[verb] in {"advcl", "acl", "relcl"}
            and self.clauses.infinitive(verb)
            and not self._came_about(verb)
        ):
            yield from (Cue(c.status, f"purpose:{kind}", c.weak) for c in self.statuses if c.purpose == kind)

    def _came_about(self, verb: int) -> bool:
        """Whether an infinitive tells no aim: of "the last to be freed", "led the crowd to riot"."""
        parse, head = self.parse, self.parse.heads[verb]
        if parse.deps[verb] == "advcl":
            return not self.text.names(head).isdisjoint(_MAKING)
        return any(parse.words[child] in _RANKED for child in parse.children[head] if child < head)

    def _modifiers(self, relations: Relations) -> Iterator[Cue]:
        """Adjectives, determiners and negation before a nominal trigger or its hull."""
        for noun in filter(None, (relations.head, relations.hull)):
            yield from self._before(noun, ("negated", "modifier"))

    def _before(self, head: int, kinds: tuple[str, ...], dep: str = "") -> Iterator[Cue]:
        """Cues among the words before a word, or those of one dependency."""
        parse = self.parse
        for child in parse.children[head]:
            if child < head and dep in {"", parse.deps[child]}:
                word = parse.words[child]
                for cue in self.statuses:
                    if "negated" in kinds and word in cue.negated:
                        yield Cue(cue.status, f"negated:{word}", cue.weak)
                    elif word in cue.modifier:
                        yield Cue(cue.status, f"modifier:{word}", cue.weak or word == "any")

    # -- cues above ----------------------------------------------------------------------------------------------------
    def _governs(self, head: int) -> bool:
        """Whether a word gives its complement a status."""
        names = self.text.names(head)
        return any(not cue.governor.isdisjoint(names) for cue in self.statuses)

    def _named(self, head: int, below: int | None = None) -> Iterator[Cue]:
        """The status that a word gives to its complement ``below``; a phrase counts before a word.

        Of "called a march for Monday" the phrase "call for" is none, as no march is below the "for".
        """
        parse = self.parse
        names = self.text.names(head)
        clause = below is not None and (parse.pos[below] in VERBAL or parse.child(below, "pcomp") is not None)
        if below is not None and not clause:
            names -= {
                f"{parse.lemmas[head]} {parse.words[child]}"
                for child in parse.children[head]
                if parse.deps[child] == "prep" and child != below and parse.children[child]
            }
        phrases = {name for name in names if " " in name}
        nominal = self.trigger.part_of_speech == "noun"
        for wanted in (phrases, names - phrases):
            for cue in self.statuses:
                if not cue.governor.isdisjoint(wanted) and not ((cue.clausal and nominal) or (cue.nominal and clause)):
                    yield Cue(cue.status, f"governor:{self.parse.lemmas[head]}", cue.weak)
                    return

    def _governor(self, index: int, head: int, dep: str) -> Iterator[Cue]:
        """The word above, where the event is its complement, object or of-phrase."""
        parse = self.parse
        if dep in {"prep", "agent"} and parse.words[index] == "without":
            yield from (Cue(c.status, "negated:without", c.weak) for c in self.statuses if "without" in c.negated)
        if parse.pos[head] in {"ADP", "SCONJ"} or dep in {"conj", "amod", "compound", "nmod", "mark"}:
            return
        if dep == "advcl" and parse.pos[head] in VERBAL:
            return
        if head == self.light and dep == "dobj" and parse.lemmas[head] in self.text.grammar.light.plain:
            return
        adverbial = dep in {"prep", "agent"} and parse.words[index] in {"in", "with", "by", "at"}
        if adverbial and parse.pos[head] in VERBAL and parse.child(index, "pcomp") is None:
            return
        if dep == "acl" and parse.deps[head] in {"nsubj", "nsubjpass"}:
            yield from self._failed(parse.heads[head])
        if parse.pos[head] in {"NOUN", "PROPN"} and (dep == "acl" or self._governs(head)):
            yield from self._before(head, ("negated", "modifier") if dep == "acl" else ("modifier",))
        if not (dep == "ccomp" and parse.lemmas[head] in _ASSERTING and self._past(index)):
            yield from self._named(head, index)

    def _asked(self, index: int) -> bool:
        """Whether a clause asks who, what or why: "not clear who carried out the raid" denies no raid."""
        parse = self.parse
        return any(parse.tags[child] in {"WP", "WP$", "WRB"} and child < index for child in parse.children[index])

    def _above(self, index: int, verb: int, dep: str) -> Iterator[Cue]:
        """What a verb above the event passes down."""
        if dep in _CLAUSAL or dep == "attr" or (dep == "dobj" and self._observes(verb)):
            told = dep == "ccomp" and self.parse.lemmas[verb] in self.text.grammar.attribution.verbs | {"know"}
            if not told and not self._asked(index):
                yield from self._negation(verb)
            yield from self._marker(verb)
            if dep in _MODAL or dep in {"attr", "dobj"}:
                yield from self._auxiliary(verb)
        yield from self._purpose(verb, "else")

    def _observes(self, verb: int) -> bool:
        return not self.text.names(verb).isdisjoint(self.text.grammar.light.observed)

    def _heard(self, verb: int, cue: Cue) -> bool:
        """Whether a cue only says that something can be seen or heard: "shooting could be heard"."""
        return self._observes(verb) and self.clauses.passive(verb) and cue.cue in {"auxiliary:can", "auxiliary:could"}

    def _carries(self, verb: int) -> bool:
        """Whether the verb only says that its subject takes place."""
        return self.parse.lemmas[verb] == "be" or not self.text.names(verb).isdisjoint(self.text.grammar.light.subject)

    def _as_subject(self, noun: int, verb: int, dep: str) -> Iterator[Cue]:
        """What the verb says of the event, or of the attempt at it, that is its subject."""
        passive = dep == "nsubjpass" or self.clauses.passive(verb)
        if passive or noun != self.trigger.head:
            yield from self._failed(verb)
        light, names = self.text.grammar.light, self.text.names(verb)
        if passive and verb != self.light and not names.isdisjoint(light.modal):
            yield from self._named(verb)
        if self._carries(verb) or (passive and not names.isdisjoint(light.plain | light.modal | light.hosted)):
            yield from self._own(verb)
            yield from self._told_of(verb)
        elif passive and not names.isdisjoint(light.observed):
            yield from self._negation(verb)
        elif self._indefinite(noun):
            yield from self._auxiliary(verb)

    def _told_of(self, verb: int) -> Iterator[Cue]:
        """What is said of the event that is a subject: "talks are due", "raids are likely to begin"."""
        parse = self.parse
        predicate = parse.child(verb, "acomp")
        if predicate is None or parse.lemmas[verb] != "be":
            return
        then = parse.child(predicate, "xcomp") or parse.child(verb, "xcomp")
        if then is None or not self.text.names(then).isdisjoint(self.text.grammar.light.subject):
            yield from self._named(predicate)

    def _failed(self, verb: int) -> Iterator[Cue]:
        names = self.text.names(verb)
        for cue in self.statuses:
            if not cue.undone.isdisjoint(names):
                yield Cue(cue.status, f"undone:{self.parse.lemmas[verb]}", cue.weak)

    def _indefinite(self, noun: int) -> bool:
        parse = self.parse
        determiners = {parse.words[child] for child in parse.children[noun] if parse.deps[child] == "det"}
        return not determiners.isdisjoint(_INDEFINITE)
