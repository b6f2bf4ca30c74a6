"""Invented articles, events in them, and the short ways to put both into a database."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.model import Article, Event, Occurrence, Proposal, Run, Source, SourceText, Zone
from annotations.store import decisions, runs, sources
from annotations.store.decisions import Change, Decision
from annotations.store.forms import Verdict, VerdictName, dump, verdict_form
from tests.events import event

FERRY = "Ferry talks resume in Lind\nEnvoys met on Friday and agreed a truce."
HARBOUR = "Shells hit Olmo harbour\nGunners shelled Olmo and killed two dockers near the mole."
BRIDGE = "Army retakes Sund bridge\nTroops seized the bridge after a long battle."
ARTICLES = (FERRY, HARBOUR, BRIDGE)


def article(text: str) -> Article:
    """An article whose first line is the headline and whose rest is body."""
    title, _, body = text.partition("\n")
    zones = [Zone(0, len(title), "headline")]
    if body:
        zones.append(Zone(len(title) + 1, len(text), "body"))
    return Article(text, tuple(zones), title)


def source(label: str, *texts: str, id: str | None = None) -> SourceText:
    """A source that holds the articles one after the other, an empty line between them."""
    placed, at = [], 0
    identifier = id or f"sha256 of {label}"
    for text in texts:
        placed.append((article(text), Occurrence(identifier, at, at + len(text))))
        at += len(text) + 2
    return SourceText(Source(identifier, label, "utf-8", max(0, at - 2)), tuple(placed))


def add(connection: sqlite3.Connection, *texts: str, label: str = "wire.txt") -> list[str]:
    """Import the articles as one source; their ids."""
    text = source(label, *texts)
    sources.add(connection, text)
    return [one.id for one, _ in text.articles]


SHELLED = event(HARBOUR, "shelled", "Attack.Shelling", actor="Gunners", target="Olmo")
KILLED = event(HARBOUR, "killed", "Harm.Kill", target="dockers", count="two")
MET = event(FERRY, "met", "Diplomacy.Meet", actor="Envoys")
AGREED = event(FERRY, "agreed", "Ceasefire.Agree", item="truce")
SEIZED = event(BRIDGE, "seized", "Territory.Seize", actor="Troops")


def begin(connection: sqlite3.Connection, rules: str = "r1", extractor: str = "rules") -> Run:
    """Begin a run."""
    return runs.begin(connection, extractor=extractor, version="1", model="m", rules=rules, ontology="conflict/1")


def extract(
    connection: sqlite3.Connection,
    events: Iterable[Event],
    rules: str = "r1",
    extractor: str = "rules",
    articles: Sequence[str] = ARTICLES,
) -> Run:
    """A run over the articles with these texts, as far as the database has them, that proposes the events."""
    run = begin(connection, rules, extractor)
    proposed = list(events)
    for text in articles:
        identifier = article(text).id
        if connection.execute("select 1 from article where id = ?", (identifier,)).fetchone():
            own = [Proposal(each, 0.5, {"rule": rules}) for each in proposed if each.article == identifier]
            runs.save(connection, run, identifier, own)
    return run


def ruling(
    event: Event,
    verdict: VerdictName = "accept",
    subject: str | None = None,
    reason: str | None = None,
    run: Run | None = None,
) -> Change:
    """The change that makes ``verdict`` the verdict of an event."""
    state = dump(verdict_form(Verdict(verdict, event, reason)))
    return Change(event.article, subject or event.id, "verdict", state, run=run.id if run else None)


def decide(
    connection: sqlite3.Connection,
    event: Event,
    verdict: VerdictName = "accept",
    reviewer: str = "ana",
    subject: str | None = None,
) -> Decision:
    """Append one verdict."""
    return decisions.append(connection, reviewer, [ruling(event, verdict, subject)])[0]


def flag(event: Event, on: bool = True) -> Change:
    """The change that flags an event."""
    return Change(event.article, event.id, "flag", dump(on))


def comment(event: Event, text: str) -> Change:
    """The change that comments on an event."""
    return Change(event.article, event.id, "comment", dump(text))


def complete(text: str) -> Change:
    """The change that says that an article was read to the end."""
    identifier = article(text).id
    return Change(identifier, identifier, "complete", dump(True))


def denied(event: Event) -> Event:
    """The same event with another status: the same id."""
    return replace(event, status="denied")


def retyped(event: Event, event_type: str) -> Event:
    """The same trigger with another type: another id."""
    return replace(event, type=event_type, arguments=())
