"""The pace: what counts as work, what counts as decided, and when there is a figure at all."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, cycle

import pytest

from annotations.review.pace import KEPT, Pace
from annotations.store.forms import VerdictName
from annotations.store.history import Act
from tests.annotations.review.conftest import Reviewer

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def decided(number: int, every: float, start: datetime = NOON, subjects: Iterator[int] | None = None) -> list[Act]:
    """So many candidates accepted, one every so many seconds from ``start`` on."""
    numbers = subjects or count()
    return [
        Act(start + timedelta(seconds=every * at), f"{start} {next(numbers)}", True, "accept") for at in range(number)
    ]


def verdict(at: datetime, subject: str, name: VerdictName | None) -> Act:
    return Act(at, subject, True, name)


def test_the_rate_is_candidates_a_minute_of_work() -> None:
    assert Pace(decided(31, every=5)).rate == 12


def test_a_pause_is_no_work() -> None:
    before = decided(31, every=5)
    after = decided(31, every=5, start=NOON + timedelta(hours=3))
    assert Pace([*before, *after]).rate == 12


def test_what_ends_a_pause_is_not_counted_as_it_took_no_time() -> None:
    halting = [act for at in range(40) for act in decided(1, every=1, start=NOON + timedelta(minutes=3 * at))]
    assert Pace(halting).rate is None


def test_only_the_last_minutes_of_work_count() -> None:
    slow = decided(40, every=60)
    fast = decided(121, every=5, start=NOON + timedelta(hours=1))
    assert Pace([*slow, *fast]).rate == 12


def test_too_little_work_or_too_few_candidates_give_no_figure() -> None:
    assert Pace(decided(50, every=1)).rate is None
    assert Pace(decided(9, every=10)).rate is None
    assert Pace().words(100) == ""
    assert Pace().left(100) is None


def test_each_act_taken_counts_at_once() -> None:
    acts = decided(32, every=5)
    pace = Pace(acts[:10])
    assert pace.rate is None
    for act in acts[10:31]:
        pace.take(act)
    assert pace.rate == 12


def test_a_pace_that_went_on_is_that_of_one_who_comes_back() -> None:
    subjects = cycle(range(70))
    acts = decided(200, every=7, subjects=subjects)
    acts += decided(200, every=4, start=acts[-1].at + timedelta(minutes=1), subjects=subjects)
    pace = Pace()
    for done, act in enumerate(acts, 1):
        pace.take(act)
        assert pace.rate == Pace(acts[max(0, done - KEPT) : done]).rate


def test_a_reason_after_a_rejection_is_no_second_decision() -> None:
    acts = decided(31, every=5)
    reasons = [verdict(act.at + timedelta(seconds=1), act.subject, "reject") for act in acts]
    assert Pace(sorted([*acts, *reasons], key=lambda act: act.at)).rate == pytest.approx(12, rel=0.05)


def test_what_is_undone_or_skipped_takes_time_and_decides_nothing() -> None:
    acts = decided(31, every=5)
    end = acts[-1].at
    undone = [verdict(end + timedelta(seconds=5), acts[-1].subject, None)]
    skipped = [verdict(end + timedelta(seconds=5 + 5 * at), f"skipped {at}", "skip") for at in range(1, 30)]
    assert Pace([*acts, *undone, *skipped]).rate == pytest.approx(29 / 5)


def test_additions_flags_and_comments_take_time_and_decide_no_candidate() -> None:
    acts = decided(31, every=5)
    flags = [Act(acts[-1].at + timedelta(seconds=5 * at), "flagged", False) for at in range(1, 16)]
    added = [verdict(flags[-1].at + timedelta(seconds=5 * at), f"added {at}", "add") for at in range(1, 16)]
    assert Pace([*acts, *flags, *added]).rate == 6


def test_the_time_left_is_what_the_rest_takes_at_this_pace() -> None:
    assert Pace(decided(31, every=5)).left(600) == timedelta(minutes=50)


@pytest.mark.parametrize(
    ("undecided", "words"),
    [
        (0, "12 a minute"),
        (3, "12 a minute, 1 min left"),
        (90, "12 a minute, 8 min left"),
        (500, "12 a minute, 40 min left"),
        (1000, "12 a minute, 1 h 30 min left"),
        (1440, "12 a minute, 2 h left"),
        (12_345, "12 a minute, 17 h left"),
        (1_000_000, "12 a minute, 1,389 h left"),
    ],
)
def test_the_time_left_is_rounded_the_more_the_longer_it_is(undecided: int, words: str) -> None:
    assert Pace(decided(31, every=5)).words(undecided) == words


def test_a_slow_pace_is_told_in_halves() -> None:
    assert Pace(decided(31, every=17)).words(0) == "3.5 a minute"


def test_a_steady_hand_gives_words_that_keep_still() -> None:
    pace = Pace(decided(60, every=5))
    said = set()
    for act in decided(200, every=5, start=NOON + timedelta(seconds=300)):
        pace.take(act)
        said.add(pace.words(100_000))
    assert len(said) == 1


def test_however_fast_acts_come_only_so_many_are_kept() -> None:
    pace = Pace(decided(10 * KEPT, every=0.25))
    assert pace.rate == pytest.approx(240)


def test_a_session_goes_by_what_was_decided_before_and_now(ana: Reviewer) -> None:
    assert ana.session.pace.rate is None
    for act in decided(12, every=10, start=datetime.now(UTC) - timedelta(seconds=115)):
        ana.session.pace.take(act)
    before = ana.session.pace.rate
    ana.session.accept(ana.look())
    after = ana.session.pace.rate
    assert before is not None
    assert after is not None
    assert after > before
    ana.session.undo()
    assert ana.session.pace.rate is not None
    assert ana.session.pace.rate < after
