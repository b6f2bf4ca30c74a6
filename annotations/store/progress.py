"""How far review is: counts over the whole database, the queue page by page, and where a reviewer left."""

import sqlite3
from dataclasses import dataclass


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
    name = reviewer or ""
    (begun,) = connection.execute("select count(*) from reviewer where reviewer = ?", (name,)).fetchone()
    undecided = (
        "select count(*) from undecided where reviewer = ?1"
        if begun
        else "select count(distinct event) from live_proposal"
    )
    queries = {
        "sources": "select count(*) from source",
        "occurrences": "select count(*) from occurrence",
        "articles": "select count(*) from article",
        "clusters": "select count(distinct cluster) from article",
        "complete": "select count(*) from complete where reviewer = ?1",
        "candidates": undecided,
        "decided": "select count(*) from verdict where reviewer = ?1 and verdict <> 'skip'",
        "skipped": "select count(*) from verdict where reviewer = ?1 and verdict = 'skip'",
        "gold": "select count(*) from gold where reviewer = ?1",
        "rejected": "select count(*) from verdict where reviewer = ?1 and verdict = 'reject'",
        "flagged": "select count(*) from state where reviewer = ?1 and facet = 'flag' and state = 'true'",
    }
    found = {
        key: int(connection.execute(query, (name,) if "?1" in query else ()).fetchone()[0])
        for key, query in queries.items()
    }
    found["candidates"] += found["decided"]
    return Counts(**found)


def queue(
    connection: sqlite3.Connection, reviewer: str, *, offset: int = 0, limit: int = 50, containing: str = ""
) -> list[QueueRow]:
    """A page of the queue, in import order: articles whose title contains the text, case aside."""
    rows = connection.execute(
        "select * from progress where reviewer = ? and instr(lower(title), lower(?)) > 0 order by seq limit ? offset ?",
        (reviewer, containing, limit, offset),
    )
    return [
        QueueRow(
            **{key: row[key] for key in QueueRow.__slots__ if key not in ("extracted", "complete")},
            extracted=bool(row["extracted"]),
            complete=bool(row["complete"]),
        )
        for row in rows
    ]


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
    for condition in ("undecided > 0", "extracted and not complete"):
        row = connection.execute(
            f"select article from progress where reviewer = ? and {condition} order by seq limit 1", (reviewer,)
        ).fetchone()
        if row is not None:
            return str(row[0])
    return None


def enter(connection: sqlite3.Connection, reviewer: str) -> Place | None:
    """Let someone begin to review, or go on; where they left, None for one who opened no article yet."""
    connection.execute("insert into place (reviewer) values (?) on conflict do nothing", (reviewer,))
    row = connection.execute("select article, subject from place where reviewer = ?", (reviewer,)).fetchone()
    return Place(row[0], row[1]) if row[0] else None


def keep_place(connection: sqlite3.Connection, reviewer: str, place: Place) -> None:
    """Remember where a reviewer is."""
    connection.execute(
        "insert into place (reviewer, article, subject) values (?, ?, ?)"
        " on conflict (reviewer) do update set article = excluded.article, subject = excluded.subject",
        (reviewer, place.article, place.subject),
    )
