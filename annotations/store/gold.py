"""What the verdicts amount to: gold, rejections and skips, with who decided them and what the proposal was."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotations.errors import StoreError
from annotations.nearest import suggestion
from annotations.store import decisions, runs
from annotations.store.facets import facets_of
from annotations.store.forms import Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """One event that a reviewer decided, with its flag and comment and the proposal that was shown."""

    subject: str
    verdict: Verdict
    decided_at: str
    flag: bool = False
    comment: str | None = None
    extractor: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """All that a reviewer decided in one article; events in the order of trigger and type."""

    events: tuple[Judged, ...]
    complete: bool


def the_reviewer(connection: sqlite3.Connection, name: str | None) -> str:
    """The reviewer named, or the only one there is.

    Raises:
        StoreError: nobody decided anything, there are several, or the one named is not among them.
    """
    known = decisions.reviewers(connection)
    if name is not None:
        if name in known:
            return name
        there = f"reviewers here: {', '.join(known)}" if known else "nobody has decided anything yet"
        raise StoreError(f"no decisions by reviewer {name!r}; {suggestion(name, known, there)}")
    if not known:
        raise StoreError("nobody has decided anything yet; `goldwire review` begins")
    if len(known) > 1:
        raise StoreError(f"several reviewers decided here: {', '.join(known)}; name one with --reviewer")
    return known[0]


def judged_articles(connection: sqlite3.Connection, reviewer: str) -> Iterator[tuple[str, JudgedArticle]]:
    """Every article that the reviewer touched, in queue order, with all that was decided in it."""
    rows = connection.execute(
        "select id from article where exists (select 1 from decision where article = article.id and reviewer = ?)"
        " order by seq",
        (reviewer,),
    ).fetchall()
    for (article,) in rows:
        yield article, judged_article(connection, reviewer, article)


def judged_article(connection: sqlite3.Connection, reviewer: str, article: str) -> JudgedArticle:
    """All that the reviewer decided in one article. Of two gold verdicts for one event, the later stands."""
    facets = facets_of(connection, reviewer, article)
    events: dict[tuple[str, bool], Judged] = {}
    for subject, ruling in facets.rulings.items():
        verdict = ruling.verdict
        shown = runs.shown(connection, ruling.run, subject) if ruling.run else None
        events[verdict.event.id, verdict.is_gold] = Judged(
            subject,
            verdict,
            ruling.decided_at,
            flag=subject in facets.flags,
            comment=facets.comments.get(subject),
            extractor=shown.extractor if shown else None,
            confidence=shown.proposal.confidence if shown else None,
        )
    ordered = sorted(events.values(), key=lambda judged: (judged.verdict.event.trigger, judged.verdict.event.type))
    return JudgedArticle(tuple(ordered), facets.complete)
