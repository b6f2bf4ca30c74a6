"""Running an extractor: each article is saved when it is finished, and only what is missing is done."""

import os
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from annotations.errors import ExtractorError
from annotations.extraction import builtin
from annotations.extraction.extractor import made
from annotations.extraction.running import Extracted, extract, pending
from annotations.model import Article, Occurrence, Source, SourceText
from annotations.ontology import Ontology
from annotations.store import progress, reading, runs, sources
from annotations.store.connection import close, open_database
from tests.annotations.extraction.invented import DEADLY, Make
from tests.stories import BRIDGE

ROOT = Path(__file__).parents[3]


def add(connection: sqlite3.Connection, *texts: str) -> list[str]:
    """A source for each text; the articles' ids."""
    for text in texts:
        source = Source(Article(text).id, "a.txt", "utf-8", len(text))
        sources.add(connection, SourceText(source, ((Article(text), Occurrence(source.id, 0, len(text))),)))
    return [Article(text).id for text in texts]


def texts(number: int) -> list[str]:
    return [f"Shelling killed {count} in the town of Orva." for count in range(number)]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(tmp_path / "goldwire.db", create=True)
    yield opened
    close(opened)


def run_all(connection: sqlite3.Connection, ontology: Ontology, make: Make, workers: int = 1) -> list[Extracted]:
    return list(extract(connection, ontology, make, pending(connection, made(make)), workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_every_article_is_finished_once_with_what_was_seen_and_proposed(
    connection: sqlite3.Connection, conflict: Ontology, workers: int
) -> None:
    ids = add(connection, *texts(40), "Nothing happened.")
    found = run_all(connection, conflict, Make(), workers)
    assert sorted(each.article for each in found) == sorted(ids)
    assert sum(each.proposals for each in found) == 40
    assert len(runs.live(connection, ids[0], "killed")) == 1
    assert reading.analysis_of(connection, ids[-1]).sentences == ((0, 1),)
    assert pending(connection, made(Make())) == []


def test_a_second_run_does_only_what_is_missing(connection: sqlite3.Connection, conflict: Ontology) -> None:
    add(connection, *texts(3))
    run_all(connection, conflict, Make())
    (new,) = add(connection, BRIDGE)
    assert [each.article for each in run_all(connection, conflict, Make())] == [new]


def test_nothing_to_do_is_no_run(connection: sqlite3.Connection, conflict: Ontology) -> None:
    assert run_all(connection, conflict, Make()) == []
    assert runs.extractors(connection) == []


def test_another_version_does_every_article_again(connection: sqlite3.Connection, conflict: Ontology) -> None:
    add(connection, *texts(3))
    run_all(connection, conflict, Make("1"))
    assert len(run_all(connection, conflict, Make("2"))) == 3


def test_whoever_stops_keeps_what_was_finished(connection: sqlite3.Connection, conflict: Ontology) -> None:
    add(connection, *texts(20))
    extractor = made(Make())
    extraction = extract(connection, conflict, Make(), pending(connection, extractor))
    finished = [each.article for each in islice(extraction, 5)]
    extraction.close()
    done = [article for article in reading.article_ids(connection) if runs.covers(connection, article, extractor.name)]
    assert done == finished
    assert len(run_all(connection, conflict, Make())) == 15


def test_no_more_is_read_ahead_than_is_under_way(connection: sqlite3.Connection, conflict: Ontology) -> None:
    make = Make("reads ahead")
    add(connection, *texts(200))
    extraction = extract(connection, conflict, make, pending(connection, made(make)))
    next(extraction)
    assert made(make).read <= 8  # type: ignore[attr-defined]
    extraction.close()


def test_a_process_that_dies_is_reported_and_what_was_finished_stays(
    connection: sqlite3.Connection, conflict: Ontology
) -> None:
    add(connection, *texts(24), f"Orders: {DEADLY}.", *(f"More of it, {number}." for number in range(60)))
    with pytest.raises(ExtractorError, match="died"):
        run_all(connection, conflict, Make(), workers=2)
    left = pending(connection, made(Make()))
    assert len(left) + progress.extracted(connection) == 85
    assert left


def test_processes_end_when_the_one_that_saves_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        textwrap.dedent("""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context
        import os, sys, time
        from annotations.extraction.processes import _begin

        if __name__ == "__main__":
            pool = ProcessPoolExecutor(1, get_context("spawn"), _begin)
            print(pool.submit(os.getpid).result(), flush=True)
            time.sleep(60)
        """)
    )
    parent = subprocess.Popen([sys.executable, str(script)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 20
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that nobody waited for is listed after its end.
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def test_the_built_in_rules_run_over_what_is_there(connection: sqlite3.Connection, conflict: Ontology) -> None:
    make = builtin.MakeRules(conflict.folder)
    (article,) = add(connection, BRIDGE)
    (done,) = extract(connection, conflict, make, pending(connection, made(make)))
    assert done.article == article
    assert pending(connection, made(make)) == []
