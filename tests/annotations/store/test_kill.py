"""``kill -9`` at any moment loses no decision whose append returned, and leaves a database that opens."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from annotations.store import decisions
from annotations.store.connection import open_database
from tests.annotations.store.newsroom import ARTICLES, add

ROOT = Path(__file__).parents[3]

DECIDE = """
import sys
from pathlib import Path
from annotations.store import decisions
from annotations.store.connection import answer_at_once, open_database
from tests.annotations.store.newsroom import AGREED, KILLED, MET, SHELLED, comment, ruling
connection = open_database(Path(sys.argv[1]))
if sys.argv[2] == "none":
    answer_at_once(connection, patience=1.0)
while True:
    for event in (MET, SHELLED, AGREED, KILLED):
        for made in decisions.append(connection, "ana", [ruling(event, "reject"), comment(event, "seen " * 50)]):
            print(made.id, flush=True)
        print(decisions.undo(connection, "ana").decision.id, flush=True)
"""


def killed_after(seconds: float, database: Path, checkpoints: str) -> list[str]:
    """The ids that a process printed, each after its append returned, until it was killed."""
    output = database.with_name("printed.txt")
    with output.open("w") as printed:
        process = subprocess.Popen(
            [sys.executable, "-c", DECIDE, str(database), checkpoints], cwd=ROOT, stdout=printed, stderr=subprocess.PIPE
        )
        while not output.stat().st_size and process.poll() is None:
            time.sleep(0.01)
        time.sleep(seconds)
        process.kill()
        assert process.communicate()[1] == b""
    return [line.strip() for line in output.read_text().splitlines(keepends=True) if line.endswith("\n")]


def test_no_decision_that_was_answered_is_lost(fresh_db: sqlite3.Connection, database: Path) -> None:
    add(fresh_db, *ARTICLES)
    fresh_db.close()
    chance = random.Random(9)
    answered: list[str] = []
    for attempt in range(12):
        answered += killed_after(chance.uniform(0, 0.2), database, "checkpoints" if attempt % 2 else "none")
        connection = open_database(database)
        assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        kept = {row["id"] for row in connection.execute("select id from decision")}
        assert kept.issuperset(answered)
        # What was being written when the process died is there whole or not at all.
        assert len(kept) - len(answered) <= 2
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert decisions.undo(connection, "ana") is not None
        answered = [row["id"] for row in connection.execute("select id from decision")]
        connection.close()
    assert len(answered) > 100
