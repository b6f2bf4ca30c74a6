"""The pace: how many candidates a minute a reviewer decided lately, and how long the rest takes at that.

Only work counts: a gap in which nothing was done is a pause, and neither it nor the act that ends it is in the figure.
"""

from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from annotations.store.history import Act

PAUSE: Final = timedelta(minutes=2)
"""A longer gap between two acts is no work."""
WINDOW: Final = timedelta(minutes=10)
"""How much work the figure looks back on."""
KEPT: Final = 300
"""Acts that are looked back on at most."""
LEAST_WORK: Final = timedelta(minutes=1)
LEAST_DECIDED: Final = 10
"""With less work or fewer candidates than these there is no figure."""

_STEPS: Final = ((10, 1), (60, 5), (600, 15), (6000, 60))
"""Up to so many minutes, how many of them the time left is rounded to."""


class Pace:
    """The pace after the acts so far, oldest first."""

    def __init__(self, acts: Iterable[Act] = ()) -> None:
        self._last: Act | None = None
        self._worked = deque[tuple[timedelta, Act]]()
        """The acts looked back on, but for those that end a pause; each with the time that it took."""
        self._work = timedelta()
        self._decided: dict[str, Act] = {}
        """By candidate: the newest verdict on it, where that decides it."""
        for act in acts:
            self.take(act)

    @property
    def rate(self) -> float | None:
        """Candidates decided in a minute of work; None while there is too little to go by."""
        enough = self._work >= LEAST_WORK and len(self._decided) >= LEAST_DECIDED
        return len(self._decided) / (self._work / timedelta(minutes=1)) if enough else None

    def take(self, act: Act) -> None:
        """Let an act just done count."""
        before, self._last = self._last, act
        if before is None or (gap := act.at - before.at) > PAUSE:
            return
        self._worked.append((gap, act))
        self._work += gap
        if act.is_verdict:
            self._decided.pop(act.subject, None)
            if act.verdict in ("accept", "edit", "reject"):
                self._decided[act.subject] = act
        while self._work - self._worked[0][0] >= WINDOW or len(self._worked) >= KEPT:
            gone, oldest = self._worked.popleft()
            self._work -= gone
            if self._decided.get(oldest.subject) is oldest:
                del self._decided[oldest.subject]

    def left(self, undecided: int) -> timedelta | None:
        """How long that many candidates take at this pace."""
        rate = self.rate
        return timedelta(minutes=undecided / rate) if rate else None

    def words(self, undecided: int) -> str:
        """Pace and time left, rounded so that they keep still; empty while there is no figure."""
        if (rate := self.rate) is None:
            return ""
        told = f"{rate:.0f}" if rate >= 10 else f"{round(2 * rate) / 2:g}"
        left = self.left(undecided)
        return f"{told} a minute" + (f", {_rounded(left)} left" if undecided and left else "")


def _rounded(time: timedelta) -> str:
    minutes = time / timedelta(minutes=1)
    step = next((step for most, step in _STEPS if minutes < most), 60)
    whole = max(1, step * round(minutes / step))
    hours, rest = divmod(whole, 60)
    return " ".join(filter(None, (f"{hours:,} h" if hours else "", f"{rest} min" if rest else "")))
