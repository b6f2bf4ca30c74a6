"""Findings: the events of one parsed text, with what the rules saw of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotations.extraction.clauses.text import Text
from annotations.extraction.events.arguments import Found, arguments
from annotations.extraction.events.status import Cue, status_of
from annotations.extraction.events.triggers import Trigger, triggers
from annotations.extraction.rulebook.lexicon import Lexicon
from annotations.extraction.weighing.confidence import Confidence
from annotations.model import Argument, Event, Proposal, Span
from annotations.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Finding:
    """One event of a text; offsets are code points in that text. ``arguments`` are (role, start, end)."""

    type: str
    status: str
    start: int
    end: int
    arguments: tuple[tuple[str, int, int], ...]
    confidence: float
    evidence: Mapping[str, str]

    def proposal(self, article: str, text: str, offset: int) -> Proposal:
        """The finding in an article, ``offset`` being where the parsed text begins in ``text``."""
        found = {Argument(Span.of(text, start + offset, end + offset), role) for role, start, end in self.arguments}
        return Proposal(
            event=Event(
                article=article,
                type=self.type,
                trigger=Span.of(text, self.start + offset, self.end + offset),
                status=self.status,
                arguments=tuple(sorted(found)),
            ),
            confidence=self.confidence,
            evidence=self.evidence,
        )


class Sighting(NamedTuple):
    """One event of a text as the rules see it, in tokens."""

    trigger: Trigger
    cue: Cue
    arguments: list[Found]
    evidence: Mapping[str, str]


def findings(text: Text, ontology: Ontology, lexicon: Lexicon, confidence: Confidence) -> Iterator[Finding]:
    """The events of a text, one for each trigger and type, in text order."""
    starts, ends = text.parse.starts, text.parse.ends
    for trigger, cue, found, evidence in sightings(text, ontology, lexicon):
        yield Finding(
            type=trigger.rule.type,
            status=cue.status,
            start=starts[trigger.first],
            end=ends[trigger.end - 1],
            arguments=tuple(
                (argument.role, starts[argument.tokens.first], ends[argument.tokens.end - 1]) for argument in found
            ),
            confidence=confidence.of(evidence),
            evidence=evidence,
        )


def sightings(text: Text, ontology: Ontology, lexicon: Lexicon) -> Iterator[Sighting]:
    """What the rules see, one for each trigger and type, in text order."""
    seen: set[tuple[int, int, str]] = set()
    for trigger in triggers(text, lexicon):
        event_type = ontology.types[trigger.rule.type]
        key = (trigger.first, trigger.end, event_type.name)
        if key in seen:
            continue
        seen.add(key)
        cue = status_of(text, trigger, ontology.default_status)
        found = arguments(text, trigger, frozenset(event_type.roles))
        yield Sighting(trigger, cue, found, _evidence(text, trigger, cue, found))


def _evidence(text: Text, trigger: Trigger, cue: Cue, found: list[Found]) -> dict[str, str]:
    """What the rules saw, as strings: for explanation, and as features of the confidence."""
    parse, relations = text.parse, trigger.relations
    return {
        "rule": trigger.rule.id,
        "part_of_speech": trigger.part_of_speech,
        "zone": "headline" if text.headline else "body",
        "clause": parse.deps[trigger.head],
        "governor": " ".join(parse.lemmas[above] for above in relations.governors),
        "needs": str(len(trigger.rule.needs)),
        "cue": cue.cue,
        "filled": str(len({argument.role for argument in found})),
        "subject": "yes" if relations.fillers("subject") else "no",
        "object": "yes" if relations.fillers("object") else "no",
        "paths": "; ".join(f"{argument.role}={argument.path}" for argument in found),
    }
