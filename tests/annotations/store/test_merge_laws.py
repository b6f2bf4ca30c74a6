"""Two databases that went on from one copy, merged in either order, give the same rows, state, gold and conflicts."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.store import decisions, runs
from annotations.store.connection import close, open_database
from annotations.store.merge import merge
from tests.annotations.store import laws
from tests.annotations.store.commands import commands
from tests.annotations.store.laws import Command
from tests.annotations.store.newsroom import ARTICLES, add
from tests.annotations.store.shown import check, obey

Side = Literal["left", "right"]

sides: st.SearchStrategy[Side] = st.sampled_from(("left", "right"))

DAM = "Engineers at the Karvia dam met on Sunday and said that gate {number} had held through the night. "
OWN = {
    "left": "Dam near Karvia holds\n" + "".join(DAM.format(number=number) for number in range(12)),
    "right": "Karvia dam holds, say engineers\n" + "".join(DAM.format(number=number) for number in range(2, 14)),
}
"""What each side imports for itself: two near-copies, which only a merge brings together."""

WEATHER = "Rain in Sund\nIt rained."
"""What both sides import, each on its own."""


class SkewedClock:
    """One second passes with every look; the right side's clock is some seconds off."""

    def __init__(self, skew: int) -> None:
        self.seconds = 0
        self.skew = {"left": 0, "right": skew}
        self.side: Side = "left"

    def now(self, _: object) -> datetime:
        self.seconds += 1
        return datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=self.seconds + self.skew[self.side])


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Command], list[tuple[Side, Command]], int]:
    """What was done before the copy, what on either side of it, and how far the clocks are apart."""
    common = draw(st.lists(commands, max_size=8))
    apart = draw(st.lists(st.tuples(sides, commands), min_size=1, max_size=16))
    return common, apart, draw(st.integers(-20, 20))


def follow(connection: sqlite3.Connection, path: Path, each: Iterable[Command]) -> None:
    for command in each:
        connection = obey(connection, path, command)
    close(connection)


def make(folder: Path, history: tuple[list[Command], list[tuple[Side, Command]], int]) -> dict[Side, Path]:
    """The two databases."""
    common, apart, skew = history
    paths: dict[Side, Path] = {"left": folder / "left.db", "right": folder / "right.db"}
    clock = SkewedClock(skew)
    with patch.object(decisions, "datetime", clock), patch.object(runs, "datetime", clock):
        connection = open_database(paths["left"], create=True)
        add(connection, *ARTICLES)
        follow(connection, paths["left"], common)
        shutil.copy(paths["left"], paths["right"])
        open_connections = {side: open_database(path) for side, path in paths.items()}
        for side, connection in open_connections.items():
            clock.side = side
            add(connection, OWN[side], label=f"{side}.txt")
            add(connection, WEATHER, label="weather.txt")
        for side, command in apart:
            clock.side = side
            open_connections[side] = obey(open_connections[side], paths[side], command)
        for connection in open_connections.values():
            close(connection)
    return paths


def merged(folder: Path, name: str, into: Path, other: Path) -> Path:
    path = folder / name
    shutil.copy(into, path)
    with closing(open_database(path)) as connection:
        merge(connection, other)
        close(connection)
    return path


TABLES = (
    "source", "occurrence", "zone", "shingle", "analysis", "run", "run_article", "proposal", "decision",
)  # fmt: skip


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a database but the order of its queue and where its reviewers are."""
    articles = "select id, title, cluster, dateline, published, outlet, url, extra, text from article"
    queries = {table: f"select * from {table}" for table in TABLES} | {
        "article": articles,
        "reviewer": "select * from reviewer",
        "gold": "select * from gold",
        "undecided": "select * from undecided",
        "conflict": "select * from conflict",
    }
    with closing(open_database(path)) as connection:
        return {name: sorted(map(tuple, connection.execute(query)), key=repr) for name, query in queries.items()}


def united(paths: Iterable[Path]) -> tuple[laws.Laws, set[tuple[str, str]]]:
    """What the laws make of the rows of all databases together, and the conflicts among them."""
    rows: dict[str, sqlite3.Row] = {}
    covered: set[tuple[str, str, str]] = set()
    events: dict[tuple[str, str], set[str]] = {}
    for path in paths:
        with closing(open_database(path)) as connection:
            rows |= {row["id"]: row for row in connection.execute("select * from decision")}
            covered |= {
                tuple(row)
                for row in connection.execute("select extractor, article, run from run_article join run on run = id")
            }
            for row in connection.execute("select article, run, event from proposal"):
                events.setdefault((row["article"], row["run"]), set()).add(row["event"])
    found = [dict(row) for row in rows.values()]
    return laws.of_rows(found, covered, events), laws.conflicts(found)


def steps(connection: sqlite3.Connection, reviewer: str) -> Iterator[decisions.Step]:
    while (step := decisions.undo(connection, reviewer)) is not None:
        yield step


@settings(max_examples=60)
@given(histories())
def test_merging_is_union(history: tuple[list[Command], list[tuple[Side, Command]], int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make(folder, history)
        before = {side: content(path) for side, path in paths.items()}
        promised, conflicts = united(paths.values())

        one = merged(folder, "one.db", paths["left"], paths["right"])
        other = merged(folder, "other.db", paths["right"], paths["left"])
        assert content(one) == content(other), "either order gives the same"
        assert {side: content(path) for side, path in paths.items()} == before, "what is merged is not changed"

        twice = merged(folder, "twice.db", one, paths["right"])
        assert content(twice) == content(one), "merging twice changes nothing"
        assert content(merged(folder, "round.db", one, other)) == content(one), "nor does merging back"

        with closing(open_database(one)) as connection:
            check(connection, promised, (*ARTICLES, *OWN.values(), WEATHER))
            pairs = decisions.conflicts(connection)
            assert {(earlier.id, later.id) for earlier, later in pairs} == conflicts
            assert connection.execute("pragma foreign_key_check").fetchall() == []

            for reviewer in decisions.reviewers(connection):
                undone = [step.target.id for step in steps(connection, reviewer)]
                assert undone == sorted(undone, reverse=True), "undo goes back through both histories"
                redone = [decisions.redo(connection, reviewer) for _ in undone]
                assert [step.target.id for step in redone if step] == undone[::-1]
