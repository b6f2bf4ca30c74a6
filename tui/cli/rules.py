"""The built-in extractor as commands have it, and whether it has something to do.

A review with something to show asks this once it has painted; what extracts is imported where something is extracted.
"""

import sqlite3

from annotations.extraction import NAME, running
from annotations.extraction.builtin import MakeRules
from annotations.extraction.extractor import Make
from annotations.ontology import Ontology
from annotations.store import confidence


def maker(connection: sqlite3.Connection, known: Ontology, model: str | None) -> Make:
    """The built-in extractor, with the confidence that decisions made where there is one."""
    make = MakeRules(known.folder, model)
    fitted = confidence.newest(connection, NAME, known.id)
    if fitted is None:
        return make
    # Most have no weights of their own.
    from annotations.extraction.weighing.reweighing import MakeReweighed  # noqa: PLC0415

    return MakeReweighed(make, tuple(sorted(fitted.weights.items())))


def has_something_left(connection: sqlite3.Connection, known: Ontology, model: str | None) -> bool:
    """Whether an extraction would have something to do, as far as that can be told without the pipeline."""
    extractor = maker(connection, known, model).identity()
    return extractor is None or bool(running.pending(connection, extractor))
