"""Ids sort by time, are unique, and never run backwards."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.store import decisions, runs
from annotations.store.identifiers import moment, next_id
from tests.annotations.store.newsroom import FERRY, MET, add, begin, decide, ruling

NOON = datetime(2026, 11, 21, 12, 0, 0, 123_000, UTC)

times = st.datetimes(datetime(1950, 1, 1), datetime(2400, 1, 1)).map(lambda time: time.replace(tzinfo=UTC))


class Clock:
    """A clock that is set by hand."""

    time = NOON

    @classmethod
    def now(cls, _: object) -> datetime:
        return cls.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    """The clock that decisions and runs read."""
    monkeypatch.setattr(decisions, "datetime", Clock)
    monkeypatch.setattr(runs, "datetime", Clock)
    monkeypatch.setattr(Clock, "time", NOON)
    return Clock


def test_an_id_tells_when_it_was_made() -> None:
    assert moment(next_id(NOON, None)) == "2026-11-21T12:00:00.123Z"


def test_ids_are_26_letters_and_digits_that_cannot_be_mistaken_for_one_another() -> None:
    identifier = next_id(NOON, None)
    assert len(identifier) == 26
    assert not set(identifier) & set("ILOU")


@given(st.lists(times, min_size=2, max_size=50))
def test_each_id_sorts_after_the_one_before_whatever_the_clock_says(clock_says: list[datetime]) -> None:
    made: list[str] = []
    for time in clock_says:
        made.append(next_id(time, made[-1] if made else None))
    assert made == sorted(set(made))
    told = [moment(identifier) for identifier in made]
    assert told == sorted(set(told))


@given(times, st.timedeltas(timedelta(milliseconds=1), timedelta(days=9)))
def test_ids_sort_as_their_times_do(time: datetime, later: timedelta) -> None:
    if time.year >= 1970:
        assert next_id(time, None) < next_id(time + later, None)


def test_two_machines_that_decide_in_one_millisecond_make_two_ids() -> None:
    assert len({next_id(NOON, None) for _ in range(10_000)}) == 10_000


def test_a_decision_is_never_earlier_than_the_one_before(fresh_db: sqlite3.Connection, clock: type[Clock]) -> None:
    add(fresh_db, FERRY)
    made = []
    for time in (NOON, NOON - timedelta(days=400), NOON - timedelta(days=1), NOON):
        clock.time = time
        made.append(decide(fresh_db, MET))
    clock.time = NOON - timedelta(days=7)
    step = decisions.undo(fresh_db, "ana")
    assert step is not None
    made.append(step.decision)
    assert [decision.decided_at for decision in made] == [f"2026-11-21T12:00:00.{ms}Z" for ms in range(123, 128)]
    assert [decision.id for decision in made] == sorted(decision.id for decision in made)


def test_several_decisions_of_one_moment_keep_their_order(fresh_db: sqlite3.Connection, clock: type[Clock]) -> None:
    add(fresh_db, FERRY)
    made = decisions.append(fresh_db, "ana", [ruling(MET), ruling(MET, "reject"), ruling(MET, "skip")])
    assert [decision.id for decision in made] == sorted(decision.id for decision in made)
    assert [decision.prior for decision in made] == [None, made[0].id, made[1].id]


def test_another_reviewer_is_not_earlier_either(fresh_db: sqlite3.Connection, clock: type[Clock]) -> None:
    add(fresh_db, FERRY)
    first = decide(fresh_db, MET, reviewer="ana")
    clock.time = NOON - timedelta(hours=1)
    assert decide(fresh_db, MET, reviewer="ben").decided_at > first.decided_at


def test_a_run_is_newer_than_the_runs_before_it(fresh_db: sqlite3.Connection, clock: type[Clock]) -> None:
    first = begin(fresh_db)
    clock.time = NOON - timedelta(hours=1)
    second = begin(fresh_db)
    assert second.id > first.id
    told = fresh_db.execute("select begun_at from run order by id").fetchall()
    assert [row[0] for row in told] == ["2026-11-21T12:00:00.123Z", "2026-11-21T12:00:00.124Z"]
