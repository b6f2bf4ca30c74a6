"""All or nothing, one inside another, and reading one moment."""

import sqlite3
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.store import decisions, reading
from annotations.store.connection import open_database, snapshot, transaction
from tests.annotations.store.newsroom import AGREED, FERRY, HARBOUR, MET, add, decide, extract


class Interrupted(BaseException):
    """What is no error, as Ctrl-C is none."""


def titles(connection: sqlite3.Connection) -> list[str]:
    return [row["title"] for row in connection.execute("select title from article order by seq")]


def test_what_ends_well_is_there_for_others(fresh_db: sqlite3.Connection, database: Path) -> None:
    with transaction(fresh_db):
        add(fresh_db, FERRY)
    other = open_database(database)
    assert titles(other) == ["Ferry talks resume in Lind"]
    other.close()


def add_and_fail(connection: sqlite3.Connection, text: str, failure: BaseException) -> None:
    """Import an article in a transaction that fails afterwards."""
    with transaction(connection):
        add(connection, text, label=text)
        raise failure


@pytest.mark.parametrize("failure", [ValueError(), Interrupted()])
def test_nothing_is_kept_of_what_failed(fresh_db: sqlite3.Connection, failure: BaseException) -> None:
    with pytest.raises(type(failure)):
        add_and_fail(fresh_db, FERRY, failure)
    assert titles(fresh_db) == []
    assert not fresh_db.in_transaction


def test_one_inside_another_goes_with_it(fresh_db: sqlite3.Connection) -> None:
    def both() -> None:
        with transaction(fresh_db):
            with transaction(fresh_db):
                add(fresh_db, FERRY)
            raise Interrupted

    with pytest.raises(Interrupted):
        both()
    assert titles(fresh_db) == []


def test_of_one_that_failed_inside_another_nothing_is_kept(fresh_db: sqlite3.Connection) -> None:
    with transaction(fresh_db):
        add(fresh_db, FERRY)
        with pytest.raises(Interrupted):
            add_and_fail(fresh_db, HARBOUR, Interrupted())
        decide(fresh_db, MET)
    assert titles(fresh_db) == ["Ferry talks resume in Lind"]
    assert decisions.last(fresh_db, "ana") is not None


def test_what_sqlite_refuses_is_said_in_a_sentence(fresh_db: sqlite3.Connection, database: Path) -> None:
    with pytest.raises(StoreError, match=r"^not saved: .+goldwire\.db"), transaction(fresh_db):
        fresh_db.execute("insert into article (id) values ('x')")
    assert not fresh_db.in_transaction


def test_a_full_disk_saves_nothing_and_leaves_what_was(fresh_db: sqlite3.Connection) -> None:
    add(fresh_db, FERRY)
    (pages,) = fresh_db.execute("pragma page_count").fetchone()
    fresh_db.execute(f"pragma max_page_count = {pages}")
    long = "Ferry talks fail\n" + "The envoys left without a word. " * 2000
    with pytest.raises(StoreError, match=r"not saved: the disk that .*goldwire\.db lies on is full; make room"):
        add(fresh_db, long, label="long.txt")
    fresh_db.execute("pragma max_page_count = 100000")
    add(fresh_db, long, label="long.txt")
    assert titles(fresh_db) == ["Ferry talks resume in Lind", "Ferry talks fail"]


def test_a_snapshot_shows_one_moment(newsroom: sqlite3.Connection, database: Path) -> None:
    other = open_database(database)
    with snapshot(other):
        assert len(titles(other)) == 3
        add(newsroom, "Mayor of Sund quits\nShe gave no reason.", label="late.txt")
        assert len(titles(other)) == 3
    assert len(titles(other)) == 4
    other.close()


def test_nothing_is_written_in_a_snapshot(newsroom: sqlite3.Connection) -> None:
    with snapshot(newsroom), pytest.raises(StoreError, match="not saved"):
        decide(newsroom, MET)
    decide(newsroom, AGREED)
    assert [row.subject for row in decisions.states(newsroom, "ana", MET.article)] == [AGREED.id]


def test_a_list_that_is_read_bit_by_bit_does_not_stop_its_reader_from_writing(
    newsroom: sqlite3.Connection, database: Path
) -> None:
    extract(newsroom, [MET])
    other = open_database(database)
    for number, identifier in enumerate(reading.article_ids(newsroom)):
        add(other, f"Report {number}\nNothing new.", label=f"{number}.txt")
        add(newsroom, f"Answer {number}\nNothing at all.", label=f"{identifier}.txt")
    assert len(titles(other)) == 9
    other.close()
