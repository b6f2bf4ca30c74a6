"""The candidates of an article: what live proposals and a reviewer's verdicts put on the table together."""

import sqlite3
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from annotations.model import Event, Span
from annotations.store import runs
from annotations.store.decisions import Decision
from annotations.store.facets import facets_of
from annotations.store.forms import VerdictName

CandidateState = Literal["undecided", "accepted", "edited", "added", "rejected", "skipped"]

STATES: Final[Mapping[VerdictName, CandidateState]] = {
    "accept": "accepted",
    "edit": "edited",
    "add": "added",
    "reject": "rejected",
    "skip": "skipped",
}
"""What a candidate is once a verdict was given."""


class Candidate(NamedTuple):
    """One event before the reviewer: as decided, else as proposed."""

    id: str
    """The subject of its decisions: the proposed event's id, or the added one's."""
    number: int
    """1-based, in reading order."""
    event: Event
    event_id: str
    """The event's own id: that of a retyped candidate is another than its subject's."""
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
            self._live.setdefault(proposed.event, []).append(proposed)
        subjects = {**self._live, **self.facets.rulings}
        # Numbered as they come: where one run proposed them all and none was added, that is the reading order.
        self._known = {subject: self._candidate(subject, number) for number, subject in enumerate(subjects, 1)}
        self.listed: tuple[Candidate, ...] = ()
        """In reading order."""
        self.decided = 0
        """How many of them are no longer open."""
        self._places: dict[str, int] = {}
        self._renamed: frozenset[str] = frozenset()
        """Those listed that stand for another event than the one they were proposed as."""
        self._list()

    def take(self, decision: Decision) -> None:
        """Let a decision just made in the article change what it speaks of."""
        self.facets.take(decision)
        subject = decision.subject
        if subject == decision.article:
            return
        before = self._known.pop(subject, None)
        if subject in self._live or subject in self.facets.rulings:
            self._known[subject] = self._candidate(subject, self._places.get(subject, -1) + 1)
        if not self._replace(before, self._known.get(subject)):
            self._list()

    def place(self, subject: str | None) -> int | None:
        """The index of a candidate among those listed, by the subject of its decisions."""
        return None if subject is None else self._places.get(subject)

    def standing_for(self, event: str) -> list[Candidate]:
        """The candidates that stand for an event, as it is or as it was proposed; in reading order."""
        places = sorted(self._places[subject] for subject in {event, *self._renamed} if subject in self._places)
        return [one for one in map(self.listed.__getitem__, places) if event in (one.id, one.event_id)]

    def hidden_confidence(self, candidate: Candidate) -> float:
        """The confidence of a live candidate's proposal, which may say when it comes but is not shown before it is."""
        return self._live[candidate.id][0].proposal.confidence

    def _list(self) -> None:
        taken = {one.event_id for one in self._known.values() if one.is_gold}
        found = [
            one for one in self._known.values() if not one.is_open or (one.id in self._live and one.id not in taken)
        ]
        found.sort(key=_reading_order)
        self.listed = tuple(
            one if one.number == number else one._replace(number=number) for number, one in enumerate(found, 1)
        )
        self.decided = sum(not one.is_open for one in found)
        self._places = {one.id: index for index, one in enumerate(found)}
        self._renamed = frozenset(one.id for one in found if one.event_id != one.id)

    def _replace(self, before: Candidate | None, after: Candidate | None) -> bool:
        """Put a candidate in its own place, where neither its place nor what others stand for changes; whether so."""
        if before is None or after is None or (index := self._places.get(after.id)) is None:
            return False
        stays = (after.id in self._live and after.id == before.event_id == after.event_id) or (
            before.event_id == after.event_id and before.is_open == after.is_open and before.is_gold == after.is_gold
        )
        if not stays or _reading_order(before) != _reading_order(after):
            return False
        others = (one for one in self.standing_for(after.id) if one.id != after.id)
        if after.is_open and any(one.is_gold and one.event_id == after.id for one in others):
            return False
        listed = list(self.listed)
        listed[index] = after
        self.listed = tuple(listed)
        self.decided += before.is_open - after.is_open
        return True

    def _candidate(self, subject: str, number: int) -> Candidate:
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
        same = proposed is not None and (event.trigger, event.type) == (proposed.trigger, proposed.type)
        return Candidate(
            id=subject,
            number=number,
            event=event,
            event_id=subject if same else event.id,
            state=STATES[verdict.verdict] if verdict else "undecided",
            proposed=proposed,
            run=shown.run if shown else None,
            extractors=tuple(dict.fromkeys(one.extractor for one in live)),
            confidence=shown.proposal.confidence if shown and verdict and verdict.verdict != "skip" else None,
            reason=verdict.reason if verdict else None,
            flag=subject in self.facets.flags,
            comment=self.facets.comments.get(subject),
        )


def _reading_order(candidate: Candidate) -> tuple[Span, str, str]:
    return candidate.event.trigger, candidate.event.type, candidate.id
