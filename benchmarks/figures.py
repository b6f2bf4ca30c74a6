"""The extractor's figures on gold files, side by side, with bootstrap intervals over articles.

``python -m benchmarks.figures GOLD.jsonl …`` prints the Markdown table that README quotes. The articles are those of
the gold records themselves; every proposal counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click

from annotations import ontology as ontologies
from annotations.articles.article import article as read_article
from annotations.extraction.builtin import MakeRules
from annotations.extraction.extractor import Extractor
from annotations.extraction.identity import DEFAULT_MODEL
from annotations.formats.reading import read
from annotations.formats.record import Record
from annotations.model import Article, Event, Proposal
from annotations.scoring.levels import Count, Level, count
from annotations.scoring.reliability import reliability

SHOWN: tuple[Level, ...] = ("TI", "TC", "AC+")
RESAMPLES = 1_000
SEED = 20_160_912
"""Of the resamples, so that the same gold and rules give the same table."""
_BATCH = 8
_TAIL = 0.025
"""What each end of a 95 % interval leaves out."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One article's proposals, marked by its gold."""

    counts: dict[Level, Count]
    statuses: tuple[bool, ...]
    """Of each proposal whose trigger and type gold has: whether its status is gold's."""
    confidences: tuple[float, ...]
    right: tuple[bool, ...]
    """Of each proposal: whether gold has its trigger and type."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio in 0–1, None where nothing was there to compare, and its 95 % interval."""

    value: float | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        if self.value is None or self.low is None or self.high is None:
            return "n = 0"
        return f"{self.value:.3f} ({self.low:.2f}–{self.high:.2f})"


def marked(extractor: Extractor, records: Sequence[Record]) -> Iterator[Marked]:
    """Run the extractor over the complete articles of a gold file and mark what it proposes."""
    complete = [record for record in records if record.complete is not False]
    proposed = extractor.propose(map(_zoned, complete), _BATCH)
    for record, (_, _, proposals) in zip(complete, proposed, strict=True):
        yield mark([annotation.event for annotation in record.events], proposals)


def mark(gold: Sequence[Event], proposals: Sequence[Proposal]) -> Marked:
    """Mark one article's proposals."""
    by_id = {event.id: event for event in gold}
    events = [proposal.event for proposal in proposals]
    return Marked(
        counts=count(gold, events),
        statuses=tuple(event.status == by_id[event.id].status for event in events if event.id in by_id),
        confidences=tuple(proposal.confidence for proposal in proposals),
        right=tuple(event.id in by_id for event in events),
    )


def figures(articles: Sequence[Marked]) -> dict[str, float | None]:
    """Every figure of some articles together, by its name in the table."""
    found: dict[str, float | None] = {}
    for level in SHOWN:
        total = Count(
            sum(each.counts[level].gold for each in articles),
            sum(each.counts[level].predicted for each in articles),
            sum(each.counts[level].correct for each in articles),
        )
        found |= {f"{level} precision": total.precision, f"{level} recall": total.recall, f"{level} F1": total.f1}
    statuses = [right for each in articles for right in each.statuses]
    found["status, on matched triggers"] = sum(statuses) / len(statuses) if statuses else None
    found["calibration error of the confidence"] = reliability(
        [confidence for each in articles for confidence in each.confidences],
        [right for each in articles for right in each.right],
    ).ece
    return found


def with_intervals(articles: Sequence[Marked], resamples: int = RESAMPLES, seed: int = SEED) -> dict[str, Figure]:
    """The figures with the percentile intervals of a bootstrap over articles (Efron 1979)."""
    random = Random(seed)
    drawn = [figures(random.choices(articles, k=len(articles))) for _ in range(resamples)]
    return {name: _figure(value, [each[name] for each in drawn]) for name, value in figures(articles).items()}


def _figure(value: float | None, drawn: Sequence[float | None]) -> Figure:
    known = sorted(each for each in drawn if each is not None)
    if not known:
        return Figure(value, None, None)
    last = len(known) - 1
    return Figure(value, known[round(_TAIL * last)], known[round((1 - _TAIL) * last)])


def table(columns: Mapping[str, Sequence[Marked]], resamples: int = RESAMPLES) -> str:
    """A Markdown table: a row for each figure, a column for each gold file."""
    found = {name: with_intervals(articles, resamples) for name, articles in columns.items()}
    rows = [
        ["", *columns],
        ["---", *["---:"] * len(columns)],
        ["articles", *(str(len(articles)) for articles in columns.values())],
        ["events", *(str(sum(each.counts["TC"].gold for each in articles)) for articles in columns.values())],
        *([name, *(str(each[name]) for each in found.values())] for name in next(iter(found.values()))),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _zoned(record: Record) -> Article:
    """The record's article; where it says nothing of zones, with those that its text has."""
    return record.article if record.article.zones else read_article(record.article.text)


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--ontology", type=click.Path(path_type=Path, exists=True), default=ontologies.DEFAULT)
@click.option("--model", default=DEFAULT_MODEL)
@click.option("--resamples", type=click.IntRange(1), default=RESAMPLES, show_default=True)
def main(gold: tuple[Path, ...], ontology: Path, model: str, resamples: int) -> None:
    """Print the rules' figures on gold files as a Markdown table, with 95 % intervals over articles."""
    extractor = MakeRules(ontologies.load(ontology).folder, model)()
    columns = {path.as_posix(): list(marked(extractor, read(path))) for path in gold}
    click.echo(table(columns, resamples))


if __name__ == "__main__":
    main()
