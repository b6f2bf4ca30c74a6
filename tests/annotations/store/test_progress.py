"""How far review is: counts, the queue, the first open article, and where a reviewer left."""

import sqlite3
from pathlib import Path

from annotations.store import decisions, progress
from annotations.store.connection import close, open_database
from annotations.store.progress import Place, Progress
from tests.annotations.store.newsroom import (
    AGREED,
    BRIDGE,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    add,
    article,
    comment,
    complete,
    decide,
    denied,
    extract,
    flag,
    retyped,
)  # fmt: skip


def undecided(connection: sqlite3.Connection, reviewer: str = "ana") -> list[int]:
    """Article by article of the queue."""
    return [row.undecided for row in progress.queue(connection, reviewer)]


def test_who_has_not_begun_finds_everything_undecided(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED, SHELLED])
    assert undecided(newsroom, "somebody new") == [2, 1, 0]
    assert progress.first_open(newsroom, "somebody new") == article(FERRY).id
    assert progress.counts(newsroom, "somebody new").candidates == 3
    assert progress.counts(newsroom, None).candidates == 3


def test_a_row_of_the_queue_says_how_far_an_article_is(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED, SHELLED], articles=[FERRY, HARBOUR])
    decide(newsroom, MET)
    decide(newsroom, AGREED, "skip")
    decisions.append(newsroom, "ana", [flag(MET), comment(AGREED, "which truce?"), complete(FERRY)])
    row, _, unread = progress.queue(newsroom, "ana")
    assert (row.article, row.title, row.cluster, row.near_copies) == (
        article(FERRY).id, "Ferry talks resume in Lind", article(FERRY).id, 0,
    )  # fmt: skip
    assert (row.undecided, row.decided, row.skipped) == (1, 1, 1), "a skipped one is undecided"
    assert (row.flagged, row.commented, row.complete, row.extracted) == (1, 1, True, True)
    assert not unread.extracted


def test_one_event_that_two_extractors_propose_is_asked_about_once(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [SHELLED, KILLED])
    extract(newsroom, [denied(SHELLED)], extractor="model")
    assert undecided(newsroom) == [0, 2, 0]
    assert progress.counts(newsroom, "ana").candidates == 2
    decide(newsroom, SHELLED)
    assert undecided(newsroom) == [0, 1, 0]


def test_a_proposal_of_what_another_was_edited_into_is_not_asked_about(newsroom: sqlite3.Connection) -> None:
    assault = retyped(SHELLED, "Attack.Assault")
    extract(newsroom, [SHELLED])
    decide(newsroom, assault, "edit", subject=SHELLED.id)
    extract(newsroom, [SHELLED, assault], rules="r2")
    assert undecided(newsroom) == [0, 0, 0]
    decisions.undo(newsroom, "ana")
    assert undecided(newsroom) == [0, 2, 0]


def test_candidates_of_a_superseded_run_leave_the_queue(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED])
    decide(newsroom, MET)
    extract(newsroom, [SEIZED], rules="r2")
    assert undecided(newsroom) == [0, 0, 1]
    assert progress.counts(newsroom, "ana").decided == 1


def test_the_queue_comes_page_by_page_in_the_order_of_import(newsroom: sqlite3.Connection) -> None:
    add(newsroom, *(f"Report {number}\nNothing new." for number in range(7)), label="reports.txt")
    pages = [progress.queue(newsroom, "ana", offset=offset, limit=4) for offset in (0, 4, 8, 12)]
    assert [len(page) for page in pages] == [4, 4, 2, 0]
    assert [row.seq for page in pages for row in page] == list(range(1, 11))


def test_the_first_open_article_has_an_undecided_candidate(newsroom: sqlite3.Connection) -> None:
    assert progress.first_open(newsroom, "ana") is None, "nothing is extracted"
    extract(newsroom, [MET, SHELLED])
    decide(newsroom, MET)
    assert progress.first_open(newsroom, "ana") == article(HARBOUR).id
    assert progress.first_open(newsroom, "ben") == article(FERRY).id


def test_where_all_is_decided_the_first_open_article_is_not_complete(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET])
    decide(newsroom, MET)
    decisions.append(newsroom, "ana", [complete(FERRY)])
    assert progress.first_open(newsroom, "ana") == article(HARBOUR).id
    decisions.append(newsroom, "ana", [complete(HARBOUR), complete(BRIDGE)])
    assert progress.first_open(newsroom, "ana") is None


def test_counts_are_of_the_whole_database_and_of_one_reviewer(newsroom: sqlite3.Connection) -> None:
    add(newsroom, FERRY, label="again.txt")
    extract(newsroom, [MET, AGREED, SHELLED, KILLED])
    decide(newsroom, MET)
    decide(newsroom, AGREED, "reject")
    decide(newsroom, SHELLED, "skip")
    decide(newsroom, SEIZED, "add")
    decide(newsroom, KILLED, reviewer="ben")
    decisions.append(newsroom, "ana", [flag(KILLED), complete(FERRY)])
    found = progress.counts(newsroom, "ana")
    assert (found.sources, found.occurrences, found.articles, found.clusters) == (2, 4, 3, 3)
    assert (found.decided, found.skipped, found.gold, found.rejected) == (3, 1, 2, 1)
    assert (found.flagged, found.complete) == (1, 1)
    assert found.candidates == 5, "two undecided (one of them skipped) and three decided"
    assert progress.overall(newsroom, "ana") == Progress(
        articles=found.articles,
        extracted=progress.extracted(newsroom),
        complete=found.complete,
        candidates=found.candidates,
        decided=found.decided,
    )


def test_before_anything_is_there_all_of_it_is_nothing(fresh_db: sqlite3.Connection) -> None:
    assert progress.overall(fresh_db, "ana") == Progress(0, 0, 0, 0, 0)


def test_an_article_stands_somewhere_in_the_queue(newsroom: sqlite3.Connection) -> None:
    assert [row.seq for row in progress.queue(newsroom, "ana")] == [1, 2, 3]
    extract(newsroom, [], articles=[FERRY, BRIDGE])
    assert progress.extracted(newsroom) == 2
    assert progress.neighbour(newsroom, 1, 1) == article(BRIDGE).id
    assert progress.neighbour(newsroom, 3, -1) == article(FERRY).id
    assert progress.neighbour(newsroom, 3, 1) is None


def test_a_place_is_kept_for_each_reviewer_across_restarts(newsroom: sqlite3.Connection, database: Path) -> None:
    assert progress.enter(newsroom, "ana") is None
    progress.keep_place(newsroom, "ana", Place(article(FERRY).id, None))
    progress.keep_place(newsroom, "ana", Place(article(HARBOUR).id, KILLED.id))
    assert progress.enter(newsroom, "ben") is None
    close(newsroom)
    connection = open_database(database)
    assert progress.enter(connection, "ana") == Place(article(HARBOUR).id, KILLED.id)
    assert progress.enter(connection, "ben") is None
    assert [row["reviewer"] for row in connection.execute("select reviewer from reviewer")] == ["ana", "ben"]
    connection.close()


def test_who_entered_is_in_the_views_before_deciding_anything(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET])
    progress.enter(newsroom, "ana")
    rows = newsroom.execute("select reviewer, undecided, decided from progress order by seq")
    assert list(map(tuple, rows)) == [("ana", 1, 0), ("ana", 0, 0), ("ana", 0, 0)]
