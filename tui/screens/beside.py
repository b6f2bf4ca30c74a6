"""Reading beside the review: in a thread, whose news come as messages to the screen that asked for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from annotations.errors import StoppedError, StoreError

_TOLD_EVERY: Final = 0.25
"""Seconds between two reports of how far reading is."""

Stop = Callable[[], bool]
"""Whether nobody waits for what is read any more."""
Tell = Callable[[int, int], None]
"""Takes how many are read, and of how many."""


@dataclass
class Counted(Message):
    """Reading goes on."""

    done: int
    of: int


@dataclass
class Failed(Message):
    """Reading ended before its end."""

    error: StoreError


def read_beside(screen: Screen[None], read: Callable[[Stop, Tell], Iterable[Message]]) -> None:
    """Have ``read`` read in a thread, in place of what the screen has read so far, and post what it yields.

    It is told to stop when the screen goes or has something else read. How far it is, and why it failed, is posted too.
    """

    def work() -> None:
        worker, told = get_current_worker(), monotonic()

        def tell(done: int, of: int) -> None:
            nonlocal told
            if monotonic() - told >= _TOLD_EVERY:
                told = monotonic()
                screen.post_message(Counted(done, of))

        try:
            for news in read(lambda: worker.is_cancelled, tell):
                screen.post_message(news)
        except StoppedError:
            return
        except StoreError as error:
            screen.post_message(Failed(error))

    screen.run_worker(work, thread=True, exclusive=True)
