"""``goldwire review``: import what is new, extract in the background, open the app."""

import sqlite3
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from annotations.errors import ExtractorError, StoreError
from annotations.extraction.builtin import NAME
from annotations.nearest import suggestion
from annotations.ontology import Ontology
from annotations.review.ordering import ORDERS, Order
from annotations.store import reading, runs
from tui.cli.background import Background, background
from tui.cli.config import config_option
from tui.cli.database import database_option, opened
from tui.cli.errors import DONE, REFUSED, USAGE, Stopped, note
from tui.cli.extract import extract_all, has_something_left, model_option
from tui.cli.ontologies import ontology_option
from tui.cli.people import login_name, reviewer_option
from tui.cli.stats import counts_of, table
from tui.cli.streams import has_terminal
from tui.cli.wording import OneOf, examples
from tui.config import Config, load

LOOK_EVERY = 0.05
"""Seconds between looks for the first candidate."""


@click.command(
    epilog=examples("goldwire review", "goldwire review news/ --reviewer ana", "goldwire review --order uncertain")
)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@reviewer_option("Who decides; your login name by default.")
@click.option("--extractor", metavar="NAME", help="Whose candidates; everybody's by default.")
@click.option(
    "--order",
    type=OneOf(ORDERS),
    help="Which candidate of the article comes next: as they stand in it (text), or by confidence.",
)
@config_option
@model_option
@ontology_option
@database_option
def review(  # noqa: PLR0917
    paths: tuple[str, ...],
    reviewer: str | None,
    extractor: str | None,
    order: Order | None,
    config: Path | None,
    model: str | None,
    known: Ontology,
    database: Path,
) -> int:
    """Review candidates in the terminal, article by article.

    What is new under PATH is imported first; without PATH the database is
    reviewed as it is. The app opens with the first candidates, and the rest is
    extracted in the background. Without a terminal everything is imported and
    extracted, and the counts are printed.
    """
    settings = load(config, known)
    name = reviewer or settings.reviewer or login_name()
    settings = replace(settings, reviewer=name, order=order or settings.order)
    with _opened(database, known, paths) as connection:
        refused = _import(connection, known, paths) if paths else 0
        _refuse_nothing_to_do(connection, extractor)
        if not has_terminal():
            return _without_terminal(connection, known, name, extractor, model)
        extracts = extractor in (None, NAME) and has_something_left(connection, known, model)
    beside = background(database, known, model) if extracts else nullcontext()
    _with_terminal(database, known, settings, extractor, beside)
    return REFUSED if refused else DONE


def _opened(database: Path, known: Ontology, paths: tuple[str, ...]) -> AbstractContextManager[sqlite3.Connection]:
    if not paths:
        return opened(database, known)
    # What splits and reads sources is not needed to go on with a review.
    from annotations.formats.importing import Manner  # noqa: PLC0415
    from tui.cli.importing import opened_for  # noqa: PLC0415

    return opened_for(database, known, paths, Manner())


def _import(connection: sqlite3.Connection, known: Ontology, paths: tuple[str, ...]) -> int:
    """Import what is new; how many files were refused."""
    from annotations.formats.importing import Manner  # noqa: PLC0415
    from tui.cli.importing import import_paths  # noqa: PLC0415

    return import_paths(connection, known, paths, Manner()).refused


def _refuse_nothing_to_do(connection: sqlite3.Connection, extractor: str | None) -> None:
    if next(reading.article_ids(connection), None) is None:
        raise StoreError("nothing to review: the database has no article; name a file or a folder to take some from")
    there = runs.extractors(connection)
    if extractor is not None and extractor not in (NAME, *there):
        known = dict.fromkeys((NAME, *there))
        remedy = suggestion(extractor, known, f"there are {', '.join(known)}")
        raise StoreError(f"no run of extractor {extractor!r}; {remedy}")


def _without_terminal(
    connection: sqlite3.Connection, known: Ontology, name: str, extractor: str | None, model: str | None
) -> int:
    if extractor in (None, NAME):
        note(extract_all(connection, known, model).summary)
    click.echo(table(counts_of(connection, name), name))
    note("goldwire review needs a terminal to review in: run it in one")
    return USAGE


def _with_terminal(
    database: Path,
    known: Ontology,
    settings: Config,
    extractor: str | None,
    beside: AbstractContextManager[Background | None],
) -> None:
    with beside as extraction:
        # Without checkpoints a decision costs one sync; they are made up for when the database is closed.
        with opened(database, checkpoints=False) as connection:
            if extraction is not None:
                _await_candidates(connection, extraction, extractor)
            _open_app(connection, known, settings, extractor, extraction)
        if extraction is not None:
            _say_how_it_stands(extraction)


def _await_candidates(connection: sqlite3.Connection, extraction: Background, extractor: str | None) -> None:
    """Wait until there is something to review, or nothing more will come.

    Raises:
        ExtractorError: the extraction failed before it proposed anything.
        Stopped: the user pressed Ctrl-C.
    """
    said = False
    try:
        while not _has_candidates(connection, extractor) and extraction.poll() is None:
            if not said:
                note("extracting the first article …")
                said = True
            time.sleep(LOOK_EVERY)
    except KeyboardInterrupt as stop:
        raise Stopped("stopped; what was imported and extracted is kept") from stop
    if extraction.poll() not in (None, DONE) and not _has_candidates(connection, extractor):
        raise ExtractorError(extraction.last_words())


def _has_candidates(connection: sqlite3.Connection, extractor: str | None) -> bool:
    return any(runs.live(connection, article, extractor) for article in runs.covered(connection))


def _open_app(
    connection: sqlite3.Connection,
    known: Ontology,
    settings: Config,
    extractor: str | None,
    extraction: Background | None,
) -> None:
    # Textual takes a moment to import, and a review without a terminal has no use for it.
    from annotations.review.session import ReviewSession  # noqa: PLC0415
    from tui.app import GoldwireApp  # noqa: PLC0415
    from tui.keys import Keymap  # noqa: PLC0415
    from tui.remembering import remember  # noqa: PLC0415

    GoldwireApp(
        ReviewSession(connection, known, settings.reviewer or "", extractor, settings.order or ORDERS[0]),
        keymap=Keymap(settings.keys),
        chosen=settings.theme,
        remember=partial(remember, settings.file, ontology=known),
        extraction=extraction,
    ).run()


def _say_how_it_stands(extraction: Background) -> None:
    code = extraction.poll()
    if code is None:
        note("extraction is not finished: `goldwire extract` goes on, and so does the next `goldwire review`")
    elif code != DONE:
        note(f"extraction failed: {extraction.last_words()}")
