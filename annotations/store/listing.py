"""What a list of all articles is sorted and narrowed down by, in slices: each one short query, however many there are.

No query stays open between two slices: it would pin what is written meanwhile to the moment it began.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from annotations.store.connection import data_version


class Listed(NamedTuple):
    """One article of the list, as far as one reviewer is in it."""

    seq: int
    title: str
    source: str
    """The names of the files that it stands in."""
    cluster: str
    extracted: int
    complete: int
    undecided: int
    decided: int
    skipped: int
    flagged: int
    commented: int


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """Another one whenever something was written, here or by another connection."""
    return data_version(connection), connection.total_changes


def seqs_after(connection: sqlite3.Connection, seq: int) -> Sequence[int]:
    """Every article behind ``seq`` by its number in the queue, in the order of it."""
    count, last = connection.execute("select count(*), max(seq) from article where seq > ?", (seq,)).fetchone()
    if not count or last - seq == count:
        # Imports number articles one by one; counting them is much faster than reading the numbers.
        return range(seq + 1, seq + 1 + count)
    rows = connection.execute("select seq from article where seq > ? order by seq", (seq,))
    return [number for (number,) in rows.fetchall()]


def listed_after(connection: sqlite3.Connection, reviewer: str, seq: int, limit: int) -> list[Listed]:
    """The next ``limit`` articles of the queue behind ``seq``."""
    rows = connection.execute(_LISTED, {"reviewer": reviewer, "after": seq, "limit": limit})
    return [Listed._make(row) for row in rows.fetchall()]


_LISTED = """
select article.seq, article.title, coalesce((
        select group_concat(label, ' ') from occurrence join source on source.id = source
        where occurrence.article = article.id
    ), '') as source, article.cluster,
    a.article is not null as extracted, coalesce(r.complete, 0) as complete,
    coalesce(a.live, 0) - coalesce(r.closed, 0) as undecided, coalesce(r.decided, 0) as decided,
    coalesce(r.skipped, 0) as skipped, coalesce(r.flagged, 0) as flagged, coalesce(r.commented, 0) as commented
from article indexed by article_listing left join article_tally as a on a.article = article.id
left join review_tally as r on r.article = article.id and r.reviewer = :reviewer
where article.seq > :after order by article.seq limit :limit
"""


def clusters(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles each cluster has, of those with more than one."""
    rows = connection.execute("select cluster, count(*) from article group by cluster having count(*) > 1")
    return {row["cluster"]: row[1] for row in rows.fetchall()}
