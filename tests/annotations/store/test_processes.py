"""Several processes at one database: making it at one moment, writing while another decides."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.store import decisions
from annotations.store.connection import answer_at_once, open_database
from annotations.store.migrations import VERSION
from tests.annotations.store.newsroom import AGREED, FERRY, MET, add, decide

ROOT = Path(__file__).parents[3]

OPEN_AT = """
import sys, time
from pathlib import Path
import sqlite_utils
from annotations.store.connection import open_database
print("ready", flush=True)
moment = float(sys.stdin.readline())
while time.time() < moment:
    pass
connection = open_database(Path(sys.argv[1]), create=True)
print(*connection.execute("pragma journal_mode").fetchone(), *connection.execute("pragma user_version").fetchone())
"""

HOLD = """
import sys
from pathlib import Path
from annotations.store.connection import open_database, transaction
from tests.annotations.store.newsroom import BRIDGE, add
connection = open_database(Path(sys.argv[1]))
with transaction(connection):
    add(connection, BRIDGE, label="bridge.txt")
    print("writing", flush=True)
    sys.stdin.readline()
"""


def start(program: str, *arguments: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() in ("ready", "writing"), process.communicate()[1]
    return process


def test_processes_that_make_a_database_at_one_moment_make_one(tmp_path: Path) -> None:
    for attempt in range(3):
        database = tmp_path / f"{attempt}.db"
        processes = [start(OPEN_AT, str(database)) for _ in range(3)]
        moment = f"{time.time() + 0.1}\n"
        for process in processes:
            assert process.stdin is not None
            process.stdin.write(moment)
            process.stdin.flush()
        results = [(*process.communicate(), process.returncode) for process in processes]
        assert results == [(f"wal {VERSION}\n", "", 0)] * 3
        made = open_database(database)
        assert made.execute("pragma integrity_check").fetchone()[0] == "ok"
        made.close()


@pytest.fixture
def writer(fresh_db: sqlite3.Connection, database: Path) -> "subprocess.Popen[str]":
    """Another process in the middle of a transaction; a line sent to it ends it."""
    add(fresh_db, FERRY)
    return start(HOLD, str(database))


def test_a_decision_waits_until_the_other_process_has_written(
    fresh_db: sqlite3.Connection, writer: "subprocess.Popen[str]"
) -> None:
    # The line is in the pipe before the decision begins; the writer commits while the decision waits.
    assert writer.stdin is not None
    writer.stdin.write("\n")
    writer.stdin.flush()
    decision = decide(fresh_db, MET)
    assert writer.communicate()[1] == ""
    assert decisions.last(fresh_db, "ana") == decision
    assert fresh_db.execute("select count(*) from article").fetchone()[0] == 2


def test_a_decision_that_waited_too_long_is_refused_and_can_be_made_again(
    database: Path, writer: "subprocess.Popen[str]"
) -> None:
    impatient = open_database(database)
    answer_at_once(impatient, patience=0.05)
    with pytest.raises(StoreError, match=r"not saved: another process is writing to .*goldwire\.db; try again"):
        decide(impatient, MET)
    assert decisions.last(impatient, "ana") is None
    writer.communicate("\n")
    assert decide(impatient, MET) == decisions.last(impatient, "ana")
    impatient.close()


def test_what_is_decided_can_be_read_while_another_process_writes(
    fresh_db: sqlite3.Connection, database: Path, writer: "subprocess.Popen[str]"
) -> None:
    reader = open_database(database)
    assert reader.execute("select count(*) from article").fetchone()[0] == 1
    writer.communicate("\n")
    assert reader.execute("select count(*) from article").fetchone()[0] == 2
    reader.close()


def test_two_reviewers_at_two_connections_decide_by_turns(fresh_db: sqlite3.Connection, database: Path) -> None:
    add(fresh_db, FERRY)
    other = open_database(database)
    made = [
        decide(connection, event, reviewer=reviewer).id
        for event in (MET, AGREED)
        for connection, reviewer in ((fresh_db, "ana"), (other, "ben"))
    ]
    assert made == sorted(made)
    assert decisions.reviewers(other) == ["ana", "ben"]
    other.close()
