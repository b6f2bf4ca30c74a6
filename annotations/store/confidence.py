"""What a project's own decisions made of the confidence of an extractor: each fit a row, of which the newest counts.

The weights that came with the ontology are not touched; without these rows they are in force again.
"""

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple, cast

from annotations.store.connection import transaction
from annotations.store.forms import dump
from annotations.store.identifiers import moment, next_id


class Fitted(NamedTuple):
    """Weights by feature, and what they were fitted to."""

    extractor: str
    ontology: str
    reviewer: str
    """Whose decisions."""
    complete: int
    """Complete articles among them."""
    judged: int
    """Proposals that are known to be right or wrong."""
    correct: int
    """Those that are right."""
    weights: Mapping[str, float]


def save(connection: sqlite3.Connection, fitted: Fitted) -> None:
    """Put the weights in force.

    Raises:
        StoreError: the database refuses.
    """
    with transaction(connection):
        newest = connection.execute("select max(id) from confidence").fetchone()[0]
        identifier = next_id(datetime.now(UTC), newest)
        connection.execute(
            "insert into confidence (id, extractor, ontology, reviewer, complete, judged, correct, weights, fitted_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identifier,
                fitted.extractor,
                fitted.ontology,
                fitted.reviewer,
                fitted.complete,
                fitted.judged,
                fitted.correct,
                dump(dict(sorted(fitted.weights.items()))),
                moment(identifier),
            ),
        )


def newest(connection: sqlite3.Connection, extractor: str, ontology: str) -> Fitted | None:
    """The weights in force; None where those that came with the ontology are."""
    row = connection.execute(
        "select * from confidence where extractor = ? and ontology = ? order by id desc limit 1", (extractor, ontology)
    ).fetchone()
    if row is None:
        return None
    weights = cast("dict[str, float]", json.loads(row["weights"]))
    columns = ("extractor", "ontology", "reviewer", "complete", "judged", "correct")
    return Fitted(**{column: row[column] for column in columns}, weights=weights)
