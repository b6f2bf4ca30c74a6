"""What a reviewer said in one article, sorted by facet."""

import json
import sqlite3
from dataclasses import dataclass, field
from typing import NamedTuple

from annotations.store import decisions
from annotations.store.forms import Verdict, verdict_from


class Ruling(NamedTuple):
    """A verdict that stands, with the run whose proposal was shown."""

    verdict: Verdict
    run: str | None
    queue_order: str | None
    """The order in which candidates came, where the reviewer was shown any."""
    decided_at: str


@dataclass(slots=True)
class Facets:
    """The state of every facet: rows folded in, oldest first. What is undone to nothing is left out.

    The subjects are events' ids, but for the article's own flag and comment.
    """

    rulings: dict[str, Ruling] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    comments: dict[str, str] = field(default_factory=dict)
    complete: bool = False
    newest: dict[tuple[str, decisions.Facet], str] = field(default_factory=dict)
    """By subject and facet the id of the row that says how it stands, undone ones too."""

    @property
    def gold(self) -> dict[str, str]:
        """The subject by whose verdict each event is gold; of two for one event the later."""
        return {ruling.verdict.event.id: name for name, ruling in self.rulings.items() if ruling.verdict.is_gold}

    def take(self, row: decisions.Decision) -> None:
        """Let a row, newer than all before it, say what its facet is now."""
        self.newest[row.subject, row.facet] = row.id
        match row.facet:
            case "verdict":
                self.rulings.pop(row.subject, None)
                if row.state is not None:
                    verdict = verdict_from(row.article, row.state)
                    self.rulings[row.subject] = Ruling(verdict, row.run, row.queue_order, row.decided_at)
            case "flag":
                (self.flags.add if _said(row) else self.flags.discard)(row.subject)
            case "comment":
                self.comments.pop(row.subject, None)
                if (said := _said(row)) is not None:
                    self.comments[row.subject] = str(said)
            case "complete":
                self.complete = bool(_said(row))


def _said(row: decisions.Decision) -> object:
    return None if row.state is None else json.loads(row.state)


def facets_of(connection: sqlite3.Connection, reviewer: str, article: str) -> Facets:
    """The article's facets as they stand."""
    facets = Facets()
    for row in decisions.states(connection, reviewer, article):
        facets.take(row)
    return facets
