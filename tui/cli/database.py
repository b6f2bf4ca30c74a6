"""The database that a command works on: the option that names it, and opening it for as long as the command runs."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TypeVar

import click

from annotations.errors import StoreError
from annotations.ontology import Ontology
from annotations.store.connection import close, open_database
from tui.cli.errors import note
from tui.cli.ontologies import refuse_another
from tui.cli.progress import EVERY

QUIET = 1.0
"""Seconds after which it is said that something takes long."""

Command = TypeVar("Command", bound=Callable[..., object])


def database_option(command: Command) -> Command:
    """``--db FILE``, which every command takes."""
    return click.option(
        "--db",
        "database",
        type=click.Path(path_type=Path),
        metavar="FILE",
        envvar="GOLDWIRE_DB",
        default="goldwire.db",
        help="The database; goldwire.db in this folder unless GOLDWIRE_DB names another.",
    )(command)


@contextmanager
def opened(
    database: Path,
    known: Ontology | None = None,
    *,
    create: bool = False,
) -> Iterator[sqlite3.Connection]:
    """The open database; whatever SQLite refuses is a refusal that names the file.

    Raises:
        StoreError: it cannot be opened, is of another ontology than ``known``, or SQLite fails while it is used.
    """
    connection = open_database(database, create=create, tell=_bringing_up_to_date())
    try:
        if known is not None:
            refuse_another(connection, known)
        yield connection
        close(connection)
    except sqlite3.Error as error:
        raise StoreError(f"{database}: {error}; what was saved before is kept") from error
    finally:
        connection.close()


def _bringing_up_to_date() -> Callable[[int, int], None]:
    """Says on standard error how far an older database is brought up to date, where that takes long."""
    due = monotonic() + QUIET

    def tell(done: int, of: int) -> None:
        nonlocal due
        if monotonic() >= due:
            due = monotonic() + EVERY
            note(f"bringing the database up to date: {done:,} of {of:,} articles")

    return tell
