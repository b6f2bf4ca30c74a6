"""``goldwire review --order``: by keys in a real terminal, and what the database and the figures say of it."""

import sqlite3
from contextlib import closing

import pytest

from annotations.model import Event
from tests.stories import BRIDGE, KILLED, SEIZED, URGED, as_json, line, write
from tests.terminal import Terminal
from tests.tui.cli.conftest import Program

SURE = {SEIZED: 0.97, KILLED: 0.41, URGED: 0.99}


@pytest.fixture
def ready(goldwire: Program) -> Program:
    """The program beside a database with an article, of whose events an extractor is sure or not."""
    events = [as_json(found, confidence=sure) for found, sure in SURE.items()]
    write(goldwire.folder / "mine.jsonl", line(BRIDGE, *events))
    goldwire.done("import", "mine.jsonl", "--predictions", "mine")
    return goldwire


def query(goldwire: Program, text: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(goldwire.folder / "goldwire.db")) as connection:
        return connection.execute(text).fetchall()


def accept_one(goldwire: Program, *arguments: str) -> None:
    with Terminal("review", "--reviewer", "ana", *arguments, folder=goldwire.folder, columns=100, rows=30) as terminal:
        terminal.wait_for(" decided")
        terminal.send("a")
        terminal.wait_for("accepted")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(("order", "first"), [("text", SEIZED), ("uncertain", KILLED), ("confident", URGED)])
def test_the_first_candidate_is_the_orders_and_the_order_is_recorded(ready: Program, order: str, first: Event) -> None:
    accept_one(ready, "--order", order)
    assert query(ready, "select queue_order, subject from decision") == [(order, first.id)]


def test_the_figures_so_far_say_in_which_orders_they_came(ready: Program) -> None:
    accept_one(ready)
    assert "over 1 decided candidate in text order;" in ready.done("score", "--extractor", "mine")
    accept_one(ready, "--order", "confident")
    table = ready.done("score", "--extractor", "mine")
    assert "in confident order (1) and text order (1);" in " ".join(table.split())


def test_an_order_that_is_none_is_refused_with_those_that_there_are(ready: Program) -> None:
    ended = ready("review", "--order", "random")
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    for order in ("text", "uncertain", "confident"):
        assert order in ended.err
