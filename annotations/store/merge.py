"""Merging databases is union: whatever either knows, both orders give the same state (law 4)."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import StoreError
from annotations.store import decisions
from annotations.store.clusters import place_in_cluster
from annotations.store.connection import open_database, transaction
from annotations.store.reading import article_of

# In the order of their references; decisions by id, so that each finds the row it followed.
_TABLES = (
    ("source", "id", "rowid"),
    ("article", "id", "seq"),
    ("occurrence", "source, start, end", "source, start"),
    ("zone", "article", "article, start"),
    ("analysis", "article", "article"),
    ("run", "id", "id"),
    ("run_article", "article, run", "article, run"),
    ("proposal", "run, event", "rowid"),
    ("decision", "id", "id"),
)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought, and the conflicts that there are now."""

    articles: int
    proposals: int
    decisions: int
    conflicts: int


def merge(connection: sqlite3.Connection, other: Path) -> Merged:
    """Take all that the database at ``other`` has, all or nothing; it is not changed.

    Raises:
        StoreError: there is no such database, or it is this one.
    """
    open_database(other).close()
    this = Path(connection.execute("pragma database_list").fetchone()["file"])
    if this.samefile(other):
        raise StoreError(f"{other}: is the database itself; name another one")
    connection.execute("attach database ? as other", (str(other),))
    try:
        with transaction(connection):
            brought = {table: _union(connection, table, key, order) for table, key, order in _TABLES}
            _join_clusters(connection)
    finally:
        connection.execute("detach database other")
    return Merged(brought["article"], brought["proposal"], brought["decision"], len(decisions.conflicts(connection)))


def _union(connection: sqlite3.Connection, table: str, key: str, order: str) -> int:
    columns = [row["name"] for row in connection.execute(f"pragma other.table_info({table})")]
    kept = ", ".join(column for column in columns if column != "seq")
    found = connection.execute(
        f"insert into main.{table} ({kept}) select {kept} from other.{table}"
        f" where ({key}) not in (select {key} from main.{table}) order by {order}"
    )
    return found.rowcount


def _join_clusters(connection: sqlite3.Connection) -> None:
    """Place the articles that came: their shingles were not copied, so those without any are the new ones."""
    connection.execute("update article set cluster = id where id not in (select article from shingle)")
    new = connection.execute(
        "select id from article where id not in (select article from shingle) order by id"
    ).fetchall()
    for (article,) in new:
        place_in_cluster(connection, article_of(connection, article).article)
