"""The figures of all extractors: the same as of each alone, from the articles alone that somebody touched."""

import sqlite3
from dataclasses import replace

import pytest

from annotations.model import Proposal
from annotations.ontology import Ontology
from annotations.scoring.levels import LEVELS
from annotations.scoring.measured import measure
from annotations.scoring.overview import Overview, overview
from annotations.store import runs
from tests.annotations.scoring.test_measured import complete, decide, propose
from tests.stories import BRIDGE, DAM, FREED, KILLED, MARCHED, RELEASED, SEIZED, URGED


def read(database: sqlite3.Connection) -> Overview:
    return overview(database, "ana", lambda _done, _of: None)


def reviewed(database: sqlite3.Connection) -> None:
    """Two complete articles, one of which the second extractor never saw, and one that is begun."""
    propose(database, SEIZED, KILLED, URGED, MARCHED, RELEASED)
    decide(database, "accept", SEIZED)
    decide(database, "edit", KILLED, order="uncertain")
    decide(database, "reject", MARCHED)
    decide(database, "add", RELEASED)
    decide(database, "add", FREED)
    for text in (BRIDGE, DAM):
        complete(database, text)
    run = runs.begin(database, extractor="mine", version="1", model="", rules="f", ontology="conflict/1")
    for event in (SEIZED, MARCHED):
        runs.save(database, run, event.article, [Proposal(event, 0.5)])


@pytest.mark.parametrize("name", ["rules", "mine"])
def test_the_figures_are_those_of_each_extractor_alone(
    connection: sqlite3.Connection, conflict: Ontology, name: str
) -> None:
    reviewed(connection)
    alone = measure(connection, conflict, "ana", name)
    (found,) = (one for one in read(connection).extractors if one.name == name)
    assert (found.decided, found.order) == (alone.so_far.decided, alone.so_far.order)
    assert found.verdicts == {verdict: n for verdict, n in alone.so_far.verdicts.items() if n}
    assert found.types.keys() == alone.so_far.types.keys()
    assert found.unmatched == alone.scores.unmatched
    for level in LEVELS:
        so_far, scored, figures = alone.so_far.micro[level], alone.scores.micro[level], found.complete[level]
        assert (found.so_far[level].ratio, found.so_far[level].n) == (so_far.precision, so_far.predicted)
        assert (figures.precision.ratio, figures.precision.n) == (scored.precision, scored.predicted)
        assert (figures.recall.ratio, figures.recall.n) == (scored.recall, scored.gold)
        assert figures.f1.ratio == scored.f1
        for event_type, levels in alone.so_far.types.items():
            assert found.types[event_type][level].ratio == levels[level].precision


def test_complete_articles_are_counted_whoever_proposes(connection: sqlite3.Connection) -> None:
    reviewed(connection)
    assert read(connection).articles == 2


def test_where_nothing_is_complete_there_is_no_recall(connection: sqlite3.Connection) -> None:
    propose(connection, SEIZED)
    decide(connection, "accept", SEIZED)
    (found,) = read(connection).extractors
    assert found.complete["TC"].recall.ratio is None
    assert found.complete["TC"].f1.interval is None
    assert found.so_far["TC"].ratio == 1


def test_a_figure_of_one_article_has_no_interval_and_one_of_two_has(connection: sqlite3.Connection) -> None:
    propose(connection, SEIZED, KILLED, MARCHED)
    decide(connection, "accept", SEIZED)
    decide(connection, "reject", KILLED)
    assert read(connection).extractors[0].so_far["TC"].interval is None
    decide(connection, "accept", MARCHED)
    found = read(connection).extractors[0].so_far["TC"].interval
    assert found is not None
    assert found.low < 2 / 3 < found.high


def test_the_types_that_were_decided_most_come_first(connection: sqlite3.Connection) -> None:
    demanded = replace(MARCHED, type=URGED.type, arguments=())
    propose(connection, SEIZED, URGED, demanded)
    for event in (SEIZED, URGED, demanded):
        decide(connection, "accept", event)
    (found,) = read(connection).extractors
    assert [(name, levels["TC"].n) for name, levels in found.types.items()] == [(URGED.type, 2), (SEIZED.type, 1)]


def test_articles_that_nobody_touched_are_not_read(connection: sqlite3.Connection) -> None:
    propose(connection, SEIZED, MARCHED)
    decide(connection, "accept", MARCHED)
    told: list[tuple[int, int]] = []
    overview(connection, "ana", lambda done, of: told.append((done, of)))
    assert told == [(0, 1)]
