"""A small database to review, of two invented articles and a run over both; and drafts of invented events."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.articles.zones import zones
from annotations.model import Analysis, Article, Occurrence, Proposal, Source, SourceText
from annotations.ontology import Ontology
from annotations.review.draft import Draft
from annotations.review.session import ReviewSession
from annotations.store import runs, sources
from annotations.store.connection import close, open_database
from tests.events import event

from .invented import ANALYSIS, SHELLING, TEXT

FIRST = (
    "Militia shells harbour town\n\n"
    "By Ada Quill\n\n"
    "OLMO (Northern Wire) – Gunners shelled the harbour on Monday and killed two dockers.\n\n"
    "Both sides met in Lind. The mayor urged a truce.\n\n"
    "(Reporting by Ada Quill)"
)
SECOND = "Ferry talks resume in Lind\n\nEnvoys met on Friday.\n\n(Reporting by Ada Quill)"

Propose = Callable[..., Proposal]


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Every run of letters: enough for a test."""
    found, start = [], None
    for at, character in enumerate(text + " "):
        if character.isalnum() and start is None:
            start = at
        elif not character.isalnum() and start is not None:
            found.append((start, at))
            start = None
    return tuple(found)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Headline and body lines, cut after full stops."""
    cut = []
    for line in ("Militia", "OLMO", "Both", "The mayor", "Ferry", "Envoys"):
        start = text.find(line)
        if start >= 0:
            stops = [at for at in (text.find(". ", start), text.find("\n", start)) if at >= 0]
            cut.append((start, min(stops, default=len(text))))
    return tuple(sorted(cut))


def article(text: str) -> Article:
    return Article(text, zones(text), text.split("\n", maxsplit=1)[0])


def proposals(one: Article) -> list[Proposal]:
    """What the extractor proposes for one of the two articles."""
    if one.text == SECOND:
        events = [event(one.text, "talks", "Diplomacy.Meet"), event(one.text, "met", "Diplomacy.Meet", actor="Envoys")]
    else:
        events = [
            event(one.text, "shells", "Attack.Shelling", actor="Militia"),
            event(one.text, "shelled", "Attack.Shelling", actor="Gunners", target="harbour", time="Monday"),
            event(one.text, "killed", "Harm.Kill", target="dockers", count="two"),
            event(one.text, "met", "Diplomacy.Meet", actor="Both sides", place="Lind"),
            event(one.text, "urged", "Statement.Demand", actor="mayor", item="truce"),
        ]
    return [Proposal(found, 0.5) for found in events]


def extract(connection: sqlite3.Connection, articles: list[Article], made: list[list[Proposal]], rules: str) -> None:
    """Record a run of the extractor over the articles."""
    run = runs.begin(connection, extractor="rules", version="1", model="m", rules=rules, ontology="conflict/1")
    for one, found in zip(articles, made, strict=True):
        runs.save(connection, run, one.id, found, Analysis(sentences(one.text), words(one.text)))


@pytest.fixture
def first() -> Article:
    return article(FIRST)


@pytest.fixture
def second() -> Article:
    return article(SECOND)


@pytest.fixture
def database(tmp_path: Path, first: Article, second: Article) -> Path:
    """A database with both articles and one run over them."""
    path = tmp_path / "goldwire.db"
    connection = open_database(path, create=True)
    for name, one in (("a.txt", first), ("b.txt", second)):
        source = Source(name, name, "utf-8", len(one.text))
        sources.add(connection, SourceText(source, ((one, Occurrence(name, 0, len(one.text))),)))
    extract(connection, [first, second], [proposals(first), proposals(second)], "r1")
    close(connection)
    return path


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(database)
    yield opened
    close(opened)


class Reviewer:
    """Someone who looks at each candidate before pressing a key; the clock ticks once a key."""

    def __init__(self, session: ReviewSession) -> None:
        self.session = session
        self.clock = 0.0

    def look(self) -> float:
        self.clock += 1
        self.session.shown(self.clock)
        self.clock += 1
        return self.clock

    def states(self) -> list[str]:
        return [candidate.state for candidate in self.session.candidates]


@pytest.fixture
def ana(connection: sqlite3.Connection, conflict: Ontology) -> Reviewer:
    """A reviewer who has just begun."""
    return Reviewer(ReviewSession(connection, conflict, "ana"))


@pytest.fixture
def draft(conflict: Ontology) -> Draft:
    """The shelling, opened for editing."""
    return Draft.edit(SHELLING, TEXT, ANALYSIS, conflict)


@pytest.fixture
def blank(conflict: Ontology) -> Draft:
    """A missed event of the first sentence."""
    return Draft.insert(0, TEXT, ANALYSIS, conflict)
