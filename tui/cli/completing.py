"""What a shell may complete a word to: files, and names that the database knows. Completing refuses nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations.errors import StoreError
from annotations.extraction import NAME
from annotations.store import decisions, runs
from annotations.store.connection import brought_up_to_date, open_database

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Whatever lies where the word says; the shell looks itself."""
    # Only a shell that asks pays for importing what completes.
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    return [CompletionItem(incomplete, type="file")]


def reviewers(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Everyone who decided anything."""
    return _beginning(incomplete, _known(context, decisions.reviewers))


def extractors(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The extractor that is built in, and those that proposed anything."""
    return _beginning(incomplete, [NAME, *_known(context, runs.extractors)])


def _known(context: click.Context, names: Callable[[sqlite3.Connection], list[str]]) -> list[str]:
    """Names out of the database that the line so far means; none where it cannot be read."""
    database = context.params.get("database")
    if not isinstance(database, Path) or not database.is_file():
        return []
    try:
        # One of an older version stays as it is: pressing tab changes nothing.
        with brought_up_to_date(database) as readable, closing(open_database(readable)) as connection:
            return names(connection)
    except (StoreError, sqlite3.Error):
        return []


def _beginning(incomplete: str, names: list[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]
