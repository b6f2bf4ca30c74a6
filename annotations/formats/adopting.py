"""Events of records into the database: as a reviewer's decisions, or as proposals of an extractor.

What the reviewer has decided already is left alone, so that taking the same record twice changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.errors import OntologyError
from annotations.formats.record import Annotation, Record
from annotations.model import Proposal
from annotations.ontology import Ontology
from annotations.store import decisions, runs
from annotations.store.decisions import Change
from annotations.store.facets import facets_of
from annotations.store.forms import Verdict, VerdictName, dump, verdict_form

CONFIDENCE_UNSTATED = {"confidence": "unstated"}
"""Evidence of a prediction that said nothing of its confidence: it was asserted outright, so it is kept with 1."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the events of records came to."""

    decisions: int = 0
    """Rows appended: verdicts, flags, comments, completions."""
    proposals: int = 0
    differing: int = 0
    """Events that the reviewer had decided otherwise, which stand as they were decided."""

    def __add__(self, other: "Adopted") -> "Adopted":
        """Both together."""
        return Adopted(
            self.decisions + other.decisions, self.proposals + other.proposals, self.differing + other.differing
        )


def with_status(record: Record, ontology: Ontology) -> Record:
    """The record, with the ontology's first status for events that name none, checked against the ontology.

    Raises:
        OntologyError: an event's type, status or role, or the reason of a rejection, is not the ontology's.
    """
    record = replace(
        record,
        events=tuple(_with_status(each, ontology) for each in record.events),
        rejected=tuple(_with_status(each, ontology) for each in record.rejected),
        skipped=tuple(_with_status(each, ontology) for each in record.skipped),
    )
    for annotation in record.annotations():
        ontology.check(annotation.event)
        if annotation.reason is not None and annotation.reason not in ontology.rejects:
            raise OntologyError(
                f"reject reason {annotation.reason!r} is not in ontology {ontology.id}; "
                f"it has {', '.join(ontology.rejects)}"
            )
    return record


def _with_status(annotation: Annotation, ontology: Ontology) -> Annotation:
    if annotation.event.status:
        return annotation
    return replace(annotation, event=replace(annotation.event, status=ontology.default_status))


def as_decisions(connection: sqlite3.Connection, record: Record, reviewer: str) -> Adopted:
    """Append what the record says of its article as decisions of ``reviewer``, where they have said nothing yet.

    Events become additions. A record that does not say whether it is complete is. Of an event that is both gold and
    rejected or skipped, gold stands.
    """
    article = record.article.id
    known = facets_of(connection, reviewer, article)
    verdicts = {subject: ruling.verdict for subject, ruling in known.rulings.items()}
    gold = known.gold
    changes: list[Change] = []
    differing = 0
    for verdict, annotation in _verdicts(record):
        # An event may be gold under the id of the candidate that it was edited from.
        subject = gold.get(verdict.event.id, verdict.event.id)
        before = verdicts.get(subject)
        if before is None or (before.verdict == "skip" and verdict.verdict != "skip"):
            changes.append(Change(article, subject, "verdict", dump(verdict_form(verdict))))
            verdicts[subject] = verdict
        elif not _same(before, verdict):
            differing += 1
        if annotation.flag and subject not in known.flags:
            changes.append(Change(article, subject, "flag", dump(True)))
        if annotation.comment and subject not in known.comments:
            changes.append(Change(article, subject, "comment", dump(annotation.comment)))
    if record.complete is not False and not known.complete:
        changes.append(Change(article, article, "complete", dump(True)))
    decisions.append(connection, reviewer, changes)
    return Adopted(decisions=len(changes), differing=differing)


def as_proposals(
    connection: sqlite3.Connection, records: Iterable[Record], extractor: str, rules: str, ontology: str
) -> Adopted:
    """Record a run of ``extractor`` that finished the articles of the records and proposed their events.

    Of two versions of one event the more confident counts, the first of equals.
    """
    proposals: dict[str, dict[str, Proposal]] = {}
    for record in records:
        of_article = proposals.setdefault(record.article.id, {})
        for annotation in record.events:
            proposal = _proposal(annotation)
            before = of_article.get(proposal.event.id)
            if before is None or before.confidence < proposal.confidence:
                of_article[proposal.event.id] = proposal
    run = runs.begin(connection, extractor=extractor, version="", model="", rules=rules, ontology=ontology)
    for article, found in proposals.items():
        runs.save(connection, run, article, list(found.values()))
    return Adopted(proposals=sum(map(len, proposals.values())))


def _verdicts(record: Record) -> Iterator[tuple[Verdict, Annotation]]:
    seen: set[str] = set()
    lists: tuple[tuple[VerdictName, tuple[Annotation, ...]], ...] = (
        ("add", record.events),
        ("reject", record.rejected),
        ("skip", record.skipped),
    )
    for name, annotations in lists:
        for annotation in annotations:
            if annotation.event.id not in seen:
                reason = annotation.reason if name == "reject" else None
                yield Verdict(name, annotation.event, reason, annotation.extra), annotation
        seen.update(annotation.event.id for annotation in annotations)


def _same(before: Verdict, after: Verdict) -> bool:
    if before.is_gold != after.is_gold:
        return False
    if not before.is_gold:
        return before.verdict == after.verdict and before.reason == after.reason
    return before.event.agrees_with(after.event)


def _proposal(annotation: Annotation) -> Proposal:
    evidence = {key: value if isinstance(value, str) else dump(value) for key, value in annotation.extra.items()}
    if annotation.confidence is None:
        return Proposal(annotation.event, 1.0, evidence | CONFIDENCE_UNSTATED)
    return Proposal(annotation.event, annotation.confidence, evidence)
