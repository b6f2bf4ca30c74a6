"""Proposing in several processes, while this one reads and saves.

Only so many articles are under way at a time that memory does not grow with the corpus.
"""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from annotations.errors import ExtractorError
from annotations.extraction.extractor import Make, Proposed, made
from annotations.model import Article

BATCHES_AHEAD = 2
"""Batches for each process that are under way or wait for it."""


def propose_in_processes(make: Make, articles: Iterator[Article], workers: int, batch: int) -> Iterator[Proposed]:
    """What the extractor that ``make`` makes proposes, in the order in which batches of articles are finished.

    Raises:
        ExtractorError: a process died.
    """
    # A forked process would share this one's database connection.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    under_way: set[Future[list[Proposed]]] = set()
    try:
        for texts in _batches(articles, batch):
            under_way.add(pool.submit(_propose, make, texts))
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


def _batches(articles: Iterator[Article], size: int) -> Iterator[list[Article]]:
    while batch := list(islice(articles, size)):
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
