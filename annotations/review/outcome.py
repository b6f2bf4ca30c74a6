"""What a key came to."""

from typing import NamedTuple


class Outcome(NamedTuple):
    """What changed, in one line for the status bar."""

    message: str = ""
    ok: bool = True
    """False where nothing was done: refused, dropped, or nothing there to do."""
    article_changed: bool = False
    """Another article lies open, or none does."""


def refused(message: str) -> Outcome:
    """Nothing was done, and why."""
    return Outcome(message, ok=False)
