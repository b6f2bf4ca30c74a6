"""Reading in another thread beside the connection that decides: all of one moment, and ended when asked."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from annotations.errors import StoppedError, StoreError
from annotations.store.connection import open_database, snapshot

_STEPS: Final = 50_000
"""SQLite's instructions between two questions whether to stop: some milliseconds."""


def file_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection is to."""
    return Path(connection.execute("pragma database_list").fetchone()["file"])


@contextmanager
def reading(file: Path, stop: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    """A connection of the calling thread's own that only reads. Once ``stop`` says so, what it is asked ends.

    Raises:
        StoreError: the file cannot be opened or read.
        StoppedError: ``stop`` ended a query.
    """
    # Closed without a checkpoint: that is for the connection that writes, and is not to be paid by the next key.
    with closing(open_database(file)) as connection:
        try:
            with snapshot(connection):
                connection.set_progress_handler(stop, _STEPS)
                try:
                    yield connection
                finally:
                    connection.set_progress_handler(None, 0)
        except sqlite3.Error as error:
            raise (StoppedError if stop() else StoreError)(f"{file}: {error}") from error
