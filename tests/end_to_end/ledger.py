"""What the database holds, read beside the running program."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.model import Event
from annotations.store import reading, runs
from annotations.store.connection import close, open_database


@contextmanager
def opened(database: Path) -> Iterator[sqlite3.Connection]:
    """The database, open beside whatever else has it open."""
    connection = open_database(database)
    try:
        yield connection
    finally:
        close(connection)


def proposed(database: Path, article: int = 1) -> tuple[Event, ...]:
    """The events proposed for the article of this number in the queue, in reading order, as the app lists them."""
    with opened(database) as connection:
        live = runs.live(connection, list(reading.article_ids(connection))[article - 1])
    events = {one.proposal.event.id: one.proposal.event for one in live}
    return tuple(sorted(events.values(), key=lambda event: (event.trigger, event.type)))


def verdicts(database: Path, article: int = 1, reviewer: str = "ana") -> dict[int, str]:
    """The reviewer's verdicts on the events that are proposed for the article, by their numbers."""
    with opened(database) as connection:
        rows = connection.execute("select subject, verdict from verdict where reviewer = ?", (reviewer,))
        known = {row["subject"]: row["verdict"] for row in rows}
    events = enumerate(proposed(database, article), 1)
    return {number: known[event.id] for number, event in events if event.id in known}


def is_sound(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    with opened(database) as connection:
        return [row[0] for row in connection.execute("pragma integrity_check")] == ["ok"]
