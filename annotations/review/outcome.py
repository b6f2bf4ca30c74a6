"""What a key came to."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

Act = Literal["reject", "insert", "undo", "done", "search"]
"""What a reviewer may be told to do next. A review knows no keys: who draws it names the one for the act."""


class Advice(NamedTuple):
    """An act that helps now, and what its key does then: the words stand behind the name of the key."""

    act: Act
    words: str


INSERT: Final = Advice("insert", "inserts a missed event")


class Outcome(NamedTuple):
    """What changed, for the status bar."""

    message: str = ""
    ok: bool = True
    """False where nothing was done: refused, dropped, or nothing there to do."""
    article_changed: bool = False
    """Another article lies open, or none does."""
    advice: Advice | None = None

    def line(self, key: Callable[[Act], str]) -> str:
        """The message with its advice, in one line; ``key`` gives the name of an act's key."""
        if self.advice is None:
            return self.message
        act, words = self.advice
        return f"{self.message}{' · ' if self.ok else ': '}{key(act)} {words}"

    def after(self, done: str) -> "Outcome":
        """The outcome of what followed something done."""
        return self._replace(message=" · ".join(filter(None, (done, self.message))))


def refused(message: str, advice: Advice | None = None) -> Outcome:
    """Nothing was done, and why."""
    return Outcome(message, ok=False, advice=advice)
