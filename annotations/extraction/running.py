"""Running an extractor over the articles that are left, each saved when it is finished.

One process proposes, or several do while this one reads and saves; only so many articles are under way at a time that
memory does not grow with the corpus.
"""

import os
import signal
import sqlite3
from collections.abc import Generator, Hashable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol

from annotations.errors import ExtractorError
from annotations.model import Analysis, Article, Proposal
from annotations.ontology import Ontology
from annotations.store import reading, runs

BATCH = 8
"""Articles that are parsed together: as many as keep the parser busy, as few as make the first wait."""

BATCHES_AHEAD = 2
"""Batches for each process that are under way or wait for it."""

Proposed = tuple[Article, Analysis, tuple[Proposal, ...]]


class Extractor(Protocol):
    """Whatever proposes events. Name, version, model and rules say whether an article must be done again."""

    @property
    def name(self) -> str:
        """What its proposals are known by."""

    @property
    def version(self) -> str:
        """Of its program."""

    @property
    def model(self) -> str:
        """The pipeline under it, with its version."""

    @property
    def rules_hash(self) -> str:
        """Of the ontology, lexicon and patterns in force."""

    def propose(self, articles: Iterable[Article], batch_size: int) -> Iterator[Proposed]:
        """What it saw and proposes, article by article in their order, reading only so far ahead as a batch."""


class Make(Protocol, Hashable):
    """Makes the extractor; equal makers make it once in a process, and other processes receive a copy of the maker."""

    def __call__(self) -> Extractor:
        """The extractor, ready."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article that was finished and saved."""

    article: str
    proposals: int


def pending(connection: sqlite3.Connection, extractor: Extractor) -> list[str]:
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
    extractor = made(make)
    run = runs.begin(
        connection,
        extractor=extractor.name,
        version=extractor.version,
        model=extractor.model,
        rules=extractor.rules_hash,
        ontology=ontology.id,
    )
    texts = (reading.article_of(connection, article).article for article in articles)
    proposed = extractor.propose(texts, BATCH) if workers == 1 else _in_processes(make, texts, workers)
    for article, analysis, proposals in proposed:
        runs.save(connection, run, article.id, proposals, analysis)
        yield Extracted(article.id, len(proposals))


@cache
def made(make: Make) -> Extractor:
    """The extractor, made once in each process."""
    return make()


def _in_processes(make: Make, articles: Iterator[Article], workers: int) -> Iterator[Proposed]:
    # A forked process would share this one's database connection.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    under_way: set[Future[list[Proposed]]] = set()
    try:
        for batch in _batches(articles):
            under_way.add(pool.submit(_propose, make, batch))
            if len(under_way) >= workers * BATCHES_AHEAD:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from future.result()
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    except BrokenProcessPool as error:
        raise ExtractorError(
            "a process of the extractor died, perhaps for want of memory; fewer --workers need less"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, BATCH)):
        yield batch


def _propose(make: Make, batch: list[Article]) -> list[Proposed]:
    return list(made(make).propose(batch, len(batch)))


def _begin() -> None:
    """Leave Ctrl-C to the process that saves, and end when that one has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
