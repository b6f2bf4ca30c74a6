"""What a reviewer said in one article, sorted by facet."""

import json
import sqlite3
from dataclasses import dataclass

from annotations.store import decisions
from annotations.store.forms import Verdict, verdict_from


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict that stands, with the run whose proposal was shown."""

    verdict: Verdict
    run: str | None
    queue_order: str | None
    """The order in which candidates came, where the reviewer was shown any."""
    decided_at: str


@dataclass(frozen=True, slots=True)
class Facets:
    """The state of every facet. The subjects are events' ids, but for the article's own flag and comment."""

    rulings: dict[str, Ruling]
    """By subject, in the order they were made."""
    flags: frozenset[str]
    comments: dict[str, str]
    complete: bool


def facets_of(connection: sqlite3.Connection, reviewer: str, article: str) -> Facets:
    """The article's facets as they stand; what was undone to nothing is left out."""
    rulings: dict[str, Ruling] = {}
    flags: set[str] = set()
    comments: dict[str, str] = {}
    complete = False
    for row in decisions.states(connection, reviewer, article):
        if row.state is None:
            continue
        match row.facet:
            case "verdict":
                rulings[row.subject] = Ruling(
                    verdict_from(article, row.state), row.run, row.queue_order, row.decided_at
                )
            case "flag" if json.loads(row.state):
                flags.add(row.subject)
            case "comment":
                comments[row.subject] = str(json.loads(row.state))
            case "complete":
                complete = bool(json.loads(row.state))
            case _:
                pass
    return Facets(rulings, frozenset(flags), comments, complete)
