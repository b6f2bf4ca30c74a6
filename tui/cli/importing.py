"""``goldwire import``: sources into articles, and gold or predictions with them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from annotations.articles.decode import decode
from annotations.articles.sources import SOURCE_LIMIT, find
from annotations.errors import GoldwireError, SourceError
from annotations.formats.adopting import Adopted
from annotations.formats.importing import STREAM, Imported, Manner, import_files
from annotations.formats.reading import read
from annotations.ontology import Ontology
from annotations.store.sources import Added
from tui.cli.completing import files
from tui.cli.database import database_option, opened
from tui.cli.errors import DONE, REFUSED, Stopped, note
from tui.cli.ontologies import ontology_option
from tui.cli.people import login_name, reviewer_option
from tui.cli.progress import progress
from tui.cli.streams import standard_input
from tui.cli.wording import OneOf, counted, examples


@dataclass(slots=True)
class Tally:
    """What an import came to."""

    files: int = 0
    known: int = 0
    refused: int = 0
    added: Added = field(default_factory=Added)
    adopted: Adopted = field(default_factory=Adopted)

    def take(self, result: Imported | GoldwireError) -> None:
        """Count what one file came to; a refusal is said at once."""
        if isinstance(result, GoldwireError):
            self.refused += 1
            note(str(result))
        elif result.known:
            self.known += 1
        else:
            self.files += 1
            self.added += result.added
            self.adopted += result.adopted


def opened_for(
    database: Path, known: Ontology, paths: tuple[str, ...], manner: Manner
) -> AbstractContextManager[sqlite3.Connection]:
    """The database that ``paths`` are imported into, made where there is none.

    Where there is none and nothing can be read, one takes its place that is gone afterwards: a mistyped path leaves
    no empty file behind, and a database that another process makes meanwhile is never in question.
    """
    if database.exists() or any(_comes_in() if path == STREAM else _readable(path, manner) for path in paths):
        return opened(database, known, create=True)
    return _passing(database)


@contextmanager
def _passing(database: Path) -> Iterator[sqlite3.Connection]:
    with TemporaryDirectory() as folder, opened(Path(folder) / database.name, create=True) as connection:
        yield connection


def _comes_in() -> bool:
    """Whether standard input has anything; waits until that is known."""
    stream = standard_input()
    return bool(stream.peek(1)) if isinstance(stream, BufferedReader) else stream is not None


def _readable(path: str, manner: Manner) -> bool:
    """Whether a file that ``path`` stands for can be read; what can be read only once, as a pipe, is not asked."""
    for found in find([path]):
        if isinstance(found, SourceError):
            continue
        if not found.is_file():
            return True
        try:
            if manner.takes_records(found):
                read(found)
            elif found.stat().st_size > SOURCE_LIMIT:
                continue
            else:
                decode(found.read_bytes(), found.name, manner.encoding)
        except (OSError, GoldwireError):
            # The import says what is wrong with it.
            continue
        return True
    return False


def import_paths(connection: sqlite3.Connection, known: Ontology, paths: Iterable[str], manner: Manner) -> Tally:
    """Import what ``paths`` name, standard input included; every refusal is one line on standard error.

    Raises:
        Stopped: the user pressed Ctrl-C; every finished file is kept.
    """
    tally = Tally()
    try:
        with progress("importing") as advance:
            for result in import_files(connection, paths, known, manner, standard_input()):
                tally.take(result)
                advance()
    except KeyboardInterrupt as stop:
        raise Stopped(f"stopped: {counted(tally.files, 'file')} imported and kept; the same command goes on") from stop
    return tally


@click.command(
    "import",
    epilog=examples(
        "goldwire import news/ more.txt",
        "goldwire import gold.jsonl --gold --reviewer ana",
        "my-extractor | goldwire import - --predictions mine",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@click.option("--split", type=OneOf(["articles", "none"]), default="articles", help="none: a file, an article.")
@click.option("--encoding", metavar="NAME", help="Of text that is neither UTF-8 nor UTF-16 with a BOM.")
@click.option("--gold", is_flag=True, help="Take the events of .jsonl files as additions by --reviewer.")
@click.option("--predictions", "extractor", metavar="NAME", help="Take the events as proposals of this extractor.")
@reviewer_option("Whose gold it is; your login name by default.")
@ontology_option
@database_option
def import_(  # noqa: PLR0917
    paths: tuple[str, ...],
    split: str,
    encoding: str | None,
    gold: bool,
    extractor: str | None,
    reviewer: str | None,
    known: Ontology,
    database: Path,
) -> int:
    """Import articles from files, folders or standard input (-).

    A folder means every .txt below it; a .jsonl counts when it is named. A file that cannot be taken is named with
    the reason, and the others are imported; what is there already does nothing.
    """
    if gold and extractor is not None:
        raise click.UsageError("--gold and --predictions exclude each other: import twice")
    if reviewer is not None and not gold:
        raise click.UsageError("--reviewer goes with --gold")
    if extractor is not None and (not extractor.strip() or not extractor.isprintable()):
        raise click.UsageError("--predictions needs the extractor's name")
    author = (reviewer or login_name()) if gold else None
    manner = Manner(encoding, split == "articles", author, extractor)
    with opened_for(database, known, paths, manner) as connection:
        tally = import_paths(connection, known, paths, manner)
    click.echo(_summary(tally, author, extractor))
    if tally.adopted.differing:
        note(f"{counted(tally.adopted.differing, 'event')} that {author} had decided otherwise: left as decided")
    return REFUSED if tally.refused else DONE


def _summary(tally: Tally, author: str | None, extractor: str | None) -> str:
    parts = [
        f"{counted(tally.files, 'file')} imported",
        f"{counted(tally.added.articles, 'new article')} in {counted(tally.added.occurrences, 'new place')}",
    ]
    if author is not None:
        parts.append(f"{counted(tally.adopted.decisions, 'decision')} by {author}")
    if extractor is not None:
        parts.append(f"{counted(tally.adopted.proposals, 'proposal')} by {extractor}")
    if tally.known:
        parts.append(f"{counted(tally.known, 'file')} known already")
    return ", ".join(parts)
