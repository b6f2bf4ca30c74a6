"""``goldwire extract``: proposals from the built-in extractor for every article that lacks them."""

import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn, TypeVar

import click

from annotations import ontology
from annotations.extraction import running
from annotations.extraction.builtin import NAME, MakeRules
from annotations.extraction.extractor import made
from tui.cli.database import database_option, opened
from tui.cli.errors import Stopped
from tui.cli.progress import progress
from tui.cli.wording import counted, examples

Command = TypeVar("Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extraction came to."""

    model: str
    articles: int
    proposals: int

    @property
    def summary(self) -> str:
        """In one line."""
        by = f"by {NAME} with {self.model}"
        if not self.articles:
            return f"nothing to do: every article has its proposals {by}"
        return f"{counted(self.articles, 'article')}, {counted(self.proposals, 'proposal')} {by}"


def model_option(command: Command) -> Command:
    """``--model NAME_OR_PATH``, the spaCy pipeline under the rules."""
    return click.option("--model", metavar="NAME_OR_PATH", help="The spaCy pipeline under the rules.")(command)


def extract_all(connection: sqlite3.Connection, model: str | None, workers: int = 1) -> Extraction:
    """Extract what is left, with progress on standard error.

    Raises:
        Stopped: the user pressed Ctrl-C; every finished article is kept.
    """
    known = ontology.load()
    make = MakeRules(known.folder, model)
    try:
        extractor = made(make)
        left = running.pending(connection, extractor)
    except KeyboardInterrupt as stop:
        raise Stopped("stopped before the first article") from stop
    proposals = 0
    try:
        extraction = running.extract(connection, known, make, left, workers=workers)
        with progress("extracting", len(left)) as advance, closing(extraction):
            for extracted in extraction:
                proposals += extracted.proposals
                advance()
    except KeyboardInterrupt as stop:
        kept = len(left) - len(running.pending(connection, extractor))
        of = f"{kept:,} of {counted(len(left), 'article')}"
        raise Stopped(f"stopped: {of} extracted and kept; the same command goes on from there") from stop
    return Extraction(extractor.model, len(left), proposals)


@click.command(
    epilog=examples("goldwire extract", "goldwire extract --model en_core_web_md", "goldwire extract --workers 4")
)
@click.option("--extractor", metavar="NAME", default=NAME, help=f"Only {NAME} is built in.")
@model_option
@click.option("--workers", type=click.IntRange(1), default=1, metavar="N", help="Processes that parse.")
@database_option
def extract(extractor: str, model: str | None, workers: int, database: Path) -> None:
    """Propose events in every article that lacks proposals.

    An article is done again when the rules or the model have changed.
        Ctrl-C keeps every finished article; a second run does only what is missing.
    """
    if extractor != NAME:
        raise click.UsageError(
            f"{extractor!r} is not built in, only {NAME!r} is: "
            f"`goldwire import FILE --predictions {extractor}` takes what it proposes"
        )
    signal.signal(signal.SIGTERM, _interrupt)
    with opened(database) as connection:
        click.echo(extract_all(connection, model, workers).summary)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """Take a request to end like Ctrl-C: finish cleanly."""
    raise KeyboardInterrupt
