"""An extractor measured by a reviewer's gold in the database: figures from complete articles, and precision so far."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.formats.exporting import candidate_records, gold_records
from annotations.model import Event
from annotations.ontology import Ontology
from annotations.scoring.scores import Scores, score
from annotations.scoring.so_far import Judged, SoFar, so_far
from annotations.store import reading, runs
from annotations.store.connection import snapshot
from annotations.store.facets import Facets, facets_of

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
        orders: set[str] = set()
        for article in reading.article_ids(connection):
            facets = facets_of(connection, reviewer, article)
            orders.update(ruling.queue_order for ruling in facets.rulings.values() if ruling.queue_order)
            live = runs.live(connection, article, extractor)
            candidates.extend(_judged((each.proposal.event for each in live), facets))
    return Measured(scores, so_far(candidates, f"{' and '.join(sorted(orders)) or UNRECORDED} order"))


def _judged(proposals: Iterable[Event], facets: Facets) -> Iterator[Judged]:
    verdicts = {subject: ruling.verdict for subject, ruling in facets.rulings.items()}
    # What was added, or made of another candidate, decides an equal one too.
    gold = {verdict.event.id: verdict for verdict in verdicts.values() if verdict.is_gold}
    for proposal in proposals:
        verdict = gold.get(proposal.id) or verdicts.get(proposal.id)
        if verdict is not None and verdict.is_gold:
            yield Judged(proposal, "accept" if _same(proposal, verdict.event) else "edit", verdict.event)
        elif verdict is not None:
            yield Judged(proposal, "reject" if verdict.verdict == "reject" else "skip")
        else:
            yield Judged(proposal, None)


def _same(one: Event, other: Event) -> bool:
    return (one.id, one.status, set(one.arguments)) == (other.id, other.status, set(other.arguments))
