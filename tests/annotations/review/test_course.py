"""The course of the work, by day and over a day."""

from datetime import UTC, date, datetime, timedelta, timezone

from annotations.review.course import Course, course
from annotations.store.forms import VerdictName
from annotations.store.history import Standing


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC)


def decided(time: datetime, verdict: VerdictName = "accept", *, by_hand: bool = True) -> Standing:
    return Standing(time, verdict, "T", None, by_hand)


def test_where_nothing_is_decided_there_is_no_course() -> None:
    assert course([], [], UTC) == Course()


def test_days_without_work_are_days_on_which_nothing_is_added() -> None:
    found = course([decided(at(18, 9)), decided(at(18, 10)), decided(at(21, 9))], [at(18, 11)], UTC)
    days = [date(2026, 11, day) for day in (18, 19, 20, 21)]
    assert found.decided == tuple(zip(days, (2, 2, 2, 3), strict=True))
    assert found.complete == tuple(zip(days, (1, 1, 1, 1), strict=True))


def test_what_is_skipped_is_not_decided() -> None:
    assert course([decided(at(18, 9), "skip")], [], UTC) == Course()


def test_a_day_is_the_days_where_the_reviewer_sits() -> None:
    east = timezone(timedelta(hours=9))
    found = course([decided(at(18, 20))], [], east)
    assert found.decided == ((date(2026, 11, 19), 1),)
    assert found.day is not None
    assert found.day.curve == ((5.0, 4),)


def test_the_curve_is_of_the_last_day_by_the_quarter_hour() -> None:
    times = [at(20, 8), at(21, 9, 1), at(21, 9, 14), at(21, 9, 31)]
    found = course(map(decided, times), [], UTC).day
    assert found is not None
    assert (found.date, found.decided) == (date(2026, 11, 21), 3)
    assert found.curve == ((9.0, 8), (9.25, 0), (9.5, 4))


def test_pauses_are_no_work() -> None:
    times = [at(21, 9, 0), at(21, 9, 1), at(21, 9, 2), at(21, 12, 0), at(21, 12, 0, 30)]
    found = course(map(decided, times), [], UTC).day
    assert found is not None
    assert found.work == timedelta(minutes=2, seconds=30)


def test_what_was_imported_is_decided_but_no_work() -> None:
    found = course([decided(at(21, 9), "add", by_hand=False)], [], UTC)
    assert found.decided == ((date(2026, 11, 21), 1),)
    assert found.day is None
