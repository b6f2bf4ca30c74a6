"""What a database shows, through its views and through Python, against what the laws promise."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from annotations.store import decisions, gold, progress, runs
from annotations.store.connection import close, open_database
from annotations.store.facets import Facets, Ruling, facets_of
from tests.annotations.store.laws import Command, Extract, Laws, Redo, Restart, Say, Undo
from tests.annotations.store.newsroom import ARTICLES, article, begin

Rows = list[tuple[object, ...]]


def obey(connection: sqlite3.Connection, path: Path, command: Command) -> sqlite3.Connection:
    """Carry a command out; the connection to go on with."""
    match command:
        case Say(reviewer, change):
            (made,) = decisions.append(connection, reviewer, [change])
            assert decisions.last(connection, reviewer) == made
        case Undo(reviewer):
            decisions.undo(connection, reviewer)
        case Redo(reviewer):
            decisions.redo(connection, reviewer)
        case Restart():
            close(connection)
            return open_database(path)
        case Extract(extractor, articles, proposals):
            run = begin(connection, "r", extractor)
            for place in articles:
                identifier = article(ARTICLES[place]).id
                own = [one for one in proposals if one.event.article == identifier]
                runs.save(connection, run, identifier, own)
    return connection


def check(connection: sqlite3.Connection, laws: Laws, texts: Sequence[str] = ARTICLES) -> None:
    """Whatever shows the state of the review of the articles with these texts shows what the laws promise."""

    def rows(query: str) -> Rows:
        return sorted(map(tuple, connection.execute(query)), key=repr)

    assert rows("select reviewer, article, subject, facet, state, run, queue_order from state") == sorted(
        ((*key, said.state, said.run, said.queue_order) for key, said in laws.facets.items()), key=repr
    )
    assert decisions.reviewers(connection) == laws.reviewers
    check_verdicts(rows, laws)
    articles = [identifier(text) for text in texts]
    check_progress(rows, laws, articles)
    for reviewer in (*laws.reviewers, "nobody"):
        check_reviewer(connection, laws, reviewer, articles)


def check_verdicts(rows: Callable[[str], Rows], laws: Laws) -> None:
    """The views of verdicts and gold."""
    ruled = [(reviewer, one) for reviewer in laws.reviewers for one in laws.rulings(reviewer)]
    assert rows("select reviewer, article, subject, verdict, event, status, reason from verdict") == sorted(
        ((name, one.article, one.subject, one.verdict, one.event, one.status, one.reason) for name, one in ruled),
        key=repr,
    )
    gilded = [(reviewer, one) for reviewer in laws.reviewers for one in laws.gold(reviewer).values()]
    assert rows("select reviewer, article, subject, verdict, event, status from gold") == sorted(
        ((name, one.article, one.subject, one.verdict, one.event, one.status) for name, one in gilded), key=repr
    )


def check_progress(rows: Callable[[str], Rows], laws: Laws, articles: Sequence[str]) -> None:
    """The views of what is left to do."""
    assert rows("select reviewer, article, event from undecided") == sorted(
        ((name, *one) for name in laws.reviewers for one in laws.undecided(name)), key=repr
    )
    columns = "reviewer, article, complete, undecided, decided, skipped, flagged, commented, extracted"
    assert rows(f"select {columns} from progress") == sorted(
        ((name, where, *progress_of(laws, name, where).values()) for name in laws.reviewers for where in articles),
        key=repr,
    )


def check_reviewer(connection: sqlite3.Connection, laws: Laws, reviewer: str, articles: Sequence[str]) -> None:
    """What Python reads of one reviewer, who may have said nothing yet."""
    queue = progress.queue(connection, reviewer)
    assert {row.article for row in queue} == set(articles)
    for row in queue:
        shown = {name: getattr(row, name) for name in progress_of(laws, reviewer, row.article)}
        assert shown == progress_of(laws, reviewer, row.article)
        check_article(connection, laws, reviewer, row.article)

    rulings, undecided = laws.rulings(reviewer), laws.undecided(reviewer)
    counts = progress.counts(connection, reviewer)
    assert counts.decided == sum(one.verdict != "skip" for one in rulings)
    assert counts.skipped == sum(one.verdict == "skip" for one in rulings)
    assert counts.rejected == sum(one.verdict == "reject" for one in rulings)
    assert counts.gold == len(laws.gold(reviewer))
    assert counts.candidates == len(undecided) + counts.decided
    assert counts.complete == laws.marked(reviewer, "complete")
    assert counts.flagged == laws.marked(reviewer, "flag")

    waiting = [row.article for row in queue if row.undecided] or [
        row.article for row in queue if row.extracted and not row.complete
    ]
    assert progress.first_open(connection, reviewer) == (waiting[0] if waiting else None)


def check_article(connection: sqlite3.Connection, laws: Laws, reviewer: str, where: str) -> None:
    """What Python reads of one reviewer in one article."""
    rulings = [one for one in laws.rulings(reviewer) if one.article == where]
    facets = facets_of(connection, reviewer, where)
    assert [told(subject, ruling) for subject, ruling in facets.rulings.items()] == [
        (one.subject, one.verdict, one.event, one.status, one.reason) for one in rulings
    ]
    assert len(facets.flags) == laws.marked(reviewer, "flag", where)
    assert len(facets.comments) == laws.marked(reviewer, "comment", where)
    assert facets.complete == bool(laws.marked(reviewer, "complete", where))

    folded = Facets()
    for row in connection.execute("select * from decision where reviewer = ? order by id", (reviewer,)):
        if row["article"] == where:
            folded.take(decisions.Decision(**dict(row)))
    assert folded == facets, "row by row it comes to the same"
    assert list(folded.rulings) == list(facets.rulings)

    judged = gold.judged_article(connection, reviewer, where)
    assert sorted((one.verdict.event.id, one.subject) for one in judged.events if one.verdict.is_gold) == sorted(
        (event, one.subject) for event, one in laws.gold(reviewer).items() if one.article == where
    )
    assert judged.complete == facets.complete


def told(subject: str, ruling: Ruling) -> tuple[object, ...]:
    """A ruling as ``check_article`` compares it."""
    verdict = ruling.verdict
    return subject, verdict.verdict, verdict.event.id, verdict.event.status, verdict.reason


def progress_of(laws: Laws, reviewer: str, where: str) -> dict[str, int]:
    """How far a reviewer is in an article."""
    rulings = [one for one in laws.rulings(reviewer) if one.article == where]
    return {
        "complete": laws.marked(reviewer, "complete", where),
        "undecided": sum(place == where for place, _ in laws.undecided(reviewer)),
        "decided": sum(one.verdict != "skip" for one in rulings),
        "skipped": sum(one.verdict == "skip" for one in rulings),
        "flagged": laws.marked(reviewer, "flag", where),
        "commented": laws.marked(reviewer, "comment", where),
        "extracted": int(any(place == where for _, place in laws.live)),
    }


def identifier(text: str) -> str:
    """An article's id."""
    return article(text).id
