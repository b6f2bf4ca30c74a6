"""The counts that triggers keep are what the views come to, whatever was written in whatever order."""

import sqlite3
from pathlib import Path

import pytest

from annotations.store import decisions, tallies
from annotations.store.connection import close, open_database
from annotations.store.merge import merge
from tests.annotations.store.newsroom import (
    AGREED,
    ARTICLES,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    add,
    comment,
    complete,
    decide,
    denied,
    extract,
    flag,
    retyped,
)  # fmt: skip

ASSAULT = retyped(SHELLED, "Attack.Assault")


def kept(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Both tables as they stand, without rows that count nothing."""
    return [
        sorted(map(tuple, connection.execute("select * from article_tally"))),
        sorted(
            tuple(row)
            for row in connection.execute("select * from review_tally")
            if any(row[column] for column in range(2, 10))
        ),
    ]


def counted(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Both tables as they are when everything is counted anew."""
    connection.execute("begin")
    connection.execute("delete from article_tally")
    connection.execute("delete from review_tally")
    for statement in tallies.FILL.split(";\n"):
        connection.execute(statement)
    found = kept(connection)
    connection.execute("rollback")
    return found


def test_every_act_of_a_reviewer_is_counted(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED, SHELLED, KILLED])
    decide(newsroom, MET)
    decide(newsroom, AGREED, "skip")
    decide(newsroom, AGREED, "reject")
    decide(newsroom, SEIZED, "add", reviewer="ben")
    decisions.append(newsroom, "ana", [flag(MET), flag(AGREED), comment(AGREED, "which?"), complete(FERRY)])
    decisions.append(newsroom, "ana", [flag(AGREED, on=False)])
    assert kept(newsroom) == counted(newsroom)
    row = newsroom.execute("select * from review_tally where reviewer = 'ana' and decided = 2").fetchone()
    assert (row["rejected"], row["gold"], row["closed"], row["flagged"]) == (1, 1, 2, 1)
    assert (row["skipped"], row["commented"], row["complete"]) == (0, 1, 1)


def test_what_is_undone_and_redone_is_counted(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [SHELLED, ASSAULT])
    decide(newsroom, ASSAULT, "edit", subject=SHELLED.id)
    for step in (decisions.undo, decisions.redo, decisions.undo):
        step(newsroom, "ana")
        assert kept(newsroom) == counted(newsroom)
    decide(newsroom, ASSAULT, "edit", subject=SHELLED.id)
    decide(newsroom, SHELLED, "accept")
    assert kept(newsroom) == counted(newsroom), "what it was edited into is open again"


def test_two_verdicts_for_one_event_are_one_event_of_gold(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [SHELLED, ASSAULT])
    decide(newsroom, ASSAULT)
    decide(newsroom, ASSAULT, "edit", subject=SHELLED.id)
    assert newsroom.execute("select gold, decided, closed from review_tally").fetchall()[0][:] == (1, 2, 2)
    decide(newsroom, ASSAULT, "reject")
    assert kept(newsroom) == counted(newsroom)


def test_new_runs_are_counted_beside_what_was_decided(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, SHELLED])
    decide(newsroom, SHELLED)
    decide(newsroom, denied(KILLED), "add")
    extract(newsroom, [SHELLED, KILLED], extractor="model")
    extract(newsroom, [KILLED, ASSAULT], rules="r2", articles=[HARBOUR])
    assert kept(newsroom) == counted(newsroom)
    assert [row["undecided"] for row in newsroom.execute("select undecided from progress order by seq")] == [1, 1, 0]


@pytest.mark.parametrize("ours_first", [True, False])
def test_a_merge_in_either_order_is_counted(fresh_db: sqlite3.Connection, tmp_path: Path, ours_first: bool) -> None:
    other = open_database(tmp_path / "other.db", create=True)
    for connection in (fresh_db, other) if ours_first else (other, fresh_db):
        add(connection, *ARTICLES)
        extract(connection, [MET, SHELLED, KILLED], rules=f"r{id(connection)}")
        decide(connection, MET, "accept" if connection is other else "reject")
        decide(connection, ASSAULT, "edit", subject=SHELLED.id)
        extract(connection, [SHELLED, ASSAULT], rules=f"s{id(connection)}", articles=[HARBOUR])
        decide(connection, KILLED, "skip", reviewer="ben")
        decisions.append(connection, "ana", [flag(MET, on=connection is other), complete(FERRY)])
    close(other)
    merge(fresh_db, tmp_path / "other.db")
    assert kept(fresh_db) == counted(fresh_db)
