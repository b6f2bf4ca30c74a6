"""``goldwire extract``: proposals from the built-in extractor for every article that lacks them."""

import os
import signal
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from annotations.extraction import NAME, running
from annotations.extraction.extractor import identified, made
from annotations.ontology import Ontology
from annotations.store import confidence
from annotations.store.gold import the_reviewer
from tui.cli.database import database_option, opened
from tui.cli.errors import Stopped
from tui.cli.model import model_option
from tui.cli.ontologies import ontology_option
from tui.cli.people import reviewer_option
from tui.cli.progress import progress
from tui.cli.rules import maker
from tui.cli.wording import Whole, counted, examples


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


def extract_all(connection: sqlite3.Connection, known: Ontology, model: str | None, workers: int = 1) -> Extraction:
    """Extract what is left, with progress on standard error.

    Raises:
        Stopped: the user pressed Ctrl-C; every finished article is kept.
    """
    # The parser's matrices are too small for numpy to share one among cores; these are for --workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    make = maker(connection, known, model)
    try:
        extractor = identified(make)
        left = running.pending(connection, extractor)
        if left and workers == 1:
            made(make)
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


def refit(connection: sqlite3.Connection, known: Ontology, reviewer: str | None) -> str:
    """Fit the confidence to what was decided, for this extraction and those to come; what it came to, in one line.

    Raises:
        StoreError: nothing was decided that it could be fitted to, or several reviewers decided and none is named.
    """
    # What fits needs numpy, and an extraction of what is missing needs neither.
    from annotations.extraction.weighing.refitting import ENOUGH, refit  # noqa: PLC0415

    refitted = refit(connection, known, the_reviewer(connection, reviewer), NAME)
    fitted = refitted.fitted
    confidence.save(connection, fitted)
    on = f"{counted(fitted.judged, 'proposal')} that {fitted.reviewer} decided, {fitted.correct:,} of them right"
    complete = f"{counted(fitted.complete, 'article')} complete"
    if refitted.by_model:
        return f"confidence: the model fitted to {on}, {complete}"
    return f"confidence: rates of rule groups from {on}, {complete}; the model itself is fitted from {ENOUGH} on"


@click.command(
    epilog=examples(
        "goldwire extract",
        "goldwire extract --model en_core_web_md",
        "goldwire extract --workers 4",
        "goldwire extract --refit",
    )
)
@click.option("--extractor", metavar="NAME", default=NAME, help=f"Only {NAME} is built in.")
@model_option
@click.option("--workers", type=Whole(1), default=1, metavar="N", help="Processes that parse.")
@click.option("--refit", "refits", is_flag=True, help="Fit the confidence to what was decided, first.")
@reviewer_option("Whose decisions --refit goes by; the only reviewer's by default.")
@ontology_option
@database_option
def extract(  # noqa: PLR0917
    extractor: str,
    model: str | None,
    workers: int,
    refits: bool,
    reviewer: str | None,
    known: Ontology,
    database: Path,
) -> None:
    """Propose events in every article that lacks proposals.

    An article is done again when the rules, the model or the confidence changed.
    Ctrl-C keeps every finished article; a second run does only what is missing.
    """
    if extractor != NAME:
        raise click.UsageError(
            f"{extractor!r} is not built in, only {NAME!r} is: "
            f"`goldwire import FILE --predictions {extractor}` takes what it proposes"
        )
    if reviewer is not None and not refits:
        raise click.UsageError("--reviewer is for --refit")
    signal.signal(signal.SIGTERM, _interrupt)
    with opened(database, known) as connection:
        if refits:
            click.echo(refit(connection, known, reviewer))
        click.echo(extract_all(connection, known, model, workers).summary)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """Take a request to end like Ctrl-C: finish cleanly."""
    raise KeyboardInterrupt
