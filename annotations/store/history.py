"""What a reviewer did, and when: the acts at the keys, and everything that stands with its time. Times are UTC."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple, get_args

from annotations.store.decisions import Act as DecisionAct
from annotations.store.decisions import Decision
from annotations.store.forms import VerdictName, verdict_from


class Act(NamedTuple):
    """One decision that was made at the keys, undoing and redoing included; importing records is none."""

    at: datetime
    subject: str
    is_verdict: bool
    verdict: VerdictName | None = None
    """The verdict that stands after it; None where it leaves none, or is of another facet."""


class Standing(NamedTuple):
    """A verdict that stands."""

    at: datetime
    verdict: VerdictName
    type: str
    """The event's type as decided."""
    reason: str | None
    by_hand: bool
    """Whether it was made at the keys."""


def acts(connection: sqlite3.Connection, reviewer: str, limit: int) -> list[Act]:
    """The acts among the reviewer's newest decisions, of which no more than ``limit`` are looked at; oldest first."""
    rows = connection.execute(_NEWEST, {"reviewer": reviewer, "limit": limit}).fetchall()
    return [
        Act(moment_of(row["decided_at"]), row["subject"], row["facet"] == "verdict", row["verdict"])
        for row in reversed(rows)
        if row["queue_order"] is not None or row["act"] != "do"
    ]


# Each kind through the index, so that the decisions before them, and other reviewers', cost nothing.
_NEWEST = (
    " union all ".join(
        f"""select * from (
            select id, act, decided_at, subject, facet, json_extract(state, '$.verdict') as verdict, queue_order
            from decision
            where reviewer = :reviewer and act = '{act}' order by id desc limit :limit
        )"""
        for act in get_args(DecisionAct)
    )
    + " order by id desc limit :limit"
)


def act_of(decision: Decision) -> Act:
    """The act that a decision just made at the keys is."""
    is_verdict, verdict = decision.facet == "verdict", None
    if is_verdict and decision.state is not None:
        verdict = verdict_from(decision.article, decision.state).verdict
    return Act(moment_of(decision.decided_at), decision.subject, is_verdict, verdict)


def standing(connection: sqlite3.Connection, reviewer: str) -> Iterator[Standing]:
    """Every verdict of the reviewer that stands, the skipped among them."""
    rows = connection.execute(
        """
        select decided_at, json_extract(state, '$.verdict') as verdict, json_extract(state, '$.event.type') as type,
            json_extract(state, '$.reason') as reason, queue_order is not null as by_hand
        from state where reviewer = ? and facet = 'verdict' and state is not null
        """,
        (reviewer,),
    )
    for row in rows:
        yield Standing(moment_of(row["decided_at"]), row["verdict"], row["type"], row["reason"], bool(row["by_hand"]))


def completions(connection: sqlite3.Connection, reviewer: str) -> list[datetime]:
    """When each article that is complete became so."""
    rows = connection.execute("select decided_at from complete where reviewer = ?", (reviewer,))
    return sorted(moment_of(row["decided_at"]) for row in rows)


def touched(connection: sqlite3.Connection, reviewer: str) -> list[str]:
    """Ids of the articles in which the reviewer did anything, in queue order."""
    rows = connection.execute(
        "select id from article where id in (select article from decision where reviewer = ?) order by seq",
        (reviewer,),
    )
    return [row["id"] for row in rows]


def moment_of(decided_at: str) -> datetime:
    """A time as decisions carry it."""
    return datetime.fromisoformat(decided_at)
