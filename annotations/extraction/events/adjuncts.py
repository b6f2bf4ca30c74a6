"""Adjuncts of an event: the places and times of its own clause, and of the clauses that it shares."""

from collections.abc import Callable, Iterable, Iterator

from annotations.extraction.clauses.clause import VERBAL, Filler
from annotations.extraction.clauses.text import Text
from annotations.extraction.events import places, spans, times
from annotations.extraction.events.spans import Adjunct, Tokens
from annotations.extraction.events.triggers import Trigger

_OF_THE_NOUN = frozenset({"of", "from", "between"})
"""Prepositions whose phrase says more of a noun, not where its clause takes place."""


_UPON = frozenset({"on", "against"})
"""Prepositions by which an act is done to a place, not at it."""


class Adjuncts:
    """Finds the places and times of one trigger; ``apart`` keeps out those of its arguments' own phrases."""

    def __init__(self, text: Text, trigger: Trigger, apart: bool) -> None:
        self.text = text
        self.trigger = trigger
        self.apart = apart
        self.nodes = self._nodes()

    def times(self) -> list[Adjunct]:
        """The times of the nearest clause that has any."""
        text = self.text
        found = self._nearest(lambda node: () if node in self._leading else times.times(text, node))
        if not found:
            found = [
                adjunct
                for filler in self._phrases()
                if not self.apart or filler.path == "nsubj"
                for adjunct in times.times(text, filler.head)
                if adjunct.path != "poss" and adjunct.tokens.first > filler.head
            ][:1]
        if not found:
            found = [adjunct for child in self._purposes() for adjunct in times.times(text, child)][:1]
        if not found:
            found = [adjunct for node in self.nodes[:3] for adjunct in times.before_when(text, node)][:1]
        hull = self.trigger.relations.hull
        if hull is not None and times.is_time(text, hull):
            found = [Adjunct(times.span(text, hull, None), "hull")]
        return times.joined(text, found)

    def places(self) -> list[Adjunct]:
        """The places of the nearest clause that has any."""
        text, clauses = self.text, self.text.clauses

        def of_node(node: int) -> Iterator[Adjunct]:
            yield from places.places(text, clauses.prepositions(node))
            if self.apart:
                yield from places.relational(text, node)
                return
            if node == self.trigger.head:
                for filler in self._phrases():
                    noun = text.content(filler.head)
                    yield from self._trailing(noun if ":" in filler.path else times.lasting(text, noun))
            elif node in self._participial:
                for found in clauses.object(node):
                    yield from self._trailing(found.head)
                for _, token, filler in clauses.prepositions(node):
                    if token > node:
                        yield from self._trailing(filler.head)
            yield from places.relational(text, node)

        found = self._nearest(of_node)
        if not found:
            found = [adjunct for node in self.nodes[:3] for adjunct in places.explained(text, node)][:1]
        if not found and not self.apart:
            found = list(self._done_to_places())
        if not found:
            found = list(self._scene())
        return found

    def _scene(self) -> Iterator[Adjunct]:
        """Of "the valley was the scene of fighting" the valley."""
        text, parse = self.text, self.text.parse
        lending = self.trigger.relations.lending
        if lending is None or lending.hull is None or not lending.scene:
            return
        if parse.deps[lending.top] == "appos":
            heads = [parse.heads[lending.top]]
        else:
            heads = [filler.head for filler in text.clauses.surface(parse.heads[lending.top])]
        for head in heads:
            if places.is_place(text, head) or parse.pos[head] == "PROPN":
                yield Adjunct(spans.located(text, head), "scene")

    def _trailing(self, noun: int, depth: int = 2) -> Iterator[Adjunct]:
        """The places in the phrases behind a noun; behind an event noun, also those of its own phrases' nouns."""
        text = self.text
        deed = text.parse.lemmas[noun] in text.grammar.deeds.words
        trailing = [
            found
            for found in text.clauses.prepositions(noun)
            if found.name not in _OF_THE_NOUN
            and found.token > noun
            and not (found.name in {"to", "from"} and text.parse.lemmas[noun] in text.grammar.where.along)
            and not (
                deed and found.name in _UPON and text.parse.lemmas[found.filler.head] not in text.grammar.where.along
            )
        ]
        yield from places.places(text, trailing, strict=True)
        yield from places.relational(text, noun)
        if depth and deed:
            for found in text.clauses.prepositions(noun):
                if found.name in {"on", "against", "by", "between"}:
                    yield from self._trailing(found.filler.head, depth - 1)

    def _purposes(self) -> list[int]:
        """The infinitives under the trigger, which may have drawn its time: "gathered to sign the pact on Monday"."""
        parse = self.text.parse
        return [
            child
            for child in parse.children[self.trigger.head]
            if parse.deps[child] in {"xcomp", "advcl"}
            and self.text.clauses.infinitive(child)
            and child > self.trigger.head
        ]

    def _nearest(self, of_node: Callable[[int], Iterable[Adjunct]]) -> list[Adjunct]:
        for distance, node in enumerate(self.nodes):
            found = [adjunct for adjunct in of_node(node) if self._reaches(node, adjunct.tokens)]
            if found:
                return found if distance == 0 else [Adjunct(tokens, f"shared>{path}") for tokens, path in found]
        return []

    def _reaches(self, node: int, tokens: Tokens) -> bool:
        """Whether an adjunct of a conjoined verb is the other's too: only what stands before both or behind both."""
        if node == self.trigger.head or node not in self._conjoined:
            return True
        return tokens.first < node or tokens.first > self.trigger.head

    def _done_to_places(self) -> Iterator[Adjunct]:
        """Of "attacked a college, killing 15" the college: where the act of the main clause was done."""
        text, parse = self.text, self.text.parse
        verb = self.trigger.head
        if parse.deps[self.text.clauses.first_conjunct(verb)] != "advcl" or parse.tags[verb] != "VBG":
            return
        for node in self.nodes[1:]:
            for filler in text.clauses.object(node) if parse.pos[node] in VERBAL else ():
                if places.is_place(text, filler.head):
                    yield Adjunct(spans.nominal(text, filler.head), f"shared>{filler.path}")

    # -- whose adjuncts count ------------------------------------------------------------------------------------------
    def _nodes(self) -> list[int]:
        """The words whose adjuncts are the trigger's, nearest first."""
        parse, clauses = self.text.parse, self.text.clauses
        relations = self.trigger.relations
        self._conjoined: set[int] = set()
        self._participial: set[int] = set()
        self._leading: set[int] = set()
        nodes = [self.trigger.head, *sorted(relations.taken)]
        if self.trigger.part_of_speech == "noun":
            nodes += [node for node in (relations.hull, relations.light) if node is not None]
            for child in parse.children[relations.top]:
                complement = parse.child(child, "xcomp") if parse.deps[child] == "relcl" else None
                if parse.deps[child] == "relcl" and self._carries(child):
                    nodes.append(child)
                elif complement is not None and self._carries(complement):
                    nodes += [complement, child]
            above = clauses.verb_over(self.trigger.head) if relations.light is None else None
            if above is not None and self._lends(above):
                nodes.append(above)
        elif self.trigger.part_of_speech == "adjective":
            nodes += [above for above in relations.governors if parse.pos[above] in VERBAL]
        verb = next((node for node in reversed(nodes) if parse.pos[node] in VERBAL), None)
        for _ in range(3):
            if verb is None or not self._shares(verb, parse.heads[verb]):
                break
            if parse.deps[verb] == "conj":
                self._conjoined.add(parse.heads[verb])
            elif parse.deps[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in self.text.grammar.when.leading:
                self._leading.add(parse.heads[verb])
            elif parse.deps[verb] == "advcl" and parse.tags[verb] == "VBG":
                self._participial.add(parse.heads[verb])
            verb = parse.heads[verb]
            nodes.append(verb)
        nodes += self._following(self.trigger.head)
        return list(dict.fromkeys(nodes))

    def _carries(self, verb: int) -> bool:
        """Whether a relative clause only says that its noun takes place: "talks that have been held in Geneva"."""
        light, names = self.text.grammar.light, self.text.names(verb)
        return not names.isdisjoint(light.subject | light.plain)

    def _shares(self, verb: int, above: int) -> bool:
        """Whether a verb has the places and times of the verb above it."""
        parse, dep = self.text.parse, self.text.parse.deps[verb]
        if above == verb or parse.pos[above] not in VERBAL:
            return False
        if dep == "conj":
            return self.text.clauses.own_subject(verb) is None
        if self._speaks(above):
            return dep == "advcl" and self.apart and parse.tags[verb] == "VBG"
        if dep == "advcl":
            mark = parse.child(verb, "mark")
            return (parse.tags[verb] == "VBG" and mark is None) or (mark is not None and parse.words[mark] == "as")
        return dep == "xcomp"

    def _following(self, verb: int) -> list[int]:
        """The conjoined verb whose adjuncts are this one's too: "three died and nine were hurt in Idlib"."""
        parse = self.text.parse
        if parse.pos[verb] not in VERBAL or self.text.clauses.prepositions(verb):
            return []
        following = [c for c in parse.children[verb] if parse.deps[c] == "conj" and parse.pos[c] in VERBAL and c > verb]
        if parse.child(verb, "dobj") is not None:
            following = [child for child in following if self.text.clauses.own_subject(child) is None]
        self._conjoined.update(following)
        self._participial.update(following)
        return following[:1]

    def _speaks(self, verb: int) -> bool:
        return self.text.parse.lemmas[verb] in self.text.grammar.attribution.verbs

    def _lends(self, verb: int) -> bool:
        """Whether a noun in a verb's clause takes its places and times: "killed by strikes in Idlib on Friday"."""
        parse = self.text.parse
        top = self.trigger.relations.top
        if parse.deps[top] != "pobj" or self._speaks(verb):
            return False
        return parse.words[parse.heads[top]] in {"by", "in", "with"}

    def _phrases(self) -> Iterator[Filler]:
        """The nominals of the trigger's clause, whose trailing phrases may be the clause's."""
        relations, clauses = self.trigger.relations, self.text.clauses
        for relation in ("object", "subject"):
            for filler in relations.fillers(relation):
                if filler.path.partition("+")[0] in {"dobj", "nsubj", "nsubjpass"}:
                    yield filler
        if relations.light is not None:
            yield from (filler for filler in clauses.object(relations.light) if filler.head != self.trigger.head)
        yield from (filler for name, _, filler in relations.prepositions if name != "according_to")
