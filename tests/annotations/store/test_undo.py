"""Undo and redo are rows too: without limit, across restarts, until something new is decided."""

import sqlite3
from pathlib import Path

from annotations.store import decisions
from annotations.store.connection import close, open_database
from annotations.store.facets import facets_of
from tests.annotations.store.newsroom import (
    AGREED,
    FERRY,
    KILLED,
    MET,
    SHELLED,
    comment,
    complete,
    decide,
    extract,
    flag,
    ruling,
)  # fmt: skip


def verdicts(connection: sqlite3.Connection, reviewer: str = "ana") -> dict[str, str]:
    """By trigger: the verdict that stands."""
    rows = connection.execute("select trigger, verdict from verdict where reviewer = ? order by start", (reviewer,))
    return dict(map(tuple, rows))


def test_undo_takes_back_the_last_act_and_shows_what_it_changed(newsroom: sqlite3.Connection) -> None:
    first, second = decide(newsroom, MET), decide(newsroom, AGREED, "reject")
    step = decisions.undo(newsroom, "ana")
    assert step is not None
    assert step.target == second
    assert (step.target.state, step.decision.state) == (second.state, None)
    assert (step.decision.act, step.decision.target, step.decision.prior) == ("undo", second.id, second.id)
    assert verdicts(newsroom) == {"met": "accept"}
    assert decisions.states(newsroom, "ana", MET.article)[0] == first


def test_undo_goes_wherever_the_act_was(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, KILLED)
    decide(newsroom, MET)
    steps = [decisions.undo(newsroom, "ana") for _ in range(2)]
    assert [step.target.article for step in steps if step] == [MET.article, KILLED.article]


def test_undo_of_every_facet(newsroom: sqlite3.Connection) -> None:
    decisions.append(newsroom, "ana", [flag(MET), comment(MET, "who?"), complete(FERRY)])
    while decisions.undo(newsroom, "ana"):
        pass
    facets = facets_of(newsroom, "ana", MET.article)
    assert (facets.flags, facets.comments, facets.complete) == (set(), {}, False)


def test_undo_brings_back_the_state_before_with_its_run_and_order(newsroom: sqlite3.Connection) -> None:
    old, new = extract(newsroom, [MET]), extract(newsroom, [MET], rules="r2")
    decisions.append(newsroom, "ana", [ruling(MET, "reject", run=old)._replace(queue_order="text")])
    decisions.append(newsroom, "ana", [ruling(MET, run=new)._replace(queue_order="likelihood")])
    undone, redone = decisions.undo(newsroom, "ana"), decisions.redo(newsroom, "ana")
    assert undone is not None
    assert redone is not None
    assert (undone.decision.run, undone.decision.queue_order) == (old.id, "text")
    assert (redone.decision.run, redone.decision.queue_order) == (new.id, "likelihood")


def test_undo_has_no_limit_even_across_restarts(newsroom: sqlite3.Connection, database: Path) -> None:
    for verdict in ("accept", "reject", "skip") * 20:
        decide(newsroom, MET, verdict)
        decide(newsroom, KILLED, verdict)
    close(newsroom)
    undone = 0
    while True:
        connection = open_database(database)
        steps = [decisions.undo(connection, "ana") for _ in range(25)]
        close(connection)
        undone += sum(step is not None for step in steps)
        if None in steps:
            break
    assert undone == 120
    connection = open_database(database)
    assert verdicts(connection) == {}
    assert sum(decisions.redo(connection, "ana") is not None for _ in range(121)) == 120
    assert verdicts(connection) == {"met": "skip", "killed": "skip"}
    connection.close()


def test_redo_does_again_what_was_undone_last(newsroom: sqlite3.Connection) -> None:
    for event in (MET, AGREED, KILLED):
        decide(newsroom, event)
    for _ in range(3):
        decisions.undo(newsroom, "ana")
    assert verdicts(newsroom) == {}
    step = decisions.redo(newsroom, "ana")
    assert step is not None
    assert (step.target.subject, step.decision.act, step.decision.state) == (MET.id, "redo", step.target.state)
    decisions.redo(newsroom, "ana")
    assert verdicts(newsroom) == {"met": "accept", "agreed": "accept"}


def test_a_new_decision_closes_the_way_to_redo(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET)
    decisions.undo(newsroom, "ana")
    decide(newsroom, AGREED)
    assert decisions.redo(newsroom, "ana") is None
    assert verdicts(newsroom) == {"agreed": "accept"}


def test_after_undo_and_a_new_decision_undo_passes_over_what_was_undone(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET)
    decide(newsroom, AGREED)
    decisions.undo(newsroom, "ana")
    decide(newsroom, KILLED)
    targets = [step.target.subject for step in iter(lambda: decisions.undo(newsroom, "ana"), None)]
    assert targets == [KILLED.id, MET.id]


def test_a_reviewer_undoes_and_redoes_only_their_own(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET, reviewer="ana")
    decide(newsroom, SHELLED, reviewer="ben")
    assert decisions.undo(newsroom, "cleo") is None
    decisions.undo(newsroom, "ana")
    decide(newsroom, KILLED, reviewer="ben")
    assert decisions.redo(newsroom, "ana") is not None, "another's decision closes nothing"
    assert verdicts(newsroom, "ben") == {"shelled": "accept", "killed": "accept"}


def test_of_nothing_there_is_nothing_to_undo_or_redo(newsroom: sqlite3.Connection) -> None:
    assert decisions.undo(newsroom, "ana") is None
    assert decisions.redo(newsroom, "ana") is None
    assert newsroom.execute("select count(*) from decision").fetchone()[0] == 0


def test_an_act_undone_and_redone_can_be_undone_again(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET)
    for _ in range(3):
        assert decisions.undo(newsroom, "ana") is not None
        assert verdicts(newsroom) == {}
        assert decisions.redo(newsroom, "ana") is not None
        assert verdicts(newsroom) == {"met": "accept"}
    assert newsroom.execute("select count(*) from decision").fetchone()[0] == 7
