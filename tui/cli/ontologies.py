"""Which ontology a command works with: the option that names it."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from annotations import ontology
from annotations.errors import StoreError
from annotations.ontology import Ontology
from annotations.store import runs

Command = TypeVar("Command", bound=Callable[..., object])


def ontology_option(command: Command) -> Command:
    """``--ontology FOLDER``, given to the command as ``known``: the ontology itself."""
    return click.option(
        "--ontology",
        "known",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        envvar="GOLDWIRE_ONTOLOGY",
        callback=_load,
        help="Types, roles and rules of your own; GOLDWIRE_ONTOLOGY names them too.",
    )(command)


def refuse_another(connection: sqlite3.Connection, known: Ontology) -> None:
    """Refuse a database whose events are of another ontology; versions of one may follow each other.

    Raises:
        StoreError: it is of another one.
    """
    for there in runs.ontologies(connection):
        if there.partition("/")[0] != known.name:
            raise StoreError(f"the database has events of {there}, not of {known.id}: name its folder with --ontology")


def refuse_unlike(connection: sqlite3.Connection, other: Path, ontologies: Sequence[str]) -> None:
    """Refuse to take in the database ``other``, which has events of ``ontologies``, where these are not one's own.

    Raises:
        StoreError: they are not; versions of one may follow each other.
    """
    own = {one.partition("/")[0]: one for one in runs.ontologies(connection)}
    for there in ontologies:
        if own and there.partition("/")[0] not in own:
            here = ", ".join(own.values())
            raise StoreError(f"{other} has events of {there}, this database of {here}: keep them apart, each with --db")


def _load(_context: click.Context, _parameter: click.Parameter, folder: Path | None) -> Ontology:
    return ontology.load() if folder is None else ontology.load(folder)
