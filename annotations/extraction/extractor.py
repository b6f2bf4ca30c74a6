"""What an extractor is: anything that proposes events and says by what version, model and rules."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import Protocol

from annotations.model import Analysis, Article, Proposal

Proposed = tuple[Article, Analysis, tuple[Proposal, ...]]


class Identified(Protocol):
    """Name, version, model and rules: they say whether an article must be done again."""

    @property
    def name(self) -> str:
        """What its proposals are known by."""

    @property
    def version(self) -> str:
        """Of its program."""

    @property
    def model(self) -> str:
        """The pipeline under it, with its version."""

    @property
    def rules_hash(self) -> str:
        """Of the ontology, lexicon and patterns in force."""


class Extractor(Identified, Protocol):
    """Whatever proposes events."""

    def propose(self, articles: Iterable[Article], batch_size: int) -> Iterator[Proposed]:
        """What it saw and proposes, article by article in their order, reading only so far ahead as a batch."""


class Make(Protocol, Hashable):
    """Makes the extractor; equal makers make it once in a process, and other processes receive a copy of the maker."""

    def __call__(self) -> Extractor:
        """The extractor, ready."""

    def identity(self) -> Identified | None:
        """What the extractor will be known by, where that can be told without making it."""


@cache
def made(make: Make) -> Extractor:
    """The extractor, made once in each process."""
    return make()


def identified(make: Make) -> Identified:
    """What the extractor is known by; it is made only where nothing else can tell."""
    return make.identity() or made(make)
