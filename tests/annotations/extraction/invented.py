"""An invented extractor for tests of running one: it proposes every "killed", and can die as real ones may."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotations.extraction.extractor import Proposed
from annotations.model import Analysis, Article, Event, Proposal, Span

DEADLY = "end the process"
"""A text with these words ends the process that reads it, as a kernel short of memory does."""


class Killed:
    """Proposes every "killed" as one event."""

    name = "killed"
    model = "none"

    def __init__(self, version: str) -> None:
        self.version = version
        self.rules_hash = "r"
        self.read = 0

    def propose(self, articles: Iterable[Article], batch_size: int) -> Iterator[Proposed]:
        for article in articles:
            self.read += 1
            if DEADLY in article.text:
                os._exit(9)
            start = article.text.find("killed")
            found = [Span.of(article.text, start, start + 6)] if start >= 0 else []
            events = [Event(article.id, "Harm.Kill", span, "occurred") for span in found]
            yield article, Analysis(sentences=((0, 1),)), tuple(Proposal(event, 0.5) for event in events)


@dataclass(frozen=True, slots=True)
class Make:
    """Makes it; other processes make it again from this."""

    version: str = "1"

    def __call__(self) -> Killed:
        return Killed(self.version)

    def identity(self) -> None:
        return None
