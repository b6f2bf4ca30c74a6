"""How far review is: counts over the whole database, the queue page by page, and where a reviewer left."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from annotations.store import views
from annotations.store.connection import transaction


class Counts(NamedTuple):
    """What is in the database and how far one reviewer is. ``candidates`` are the decided and the undecided."""

    sources: int
    occurrences: int
    articles: int
    clusters: int
    complete: int
    candidates: int
    decided: int
    skipped: int
    gold: int
    rejected: int
    flagged: int


class Progress(NamedTuple):
    """How far a reviewer is in the whole database."""

    articles: int
    extracted: int
    complete: int
    candidates: int
    decided: int


class QueueRow(NamedTuple):
    """One article in the queue, as far as one reviewer is in it."""

    seq: int
    article: str
    title: str
    source: str
    """The names of the files that it stands in, with commas."""
    cluster: str
    near_copies: int
    """Other articles of its cluster."""
    extracted: bool
    complete: bool
    undecided: int
    decided: int
    skipped: int
    flagged: int
    commented: int


class Place(NamedTuple):
    """Where a reviewer left: the article, and the candidate that was selected."""

    article: str
    subject: str | None


def counts(connection: sqlite3.Connection, reviewer: str | None) -> Counts:
    """Counts for one reviewer; with None, or a name that has not begun, nothing is decided."""
    row = connection.execute(_COUNTS, {"reviewer": reviewer or ""}).fetchone()
    return Counts(**{key: int(row[key]) for key in Counts._fields})


def overall(connection: sqlite3.Connection, reviewer: str) -> Progress:
    """What of the counts a review shows at every moment: those that a hundred thousand articles do not delay."""
    return Progress(*connection.execute(_OVERALL, {"reviewer": reviewer}).fetchone())


_OWN = """
with own as (
    select coalesce(sum(complete), 0) as complete, coalesce(sum(decided), 0) as decided,
        coalesce(sum(skipped), 0) as skipped, coalesce(sum(gold), 0) as gold,
        coalesce(sum(rejected), 0) as rejected, coalesce(sum(flagged), 0) as flagged,
        coalesce(sum(closed), 0) as closed
    from review_tally where reviewer = :reviewer
)
"""

_COUNTS = f"""
{_OWN}
select
    (select count(*) from source) as sources,
    (select count(*) from occurrence) as occurrences,
    (select count(*) from article) as articles,
    (select count(distinct cluster) from article) as clusters,
    complete, (select coalesce(sum(live), 0) from article_tally) - closed + decided as candidates,
    decided, skipped, gold, rejected, flagged
from own
"""

_OVERALL = f"""
{_OWN}
select (select count(*) from article), extracted, complete, live - closed + decided, decided
from own, (select count(*) as extracted, coalesce(sum(live), 0) as live from article_tally)
"""


def queue(connection: sqlite3.Connection, reviewer: str, *, offset: int = 0, limit: int = 50) -> list[QueueRow]:
    """A page of the queue, in import order."""
    page = connection.execute("select seq from article order by seq limit ? offset ?", (limit, offset))
    return queue_rows(connection, reviewer, [seq for (seq,) in page])


def queue_rows(connection: sqlite3.Connection, reviewer: str, seqs: Sequence[int]) -> list[QueueRow]:
    """The queue's rows of these articles, in the order of import."""
    rows = connection.execute(_QUEUE, {"reviewer": reviewer, "seqs": json.dumps(list(seqs))})
    return [
        QueueRow(
            **{key: row[key] for key in QueueRow._fields if key not in ("extracted", "complete")},
            extracted=bool(row["extracted"]),
            complete=bool(row["complete"]),
        )
        for row in rows
    ]


_QUEUE = f"""
select progress.*, (
    select group_concat(label, ', ') from (
        select distinct label from occurrence join source on source.id = source
        where occurrence.article = progress.article order by label
    )
) as source
from ({views.progress(":reviewer", "article")} where article.seq in (select value from json_each(:seqs))) as progress
order by seq
"""


def extracted(connection: sqlite3.Connection) -> int:
    """How many articles some run has finished."""
    return int(connection.execute("select count(*) from article_tally").fetchone()[0])


def neighbour(connection: sqlite3.Connection, seq: int, by: int) -> str | None:
    """The next extracted article in the queue after ``seq`` (``by`` > 0) or before it; None where there is none."""
    query = (
        "select id from article where seq > ? and exists (select 1 from run_article where article = id) order by seq"
        if by > 0
        else "select id from article where seq < ? and exists (select 1 from run_article where article = id)"
        " order by seq desc"
    )
    row = connection.execute(query + " limit 1", (seq,)).fetchone()
    return str(row[0]) if row else None


def first_open(connection: sqlite3.Connection, reviewer: str) -> str | None:
    """The first article in the queue with an undecided candidate, else the first one not complete, else None."""
    for condition in ("a.live > coalesce(r.closed, 0)", "not coalesce(r.complete, 0)"):
        row = connection.execute(_FIRST.format(condition=condition), {"reviewer": reviewer, "after": 0}).fetchone()
        if row is not None:
            return str(row[0])
    return None


def next_incomplete(connection: sqlite3.Connection, reviewer: str, seq: int) -> str | None:
    """The first extracted article in the queue after ``seq`` that is not complete; None where there is none."""
    query = _FIRST.format(condition="not coalesce(r.complete, 0)")
    row = connection.execute(query, {"reviewer": reviewer, "after": seq}).fetchone()
    return str(row[0]) if row else None


# The cross join has SQLite go through the queue in its order and stop at the first.
_FIRST = """
select article.id from article cross join article_tally as a on a.article = article.id
left join review_tally as r on r.article = article.id and r.reviewer = :reviewer
where article.seq > :after and {condition} order by article.seq limit 1
"""


def enter(connection: sqlite3.Connection, reviewer: str) -> Place | None:
    """Let someone begin to review, or go on; where they left, None for one who opened no article yet.

    Raises:
        StoreError: the database may not be written.
    """
    with transaction(connection):
        connection.execute("insert into place (reviewer) values (?) on conflict do nothing", (reviewer,))
    row = connection.execute("select article, subject from place where reviewer = ?", (reviewer,)).fetchone()
    return Place(row["article"], row["subject"]) if row["article"] else None


def keep_place(connection: sqlite3.Connection, reviewer: str, place: Place) -> None:
    """Remember where a reviewer is.

    Raises:
        StoreError: the database may not be written.
    """
    with transaction(connection):
        connection.execute(
            "insert into place (reviewer, article, subject) values (?, ?, ?)"
            " on conflict (reviewer) do update set article = excluded.article, subject = excluded.subject",
            (reviewer, place.article, place.subject),
        )
