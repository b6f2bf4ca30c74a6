"""How far review is: counts over the whole database, the queue page by page, and where a reviewer left."""

import sqlite3
from dataclasses import dataclass

from annotations.store import views
from annotations.store.connection import transaction


@dataclass(frozen=True, slots=True)
class Counts:
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


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One article in the queue, as far as one reviewer is in it."""

    seq: int
    article: str
    title: str
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer left: the article, and the candidate that was selected."""

    article: str
    subject: str | None


def counts(connection: sqlite3.Connection, reviewer: str | None) -> Counts:
    """Counts for one reviewer; with None, or a name that has not begun, nothing is decided."""
    row = connection.execute(_COUNTS, {"reviewer": reviewer or ""}).fetchone()
    return Counts(**{key: int(row[key]) for key in Counts.__slots__})


_COUNTS = """
with own as (
    select subject, event, verdict from verdict where reviewer = :reviewer
), closed(event) as (
    select subject from own where verdict <> 'skip'
    union all select event from own where verdict in ('accept', 'edit', 'add')
)
select
    (select count(*) from source) as sources,
    (select count(*) from occurrence) as occurrences,
    (select count(*) from article) as articles,
    (select count(distinct cluster) from article) as clusters,
    (select count(*) from complete where reviewer = :reviewer) as complete,
    -- Article by article: one sort of all live proposals would cost more than the rest together.
    (select coalesce(sum((
        select count(distinct event) from live_proposal as p where p.article = article.id and event not in closed
    )), 0) from article) + (select count(*) from own where verdict <> 'skip') as candidates,
    (select count(*) from own where verdict <> 'skip') as decided,
    (select count(*) from own where verdict = 'skip') as skipped,
    (select count(distinct event) from own where verdict in ('accept', 'edit', 'add')) as gold,
    (select count(*) from own where verdict = 'reject') as rejected,
    (select count(*) from flag where reviewer = :reviewer) as flagged
"""


def queue(
    connection: sqlite3.Connection, reviewer: str, *, offset: int = 0, limit: int = 50, containing: str = ""
) -> list[QueueRow]:
    """A page of the queue, in import order: articles whose title contains the text, case aside."""
    rows = connection.execute(
        _QUEUE, {"reviewer": reviewer, "containing": containing.casefold(), "limit": limit, "offset": offset}
    )
    return [
        QueueRow(
            **{key: row[key] for key in QueueRow.__slots__ if key not in ("extracted", "complete")},
            extracted=bool(row["extracted"]),
            complete=bool(row["complete"]),
        )
        for row in rows
    ]


_PAGE = """(
    select id, seq, title, cluster from article where :containing = '' or instr(casefold(title), :containing) > 0
    order by seq limit :limit offset :offset
) as article"""
_QUEUE = views.progress(":reviewer", _PAGE) + "order by seq"


def position(connection: sqlite3.Connection, seq: int) -> tuple[int, int]:
    """Where an article stands in the queue, 1-based, and how many there are."""
    row = connection.execute("select count(*) filter (where seq <= ?), count(*) from article", (seq,)).fetchone()
    return int(row[0]), int(row[1])


def extracted(connection: sqlite3.Connection) -> int:
    """How many articles some run has finished."""
    return int(connection.execute("select count(distinct article) from run_article").fetchone()[0])


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
    for condition in (_HAS_UNDECIDED, _IS_NOT_COMPLETE):
        row = connection.execute(
            f"select id from article where {condition} order by seq limit 1", {"reviewer": reviewer}
        ).fetchone()
        if row is not None:
            return str(row[0])
    return None


_HAS_UNDECIDED = (
    f"exists (select 1 from live_proposal as p where p.article = article.id and {views.is_open('p', ':reviewer')})"
)
_IS_NOT_COMPLETE = """exists (select 1 from run_article where run_article.article = article.id)
    and not exists (select 1 from complete as c where c.article = article.id and c.reviewer = :reviewer)"""


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
