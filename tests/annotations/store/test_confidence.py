"""Weights of the confidence that a project's own decisions made."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from annotations.store import confidence
from annotations.store.confidence import Fitted
from annotations.store.connection import close, open_database
from annotations.store.merge import merge

FIRST = Fitted("rules", "conflict/1", "ana", 3, 40, 31, {"bias": 1.25, "group=attack": -0.5})
SECOND = FIRST._replace(complete=4, judged=52, correct=40, weights={"bias": 1.5})


def in_force(connection: sqlite3.Connection) -> Fitted | None:
    return confidence.newest(connection, "rules", "conflict/1")


def test_a_new_database_goes_by_the_weights_that_came_with_the_ontology(fresh_db: sqlite3.Connection) -> None:
    assert in_force(fresh_db) is None


def test_the_newest_fit_is_in_force_and_the_others_are_kept(fresh_db: sqlite3.Connection) -> None:
    confidence.save(fresh_db, FIRST)
    assert in_force(fresh_db) == FIRST
    confidence.save(fresh_db, SECOND)
    assert in_force(fresh_db) == SECOND
    assert fresh_db.execute("select count(*) from confidence").fetchone()[0] == 2


@pytest.mark.parametrize("other", [FIRST._replace(extractor="mine"), FIRST._replace(ontology="floods/1")])
def test_a_fit_is_of_one_extractor_under_one_ontology(fresh_db: sqlite3.Connection, other: Fitted) -> None:
    confidence.save(fresh_db, other)
    assert in_force(fresh_db) is None


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another database, at ``elsewhere.db``."""
    connection = open_database(tmp_path / "elsewhere.db", create=True)
    yield connection
    connection.close()


class Clock(datetime):
    """A second later at every look: ids of one millisecond are in no order."""

    at = datetime(2026, 11, 21, 10, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        cls.at += timedelta(seconds=1)
        return cls.fromtimestamp(cls.at.timestamp(), tz)


@pytest.mark.parametrize("here_first", [True, False])
def test_of_two_merged_databases_the_later_fit_is_in_force(
    fresh_db: sqlite3.Connection,
    elsewhere: sqlite3.Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here_first: bool,
) -> None:
    monkeypatch.setattr(confidence, "datetime", Clock)
    for connection, fitted in (
        ((fresh_db, FIRST), (elsewhere, SECOND)) if here_first else ((elsewhere, SECOND), (fresh_db, FIRST))
    ):
        confidence.save(connection, fitted)
    later = SECOND if here_first else FIRST
    close(elsewhere)
    merge(fresh_db, tmp_path / "elsewhere.db")
    merge(fresh_db, tmp_path / "elsewhere.db")
    assert in_force(fresh_db) == later
    assert fresh_db.execute("select count(*) from confidence").fetchone()[0] == 2
