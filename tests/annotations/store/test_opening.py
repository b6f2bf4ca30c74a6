"""What ``open_database`` makes, and what it refuses."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.store import connection as connections
from annotations.store.connection import answer_at_once, close, open_database
from annotations.store.migrations import APPLICATION_ID, VERSION
from tests.annotations.store.newsroom import AGREED, FERRY, add, decide

NOBODY = 65534


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"pragma {name}").fetchone()[0]


def test_a_new_database_is_durable_and_strict(fresh_db: sqlite3.Connection) -> None:
    assert pragma(fresh_db, "journal_mode") == "wal"
    assert pragma(fresh_db, "synchronous") == 2, "full"
    assert pragma(fresh_db, "foreign_keys") == 1


def test_a_new_database_says_whose_it_is(fresh_db: sqlite3.Connection) -> None:
    assert pragma(fresh_db, "application_id") == APPLICATION_ID
    assert pragma(fresh_db, "user_version") == VERSION


def test_it_opens_again_with_what_was_written(database: Path, fresh_db: sqlite3.Connection) -> None:
    add(fresh_db, FERRY)
    decision = decide(fresh_db, AGREED)
    close(fresh_db)
    again = open_database(database)
    assert [row["id"] for row in again.execute("select id from decision")] == [decision.id]
    again.close()


def test_closing_leaves_one_file(database: Path, fresh_db: sqlite3.Connection) -> None:
    add(fresh_db, FERRY)
    close(fresh_db)
    assert list(database.parent.iterdir()) == [database]


def test_where_keys_are_to_be_answered_at_once_a_commit_leaves_the_file_alone_until_it_is_closed(
    database: Path,
) -> None:
    connection = open_database(database, create=True)
    answer_at_once(connection, patience=1.0)
    before = database.stat().st_size
    add(connection, *(f"Report {number}\n{'The line held. ' * 2000}" for number in range(200)))
    assert database.stat().st_size == before
    close(connection)
    assert database.stat().st_size > 5_000_000


def test_no_database_is_made_unless_asked_for(database: Path) -> None:
    with pytest.raises(StoreError, match=r"goldwire\.db: no such database; `goldwire import PATH…` makes one"):
        open_database(database)
    assert not database.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*nowhere; make it"):
        open_database(tmp_path / "nowhere" / "goldwire.db", create=True)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder; name a file in it"):
        open_database(tmp_path, create=True)


def test_a_loop_of_links_is_no_database(tmp_path: Path) -> None:
    loop = tmp_path / "goldwire.db"
    loop.symlink_to(loop)
    with pytest.raises(StoreError, match=r"goldwire\.db"):
        open_database(loop, create=True)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="File name too long"):
        open_database(tmp_path / ("g" * 400), create=True)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(database: Path, create: bool) -> None:
    database.write_text("Ferry talks resume in Lind\n" * 100)
    with pytest.raises(StoreError, match=r"goldwire\.db is no database; name another file"):
        open_database(database, create=create)
    assert database.read_text() == "Ferry talks resume in Lind\n" * 100


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    "script",
    ["create table recipe (name text)", "pragma application_id = 77", "pragma user_version = 1"],
)
def test_the_database_of_another_program_is_refused_and_left_as_it_was(
    database: Path, script: str, create: bool
) -> None:
    other = sqlite3.connect(database)
    other.executescript(script)
    other.close()
    before = database.read_bytes()
    with pytest.raises(StoreError, match=r"goldwire\.db: is a SQLite database of another program"):
        open_database(database, create=create)
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


def test_the_database_of_a_newer_goldwire_is_refused(database: Path, fresh_db: sqlite3.Connection) -> None:
    fresh_db.execute(f"pragma user_version = {VERSION + 1}")
    with pytest.raises(StoreError, match=f"newer goldwire .schema {VERSION + 1}, this one knows {VERSION}.; update"):
        open_database(database)


def test_an_empty_file_becomes_a_database_only_where_one_is_made(database: Path) -> None:
    database.touch()
    with pytest.raises(StoreError, match=r"goldwire\.db: is empty; `goldwire import PATH…` makes a database of it"):
        open_database(database)
    assert database.read_bytes() == b""
    made = open_database(database, create=True)
    assert pragma(made, "user_version") == VERSION
    made.close()


def test_a_damaged_database_is_said_to_be_damaged(database: Path, fresh_db: sqlite3.Connection) -> None:
    fresh_db.close()
    content = bytearray(database.read_bytes())
    content[100:4096] = b"\xff" * 3996
    database.write_bytes(content)
    with pytest.raises(StoreError, match=r"is damaged; `sqlite3 .*goldwire\.db \.recover`"):
        open_database(database)


def test_a_network_file_system_is_refused_before_anything_is_written(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "network_file_system", lambda _: "nfs4")
    with pytest.raises(StoreError, match=r"network file system \(nfs4\), and WAL needs a local disk"):
        open_database(database, create=True)
    assert not database.exists()


@contextmanager
def without_rights() -> Iterator[Path]:
    """A folder of someone who may not do everything, even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        euid = os.geteuid()
        if euid == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(euid)


def test_a_file_that_may_not_be_written_is_read_and_says_so_when_something_is_decided() -> None:
    with without_rights() as folder:
        database = folder / "goldwire.db"
        made = open_database(database, create=True)
        add(made, FERRY)
        close(made)
        database.chmod(0o444)
        connection = open_database(database)
        assert pragma(connection, "user_version") == VERSION
        with pytest.raises(StoreError, match=r"not saved: .*goldwire\.db may not be written"):
            decide(connection, AGREED)
        close(connection)


def test_a_folder_that_may_not_be_written_is_refused() -> None:
    with without_rights() as folder:
        closed = folder / "closed"
        closed.mkdir()
        closed.chmod(0o555)
        with pytest.raises(StoreError, match="cannot be opened; may you read it, and write to its folder"):
            open_database(closed / "goldwire.db", create=True)


def test_a_database_in_a_folder_that_may_not_be_written_is_refused() -> None:
    with without_rights() as folder:
        closed = folder / "closed"
        closed.mkdir()
        close(open_database(closed / "goldwire.db", create=True))
        closed.chmod(0o555)
        with pytest.raises(StoreError, match="goldwire needs to write to it and to its folder"):
            open_database(closed / "goldwire.db")


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with without_rights() as folder:
        database = folder / "goldwire.db"
        close(open_database(database, create=True))
        database.chmod(0)
        with pytest.raises(StoreError, match="cannot be opened; may you read it"):
            open_database(database)
