"""``goldwire review``: import what is new, extract in the background, open the app."""

import gc
import sqlite3
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click

from annotations.extraction import NAME
from annotations.ontology import Ontology
from annotations.review.ordering import ORDERS, Order
from annotations.review.outcome import Outcome
from annotations.store import runs
from annotations.store.connection import answer_at_once
from tui.cli.background import Background
from tui.cli.beginning import (
    await_candidates,
    extraction,
    import_new,
    opened_with,
    refuse_nothing_to_do,
    say_how_it_stands,
)
from tui.cli.completing import extractors, files
from tui.cli.config import config_option
from tui.cli.database import database_option
from tui.cli.errors import DONE, REFUSED, USAGE, note
from tui.cli.model import model_option
from tui.cli.ontologies import ontology_option
from tui.cli.people import login_name, reviewer_option
from tui.cli.streams import has_terminal
from tui.cli.wording import OneOf, examples
from tui.config import Config
from tui.config_file import load

PATIENCE = 1.0
"""Seconds that a key waits for another process's transaction: then it is refused, and the screen lives on."""


@click.command(
    epilog=examples("goldwire review", "goldwire review news/ --reviewer ana", "goldwire review --order uncertain")
)
@click.argument("paths", nargs=-1, metavar="[PATH...]", shell_complete=files)
@reviewer_option("Who decides; your login name by default.")
@click.option(
    "--extractor", metavar="NAME", shell_complete=extractors, help="Whose candidates; everybody's by default."
)
@click.option(
    "--order",
    type=OneOf(ORDERS),
    help="Which candidate of the article comes next: as they stand in it (text), or by confidence.",
)
@click.option("--served", is_flag=True, hidden=True, help="In a page of `goldwire serve`, which imports and extracts.")
@config_option
@model_option
@ontology_option
@database_option
def review(  # noqa: PLR0917
    paths: tuple[str, ...],
    reviewer: str | None,
    extractor: str | None,
    order: Order | None,
    served: bool,
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
    with opened_with(database, known, paths) as connection:
        refused = import_new(connection, known, paths)
        refuse_nothing_to_do(connection, extractor)
        if not (served or has_terminal()):
            return _without_terminal(connection, known, name, extractor, model)
        # Until the app stands there is no garbage; it looks again (`GoldwireApp.on_mount`).
        gc.disable()
        with nullcontext() if served else extraction(connection, database, known, extractor, model) as under_way:
            _with_terminal(connection, known, settings, extractor, under_way)
    return REFUSED if refused else DONE


def _without_terminal(
    connection: sqlite3.Connection, known: Ontology, name: str, extractor: str | None, model: str | None
) -> int:
    # Whoever reviews needs none of this to begin.
    from tui.cli.extract import extract_all  # noqa: PLC0415
    from tui.cli.stats import counts_of, table  # noqa: PLC0415

    if extractor in (None, NAME):
        note(extract_all(connection, known, model).summary)
    click.echo(table(counts_of(connection, name), name))
    note("goldwire review needs a terminal to review in: run it in one")
    return USAGE


def _with_terminal(
    connection: sqlite3.Connection,
    known: Ontology,
    settings: Config,
    extractor: str | None,
    under_way: Background | None,
) -> None:
    if under_way is not None and not runs.has_candidates(connection, extractor):
        under_way.begin()
    # Textual takes a moment to import: the first article may be extracted meanwhile.
    import tui.app  # noqa: F401, PLC0415

    if under_way is not None:
        await_candidates(connection, under_way, extractor)
    answer_at_once(connection, PATIENCE)
    _open_app(connection, known, settings, extractor, under_way)
    if under_way is not None:
        say_how_it_stands(under_way)


def _open_app(
    connection: sqlite3.Connection,
    known: Ontology,
    settings: Config,
    extractor: str | None,
    under_way: Background | None,
) -> None:
    # A review without a terminal has no use for these.
    from annotations.review.session import ReviewSession  # noqa: PLC0415
    from tui.app import GoldwireApp  # noqa: PLC0415
    from tui.keys import Keymap  # noqa: PLC0415

    def remembered(theme: str) -> Outcome:
        # What writes a config is needed once a theme is chosen.
        from tui.remembering import remember  # noqa: PLC0415

        return remember(settings.file, theme, known)

    GoldwireApp(
        ReviewSession(connection, known, settings.reviewer or "", extractor, settings.order or ORDERS[0]),
        keymap=Keymap(settings.keys),
        chosen=settings.theme,
        remember=remembered,
        extraction=under_way,
    ).run()
