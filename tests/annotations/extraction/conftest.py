"""What tests of the rules share: one pipeline, one extractor, and events as they read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from annotations.extraction.parsing.pipeline import load_pipeline
from annotations.extraction.rules import RulesExtractor
from annotations.model import Article, Proposal, Zone, ZoneName
from annotations.ontology import Ontology


@dataclass(frozen=True)
class Read:
    """An event as it reads: texts instead of spans."""

    type: str
    trigger: str
    status: str
    arguments: frozenset[tuple[str, str]]

    def fillers(self, role: str) -> set[str]:
        return {text for name, text in self.arguments if name == role}

    def told(self) -> list[str]:
        """Every argument as "role text", in the order of the alphabet."""
        return sorted(f"{role} {text}" for role, text in self.arguments)


@dataclass(frozen=True)
class Case:
    """A sentence, one of its triggers, and every argument of that event as ``Read.told`` gives them."""

    sentence: str
    trigger: str
    arguments: list[str]


def cases(text: str) -> list[Case]:
    """The cases of pairs of lines: a sentence with its trigger in brackets, and the arguments below it."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        Case(
            sentence.replace("[", "").replace("]", ""),
            sentence[sentence.index("[") + 1 : sentence.index("]")],
            sorted(arguments.strip().split("; ")),
        )
        for sentence, arguments in zip(lines[::2], lines[1::2], strict=True)
    ]


class Reading(list[Read]):
    """The events of one sentence."""

    def of(self, event_type: str, trigger: str | None = None) -> Read:
        found = [event for event in self if event.type == event_type and trigger in {None, event.trigger}]
        assert len(found) == 1, f"{event_type} {trigger or ''}: {[(event.type, event.trigger) for event in self]}"
        return found[0]

    def by(self, trigger: str) -> Read:
        """The one event of a trigger."""
        found = [event for event in self if event.trigger == trigger]
        assert len(found) == 1, f"{trigger}: {[(event.type, event.trigger) for event in self]}"
        return found[0]

    def types(self) -> set[str]:
        return {event.type for event in self}


def read(proposals: Iterable[Proposal]) -> Reading:
    return Reading(
        Read(
            proposal.event.type,
            proposal.event.trigger.text,
            proposal.event.status,
            frozenset((argument.role, argument.span.text) for argument in proposal.event.arguments),
        )
        for proposal in proposals
    )


def article(text: str, zone: ZoneName = "body") -> Article:
    return Article(text, (Zone(0, len(text), zone),))


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The pipeline that the project brings."""
    return load_pipeline()


@pytest.fixture(scope="session")
def rules(conflict: Ontology, pipeline: Language) -> RulesExtractor:
    """The rules of the ontology that the project ships."""
    return RulesExtractor(conflict, pipeline)


@pytest.fixture(scope="session")
def events(rules: RulesExtractor) -> Callable[..., Reading]:
    """The events of a text, in one zone."""

    def of(text: str, zone: ZoneName = "body") -> Reading:
        ((_, _, proposals),) = rules.propose([article(text, zone)])
        for proposal in proposals:
            proposal.event.check(text)
        return read(proposals)

    return of
