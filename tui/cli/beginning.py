"""How a review begins, in a terminal or in a browser: what is new is imported, and extracted in the background."""

import sqlite3
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from annotations.errors import ExtractorError, StoreError
from annotations.extraction import NAME
from annotations.nearest import suggestion
from annotations.ontology import Ontology
from annotations.store import reading, runs
from tui.cli.background import Background, background
from tui.cli.database import opened
from tui.cli.errors import DONE, STOPPED, Stopped, note

LOOK_EVERY = 0.05
"""Seconds between looks for the first candidate."""


def opened_with(database: Path, known: Ontology, paths: tuple[str, ...]) -> AbstractContextManager[sqlite3.Connection]:
    """The open database, made where there is none and ``paths`` have something for it."""
    if not paths:
        return opened(database, known)
    # What splits and reads sources is not needed to go on with a review.
    from annotations.formats.importing import Manner  # noqa: PLC0415
    from tui.cli.importing import opened_for  # noqa: PLC0415

    return opened_for(database, known, paths, Manner())


def import_new(connection: sqlite3.Connection, known: Ontology, paths: tuple[str, ...]) -> int:
    """Import what is new; how many files were refused.

    Raises:
        StoreError: all of them were, and the database has other articles: to open these would hide the refusal.
    """
    if not paths:
        return 0
    from annotations.formats.importing import Manner  # noqa: PLC0415
    from tui.cli.importing import import_paths  # noqa: PLC0415

    tally = import_paths(connection, known, paths, Manner())
    if tally.refused and not (tally.files or tally.known) and not reading.is_empty(connection):
        raise StoreError("nothing of that was imported; without a path what the database has is reviewed")
    return tally.refused


def refuse_nothing_to_do(connection: sqlite3.Connection, extractor: str | None) -> None:
    """Refuse to review a database without articles, or candidates of an extractor that never ran.

    Raises:
        StoreError: it is one of these.
    """
    if reading.is_empty(connection):
        raise StoreError("nothing to review: the database has no article; name a file or a folder to take some from")
    there = runs.extractors(connection)
    if extractor is not None and extractor not in (NAME, *there):
        known = dict.fromkeys((NAME, *there))
        remedy = suggestion(extractor, known, f"there are {', '.join(known)}")
        raise StoreError(f"no run of extractor {extractor!r}; {remedy}")


def extraction(
    connection: sqlite3.Connection, database: Path, known: Ontology, extractor: str | None, model: str | None
) -> AbstractContextManager[Background | None]:
    """An extraction of what is left, begun where nothing can be reviewed before; None where it is not asked for.

    It ends with the block; to begin it needs the connection.
    """
    if extractor not in (None, NAME):
        return nullcontext()

    def is_left() -> bool:
        # Nobody waits for what tells it.
        from tui.cli.rules import has_something_left  # noqa: PLC0415

        return has_something_left(connection, known, model)

    return background(database, known, model, is_left)


def await_candidates(connection: sqlite3.Connection, under_way: Background, extractor: str | None) -> None:
    """Wait until there is something to review, or nothing more will come; where nothing is there, begin.

    Raises:
        ExtractorError: the extraction failed before it proposed anything.
        Stopped: the user pressed Ctrl-C.
    """
    said = False
    try:
        while not runs.has_candidates(connection, extractor):
            under_way.begin()
            if under_way.poll() is not None:
                break
            if not said:
                note("extracting the first article …")
                said = True
            time.sleep(LOOK_EVERY)
    except KeyboardInterrupt as stop:
        raise Stopped("stopped; what was imported and extracted is kept") from stop
    if under_way.poll() not in (None, DONE) and not runs.has_candidates(connection, extractor):
        raise ExtractorError(under_way.last_words())


def say_how_it_stands(under_way: Background) -> None:
    """Say that the extraction is not finished, or why it failed."""
    code = under_way.poll()
    if not under_way.has_begun and not under_way.has_something_left():
        return
    if code in (None, STOPPED):
        note("extraction is not finished: `goldwire extract` goes on, and so does the next `goldwire review`")
    elif code != DONE:
        note(f"extraction failed: {under_way.last_words()}")
