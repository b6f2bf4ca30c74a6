"""What a reviewer did and when, as the database has it."""

import sqlite3

import pytest

from annotations.store import decisions, history
from annotations.store.decisions import Change
from tests.annotations.store.newsroom import AGREED, BRIDGE, KILLED, MET, SHELLED, article, complete, flag, ruling
from tests.annotations.store.test_query_plans import scans


def at_the_keys(change: Change) -> Change:
    return change._replace(queue_order="text")


def append(connection: sqlite3.Connection, *changes: Change, reviewer: str = "ana") -> None:
    decisions.append(connection, reviewer, changes)


def test_acts_are_the_newest_ones_oldest_first(newsroom: sqlite3.Connection) -> None:
    append(newsroom, *map(at_the_keys, (ruling(MET), flag(MET), ruling(KILLED, "reject"))))
    told = [(act.subject, act.is_verdict, act.verdict) for act in history.acts(newsroom, "ana", 2)]
    assert told == [(MET.id, False, None), (KILLED.id, True, "reject")]


def test_undoing_is_an_act_that_leaves_what_stood_before(newsroom: sqlite3.Connection) -> None:
    append(newsroom, at_the_keys(ruling(MET)))
    decisions.undo(newsroom, "ana")
    decisions.redo(newsroom, "ana")
    assert [act.verdict for act in history.acts(newsroom, "ana", 10)] == ["accept", None, "accept"]


def test_what_was_imported_is_no_act(newsroom: sqlite3.Connection) -> None:
    append(newsroom, ruling(MET, "add"))
    assert history.acts(newsroom, "ana", 10) == []


def test_nobody_elses_acts_are_told(newsroom: sqlite3.Connection) -> None:
    append(newsroom, at_the_keys(ruling(MET)), reviewer="ben")
    assert history.acts(newsroom, "ana", 10) == []


def test_the_act_of_a_decision_is_the_one_that_is_read_back(newsroom: sqlite3.Connection) -> None:
    made = decisions.append(newsroom, "ana", list(map(at_the_keys, (ruling(MET), flag(MET), complete(BRIDGE)))))
    assert list(map(history.act_of, made)) == history.acts(newsroom, "ana", 10)


def test_the_newest_acts_are_found_without_going_through_all(newsroom: sqlite3.Connection) -> None:
    traced: list[str] = []
    newsroom.set_trace_callback(traced.append)
    history.acts(newsroom, "ana", 10)
    newsroom.set_trace_callback(None)
    plan = [row["detail"] for row in newsroom.execute(f"explain query plan {traced[0]}")]
    assert scans(newsroom, traced) == []
    assert sum("decision_act" in step for step in plan) == 3


def test_of_each_event_the_verdict_that_stands_is_told(newsroom: sqlite3.Connection) -> None:
    append(newsroom, at_the_keys(ruling(MET)), ruling(KILLED, "skip"))
    append(newsroom, at_the_keys(ruling(MET, "reject", reason="other")), at_the_keys(ruling(SHELLED)))
    decisions.undo(newsroom, "ana")
    told = {(one.verdict, one.type, one.reason, one.by_hand) for one in history.standing(newsroom, "ana")}
    assert told == {("reject", MET.type, "other", True), ("skip", KILLED.type, None, False)}


def test_times_are_those_of_the_decisions(newsroom: sqlite3.Connection) -> None:
    (decision,) = decisions.append(newsroom, "ana", [ruling(AGREED)])
    (standing,) = history.standing(newsroom, "ana")
    assert standing.at.isoformat(timespec="milliseconds").replace("+00:00", "Z") == decision.decided_at


def test_completions_are_those_that_stand(newsroom: sqlite3.Connection) -> None:
    append(newsroom, complete(BRIDGE))
    assert len(history.completions(newsroom, "ana")) == 1
    decisions.undo(newsroom, "ana")
    assert history.completions(newsroom, "ana") == []


@pytest.mark.parametrize("reviewer", ["ana", "ben"])
def test_articles_are_touched_by_whoever_did_something_there(newsroom: sqlite3.Connection, reviewer: str) -> None:
    append(newsroom, flag(SHELLED), reviewer="ana")
    append(newsroom, complete(BRIDGE), reviewer="ana")
    found = history.touched(newsroom, reviewer)
    assert found == ([SHELLED.article, article(BRIDGE).id] if reviewer == "ana" else [])
