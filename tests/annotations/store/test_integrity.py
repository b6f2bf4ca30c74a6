"""What the schema refuses: references to nothing, values that are none of the words."""

import sqlite3

import pytest

from annotations.errors import SpanError, StoreError
from annotations.model import Event, Proposal, Run, Span
from annotations.store import decisions, progress, runs
from annotations.store.decisions import Change
from annotations.store.progress import Place
from tests.annotations.store.newsroom import (
    ARTICLES,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SHELLED,
    add,
    article,
    begin,
    extract,
)

UNKNOWN = "0123456789abcdef"


def test_a_decision_needs_its_article(fresh_db: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="not saved: FOREIGN KEY constraint failed"):
        decisions.append(fresh_db, "ana", [Change(UNKNOWN, UNKNOWN, "flag", "true")])
    assert decisions.last(fresh_db, "ana") is None


def test_of_several_decisions_all_are_kept_or_none(newsroom: sqlite3.Connection) -> None:
    known = Change(article(FERRY).id, MET.id, "flag", "true")
    with pytest.raises(StoreError):
        decisions.append(newsroom, "ana", [known, Change(UNKNOWN, UNKNOWN, "flag", "true")])
    assert decisions.last(newsroom, "ana") is None


def test_a_place_needs_its_article(fresh_db: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="not saved: FOREIGN KEY constraint failed"):
        progress.keep_place(fresh_db, "ana", Place(UNKNOWN, None))


def test_proposals_need_their_run(newsroom: sqlite3.Connection) -> None:
    stranger = Run("01" + "0" * 24, "rules", "1", "m", "r", "conflict/1")
    with pytest.raises(StoreError, match="not saved: FOREIGN KEY constraint failed"):
        runs.save(newsroom, stranger, MET.article, [Proposal(MET, 0.5)])
    assert newsroom.execute("select count(*) from proposal").fetchone()[0] == 0


def test_a_proposal_belongs_to_an_article_that_its_run_finished(newsroom: sqlite3.Connection) -> None:
    run = begin(newsroom)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        newsroom.execute(
            "insert into proposal values (?, ?, 'e', 'Harm.Kill', 'occurred', 0, 1, 'F', '[]', 0.5, '{}')",
            (MET.article, run.id),
        )


def test_a_run_finishes_an_article_once(newsroom: sqlite3.Connection) -> None:
    run = extract(newsroom, [MET])
    with pytest.raises(StoreError, match="not saved: UNIQUE constraint failed: run_article"):
        runs.save(newsroom, run, MET.article, [])
    assert [found.proposal.event for found in runs.live(newsroom, MET.article)] == [MET]


def test_a_span_that_reads_otherwise_is_refused(newsroom: sqlite3.Connection) -> None:
    run = begin(newsroom)
    shifted = Event(MET.article, MET.type, Span(MET.trigger.start + 1, MET.trigger.end + 1, "met"), "occurred")
    with pytest.raises(SpanError, match="says 'met', the text has 'et '"):
        runs.save(newsroom, run, MET.article, [Proposal(shifted, 0.5)])
    assert not runs.covers(newsroom, MET.article, "rules")


def test_a_proposal_for_another_article_is_refused(newsroom: sqlite3.Connection) -> None:
    run = begin(newsroom)
    with pytest.raises(
        SpanError, match=f"proposal for article {SHELLED.article} is among those for article {MET.article}"
    ):
        runs.save(newsroom, run, MET.article, [Proposal(SHELLED, 0.5)])


@pytest.mark.parametrize(
    ("column", "value"), [("facet", "mood"), ("act", "forget"), ("id", "1"), ("id", "Z" * 26), ("target", "'x'")]
)
def test_a_decision_is_made_of_known_words(newsroom: sqlite3.Connection, column: str, value: str) -> None:
    row = {
        "id": "01" + "0" * 24,
        "reviewer": "ana",
        "article": KILLED.article,
        "subject": KILLED.id,
        "facet": "flag",
        "act": "do",
        "target": None,
        "decided_at": "2026-11-21T10:00:00.000Z",
    }
    row[column] = value
    columns = ", ".join(row)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        newsroom.execute(f"insert into decision ({columns}) values ({', '.join('?' * len(row))})", list(row.values()))


def test_a_zone_is_one_of_the_zones(newsroom: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        newsroom.execute("insert into zone values (?, 500, 501, 'margin')", (article(HARBOUR).id,))


def test_the_whole_database_holds_together(newsroom: sqlite3.Connection) -> None:
    add(newsroom, *ARTICLES, label="again.txt")
    extract(newsroom, [MET, SHELLED, KILLED])
    assert newsroom.execute("pragma foreign_key_check").fetchall() == []
    assert newsroom.execute("pragma integrity_check").fetchone()[0] == "ok"
