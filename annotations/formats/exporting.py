"""What an export writes: a reviewer's gold, or what an extractor proposed last, as records."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from annotations.errors import StoreError
from annotations.formats.adopting import CONFIDENCE_UNSTATED
from annotations.formats.record import Annotation, Record
from annotations.model import Occurrence
from annotations.nearest import suggestion
from annotations.ontology import Ontology
from annotations.store import gold, reading, runs
from annotations.store.gold import Judged
from annotations.store.reading import StoredArticle


def gold_records(connection: sqlite3.Connection, ontology: Ontology, reviewer: str) -> Iterator[Record]:
    """All that a reviewer decided, one record for each article in which anything stands, in queue order.

    What was decided and taken back leaves no trace, so the same gold is the same records.
    """
    for article, judged in gold.judged_articles(connection, reviewer):
        if not judged.events and not judged.complete:
            continue
        in_gold = {each.verdict.event.id for each in judged.events if each.verdict.is_gold}
        apart = [each for each in judged.events if each.verdict.event.id not in in_gold]
        yield replace(
            _without_events(reading.article_of(connection, article), ontology),
            complete=judged.complete,
            events=tuple(_decided(each, reviewer) for each in judged.events if each.verdict.is_gold),
            rejected=tuple(_decided(each, reviewer) for each in apart if each.verdict.verdict == "reject"),
            skipped=tuple(_decided(each, reviewer) for each in apart if each.verdict.verdict == "skip"),
        )


def candidate_records(connection: sqlite3.Connection, ontology: Ontology, extractor: str) -> Iterator[Record]:
    """What the extractor's newest run over each article proposed, in queue order.

    Raises:
        StoreError: the extractor has no run here.
    """
    there = runs.extractors(connection)
    if extractor not in there:
        known = f"extractors here: {', '.join(there)}" if there else "`goldwire extract` makes the first"
        known = suggestion(extractor, there, known)
        raise StoreError(f"no run of extractor {extractor!r}; {known}")
    for article in reading.article_ids(connection):
        if runs.covers(connection, article, extractor):
            yield replace(
                _without_events(reading.article_of(connection, article), ontology),
                events=tuple(_proposed(each) for each in runs.live(connection, article, extractor)),
            )


def _without_events(stored: StoredArticle, ontology: Ontology) -> Record:
    places = tuple(Occurrence(place.label, place.start, place.end) for place in stored.occurrences)
    return Record(
        article=stored.article,
        source=places[0].source if places else "",
        start=places[0].start if places else 0,
        also=places[1:],
        cluster=stored.cluster,
        ontology=ontology.id,
        located=bool(places),
        extra=stored.extra,
    )


def _decided(judged: Judged, reviewer: str) -> Annotation:
    verdict = judged.verdict
    return Annotation(
        event=verdict.event,
        extractor=judged.extractor,
        confidence=judged.confidence,
        decision=verdict.verdict,
        reviewer=reviewer,
        decided_at=judged.decided_at,
        comment=judged.comment,
        flag=judged.flag,
        reason=verdict.reason,
        extra=verdict.extra,
    )


def _proposed(proposed: runs.RunProposal) -> Annotation:
    proposal = proposed.proposal
    is_stated = not proposal.evidence.items() >= CONFIDENCE_UNSTATED.items()
    return Annotation(
        event=proposal.event, extractor=proposed.extractor, confidence=proposal.confidence if is_stated else None
    )
