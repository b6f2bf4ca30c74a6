"""The course of a reviewer's work: what stands by the day, and candidates an hour over a day; in local time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import accumulate, pairwise
from typing import Final

from annotations.review.pace import PAUSE
from annotations.store.history import Standing

BINS: Final = 4
"""Points of an hour in the curve of a day."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day's work at the keys."""

    date: date
    decided: int
    work: timedelta
    """Without the pauses."""
    curve: tuple[tuple[float, int], ...]
    """By the hour of the day that a quarter begins at: decided an hour. From the first quarter to the last."""


@dataclass(frozen=True, slots=True)
class Course:
    """How the work went. Candidates that were skipped are undecided and in none of it."""

    decided: tuple[tuple[date, int], ...] = ()
    """Every day from the first to the last, with all that was decided by its end; additions are in it."""
    complete: tuple[tuple[date, int], ...] = ()
    """The same days, with the articles complete by their end."""
    day: Day | None = None
    """The last day of work at the keys."""


def course(standing: Iterable[Standing], completions: Sequence[datetime], zone: tzinfo | None = None) -> Course:
    """The course that verdicts and completions tell of; ``zone`` None is that of this machine."""
    decided = [one for one in standing if one.verdict != "skip"]
    days = [one.at.astimezone(zone).date() for one in decided]
    completed = [at.astimezone(zone).date() for at in completions]
    both = [*days, *completed]
    span = _days(min(both), max(both)) if both else []
    by_hand = sorted(one.at.astimezone(zone) for one in decided if one.by_hand)
    return Course(_by_the_end(span, days), _by_the_end(span, completed), _last_day(by_hand))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _by_the_end(span: Sequence[date], days: Iterable[date]) -> tuple[tuple[date, int], ...]:
    counts = Counter(days)
    return tuple(zip(span, accumulate(counts[day] for day in span), strict=True))


def _last_day(times: Sequence[datetime]) -> Day | None:
    if not times:
        return None
    last = times[-1].date()
    times = [time for time in times if time.date() == last]
    gaps = (later - earlier for earlier, later in pairwise(times))
    quarters = Counter(int((time.hour + time.minute / 60) * BINS) for time in times)
    span = range(min(quarters), max(quarters) + 1)
    return Day(
        date=last,
        decided=len(times),
        work=sum((gap for gap in gaps if gap <= PAUSE), timedelta()),
        curve=tuple((quarter / BINS, quarters[quarter] * BINS) for quarter in span),
    )
