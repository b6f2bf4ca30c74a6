"""The candidates of an article: what live proposals and a reviewer's verdicts put on the table together."""

import sqlite3
from dataclasses import dataclass, replace
from typing import Literal

from annotations.model import Event
from annotations.store import runs
from annotations.store.decisions import Decision
from annotations.store.facets import facets_of
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


class Candidates:
    """The candidates of an article for one reviewer, kept up to date decision by decision.

    Undecided ones come from the live proposals of ``extractor``, or of all. A decided one stays whatever later runs
    say, and a proposal that equals an event already in gold under another id is not asked about again.
    """

    def __init__(self, connection: sqlite3.Connection, reviewer: str, article: str, extractor: str | None) -> None:
        self.facets = facets_of(connection, reviewer, article)
        self._connection = connection
        self._live: dict[str, list[runs.RunProposal]] = {}
        for proposed in runs.live(connection, article, extractor):
            self._live.setdefault(proposed.proposal.event.id, []).append(proposed)
        self._known = {subject: self._candidate(subject) for subject in {**self._live, **self.facets.rulings}}
        self.listed = self._list()
        """In reading order."""

    def take(self, decision: Decision) -> None:
        """Let a decision just made in the article change what it speaks of."""
        self.facets.take(decision)
        subject = decision.subject
        if subject != decision.article:
            self._known.pop(subject, None)
            if subject in self._live or subject in self.facets.rulings:
                self._known[subject] = self._candidate(subject)
            self.listed = self._list()

    def hidden_confidence(self, candidate: Candidate) -> float:
        """The confidence of a live candidate's proposal, which may say when it comes but is not shown before it is."""
        return self._live[candidate.id][0].proposal.confidence

    def _list(self) -> tuple[Candidate, ...]:
        taken = {one.event.id for one in self._known.values() if one.is_gold}
        found = [
            one for one in self._known.values() if not one.is_open or (one.id in self._live and one.id not in taken)
        ]
        found.sort(key=lambda one: (one.event.trigger, one.event.type, one.id))
        return tuple(
            one if one.number == number else replace(one, number=number) for number, one in enumerate(found, 1)
        )

    def _candidate(self, subject: str) -> Candidate:
        live = self._live.get(subject, [])
        ruling = self.facets.rulings.get(subject)
        verdict = ruling.verdict if ruling else None
        shown = live[0] if live else None
        if shown is None and ruling is not None and ruling.run is not None:
            shown = runs.shown(self._connection, ruling.run, subject)
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
            flag=subject in self.facets.flags,
            comment=self.facets.comments.get(subject),
        )
