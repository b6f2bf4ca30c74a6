"""``goldwire score``: how good an extractor is, against gold."""

import json
from pathlib import Path

import click

from annotations.formats.exporting import candidate_records, gold_records
from annotations.formats.reading import read, read_stream
from annotations.formats.record import Record
from annotations.ontology import Ontology
from annotations.scoring.measured import measure
from annotations.scoring.report import as_object, as_table
from annotations.scoring.scores import score as compare
from annotations.scoring.so_far import SoFar
from annotations.store.connection import snapshot
from annotations.store.gold import the_reviewer
from tui.cli.completing import extractors
from tui.cli.database import database_option, opened
from tui.cli.ontologies import ontology_option
from tui.cli.people import reviewer_option
from tui.cli.streams import STREAM, standard_input
from tui.cli.wording import examples


@click.command(
    epilog=examples(
        "goldwire score --extractor rules",
        "goldwire score --extractor rules --gold seeds/gold.jsonl",
        "goldwire score --predictions mine.jsonl --json",
    )
)
@click.option(
    "--extractor", metavar="NAME", shell_complete=extractors, help="Score what it proposed last in the database."
)
@click.option("--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Score a .jsonl file instead.")
@click.option("--gold", type=click.Path(path_type=Path), metavar="FILE", help="Against this, not the database's gold.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@reviewer_option("Whose gold; the only reviewer's by default.")
@ontology_option
@database_option
def score(  # noqa: PLR0917
    extractor: str | None,
    predictions: Path | None,
    gold: Path | None,
    as_json: bool,
    reviewer: str | None,
    known: Ontology,
    database: Path,
) -> None:
    """Score an extractor, or a file of predictions, against gold.

    Recall and F1 come from complete articles only. Against the database's gold, an
    extractor's precision over what is decided so far stands apart.
    """
    if gold is not None and reviewer is not None:
        raise click.UsageError("--reviewer is for the database's gold, and --gold names a file")
    so_far: SoFar | None = None
    match extractor, predictions, gold:
        case (None, Path(), Path()):
            scores = compare(_records(gold), _records(predictions))
        case (None, Path(), None):
            with opened(database, known) as connection, snapshot(connection):
                in_gold = gold_records(connection, known, the_reviewer(connection, reviewer))
                scores = compare(in_gold, _records(predictions))
        case (str(), None, Path()):
            with opened(database, known) as connection, snapshot(connection):
                scores = compare(_records(gold), candidate_records(connection, known, extractor))
        case (str(), None, None):
            with opened(database, known) as connection:
                name = the_reviewer(connection, reviewer)
                measured = measure(connection, known, name, extractor)
                scores, so_far = measured.scores, measured.so_far
        case _:
            raise click.UsageError("name either --extractor NAME or --predictions FILE")
    if as_json:
        click.echo(json.dumps(as_object(scores, so_far), ensure_ascii=False, indent=1))
    else:
        click.echo(as_table(scores, so_far))


def _records(path: Path) -> list[Record]:
    stream = standard_input() if path == STREAM else None
    return read(path) if stream is None else read_stream(stream, str(STREAM))
