"""The queue as a list: narrowed down by words, sorted by any column, read in slices, true to what is written."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.review import listing as listings
from annotations.review.listing import COLUMNS, Column, Listing
from annotations.store import decisions
from annotations.store.connection import open_database
from tests.annotations.store.newsroom import (
    AGREED,
    BRIDGE,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    add,
    comment,
    complete,
    decide,
    extract,
    flag,
)  # fmt: skip


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Three articles of one file and two of another; of the first four a run has proposals."""
    opened = open_database(tmp_path / "goldwire.db", create=True)
    add(opened, FERRY, HARBOUR, BRIDGE, label="Monday.txt")
    add(opened, "ÉCOLE rouverte à Olmo\nLes enfants rentrent.", "100% of Sund votes\nAll of it.", label="more.txt")
    extract(opened, [MET, AGREED, SHELLED, KILLED, SEIZED])
    yield opened
    opened.close()


def read(connection: sqlite3.Connection) -> Listing:
    """The whole list."""
    listing = Listing(connection, "ana")
    for _ in listing.read():
        pass
    return listing


def titles(listing: Listing) -> list[str]:
    """The first words of the titles, in the list's order."""
    return [row.title.split()[0] for row in listing.rows(0, listing.count)]


def test_words_are_found_in_title_and_source_case_and_accents_aside(
    connection: sqlite3.Connection,
) -> None:
    listing = read(connection)
    found = {}
    for words in ("olmo", "école", "ECOLE", "mon ferry", "olmo mond", "MORE %", "_", "\x00", "nothing"):
        listing.narrow(words)
        found[words] = titles(listing)
    assert found == {
        "olmo": ["Shells", "ÉCOLE"],
        "école": ["ÉCOLE"],
        "ECOLE": ["ÉCOLE"],
        "mon ferry": ["Ferry"],
        "olmo mond": ["Shells"],
        "MORE %": ["100%"],
        "_": [],
        "\x00": [],
        "nothing": [],
    }
    listing.narrow("")
    assert listing.count == listing.articles == 5


def test_each_column_sorts_and_again_the_other_way_round(connection: sqlite3.Connection) -> None:
    decide(connection, MET)
    decide(connection, SEIZED)
    decisions.append(connection, "ana", [flag(MET), comment(SHELLED, "why?"), complete(BRIDGE)])
    listing = read(connection)
    found: dict[Column, tuple[list[str], list[str]]] = {}
    for column in COLUMNS[1:]:
        listing.sort(column)
        once = titles(listing)
        listing.sort(column)
        found[column] = once, titles(listing)
    assert found["title"][0] == ["100%", "Army", "ÉCOLE", "Ferry", "Shells"]
    assert found["title"][1] == ["Shells", "Ferry", "ÉCOLE", "Army", "100%"]
    assert found["source"] == (
        ["Ferry", "Shells", "Army", "ÉCOLE", "100%"],
        ["ÉCOLE", "100%", "Ferry", "Shells", "Army"],
    )
    assert found["state"][0] == ["Ferry", "Shells", "Army", "ÉCOLE", "100%"], "begun, new, complete, waiting"
    assert found["left"][0][:2] == ["Shells", "Ferry"]
    assert found["flags"][0][0] == "Ferry"
    assert found["comments"][0][0] == "Shells"


def test_near_copies_stand_together_when_sorted_by_them(connection: sqlite3.Connection) -> None:
    story = " ".join(f"Pilot {number} of the ferry crossed berth {number + 40}." for number in range(40))
    add(connection, f"First\n{story}", "Between\nNothing new.", f"Second\n{story}", label="copies.txt")
    listing = read(connection)
    listing.sort("copies")
    assert titles(listing)[:2] == ["First", "Second"]


def test_the_state_says_how_far_an_article_is(connection: sqlite3.Connection) -> None:
    decide(connection, MET)
    decide(connection, SEIZED)
    decisions.append(connection, "ana", [complete(HARBOUR)])
    rows = read(connection).rows(0, 5)
    assert [listings.state_of(row) for row in rows] == ["begun", "complete", "decided", "waiting", "waiting"]
    assert [listings.state_of(row) for row in Listing(connection, "ben").rows(0, 5)] == []
    other = Listing(connection, "ben")
    other.look()
    assert [listings.state_of(row) for row in other.rows(0, 3)] == ["new", "new", "new"]


def test_rows_are_as_the_database_has_them_now(connection: sqlite3.Connection) -> None:
    listing = read(connection)
    assert [row.undecided for row in listing.rows(0, 2)] == [2, 2]
    decide(connection, SHELLED)
    assert [row.undecided for row in listing.rows(0, 2)] == [2, 1]


def test_new_articles_join_the_list(connection: sqlite3.Connection) -> None:
    listing = read(connection)
    assert not listing.look()
    assert not listing.is_stale
    add(connection, "Late report\nNothing.", label="late.txt")
    assert listing.look()
    assert titles(listing)[-1] == "Late"
    assert listing.is_stale
    listing.narrow("late")
    for _ in listing.read():
        pass
    assert titles(listing) == ["Late"]


def test_an_article_is_found_in_the_list_wherever_it_stands(connection: sqlite3.Connection) -> None:
    listing = read(connection)
    listing.sort("title")
    assert [listing.index_of(listing.seq(index)) for index in range(5)] == [0, 1, 2, 3, 4]
    listing.narrow("ferry")
    assert (listing.index_of(1), listing.index_of(2), listing.index_of(99)) == (0, None, None)


def test_a_gap_in_the_numbers_of_the_queue_is_no_article(connection: sqlite3.Connection) -> None:
    connection.execute(
        "insert into article (id, seq, title, cluster, text) values ('00000000000000aa', 9, 'Nine', 'aa', 'Nine')"
    )
    listing = read(connection)
    assert titles(listing)[-1] == "Nine"
    assert (listing.count, listing.index_of(9), listing.index_of(7)) == (6, 5, None)


def test_what_was_read_so_far_serves_while_the_rest_is_read(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listings, "SLICE", 2)
    listing = Listing(connection, "ana")
    reading = listing.read()
    assert [next(reading), next(reading)] == [0, 2]
    listing.narrow("o")
    listing.sort("title")
    assert titles(listing) == ["Ferry", "Shells"]
    for _ in reading:
        pass
    assert titles(listing) == ["100%", "Army", "ÉCOLE", "Ferry", "Shells"]


def test_a_title_cannot_pass_for_a_source(connection: sqlite3.Connection) -> None:
    add(connection, "Zebra\x1faaa\x1eYak\nNothing.", label="zoo.txt")
    listing = read(connection)
    listing.narrow("zebra")
    assert listing.count == 1
    listing.narrow("")
    listing.sort("source")
    assert titles(listing)[-1].startswith("Zebra")


def test_the_full_list_takes_little_work_for_each_article(connection: sqlite3.Connection) -> None:
    def work(act: Callable[[], object]) -> int:
        counted = 0

        def count() -> int:
            nonlocal counted
            counted += 1
            return 0

        connection.set_progress_handler(count, 100)
        act()
        connection.set_progress_handler(None, 1)
        return counted

    before = work(lambda: read(connection))
    changes = [decisions.Change(MET.article, f"event {number}", "flag", "true") for number in range(2000)]
    decisions.append(connection, "ana", changes)
    assert work(lambda: read(connection)) <= 1.2 * before + 2, "however many decisions there are"
