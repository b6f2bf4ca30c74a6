"""Merging databases is union: whatever either knows, both orders give the same rows and the same state (law 4).

Rows have ids that their content or the moment of their making gives them, so nearly all are new or the same. What two
imports of one article may say differently (its zones, its title) is settled by the values alone, never by the order.
The order of the queue stays this database's, with what is new behind it.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from annotations.errors import StoreError
from annotations.store import decisions
from annotations.store.clusters import place_in_cluster
from annotations.store.connection import brought_up_to_date, transaction
from annotations.store.forms import dump
from annotations.store.reading import article_of
from annotations.store.sources import drop_stand_ins

# In the order of their references; decisions by id, so that each finds the row it followed.
_TABLES = (
    ("source", "id", "id"),
    ("article", "id", "seq"),
    ("occurrence", "source, start, end", "source, start"),
    ("zone", "article", "article, start"),
    ("analysis", "article", "article"),
    ("run", "id", "id"),
    ("run_article", "article, run", "article, run"),
    ("proposal", "article, run, event", "article, run, event"),
    ("decision", "id", "id"),
    ("place", "reviewer", "reviewer"),
    ("confidence", "id", "id"),
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
    this = Path(connection.execute("pragma database_list").fetchone()["file"])
    if other.exists() and this.samefile(other):
        raise StoreError(f"{other}: is the database itself; name another one")
    with brought_up_to_date(other) as readable:
        connection.execute("attach database ? as other", (str(readable),))
        try:
            with transaction(connection):
                brought = _take(connection)
        finally:
            connection.execute("detach database other")
    return Merged(brought["article"], brought["proposal"], brought["decision"], len(decisions.conflicts(connection)))


def _take(connection: sqlite3.Connection) -> dict[str, int]:
    """Take all that the attached database has; how many rows of each table were new."""
    rezoned = _settle_zones(connection)
    brought = {table: _union(connection, table, key, order) for table, key, order in _TABLES}
    _settle_sources(connection)
    _settle_articles(connection)
    _settle_analyses(connection)
    drop_stand_ins(connection)
    if rezoned:
        connection.execute("delete from shingle")
    _place_in_clusters(connection)
    return brought


def _union(connection: sqlite3.Connection, table: str, key: str, order: str) -> int:
    columns = [row["name"] for row in connection.execute(f"pragma other.table_info({table})")]
    into = ", ".join(columns)
    # The queue goes on where this database's ends.
    taken = into.replace("seq", f"(select coalesce(max(seq), 0) from main.{table}) + row_number() over (order by seq)")
    found = connection.execute(
        f"insert into main.{table} ({into}) select {taken} from other.{table}"
        f" where ({key}) not in (select {key} from main.{table}) order by {order}"
    )
    return found.rowcount


def _settle_sources(connection: sqlite3.Connection) -> None:
    """Of two imports of one source the earlier counts."""
    _settle(connection, "source", "id", "imported_at, label, encoding, length")


def _settle_analyses(connection: sqlite3.Connection) -> None:
    _settle(connection, "analysis", "article", "model, sentences, words, mentions")


def _settle(connection: sqlite3.Connection, table: str, key: str, columns: str) -> None:
    """Of two rows with one key, the one whose ``columns`` sort first stands."""
    connection.execute(
        f"update main.{table} as ours set ({columns}) = (select {columns} from other.{table} where {key} = ours.{key})"
        f" where exists (select 1 from other.{table} as theirs where theirs.{key} = ours.{key}"
        f" and ({_qualified(columns, 'theirs')}) < ({_qualified(columns, 'ours')}))"
    )


def _qualified(columns: str, table: str) -> str:
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))


def _settle_articles(connection: sqlite3.Connection) -> None:
    """What one knows of an article and the other does not is kept; where they differ, what sorts first."""
    rows = connection.execute(
        "select ours.*, theirs.title as title_, theirs.dateline as dateline_, theirs.published as published_,"
        " theirs.outlet as outlet_, theirs.url as url_, theirs.extra as extra_"
        " from main.article as ours join other.article as theirs on theirs.id = ours.id"
        " where (ours.title, ours.dateline, ours.published, ours.outlet, ours.url, ours.extra)"
        " is not (theirs.title, theirs.dateline, theirs.published, theirs.outlet, theirs.url, theirs.extra)"
    ).fetchall()
    for row in rows:
        meta = [
            min(filter(None, (row[column], row[f"{column}_"])), default=None)
            for column in ("dateline", "published", "outlet", "url")
        ]
        title = min(filter(None, (row["title"], row["title_"])), default="")
        connection.execute(
            "update article set title = ?, dateline = ?, published = ?, outlet = ?, url = ?, extra = ? where id = ?",
            (title, *meta, _both(row["extra"], row["extra_"]), row["id"]),
        )


def _both(one: str | None, other: str | None) -> str | None:
    """Two JSON objects as one, in the order of keys; of two values for one key, the one whose JSON sorts first."""
    if one is None or other is None or one == other:
        return one if other is None else other
    ours, theirs = (cast("Mapping[str, object]", json.loads(form)) for form in (one, other))
    keys = sorted(ours.keys() | theirs.keys())
    return dump({key: min((side[key] for side in (ours, theirs) if key in side), key=dump) for key in keys})


def _settle_zones(connection: sqlite3.Connection) -> bool:
    """Take the other's zones of articles that both have where they sort first; whether there was any such article."""
    rows = connection.execute(
        """
        with ours as (select article, json_group_array(json_array(start, end, zone)) as zones
            from (select * from main.zone order by article, start) group by article),
        theirs as (select article, json_group_array(json_array(start, end, zone)) as zones
            from (select * from other.zone order by article, start) group by article)
        select theirs.article from theirs join main.article on id = theirs.article
        left join ours on ours.article = theirs.article
        where ours.zones is null or theirs.zones < ours.zones
        """
    ).fetchall()
    for (article,) in rows:
        connection.execute("delete from main.zone where article = ?", (article,))
        connection.execute("insert into main.zone select * from other.zone where article = ?", (article,))
    return bool(rows)


def _place_in_clusters(connection: sqlite3.Connection) -> None:
    """Place the articles that came: their shingles were not copied, so those without any are the new ones."""
    connection.execute("update article set cluster = id where id not in (select article from shingle)")
    new = connection.execute(
        "select id from article where id not in (select article from shingle) order by id"
    ).fetchall()
    for (article,) in new:
        place_in_cluster(connection, article_of(connection, article).article)
