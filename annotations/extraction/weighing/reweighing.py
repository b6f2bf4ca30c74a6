"""An extractor whose confidence goes by other weights than its own: those that a project's decisions made.

Nothing else of what it proposes changes. The weights are part of its rules, so that a run says by which it went.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.extraction.extractor import Extractor, Make, Proposed, made
from annotations.extraction.identity import Identity
from annotations.extraction.weighing.confidence import Confidence
from annotations.model import Article, content_id


class Reweighed:
    """What the extractor proposes, with another confidence.

    Attributes:
        name: the extractor's.
        version: the extractor's.
        model: the extractor's.
        rules_hash: of the extractor's rules and the weights.
    """

    def __init__(self, extractor: Extractor, confidence: Confidence) -> None:
        """Take ``confidence`` in the place of the extractor's own."""
        self._extractor = extractor
        self._confidence = confidence
        self.name = extractor.name
        self.version = extractor.version
        self.model = extractor.model
        self.rules_hash = rules_hash(extractor.rules_hash, confidence)

    def propose(self, articles: Iterable[Article], batch_size: int) -> Iterator[Proposed]:
        """As the extractor does."""
        for article, analysis, proposals in self._extractor.propose(articles, batch_size):
            weighed = tuple(replace(one, confidence=self._confidence.of(one.evidence)) for one in proposals)
            yield article, analysis, weighed


def rules_hash(own: str, confidence: Confidence) -> str:
    """The hash of an extractor's rules, its ``own``, with these weights."""
    return content_id(f"{own}\n{confidence.as_toml()}")


@dataclass(frozen=True, slots=True)
class MakeReweighed:
    """Makes an extractor with other weights."""

    make: Make
    weights: tuple[tuple[str, float], ...]

    def __call__(self) -> Extractor:
        """The extractor, ready; raises what ``make`` raises."""
        return Reweighed(made(self.make), Confidence(dict(self.weights)))

    def identity(self) -> Identity | None:
        """What it will be known by, where ``make`` can tell."""
        known = self.make.identity()
        if known is None:
            return None
        rules = rules_hash(known.rules_hash, Confidence(dict(self.weights)))
        return Identity(known.name, known.version, known.model, rules)
