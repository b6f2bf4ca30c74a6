"""How far a long command is, on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from tui.cli.errors import note
from tui.cli.wording import clock

EVERY = 10.0
"""Seconds between lines where there is no terminal."""

Advance = Callable[[], None]
"""Says that one more is done."""


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator[Advance]:
    """Show that ``total`` things are being done, with rate and time left; where it is None, how many were."""
    if sys.stderr is not None and sys.stderr.isatty():
        # Only a terminal pays for importing rich.
        from tui.cli.bar import bar  # noqa: PLC0415

        with bar(doing, total) as advance:
            yield advance
    else:
        yield _lines(doing, total)


def _lines(doing: str, total: int | None) -> Advance:
    started = said = monotonic()
    done = 0

    def advance() -> None:
        nonlocal done, said
        done += 1
        now = monotonic()
        if now - said >= EVERY and done != total:
            said = now
            rate = done / (now - started)
            left = "" if total is None else f", {clock((total - done) / rate)} left"
            note(f"{doing}: {done:,}{'' if total is None else f' of {total:,}'}, {rate:.1f} a second{left}")

    return advance
