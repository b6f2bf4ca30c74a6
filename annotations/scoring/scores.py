"""Precision, recall and F1 against gold, in all and per type, from complete articles only (law 6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.formats.record import Record
from annotations.model import Event
from annotations.scoring.alignment import Aligned, align
from annotations.scoring.levels import Count, Level, count


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one comparison."""

    micro: Mapping[Level, Count]
    """Over all articles."""
    types: Mapping[str, Mapping[Level, Count]]
    """The events of one type alone, types in alphabetical order; without TI, which knows no type."""
    articles: int
    """Complete gold articles, which the figures are of."""
    unmatched: int
    """Those of them that no prediction line reaches; their events count as missed."""
    left_out: int
    """Distinct predicted events that lie in no complete gold article and are not in the figures."""


def score(gold: Iterable[Record], predictions: Iterable[Record]) -> Scores:
    """Score predictions against gold, as ``align`` puts them together.

    Raises:
        RecordError: the two have different texts at one place.
    """
    aligned = align(gold, predictions)
    return Scores(
        micro=count(aligned.gold, aligned.predicted),
        types=_types(aligned),
        articles=aligned.articles,
        unmatched=aligned.unmatched,
        left_out=aligned.left_out,
    )


def _types(aligned: Aligned) -> dict[str, dict[Level, Count]]:
    gold, predicted = _by_type(aligned.gold), _by_type(aligned.predicted)
    types: dict[str, dict[Level, Count]] = {}
    for name in sorted({*gold, *predicted}):
        counts = count(gold.get(name, ()), predicted.get(name, ()))
        types[name] = {level: figures for level, figures in counts.items() if level != "TI"}
    return types


def _by_type(events: Iterable[Event]) -> dict[str, list[Event]]:
    by_type = defaultdict(list)
    for event in events:
        by_type[event.type].append(event)
    return by_type
