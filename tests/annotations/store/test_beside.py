"""Reading beside the connection that decides."""

import sqlite3
import time
from pathlib import Path

import pytest

from annotations.errors import StoppedError, StoreError
from annotations.store.beside import file_of, reading
from tests.annotations.store.newsroom import MET, decide

ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"


def never() -> bool:
    return False


def test_it_reads_the_same_file(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET)
    with reading(file_of(newsroom), never) as beside:
        assert beside.execute("select count(*) from decision").fetchone()[0] == 1


def test_what_is_decided_meanwhile_is_not_in_it(newsroom: sqlite3.Connection) -> None:
    with reading(file_of(newsroom), never) as beside:
        assert beside.execute("select count(*) from decision").fetchone()[0] == 0
        decide(newsroom, MET)
        assert beside.execute("select count(*) from decision").fetchone()[0] == 0


def test_it_does_not_write(newsroom: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="readonly"), reading(file_of(newsroom), never) as beside:
        beside.execute("delete from place")


def test_a_query_ends_when_asked(newsroom: sqlite3.Connection) -> None:
    end = time.monotonic() + 0.1
    with (
        pytest.raises(StoppedError, match="interrupted"),
        reading(file_of(newsroom), lambda: time.monotonic() > end) as beside,
    ):
        beside.execute(ENDLESS).fetchone()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"), reading(tmp_path / "gone.db", never):
        pass
