"""What is asked at every key is found through an index: no plan goes through all decisions or all proposals."""

import re
import sqlite3
from collections.abc import Callable, Iterable

import pytest

from annotations.store import decisions, gold, listing, progress, runs, searching
from annotations.store.decisions import Change
from annotations.store.progress import Place
from tests.annotations.store.newsroom import AGREED, FERRY, KILLED, MET, SHELLED, article, decide, extract

FERRY_ID = article(FERRY).id

SCAN = re.compile(r"SCAN (d|u|v|p|ra|newer|later|decision|proposal|run_article|shingle)\b")
"""A step through the whole of a table that grows with every article, by the names that queries give it."""

ASKED: dict[str, Callable[[sqlite3.Connection], object]] = {
    "live": lambda db: runs.live(db, FERRY_ID),
    "shown": lambda db: runs.shown(db, "01" + "0" * 24, MET.id),
    "states": lambda db: decisions.states(db, "ana", FERRY_ID),
    "judged": lambda db: gold.judged_article(db, "ana", FERRY_ID),
    "queue": lambda db: progress.queue(db, "ana", offset=1),
    "listed": lambda db: listing.listed_after(db, "ana", 1, 2),
    "found": lambda db: searching.found_articles(db, searching.articles_with(db, "ferry")),
    "next incomplete": lambda db: progress.next_incomplete(db, "ana", 1),
    "first open": lambda db: progress.first_open(db, "ana"),
    "neighbour": lambda db: progress.neighbour(db, 1, 1),
    "enter": lambda db: progress.enter(db, "ana"),
    "keep place": lambda db: progress.keep_place(db, "ana", Place(FERRY_ID, None)),
}

BY_HAND = [
    f"select * from gold where article = '{FERRY_ID}'",
    f"select * from gold where event = '{MET.id}' and reviewer = 'ana'",
    f"select * from gold_argument where article = '{FERRY_ID}'",
    f"select * from verdict where article = '{FERRY_ID}' and reviewer = 'ana'",
    f"select * from live_proposal where article = '{FERRY_ID}'",
]


@pytest.fixture
def reviewed(newsroom: sqlite3.Connection) -> sqlite3.Connection:
    """A database in use."""
    extract(newsroom, [MET, AGREED, SHELLED, KILLED])
    for event in (MET, SHELLED):
        decide(newsroom, event)
    decisions.undo(newsroom, "ana")
    return newsroom


def scans(connection: sqlite3.Connection, statements: Iterable[str]) -> list[str]:
    """The steps of the statements' plans that go through a large table from end to end."""
    return [
        row["detail"]
        for statement in statements
        for row in connection.execute(f"explain query plan {statement}").fetchall()
        if SCAN.match(row["detail"])
    ]


@pytest.mark.parametrize("name", ASKED)
def test_what_python_asks_scans_nothing_large(reviewed: sqlite3.Connection, name: str) -> None:
    traced: list[str] = []
    reviewed.set_trace_callback(traced.append)
    ASKED[name](reviewed)
    reviewed.set_trace_callback(None)
    asked = [statement for statement in traced if re.match(r"\s*(select|with|insert)\b", statement)]
    assert asked
    assert scans(reviewed, asked) == []


@pytest.mark.parametrize("query", BY_HAND)
def test_what_a_person_asks_of_one_article_scans_nothing_large(reviewed: sqlite3.Connection, query: str) -> None:
    assert scans(reviewed, [query]) == []


def test_a_scan_would_be_found(reviewed: sqlite3.Connection) -> None:
    assert scans(reviewed, ["select * from decision where shown_ms > 5000"]) == ["SCAN decision"]


def work(connection: sqlite3.Connection, act: Callable[[], object]) -> int:
    """How many instructions SQLite carries out for an act."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection.set_progress_handler(count, 1)
    act()
    connection.set_progress_handler(None, 1)
    return counted


def test_deciding_undoing_and_redoing_cost_the_same_among_many_decisions(newsroom: sqlite3.Connection) -> None:
    def costs() -> list[int]:
        return [
            work(newsroom, lambda: decide(newsroom, KILLED)),
            work(newsroom, lambda: decisions.undo(newsroom, "ana")),
            work(newsroom, lambda: decisions.redo(newsroom, "ana")),
        ]

    few = costs()
    changes = [Change(FERRY_ID, f"event {number}", "flag", "true") for number in range(1000)]
    decisions.append(newsroom, "ana", changes)
    decisions.append(newsroom, "ben", changes)
    many = costs()
    assert all(after < 1.5 * before for before, after in zip(few, many, strict=True)), (few, many)


def test_a_verdict_is_counted_among_its_articles_rows_not_in_the_index_of_all_events(
    reviewed: sqlite3.Connection,
) -> None:
    def opened(root: str) -> bool:
        (page,) = reviewed.execute("select rootpage from sqlite_master where name = ?", (root,)).fetchone()
        program = reviewed.execute("explain insert into decision (id, facet, act) values ('0', 'verdict', 'do')")
        return any(step["opcode"] in ("OpenRead", "OpenWrite") and step["p2"] == page for step in program)

    assert opened("proposal")
    assert not opened("proposal_event")
