"""``goldwire export``: gold or candidates, to standard output or a file."""

from pathlib import Path

import click

from annotations.formats.exporting import candidate_records, gold_records
from annotations.formats.registry import WRITERS
from annotations.ontology import Ontology
from annotations.store.connection import snapshot
from annotations.store.gold import the_reviewer
from tui.cli.completing import extractors
from tui.cli.database import database_option, opened
from tui.cli.errors import note
from tui.cli.ontologies import ontology_option
from tui.cli.people import reviewer_option
from tui.cli.streams import STREAM, standard_output
from tui.cli.wording import OneOf, counted, examples
from tui.replacing import replaced


@click.command(
    epilog=examples(
        "goldwire export -o gold.jsonl",
        "goldwire export | jq -r '.events[].type' | sort | uniq -c",
        "goldwire export --candidates rules -o predictions.jsonl",
    )
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of standard output.")
@click.option("--format", "form", type=OneOf(list(WRITERS)), default=next(iter(WRITERS)), help="What to write.")
@click.option(
    "--candidates",
    "extractor",
    metavar="EXTRACTOR",
    shell_complete=extractors,
    help="What it proposed last, instead of gold.",
)
@reviewer_option("Whose gold; the only reviewer's by default.")
@ontology_option
@database_option
def export(  # noqa: PLR0917
    output: Path | None, form: str, extractor: str | None, reviewer: str | None, known: Ontology, database: Path
) -> None:
    """Write gold as JSON lines, one article a line."""
    if extractor is not None and reviewer is not None:
        raise click.UsageError("--reviewer and --candidates exclude each other: candidates are nobody's gold")
    with opened(database, known) as connection, snapshot(connection):
        if extractor is not None:
            records = list(candidate_records(connection, known, extractor))
        else:
            records = list(gold_records(connection, known, the_reviewer(connection, reviewer)))
    if output is None or output == STREAM:
        with standard_output() as stream:
            WRITERS[form](records, stream)
        return
    with replaced(output) as stream:
        WRITERS[form](records, stream)
    events = sum(len(record.events) for record in records)
    note(f"{output}: {counted(len(records), 'article')}, {counted(events, 'event')}")
