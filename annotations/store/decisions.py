"""Decisions: appending them, undoing and redoing them by appending, and reading what they amount to (law 4)."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from annotations.store.connection import transaction
from annotations.store.identifiers import moment, next_id

Facet = Literal["verdict", "flag", "comment", "complete"]
Act = Literal["do", "undo", "redo"]


class Decision(NamedTuple):
    """One row: a facet's whole state at one moment. ``state`` is JSON, None where the facet is as if never touched."""

    id: str
    reviewer: str
    article: str
    subject: str
    facet: Facet
    act: Act
    target: str | None
    state: str | None
    prior: str | None
    run: str | None
    queue_order: str | None
    shown_ms: int | None
    decided_at: str


class Change(NamedTuple):
    """What one facet is to become, and how the reviewer came to it."""

    article: str
    subject: str
    facet: Facet
    state: str | None
    run: str | None = None
    queue_order: str | None = None
    shown_ms: int | None = None


class Step(NamedTuple):
    """An undo or redo that was done: its row, and the row it undid or redid."""

    decision: Decision
    target: Decision


def append(connection: sqlite3.Connection, reviewer: str, changes: Sequence[Change]) -> list[Decision]:
    """Append a reviewer's changes, all or none; they are on the disk when this returns.

    Raises:
        StoreError: the database refuses, for one that its disk is full.
    """
    with transaction(connection):
        return [_append(connection, reviewer, change, "do", None) for change in changes]


def undo(connection: sqlite3.Connection, reviewer: str) -> Step | None:
    """Take back the reviewer's last act that stands, wherever it was; None where there is none."""
    return _step(connection, reviewer, "undo", _UNDOABLE)


def redo(connection: sqlite3.Connection, reviewer: str) -> Step | None:
    """Do again what was undone last, unless something was decided since; None where there is none."""
    return _step(connection, reviewer, "redo", _REDOABLE)


def states(connection: sqlite3.Connection, reviewer: str, article: str) -> list[Decision]:
    """The latest row of every facet of the article and its events, oldest first."""
    rows = connection.execute(
        "select * from state where reviewer = ? and article = ? order by id", (reviewer, article)
    ).fetchall()
    return [_decision(row) for row in rows]


def last(connection: sqlite3.Connection, reviewer: str) -> Decision | None:
    """The reviewer's newest row, undo and redo included."""
    row = connection.execute(
        "select * from decision where reviewer = ? order by id desc limit 1", (reviewer,)
    ).fetchone()
    return _decision(row) if row else None


def reviewers(connection: sqlite3.Connection) -> list[str]:
    """Everyone who decided anything, by name."""
    return [row[0] for row in connection.execute("select distinct reviewer from decision order by reviewer")]


def conflicts(connection: sqlite3.Connection) -> list[tuple[Decision, Decision]]:
    """Pairs of rows that followed the same row: what two merged databases decided each in its own way."""
    rows = connection.execute("select decision, other from conflict order by decision, other").fetchall()
    return [(_by_id(connection, row["decision"]), _by_id(connection, row["other"])) for row in rows]


# An act stands unless the newest undo or redo of it is an undo.
_UNDOABLE = """
select d.* from decision as d where d.reviewer = ? and d.act = 'do' and coalesce(
    (select act from decision as later where later.target = d.id order by later.id desc limit 1), 'redo') = 'redo'
order by d.id desc limit 1
"""

# Of the acts that are undone, the one undone last; anything done since closes the way.
_REDOABLE = """
select d.* from decision as u join decision as d on d.id = u.target
where u.reviewer = ?1 and u.act = 'undo'
    and not exists (select 1 from decision as later where later.target = u.target and later.id > u.id)
    and u.id > coalesce((select max(id) from decision where reviewer = ?1 and act = 'do'), '')
order by u.id desc limit 1
"""


def _step(connection: sqlite3.Connection, reviewer: str, act: Act, query: str) -> Step | None:
    with transaction(connection):
        row = connection.execute(query, (reviewer,)).fetchone()
        if row is None:
            return None
        target = _decision(row)
        # The row whose state comes back brings along the proposal that was shown with it.
        restored = target if act == "redo" else _by_id(connection, target.prior) if target.prior else None
        change = Change(
            article=target.article,
            subject=target.subject,
            facet=target.facet,
            state=restored.state if restored else None,
            run=restored.run if restored else None,
            queue_order=restored.queue_order if restored else None,
        )
        return Step(_append(connection, reviewer, change, act, target.id), target)


def _append(connection: sqlite3.Connection, reviewer: str, change: Change, act: Act, target: str | None) -> Decision:
    newest, prior = connection.execute(_BEFORE, (change.article, reviewer, change.subject, change.facet)).fetchone()
    identifier = next_id(datetime.now(UTC), newest)
    decision = Decision(
        id=identifier,
        reviewer=reviewer,
        article=change.article,
        subject=change.subject,
        facet=change.facet,
        act=act,
        target=target,
        state=change.state,
        prior=prior,
        run=change.run,
        queue_order=change.queue_order,
        shown_ms=change.shown_ms,
        decided_at=moment(identifier),
    )
    connection.execute(_INSERT, decision)
    return decision


# The newest of all rows, and the one that a row of this reviewer, subject and facet follows. The cast hides the facet
# from SQLite's choice of indexes: for the sake of the one that has verdicts alone it would compile this at every call.
_BEFORE = """
select (select max(id) from decision),
    (select max(id) from decision where article = ? and reviewer = ? and subject = ? and facet = cast(? as text))
"""

_COLUMNS = Decision._fields
_INSERT = f"insert into decision ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"


def _by_id(connection: sqlite3.Connection, identifier: str) -> Decision:
    return _decision(connection.execute("select * from decision where id = ?", (identifier,)).fetchone())


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(**{column: row[column] for column in _COLUMNS})
