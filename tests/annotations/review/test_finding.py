"""Search in all articles: which have it, and the line that shows it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import StoppedError, StoreError
from annotations.review.finding import Found, find
from annotations.review.pattern import Pattern
from annotations.store.beside import file_of
from annotations.store.connection import open_database
from tests.annotations.store.newsroom import BRIDGE, FERRY, HARBOUR, add

QUOTED = "Mayor calls\n“Olmo won’t wait,” the Mayor said.\r\nOLMO harbour\r\n  pilots agreed."


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "goldwire.db", create=True)
    add(opened, FERRY, HARBOUR, BRIDGE, QUOTED)
    yield opened
    opened.close()


def search(connection: sqlite3.Connection, text: str) -> Found:
    return find(file_of(connection), text, stop=lambda: False, tell=lambda _number, _of: None)


@pytest.mark.parametrize(
    ("text", "seqs"),
    [
        ("olmo", [2, 4]),
        ("OLMO", [4]),
        ("won't", [4]),
        ("olmo harbour", [2, 4]),
        ("harbour pilots", [4]),
        ("“Olmo", [4]),
        ("on Friday", [1]),
        ("in lind e", [1]),
        ("nowhere", []),
        ("—", []),
        ("", []),
    ],
)
def test_articles_that_have_it_are_found_in_the_order_of_the_queue(
    connection: sqlite3.Connection, text: str, seqs: list[int]
) -> None:
    found = search(connection, text)
    assert list(found.seqs) == seqs
    for line in found.lines(connection, 0, 10):
        assert line.hits == len(Pattern(text).hits(line.article.text)) > 0
        assert all(line.line[start:end] for start, end in line.marks)


def test_the_line_is_the_one_of_the_first_match_and_every_match_in_it_is_marked(connection: sqlite3.Connection) -> None:
    (_, line) = search(connection, "mayor").lines(connection, 0, 10)[-1:] * 2
    assert (line.line, line.hits, line.marks) == ("Mayor calls", 2, ((0, 5),))
    (line,) = search(connection, "olmo").lines(connection, 0, 1)
    assert (line.article.title, line.line, line.marks) == (
        "Shells hit Olmo harbour",
        "Shells hit Olmo harbour",
        ((11, 15),),
    )


def test_a_match_that_runs_over_a_lines_end_has_both_lines(connection: sqlite3.Connection) -> None:
    (line,) = search(connection, "harbour pilots").lines(connection, 0, 1)
    assert line.line == "OLMO harbour\r\n  pilots agreed."
    assert line.marks == ((5, 22),)


def test_it_is_told_how_far_texts_were_looked_through(connection: sqlite3.Connection) -> None:
    told: list[tuple[int, int]] = []
    file = file_of(connection)
    find(file, "Olmo", stop=lambda: False, tell=lambda number, of: told.append((number, of)))
    assert told == [(0, 2), (1, 2)]
    find(file, "olmo", stop=lambda: False, tell=lambda number, of: told.append((number, of)))
    assert told == [(0, 2), (1, 2)], "words alone need no look"


def test_it_ends_between_two_texts_when_asked(connection: sqlite3.Connection) -> None:
    looked_through = -1

    def count(number: int, _of: int) -> None:
        nonlocal looked_through
        looked_through = number

    with pytest.raises(StoppedError, match="1 of 2 texts"):
        find(file_of(connection), "Olmo", stop=lambda: looked_through == 0, tell=count)


def test_what_is_being_written_meanwhile_is_not_waited_for(connection: sqlite3.Connection) -> None:
    connection.execute("begin immediate")
    assert list(search(connection, "olmo").seqs) == [2, 4]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no database, though it is long enough to be one")
    with pytest.raises(StoreError, match=r"notes\.db"):
        find(tmp_path / "notes.db", "Olmo", stop=lambda: False, tell=lambda _number, _of: None)


def test_the_nearest_article_that_was_found_comes_first(connection: sqlite3.Connection) -> None:
    found = search(connection, "olmo")
    assert [found.index_of(seq) for seq in (1, 2, 3, 4, 9)] == [0, 0, 1, 1, 1]
    assert search(connection, "nowhere").index_of(3) == 0
