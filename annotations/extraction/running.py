"""Running an extractor over the articles that are left, each saved when it is finished."""

import sqlite3
from collections.abc import Generator, Sequence
from typing import NamedTuple

from annotations.extraction.extractor import Identified, Make, identified, made
from annotations.ontology import Ontology
from annotations.store import reading, runs

BATCH = 8
"""Articles that are parsed together: as many as keep the parser busy, as few as make the first wait."""


class Extracted(NamedTuple):
    """An article that was finished and saved."""

    article: str
    proposals: int


def pending(connection: sqlite3.Connection, extractor: Identified) -> list[str]:
    """Ids of the articles that this very extractor has not finished last, in queue order."""
    return runs.pending(
        connection,
        extractor=extractor.name,
        version=extractor.version,
        model=extractor.model,
        rules=extractor.rules_hash,
    )


def extract(
    connection: sqlite3.Connection,
    ontology: Ontology,
    make: Make,
    articles: Sequence[str],
    *,
    workers: int = 1,
) -> Generator[Extracted, None, None]:
    """Run the extractor over the articles with these ids, in one run; each is in the database when it is yielded.

    Whenever the caller stops, what was yielded stays and nothing else does.

    Raises:
        ExtractorError: the extractor cannot be made, or a process of it died.
        StoreError: the database refuses.
    """
    if not articles:
        return
    # With processes of its own this one needs no parser; without, what proposes says itself what it is.
    proposer = made(make) if workers == 1 else None
    extractor = proposer or identified(make)
    run = runs.begin(
        connection,
        extractor=extractor.name,
        version=extractor.version,
        model=extractor.model,
        rules=extractor.rules_hash,
        ontology=ontology.id,
    )
    texts = (reading.article_of(connection, article).article for article in articles)
    if proposer is not None:
        proposed = proposer.propose(texts, BATCH)
    else:
        # A command that needs no other processes need not import what starts them.
        from annotations.extraction.processes import propose_in_processes  # noqa: PLC0415

        proposed = propose_in_processes(make, texts, workers, BATCH)
    for article, analysis, proposals in proposed:
        runs.save(connection, run, article.id, proposals, analysis)
        yield Extracted(article.id, len(proposals))
