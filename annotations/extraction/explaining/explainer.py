"""The explainer: runs the rules over a text once more and says what fired, why, and what nearly did."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from spacy.language import Language

from annotations.extraction.clauses.text import Text
from annotations.extraction.component import EventRules
from annotations.extraction.events.arguments import FALLBACK, Found
from annotations.extraction.events.findings import Sighting, sightings
from annotations.extraction.events.status import Cue
from annotations.extraction.explaining.explanation import (
    ExplainedArgument,
    Explanation,
    Fired,
    Missed,
    Place,
    Unknown,
)
from annotations.extraction.explaining.obstacles import Attempt, attempts, checked
from annotations.extraction.explaining.paths import path
from annotations.extraction.explaining.whereabouts import Whereabouts
from annotations.extraction.parsing.segments import Segment, segments
from annotations.extraction.weighing.confidence import Confidence, features
from annotations.model import Article, Span
from annotations.ontology import Ontology

_ALIKE = 0.8
"""Of two words, twice the letters they share over the letters they have."""
_CUES = {
    "word": "the rule itself",
    "marker": "the conjunction “{}”",
    "auxiliary": "the auxiliary “{}”",
    "negated": "the negation “{}”",
    "modifier": "the modifier “{}”",
    "governor": "the governing word “{}”",
    "undone": "the verb “{}”, which says that it came to nothing",
    "purpose": "an infinitive of purpose",
}


class Explainer:
    """The rules of one ontology over one pipeline, asked why. Extraction itself does not know it."""

    def __init__(self, ontology: Ontology, nlp: Language, confidence: Confidence | None = None) -> None:
        """``confidence`` holds other weights than those that came with the ontology.

        Raises:
            OntologyError: a file of the rules is missing or wrong.
        """
        self._nlp = nlp
        self.rules = EventRules(nlp, ontology.folder)
        self.confidence = confidence or self.rules.confidence
        self.whereabouts = Whereabouts(self.rules.ontology, self.rules.lexicon)

    def explain(self, article: Article, focus: Span | None = None, wanted: str | None = None) -> Explanation:
        """What the rules make of the article's headline and body.

        With ``focus`` only of the words that it overlaps, and what keeps them from the type ``wanted``, where one is.
        """
        parts = [
            _Part(self, article, segment, text, _Question(focus, wanted))
            for segment in segments(article, self.rules.lexicon.by_form)
            if focus is None or (segment.start < focus.end and focus.start < segment.start + len(segment.text))
            for text in [self._read(segment)]
        ]
        return Explanation(
            text=article.text,
            sentences=tuple(sentence for part in parts for sentence in part.sentences()),
            fired=tuple(fired for part in parts for fired in part.fired()),
            missed=tuple(missed for part in parts for missed in part.missed()),
            unknown=tuple(unknown for part in parts for unknown in part.unknown()),
        )

    def _read(self, segment: Segment) -> Text:
        doc = self._nlp.make_doc(segment.text)
        doc._.goldwire_headline = segment.zone == "headline"
        return self.rules.text(self._nlp(doc))


class _Question(NamedTuple):
    """Which words are asked about, None for all, and which type they should have."""

    focus: Span | None
    wanted: str | None


class _Part:
    """One parsed segment of what is explained."""

    def __init__(
        self, explainer: Explainer, article: Article, segment: Segment, text: Text, question: _Question
    ) -> None:
        self._rules = explainer.rules
        self._confidence = explainer.confidence
        self._whereabouts = explainer.whereabouts
        self._whole, self._offset = article.text, segment.start
        self._text, self._parse = text, text.parse
        self._focus, self._wanted = question
        self._sightings = list(sightings(text, self._rules.ontology, self._rules.lexicon))
        self._types: dict[int, set[str]] = {}
        """The types proposed at each word that is part of a trigger."""
        for seen in self._sightings:
            for index in range(seen.trigger.first, seen.trigger.end):
                self._types.setdefault(index, set()).add(seen.trigger.rule.type)

    def _span(self, first: int, end: int) -> Span:
        parse, offset = self._parse, self._offset
        return Span.of(self._whole, parse.starts[first] + offset, parse.ends[end - 1] + offset)

    def _asked(self, first: int, end: int) -> bool:
        return self._focus is None or self._focus.overlaps(self._span(first, end))

    def sentences(self) -> Iterator[Span]:
        for first, end in self._parse.sentences:
            if self._asked(first, end):
                whole = self._span(first, end)
                start = whole.end - len(whole.text.lstrip())
                if whole.text.strip():
                    yield Span.of(self._whole, start, start + len(whole.text.strip()))

    # -- what fired ----------------------------------------------------------------------------------------------------
    def fired(self) -> Iterator[Fired]:
        for seen in self._sightings:
            if self._asked(seen.trigger.first, seen.trigger.end):
                yield self._fired(seen)

    def _fired(self, seen: Sighting) -> Fired:
        trigger, rule = seen.trigger, seen.trigger.rule
        weights = self._confidence.weights
        held = [(name, weights[name]) for name in features(seen.evidence) if weights.get(name)]
        return Fired(
            trigger=self._span(trigger.first, trigger.end),
            type=rule.type,
            place=self._whereabouts.of(trigger.entry, rule),
            needs=checked(trigger.relations, rule.needs),
            vetoes=checked(trigger.relations, rule.vetoes),
            arguments=tuple(self._argument(seen, found) for found in seen.arguments),
            status=seen.cue.status,
            cue=_in_words(seen.cue),
            confidence=self._confidence.of(seen.evidence),
            score=round(self._confidence.score(seen.evidence), 4),
            weights=tuple(sorted(held, key=lambda one: -abs(one[1]))),
            outweighed=tuple(self._outweighed(seen)),
        )

    def _argument(self, seen: Sighting, found: Found) -> ExplainedArgument:
        trigger = seen.trigger
        names = {found.relation}
        if trigger.part_of_speech == "noun" and found.relation in FALLBACK:
            names.add(FALLBACK[found.relation])
        own = not names.isdisjoint(trigger.rule.roles)
        framed = not names.isdisjoint(self._text.grammar.frames[trigger.rule.type].roles)
        return ExplainedArgument(
            role=found.role,
            span=self._span(found.tokens.first, found.tokens.end),
            relation=found.relation,
            given_by="rule" if own else "frame" if framed else "grammar",
            path=path(self._parse, trigger.head, found.head),
            reached=found.path,
        )

    def _outweighed(self, seen: Sighting) -> Iterator[Place]:
        spoke = {other.trigger.rule.id for other in self._sightings if other.trigger.head == seen.trigger.head}
        for attempt in self._attempts(seen.trigger.head):
            if not attempt.obstacles and attempt.rule.id not in spoke and attempt.rule.type != seen.trigger.rule.type:
                yield self._whereabouts.of(attempt.entry, attempt.rule)

    # -- what did not --------------------------------------------------------------------------------------------------
    def missed(self) -> Iterator[Missed]:
        for head in range(len(self._parse)):
            types = self._types.get(head, set())
            if (types and self._wanted in {None, *types}) or not self._asked(head, head + 1):
                continue
            failed = [attempt for attempt in self._attempts(head) if attempt.obstacles]
            tried = [attempt for attempt in failed if attempt.rule.type == self._wanted] or ([] if types else failed)
            if tried:
                nearest = min(tried, key=lambda attempt: attempt.distance)
                yield Missed(
                    word=self._span(head, head + 1),
                    nearest=self._whereabouts.of(nearest.entry, nearest.rule),
                    obstacles=nearest.obstacles,
                    rules=len(tried),
                )

    def _attempts(self, head: int) -> Iterator[Attempt]:
        return attempts(self._text, head, self._rules.lexicon.by_form.get(self._parse.words[head], ()))

    def unknown(self) -> Iterator[Unknown]:
        spoken = {self._parse.sentence_of[index] for index in self._types}
        for index, word in enumerate(self._parse.words):
            if self._focus is None:
                worth = self._parse.pos[index] in {"VERB", "NOUN"} and self._parse.sentence_of[index] not in spoken
            else:
                worth = word[:1].isalpha() and self._asked(index, index + 1)
            if worth and word not in self._rules.lexicon.by_form:
                yield Unknown(
                    word=self._span(index, index + 1),
                    lemma=self._parse.lemmas[index],
                    classes=tuple(self._classes(index)),
                    nearest=self._nearest(index),
                )

    def _classes(self, index: int) -> Iterator[str]:
        names = {self._parse.words[index], self._parse.lemmas[index]}
        for name, members in self._rules.lexicon.classes.items():
            if not names.isdisjoint(members.words):
                yield name

    def _nearest(self, index: int) -> str | None:
        """The trigger word of which it may be a form, else the one that is written most like it."""
        lemma, word = self._parse.lemmas[index], self._parse.words[index]
        known = self._rules.lexicon.by_form
        if lemma in known:
            return lemma
        # Slips of the pen seldom change the first letter, and one in twenty words is soon compared.
        near = get_close_matches(word, [form for form in known if form[:1] == word[:1]], n=1, cutoff=_ALIKE)
        return known[near[0]][0].base if near else None


def _in_words(cue: Cue) -> str:
    """What gave the status."""
    if not cue.cue:
        return "no cue, so what the ontology lists first"
    kind, _, word = cue.cue.partition(":")
    return _CUES[kind].format(word) + (", a weak cue, but the only one" if cue.weak else "")
