"""The figures of every extractor by one reviewer's decisions, with how sure they are.

The same figures as `measured` gives of one, kept apart by article so that each has its interval, and made of the
articles alone in which the reviewer did anything: the rest of a large database is not read.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotations.model import Event
from annotations.scoring.intervals import Interval, Tally
from annotations.scoring.levels import LEVELS, Level, count
from annotations.scoring.measured import in_words, judged
from annotations.scoring.so_far import Precision, Verdict, so_far
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
    measures = {name: _Measure(name) for name in runs.extractors(connection)}
    touched = history.touched(connection, reviewer)
    complete = 0
    for number, article in enumerate(touched):
        tick(number, len(touched))
        facets = facets_of(connection, reviewer, article)
        complete += facets.complete
        proposals = defaultdict[str, list[RunProposal]](list)
        for proposed in runs.live(connection, article):
            proposals[proposed.extractor].append(proposed)
        for name, measure in measures.items():
            measure.judge(facets, proposals[name])
            if facets.complete:
                seen = bool(proposals[name]) or runs.covers(connection, article, name)
                measure.compare(_gold(facets), [each.proposal.event for each in proposals[name]], seen=seen)
    return Overview(complete, tuple(measure.figures() for measure in measures.values()))


def _gold(facets: Facets) -> list[Event]:
    return [facets.rulings[subject].verdict.event for subject in facets.gold.values()]


class _Measure:
    """One extractor's figures under way, article by article."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._so_far = _tallies()
        self._types = defaultdict[str, dict[Level, Tally]](_tallies)
        self._verdicts: Counter[Verdict] = Counter()
        self._orders: Counter[str] = Counter()
        self._precision, self._recall, self._f1 = _tallies(), _tallies(), _tallies(counted=2)
        self._unmatched = 0

    def judge(self, facets: Facets, proposals: Sequence[RunProposal]) -> None:
        """Take in an article's proposals with what was decided of them."""
        judgements = list(judged(facets, proposals))
        self._orders.update(order for _, order in judgements if order)
        found = so_far((one for one, _ in judgements), "")
        self._verdicts.update(found.verdicts)
        _add(self._so_far, found.micro)
        for name, levels in found.types.items():
            _add(self._types[name], levels)

    def compare(self, gold: Sequence[Event], predicted: Sequence[Event], *, seen: bool) -> None:
        """Take in a complete article; whether the extractor has ``seen`` it."""
        for level, each in count(gold, predicted).items():
            self._precision[level].add(each.correct, each.predicted)
            self._recall[level].add(each.correct, each.gold)
            self._f1[level].add(2 * each.correct, each.gold + each.predicted)
        self._unmatched += not seen

    def figures(self) -> Extractor:
        """What it comes to."""
        types = sorted(self._types.items(), key=lambda each: (-each[1]["TC"].n, each[0]))
        return Extractor(
            name=self._name,
            so_far=_figures(self._so_far),
            types={name: _figures(levels) for name, levels in types},
            verdicts=+self._verdicts,
            order=in_words(self._orders),
            complete={
                level: Complete(_figure(self._precision[level]), _figure(self._recall[level]), _figure(self._f1[level]))
                for level in LEVELS
            },
            unmatched=self._unmatched,
        )


def _tallies(*, counted: int = 1) -> dict[Level, Tally]:
    return {level: Tally(counted=counted) for level in LEVELS}


def _add(tallies: Mapping[Level, Tally], levels: Mapping[Level, Precision]) -> None:
    for level, figure in levels.items():
        tallies[level].add(figure.correct, figure.predicted)


def _figures(tallies: Mapping[Level, Tally]) -> dict[Level, Figure]:
    return {level: _figure(tally) for level, tally in tallies.items()}


def _figure(tally: Tally) -> Figure:
    return Figure(tally.hits, tally.n, tally.interval)
