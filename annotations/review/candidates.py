"""The candidates of an article: what live proposals and a reviewer's verdicts put on the table together."""

import sqlite3
from dataclasses import dataclass, replace
from typing import Literal

from annotations.model import Event
from annotations.store import runs
from annotations.store.facets import Facets
from annotations.store.forms import VerdictName

CandidateState = Literal["undecided", "accepted", "edited", "added", "rejected", "skipped"]

_STATES: dict[VerdictName, CandidateState] = {
    "accept": "accepted",
    "edit": "edited",
    "add": "added",
    "reject": "rejected",
    "skip": "skipped",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event before the reviewer: as decided, else as proposed."""

    id: str
    """The subject of its decisions: the proposed event's id, or the added one's."""
    number: int
    """1-based, in reading order."""
    event: Event
    state: CandidateState
    proposed: Event | None
    """As the newest live run proposes it; None for an addition."""
    run: str | None
    extractors: tuple[str, ...]
    confidence: float | None
    """None before a decision, so that it sways nobody."""
    reason: str | None = None
    flag: bool = False
    comment: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a verdict; a skipped one does."""
        return self.state in ("undecided", "skipped")

    @property
    def is_gold(self) -> bool:
        """Whether its event is gold."""
        return self.state in ("accepted", "edited", "added")


def candidates_of(
    connection: sqlite3.Connection, article: str, facets: Facets, extractor: str | None
) -> tuple[Candidate, ...]:
    """The candidates of an article in reading order.

    Undecided ones come from the live proposals of ``extractor``, or of all. A decided one stays whatever later runs
    say, and a proposal that equals an event already in gold under another id is not asked about again.
    """
    live: dict[str, list[runs.RunProposal]] = {}
    for proposed in runs.live(connection, article, extractor):
        live.setdefault(proposed.proposal.event.id, []).append(proposed)
    verdicts = {subject: ruling.verdict for subject, ruling in facets.rulings.items()}
    decided = {subject for subject, verdict in verdicts.items() if verdict.verdict != "skip"}
    taken = {verdict.event.id for verdict in verdicts.values() if verdict.is_gold}
    subjects = [subject for subject in live if subject in decided or subject not in taken]
    subjects += [subject for subject in decided if subject not in live]
    found = [_candidate(connection, subject, live.get(subject, []), facets) for subject in subjects]
    found.sort(key=lambda candidate: (candidate.event.trigger, candidate.event.type, candidate.id))
    return tuple(replace(candidate, number=number) for number, candidate in enumerate(found, 1))


def _candidate(connection: sqlite3.Connection, subject: str, live: list[runs.RunProposal], facets: Facets) -> Candidate:
    ruling = facets.rulings.get(subject)
    verdict = ruling.verdict if ruling else None
    shown = live[0] if live else None
    if shown is None and ruling is not None and ruling.run is not None:
        shown = runs.shown(connection, ruling.run, subject)
    proposed = shown.proposal.event if shown else None
    event = verdict.event if verdict else proposed
    if event is None:
        raise LookupError(subject)
    return Candidate(
        id=subject,
        number=0,
        event=event,
        state=_STATES[verdict.verdict] if verdict else "undecided",
        proposed=proposed,
        run=shown.run if shown else None,
        extractors=tuple(dict.fromkeys(one.extractor for one in live)),
        confidence=shown.proposal.confidence if shown and verdict and verdict.verdict != "skip" else None,
        reason=verdict.reason if verdict else None,
        flag=subject in facets.flags,
        comment=facets.comments.get(subject),
    )
