"""The figures of every extractor by one reviewer's decisions, with how sure they are.

The same figures as `measured` gives of one, kept apart by article so that each has its interval, and made of the
articles alone in which the reviewer did anything: the rest of a large database is not read.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.model import Event
from annotations.scoring.intervals import Interval, interval
from annotations.scoring.levels import LEVELS, Count, Level, count
from annotations.scoring.measured import in_words, judged
from annotations.scoring.so_far import Precision, SoFar, Verdict, so_far
from annotations.store import history, runs
from annotations.store.facets import Facets, facets_of
from annotations.store.runs import RunProposal


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio, what it is of, and where it lies with 95 % confidence."""

    hits: int
    n: int
    interval: Interval | None
    """None where fewer than two articles have anything to count."""

    @property
    def ratio(self) -> float | None:
        """Hits of n, in 0–1; None where n is zero."""
        return self.hits / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Complete:
    """One level's figures over complete articles. F1's n is all that is in gold and all that was predicted."""

    precision: Figure
    recall: Figure
    f1: Figure


@dataclass(frozen=True, slots=True)
class Extractor:
    """What one extractor comes to."""

    name: str
    so_far: Mapping[Level, Figure]
    """Precision over all that is decided anywhere."""
    types: Mapping[str, Mapping[Level, Figure]]
    """The same by the type proposed, most often decided first."""
    verdicts: Mapping[Verdict, int]
    order: str
    """The order in which candidates came before the reviewer, in words."""
    complete: Mapping[Level, Complete]
    """From complete articles only (law 6)."""
    unmatched: int
    """Complete articles that the extractor never saw; their events count as missed."""

    @property
    def decided(self) -> int:
        """Candidates of it that are accepted, edited or rejected."""
        return self.so_far["TC"].n


@dataclass(frozen=True, slots=True)
class Overview:
    """All of them."""

    articles: int
    """Complete articles."""
    extractors: tuple[Extractor, ...]
    """By name."""


def overview(connection: sqlite3.Connection, reviewer: str, tick: Callable[[int, int], None]) -> Overview:
    """Measure the newest run of every extractor; ``tick`` is told how many articles are read, and of how many."""
    tallies = {name: _Tally(name) for name in runs.extractors(connection)}
    touched = history.touched(connection, reviewer)
    complete = 0
    for number, article in enumerate(touched):
        tick(number, len(touched))
        facets = facets_of(connection, reviewer, article)
        complete += facets.complete
        proposals = defaultdict[str, list[RunProposal]](list)
        for proposed in runs.live(connection, article):
            proposals[proposed.extractor].append(proposed)
        for name, tally in tallies.items():
            tally.judge(facets, proposals[name])
            if facets.complete:
                seen = bool(proposals[name]) or runs.covers(connection, article, name)
                tally.compare(_gold(facets), [each.proposal.event for each in proposals[name]], seen=seen)
    return Overview(complete, tuple(tally.figures() for tally in tallies.values()))


def _gold(facets: Facets) -> list[Event]:
    # Of two gold verdicts for one event the later stands.
    verdicts = (ruling.verdict for ruling in facets.rulings.values())
    return list({verdict.event.id: verdict.event for verdict in verdicts if verdict.is_gold}.values())


class _Tally:
    """One extractor's counts, article by article."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._articles: list[SoFar] = []
        self._complete: list[Mapping[Level, Count]] = []
        self._orders: Counter[str] = Counter()
        self._unmatched = 0

    def judge(self, facets: Facets, proposals: Sequence[RunProposal]) -> None:
        """Take in an article's proposals with what was decided of them."""
        judgements = list(judged(facets, proposals))
        self._orders.update(order for _, order in judgements if order)
        found = so_far((one for one, _ in judgements), "")
        if found.decided or found.verdicts["skip"]:
            self._articles.append(found)

    def compare(self, gold: Sequence[Event], predicted: Sequence[Event], *, seen: bool) -> None:
        """Take in a complete article; whether the extractor has ``seen`` it."""
        self._complete.append(count(gold, predicted))
        self._unmatched += not seen

    def figures(self) -> Extractor:
        """What it comes to."""
        types = defaultdict[str, list[Mapping[Level, Precision]]](list)
        for article in self._articles:
            for name, levels in article.types.items():
                types[name].append(levels)
        by_type = {name: _precision(levels) for name, levels in types.items()}
        return Extractor(
            name=self._name,
            so_far=_precision([article.micro for article in self._articles]),
            types=dict(sorted(by_type.items(), key=lambda each: (-each[1]["TC"].n, each[0]))),
            verdicts=sum((Counter(article.verdicts) for article in self._articles), Counter[Verdict]()),
            order=in_words(self._orders),
            complete={level: _compared([counts[level] for counts in self._complete]) for level in LEVELS},
            unmatched=self._unmatched,
        )


def _precision(articles: Sequence[Mapping[Level, Precision]]) -> dict[Level, Figure]:
    return {level: _figure((levels[level].correct, levels[level].predicted) for levels in articles) for level in LEVELS}


def _compared(counts: Sequence[Count]) -> Complete:
    return Complete(
        precision=_figure((each.correct, each.predicted) for each in counts),
        recall=_figure((each.correct, each.gold) for each in counts),
        f1=_figure(((2 * each.correct, each.gold + each.predicted) for each in counts), counted=2),
    )


def _figure(parts: Iterable[tuple[int, int]], *, counted: int = 1) -> Figure:
    parts = list(parts)
    return Figure(sum(hits for hits, _ in parts), sum(n for _, n in parts), interval(parts, counted=counted))
