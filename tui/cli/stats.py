"""``goldwire stats``: what is in the database, and how far review is."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import click

from annotations.store import decisions, progress
from annotations.store.connection import snapshot
from annotations.store.gold import the_reviewer
from tui.cli.database import database_option, opened
from tui.cli.people import reviewer_option
from tui.cli.wording import examples
from tui.safe import one_line


@click.command(epilog=examples("goldwire stats", "goldwire stats --json | jq .decided"))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@reviewer_option("Whose review; the only reviewer's by default.")
@database_option
def stats(as_json: bool, reviewer: str | None, database: Path) -> None:
    """Count what is in the database and how far review is."""
    with opened(database) as connection, snapshot(connection):
        begun = reviewer is not None or decisions.reviewers(connection)
        name = the_reviewer(connection, reviewer) if begun else None
        counts = counts_of(connection, name)
    click.echo(
        json.dumps(counts | {"reviewer": name}, ensure_ascii=False, indent=1) if as_json else table(counts, name)
    )


def counts_of(connection: sqlite3.Connection, reviewer: str | None) -> dict[str, int]:
    """Every count by its name."""
    return progress.counts(connection, reviewer)._asdict() | {"extracted": progress.extracted(connection)}


def table(counts: Mapping[str, int], reviewer: str | None) -> str:
    """The counts, one a line, and whose review they tell of."""
    lines = [f"{name:<12}{number:>10,}" for name, number in counts.items()]
    return "\n".join([*lines, f"{'reviewer':<12}{one_line(reviewer or '–'):>10}"])
