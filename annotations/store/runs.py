"""Runs of extractors: what is left to do, what each proposed, and which proposals are live (law 5)."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, cast

from annotations.errors import SpanError
from annotations.model import Analysis, Event, Proposal, Run, Span
from annotations.store.connection import transaction
from annotations.store.forms import ArgumentForm, arguments_form, arguments_from, dump
from annotations.store.identifiers import moment, next_id


class RunProposal(NamedTuple):
    """A proposal with the run and the extractor that made it."""

    proposal: Proposal
    event: str
    """The id of its event."""
    run: str
    extractor: str


def begin(
    connection: sqlite3.Connection, *, extractor: str, version: str, model: str, rules: str, ontology: str
) -> Run:
    """Record a new run; its id sorts after every run before it."""
    with transaction(connection):
        newest = connection.execute("select max(id) from run").fetchone()[0]
        run = Run(next_id(datetime.now(UTC), newest), extractor, version, model, rules, ontology)
        connection.execute(
            "insert into run (id, extractor, version, model, rules, ontology, begun_at) values (?, ?, ?, ?, ?, ?, ?)",
            (run.id, extractor, version, model, rules, ontology, moment(run.id)),
        )
    return run


def ontologies(connection: sqlite3.Connection) -> list[str]:
    """Name and version of every ontology that a run went by."""
    return [row[0] for row in connection.execute("select distinct ontology from run order by 1")]


def pending(connection: sqlite3.Connection, *, extractor: str, version: str, model: str, rules: str) -> list[str]:
    """Ids of the articles that just this extractor, version, model and rules has not finished last, in queue order."""
    identity = (extractor, version, model, rules)
    # Where the newest run finished every article, which is the rule, nothing need be asked of each.
    finished = connection.execute(
        """
        select (select count(*) from run_article as ra where ra.run = run.id) = (select count(*) from article)
        from run where id = (select max(id) from run where extractor = ?1)
        and (extractor, version, model, rules) = (?1, ?2, ?3, ?4)
        """,
        identity,
    ).fetchone()
    if finished is not None and finished[0]:
        return []
    rows = connection.execute(
        """
        select id from article where not exists (
            select 1 from live_run as live join run on run.id = live.run where live.article = article.id
            and run.extractor = ? and run.version = ? and run.model = ? and run.rules = ?
        ) order by seq
        """,
        identity,
    )
    return [row[0] for row in rows]


def save(
    connection: sqlite3.Connection,
    run: Run,
    article: str,
    proposals: Sequence[Proposal],
    analysis: Analysis | None = None,
) -> None:
    """Record that the run finished the article, with what it proposed and saw, in one transaction.

    Of two proposals for one event the more confident is kept, the first of equals.

    Raises:
        SpanError: a proposal's span reads otherwise than the article there, or the proposal is another article's.
        StoreError: the database refuses, for one because the run had finished the article before.
    """
    with transaction(connection):
        kept = _checked(connection, article, proposals)
        if analysis is not None:
            connection.execute(
                "insert into analysis (article, model, sentences, words, mentions) values (?, ?, ?, ?, ?)"
                " on conflict (article) do update set model = excluded.model, sentences = excluded.sentences,"
                " words = excluded.words, mentions = excluded.mentions",
                (
                    article,
                    run.model,
                    dump(analysis.sentences),
                    dump(analysis.words),
                    dump([(m.start, m.end, m.kind, m.label) for m in analysis.mentions]),
                ),
            )
        connection.execute("insert into run_article (article, run) values (?, ?)", (article, run.id))
        connection.executemany(
            "insert into proposal (run, event, article, type, status, start, end, trigger, arguments, confidence,"
            " evidence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_row(run.id, proposal) for proposal in kept],
        )


def live(connection: sqlite3.Connection, article: str, extractor: str | None = None) -> list[RunProposal]:
    """The live proposals for the article, of one extractor or of all; newest run first."""
    rows = connection.execute(
        "select * from live_proposal where article = ?1 and (?2 is null or extractor = ?2)"
        " order by run desc, start, end",
        (article, extractor),
    )
    return [_run_proposal(row) for row in rows]


def has_candidates(connection: sqlite3.Connection, extractor: str | None) -> bool:
    """Whether any proposal is live, of one extractor or of all."""
    row = connection.execute("select 1 from live_proposal where ?1 is null or extractor = ?1 limit 1", (extractor,))
    return row.fetchone() is not None


def covers(connection: sqlite3.Connection, article: str, extractor: str) -> bool:
    """Whether a run of the extractor has finished the article."""
    row = connection.execute("select 1 from live_run where article = ? and extractor = ?", (article, extractor))
    return row.fetchone() is not None


def shown(connection: sqlite3.Connection, run: str, event: str) -> RunProposal | None:
    """One run's version of an event, live or not."""
    row = connection.execute(
        "select proposal.*, extractor from proposal join run on run.id = run where run = ? and event = ?", (run, event)
    ).fetchone()
    return _run_proposal(row) if row else None


def proposed(connection: sqlite3.Connection, event: str) -> RunProposal | None:
    """The newest run's version of an event, live or not; None where no run proposed it."""
    row = connection.execute("select run from proposal where event = ? order by run desc limit 1", (event,)).fetchone()
    return shown(connection, row["run"], event) if row else None


def extractors(connection: sqlite3.Connection) -> list[str]:
    """Every extractor that has proposed anything, by name."""
    return [row[0] for row in connection.execute("select distinct extractor from run order by extractor")]


def imported(connection: sqlite3.Connection, extractor: str, rules: str) -> bool:
    """Whether a run of the extractor with these rules (an imported file's hash) is there."""
    row = connection.execute("select 1 from run where extractor = ? and rules = ?", (extractor, rules)).fetchone()
    return row is not None


def _checked(connection: sqlite3.Connection, article: str, proposals: Sequence[Proposal]) -> Iterable[Proposal]:
    (text,) = connection.execute("select text from article where id = ?", (article,)).fetchone() or ("",)
    best: dict[str, Proposal] = {}
    for proposal in proposals:
        event = proposal.event
        if event.article != article:
            raise SpanError(f"a proposal for article {event.article} is among those for article {article}")
        event.check(text)
        if event.id not in best or best[event.id].confidence < proposal.confidence:
            best[event.id] = proposal
    return best.values()


def _row(run: str, proposal: Proposal) -> tuple[object, ...]:
    event = proposal.event
    trigger = event.trigger
    return (
        run,
        event.id,
        event.article,
        event.type,
        event.status,
        trigger.start,
        trigger.end,
        trigger.text,
        dump(arguments_form(event.arguments)),
        proposal.confidence,
        dump(dict(proposal.evidence)),
    )


def _run_proposal(row: sqlite3.Row) -> RunProposal:
    event = Event(
        row["article"],
        row["type"],
        Span(row["start"], row["end"], row["trigger"]),
        row["status"],
        arguments_from(cast("list[ArgumentForm]", json.loads(row["arguments"]))),
    )
    evidence = cast("dict[str, str]", json.loads(row["evidence"]))
    return RunProposal(Proposal(event, row["confidence"], evidence), row["event"], row["run"], row["extractor"])
