"""Decisions and proposals are never changed, deleted or replaced, nor is an article's text, whoever asks.

The statements are those that a person or another program would send, with foreign keys off as they are by default.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.annotations.store.newsroom import HARBOUR, KILLED, SHELLED, decide, extract


@pytest.fixture
def outsider(newsroom: sqlite3.Connection, database: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection to a database with two decisions and two proposals."""
    extract(newsroom, [SHELLED, KILLED])
    decide(newsroom, SHELLED)
    decide(newsroom, KILLED, "reject")
    connection = sqlite3.connect(database, isolation_level=None)
    yield connection
    connection.close()


def content(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [
        connection.execute(f"select * from {table} order by 1, 2, 3").fetchall()
        for table in ("decision", "proposal", "article")
    ]


DECISION = "(id, reviewer, article, subject, facet, act, decided_at) {values} from decision where state like '%accept%'"
PROPOSAL = (
    "(article, run, event, type, status, start, end, trigger, arguments, confidence, evidence) select article, run,"
    " event, 'Harm.Kill', status, start, end, trigger, arguments, 1.0, evidence from proposal"
)
KNOWN = "select id, 'ben', article, subject, facet, act, decided_at"

REFUSED = [
    "update decision set state = null",
    "update decision set reviewer = 'ben' where reviewer = 'ana'",
    "update or replace decision set id = (select max(id) from decision)",
    "update or ignore decision set id = (select max(id) from decision)",
    "delete from decision",
    "delete from decision where reviewer = 'ana'",
    *(f"{verb} into decision {DECISION.format(values=KNOWN)}" for verb in ("insert", "insert or replace", "replace")),
    f"insert or ignore into decision {DECISION.format(values=KNOWN)}",
    f"insert into decision {DECISION.format(values=KNOWN)} on conflict (id) do update set reviewer = excluded.reviewer",
    f"insert into decision {DECISION.format(values=KNOWN)} on conflict do nothing",
    "update proposal set confidence = 1",
    "update proposal set run = 'x', event = 'y'",
    "delete from proposal",
    "delete from proposal where confidence < 2",
    *(f"{verb} into proposal {PROPOSAL}" for verb in ("insert", "insert or replace", "replace", "insert or ignore")),
    f"insert into proposal {PROPOSAL} where true on conflict do update set confidence = excluded.confidence",
    "update article set text = 'Ferry talks fail'",
    "update article set id = 'x' where seq = 1",
    "delete from article",
    "replace into article (id, seq, title, cluster, text) select id, seq, title, cluster, 'Nothing' from article",
    "replace into article (id, seq, title, cluster, text) values ('x', 1, '', 'x', 'Nothing')",
    "replace into article (rowid, id, seq, title, cluster, text) values (1, 'x', 99, '', 'x', 'Nothing')",
]


@pytest.mark.parametrize("statement", REFUSED)
@pytest.mark.parametrize("recursive", ["on", "off"])
def test_it_is_refused(outsider: sqlite3.Connection, statement: str, recursive: str) -> None:
    outsider.execute(f"pragma recursive_triggers = {recursive}")
    before = content(outsider)
    with pytest.raises(sqlite3.IntegrityError, match=r"are never (changed|deleted|replaced)"):
        outsider.execute(statement)
    assert content(outsider) == before


@pytest.mark.parametrize("table", ["decision", "proposal"])
def test_there_is_no_rowid_by_which_a_row_could_be_replaced(outsider: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        outsider.execute(f"select rowid from {table}")


def test_what_an_article_is_called_may_be_corrected(outsider: sqlite3.Connection) -> None:
    outsider.execute("update article set title = 'Olmo harbour hit' where text = ?", (HARBOUR,))
    assert outsider.execute("select title from article where text = ?", (HARBOUR,)).fetchone() == ("Olmo harbour hit",)
