"""The invented database is one that the library could have made."""

from contextlib import closing
from pathlib import Path

import pytest

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store import gold, progress, reading, runs
from annotations.store.connection import open_database
from benchmarks import corpus
from tui.cli.rules import has_something_left

ARTICLES, CANDIDATES, LINES, DECIDED = 5, 3, 7, 2


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "goldwire.db"
    there = corpus.make(path, articles=ARTICLES, candidates=CANDIDATES, lines=LINES, decided=DECIDED)
    assert there == ARTICLES * CANDIDATES
    return path


def test_its_events_read_as_their_articles_do(database: Path, conflict: Ontology) -> None:
    with closing(open_database(database)) as connection:
        for article in reading.article_ids(connection):
            stored = reading.article_of(connection, article).article
            proposed = runs.live(connection, article)
            assert stored.id == article
            assert len(proposed) == CANDIDATES
            assert len(reading.analysis_of(connection, article).sentences) == LINES
            for one in proposed:
                one.proposal.event.check(stored.text)
                conflict.check(one.proposal.event)


def test_its_counts_are_those_of_what_is_in_it(database: Path) -> None:
    with closing(open_database(database)) as connection:
        counts = progress.counts(connection, corpus.REVIEWER)
        assert (counts.articles, counts.complete) == (ARTICLES, DECIDED)
        assert (counts.candidates, counts.decided) == (ARTICLES * CANDIDATES, DECIDED * CANDIDATES)
        assert connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert gold.the_reviewer(connection, None) == corpus.REVIEWER


def test_nothing_is_left_to_extract_and_the_review_opens_where_it_is_told(database: Path, conflict: Ontology) -> None:
    corpus.leave_at(database, DECIDED)
    with closing(open_database(database)) as connection:
        assert not has_something_left(connection, conflict, None)
        session = ReviewSession(connection, conflict, corpus.REVIEWER)
        assert session.position == (DECIDED + 1, ARTICLES)
        assert session.article is not None
        assert session.article.title == corpus.headline(DECIDED)
        assert session.undo().ok
