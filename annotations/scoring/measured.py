"""An extractor measured by a reviewer's gold in the database: figures from complete articles, and precision so far."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.formats.exporting import candidate_records, gold_records
from annotations.model import Event
from annotations.ontology import Ontology
from annotations.scoring.scores import Scores, score
from annotations.scoring.so_far import Judged, SoFar, so_far
from annotations.store import reading, runs
from annotations.store.connection import snapshot
from annotations.store.facets import Facets, Ruling, facets_of
from annotations.store.runs import RunProposal

UNRECORDED = "unrecorded"
"""The order of decisions that no queue led to: imported ones."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one extractor by one reviewer's gold."""

    scores: Scores
    """From complete articles only."""
    so_far: SoFar
    """From what is decided anywhere."""


def measure(connection: sqlite3.Connection, ontology: Ontology, reviewer: str, extractor: str) -> Measured:
    """Measure the extractor's newest run over each article against what the reviewer decided.

    Raises:
        StoreError: the extractor has no run here.
    """
    with snapshot(connection):
        # Within one database an article is known by its text; two sources of one name are no reason to mix them up.
        predictions = (
            replace(record, located=False, also=()) for record in candidate_records(connection, ontology, extractor)
        )
        scores = score(gold_records(connection, ontology, reviewer), predictions)
        candidates: list[Judged] = []
        orders: Counter[str] = Counter()
        for article in reading.article_ids(connection):
            facets = facets_of(connection, reviewer, article)
            for one, order in judged(facets, runs.live(connection, article, extractor)):
                candidates.append(one)
                orders.update([order] if order else [])
    return Measured(scores, so_far(candidates, in_words(orders)))


def judged(facets: Facets, proposals: Iterable[RunProposal]) -> Iterator[tuple[Judged, str | None]]:
    """An article's proposals as a reviewer judged them; with each decided one the order in which it came."""
    gold = facets.gold
    for proposed in proposals:
        # What was added, or made of another candidate, decides an equal one too.
        ruling = facets.rulings.get(gold.get(proposed.event, proposed.event))
        is_decided = ruling is not None and ruling.verdict.verdict != "skip"
        yield (
            _judged(proposed.proposal.event, ruling),
            (ruling.queue_order or UNRECORDED) if ruling and is_decided else None,
        )


def _judged(proposal: Event, ruling: Ruling | None) -> Judged:
    if ruling is None:
        return Judged(proposal, None)
    if ruling.verdict.is_gold:
        right = ruling.verdict.event
        return Judged(proposal, "accept" if right.agrees_with(proposal) else "edit", right)
    return Judged(proposal, "reject" if ruling.verdict.verdict == "reject" else "skip")


def in_words(orders: Counter[str]) -> str:
    """The order that candidates were decided in; of several each with its n."""
    if len(orders) < 2:
        return f"{next(iter(orders), UNRECORDED)} order"
    return " and ".join(f"{order} order ({orders[order]:,})" for order in sorted(orders))
