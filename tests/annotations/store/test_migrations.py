"""Databases of every earlier version open with all that is in them, and with the schema that a new one has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.store import decisions, gold, migrations, progress, reading, runs, searching, views
from annotations.store.connection import open_database
from annotations.store.merge import merge
from annotations.store.progress import Place
from tests.annotations.store.newsroom import (
    AGREED,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    article,
    decide,
    denied,
)  # fmt: skip

DUMPS = sorted(Path(__file__).parent.glob("version_*.sql"))


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def dumped(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database as an earlier version left it."""
    database = tmp_path / "old.db"
    connection = sqlite3.connect(database)
    connection.executescript(request.param.read_text("utf-8"))
    connection.close()
    return database


@pytest.fixture
def opened(dumped: Path) -> Iterator[sqlite3.Connection]:
    """The same, opened by this version."""
    connection = open_database(dumped)
    yield connection
    connection.close()


def schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("select type, name, sql from sqlite_master where sql is not null")
    return {(kind, name, " ".join(sql.lower().replace('"', "").split())) for kind, name, sql in rows}


def test_there_is_a_dump_of_every_version() -> None:
    assert [path.stem for path in DUMPS] == [f"version_{version}" for version in range(1, migrations.VERSION + 1)]


def test_it_has_the_schema_of_a_new_database(opened: sqlite3.Connection, fresh_db: sqlite3.Connection) -> None:
    assert schema(opened) == schema(fresh_db)
    assert opened.execute("pragma user_version").fetchone()[0] == migrations.VERSION


def test_it_holds_together(opened: sqlite3.Connection) -> None:
    assert opened.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert opened.execute("pragma foreign_key_check").fetchall() == []


def test_what_was_decided_is_there(opened: sqlite3.Connection) -> None:
    ferry, harbour, bridge = (one for _, one in gold.judged_articles(opened, "ana"))
    assert [(one.verdict.verdict, one.verdict.event) for one in ferry.events] == [
        ("accept", MET),
        ("edit", denied(AGREED)),
    ]
    assert (ferry.complete, ferry.events[0].flag, ferry.events[0].comment) == (True, True, "who hosted?")
    assert [(one.verdict.verdict, one.verdict.event, one.verdict.reason) for one in harbour.events] == [
        ("reject", SHELLED, "wrong_zone"),
        ("skip", KILLED, None),
    ]
    assert [one.verdict.event for one in bridge.events] == [SEIZED]


def test_review_goes_on_in_it(opened: sqlite3.Connection) -> None:
    assert progress.enter(opened, "ana") == Place(KILLED.article, KILLED.id)
    assert progress.first_open(opened, "ana") == article(HARBOUR).id
    assert reading.article_of(opened, article(FERRY).id).article == article(FERRY)
    assert [found.proposal.event for found in runs.live(opened, SHELLED.article)] == [SHELLED, KILLED]
    redone = decisions.redo(opened, "ben")
    assert redone is not None
    assert redone.target.subject == MET.id
    assert decide(opened, KILLED).prior is not None


def test_it_merges_into_a_new_one_and_is_not_changed(dumped: Path, fresh_db: sqlite3.Connection) -> None:
    def dump() -> list[str]:
        with closing(sqlite3.connect(dumped)) as connection:
            return [*connection.iterdump(), str(connection.execute("pragma user_version").fetchone()[0])]

    before = dump()
    merged = merge(fresh_db, dumped)
    assert dump() == before
    assert (merged.articles, merged.proposals, merged.decisions, merged.conflicts) == (3, 4, 10, 0)


def test_all_articles_are_in_the_full_text(opened: sqlite3.Connection) -> None:
    assert list(searching.articles_with(opened, "harbour")) == [2]
    opened.execute("insert into article_text(article_text, rank) values ('integrity-check', 1)")


def test_it_is_told_how_far_an_older_database_was_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "_INDEXED_AT_ONCE", 2)
    database = tmp_path / "old.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(DUMPS[1].read_text("utf-8"))
    told: list[tuple[int, int]] = []
    for _ in range(2):
        open_database(database, tell=lambda done, of: told.append((done, of))).close()
    assert told == [(2, 3), (3, 3)]


def test_a_sqlite_without_full_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "FULL_TEXT", "fts9")
    with pytest.raises(StoreError, match=r"has no full-text search \(fts9\)"):
        open_database(tmp_path / "new.db", create=True)


def test_a_database_that_is_up_to_date_is_not_written_to(database: Path, fresh_db: sqlite3.Connection) -> None:
    fresh_db.close()
    before = database.read_bytes()
    open_database(database).close()
    assert database.read_bytes() == before


def test_a_migration_that_fails_leaves_nothing_behind(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(views, "VIEWS", "create view broken as select * from nothing where;\n")
        with pytest.raises(StoreError, match=r"goldwire\.db"):
            open_database(database, create=True)
    connection = open_database(database, create=True)
    assert connection.execute("select count(*) from gold").fetchone()[0] == 0
    connection.close()
