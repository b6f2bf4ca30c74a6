"""The database that a command works on: the option that names it, and opening it for as long as the command runs."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from annotations.errors import StoreError
from annotations.ontology import Ontology
from annotations.store.connection import close, open_database
from tui.cli.ontologies import refuse_another

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
    database: Path, known: Ontology | None = None, *, create: bool = False, checkpoints: bool = True
) -> Iterator[sqlite3.Connection]:
    """The open database; whatever SQLite refuses is a refusal that names the file.

    Raises:
        StoreError: it cannot be opened, is of another ontology than ``known``, or SQLite fails while it is used.
    """
    connection = open_database(database, create=create, checkpoints=checkpoints)
    try:
        if known is not None:
            refuse_another(connection, known)
        yield connection
        close(connection)
    except sqlite3.Error as error:
        raise StoreError(f"{database}: {error}; what was saved before is kept") from error
    finally:
        connection.close()
