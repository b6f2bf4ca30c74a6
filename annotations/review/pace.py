"""The pace: how many candidates a minute a reviewer decided lately, and how long the rest takes at that.

Only work counts: a gap in which nothing was done is a pause, and neither it nor the act that ends it is in the figure.
"""

from collections import deque
from collections.abc import Iterable, Iterator
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
        self._acts = deque(acts, KEPT)
        self._rate: float | None = None
        self._measure()

    @property
    def rate(self) -> float | None:
        """Candidates decided in a minute of work; None while there is too little to go by."""
        return self._rate

    def take(self, act: Act) -> None:
        """Let an act just done count."""
        self._acts.append(act)
        self._measure()

    def left(self, undecided: int) -> timedelta | None:
        """How long that many candidates take at this pace."""
        return timedelta(minutes=undecided / self._rate) if self._rate else None

    def words(self, undecided: int) -> str:
        """Pace and time left, rounded so that they keep still; empty while there is no figure."""
        if self._rate is None:
            return ""
        rate = f"{self._rate:.0f}" if self._rate >= 10 else f"{round(2 * self._rate) / 2:g}"
        left = self.left(undecided)
        return f"{rate} a minute" + (f", {_rounded(left)} left" if undecided and left else "")

    def _measure(self) -> None:
        work, decided = timedelta(), set[str]()
        # Of several verdicts on one candidate the newest, which is met first, says whether it is decided.
        seen = set[str]()
        for gap, act in self._worked():
            if act.is_verdict and act.subject not in seen:
                seen.add(act.subject)
                if act.verdict in ("accept", "edit", "reject"):
                    decided.add(act.subject)
            work += gap
            if work >= WINDOW:
                break
        enough = work >= LEAST_WORK and len(decided) >= LEAST_DECIDED
        self._rate = len(decided) / (work / timedelta(minutes=1)) if enough else None

    def _worked(self) -> Iterator[tuple[timedelta, Act]]:
        """The acts that no pause came before, newest first, with the time that each took."""
        later: Act | None = None
        for act in reversed(self._acts):
            if later is not None and later.at - act.at <= PAUSE:
                yield later.at - act.at, later
            later = act


def _rounded(time: timedelta) -> str:
    minutes = time / timedelta(minutes=1)
    step = next((step for most, step in _STEPS if minutes < most), 60)
    whole = max(1, step * round(minutes / step))
    hours, rest = divmod(whole, 60)
    return " ".join(filter(None, (f"{hours:,} h" if hours else "", f"{rest} min" if rest else "")))
