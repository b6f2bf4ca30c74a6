"""Invented news in a real database, for the app to review."""

import re
import sqlite3
from pathlib import Path

from annotations.model import (
    Analysis,
    Article,
    Event,
    Mention,
    Occurrence,
    Proposal,
    Source,
    SourceText,
    Zone,
    ZoneName,
)
from annotations.store import runs, sources
from annotations.store.connection import close, open_database
from tests.events import event as event_of

FIRST = """Militia shells coastal town

By Ada Quill

OLMO (Northern Wire) – Gunners shelled the harbour on Monday and killed two dockers.

Both sides met in Lind. The mayor urged a truce.

(Reporting by Ada Quill)
"""
SECOND = """Ferry talks resume in Lind

Envoys met on Friday.

(Reporting by Ada Quill)
"""

Told = tuple[str, str, dict[str, str]]
"""A trigger, its type, and each role's words."""

FIRST_EVENTS: list[Told] = [
    ("shells", "Attack.Shelling", {"actor": "Militia"}),
    ("shelled", "Attack.Shelling", {"actor": "Gunners", "target": "harbour", "time": "Monday"}),
    ("killed", "Harm.Kill", {"target": "dockers", "count": "two"}),
    ("met", "Diplomacy.Meet", {"actor": "Both sides", "place": "Lind"}),
    ("urged", "Statement.Demand", {"actor": "mayor", "item": "truce"}),
]
SECOND_EVENTS: list[Told] = [
    ("talks", "Diplomacy.Meet", {}),
    ("met", "Diplomacy.Meet", {"actor": "Envoys"}),
]


def zones(text: str) -> tuple[Zone, ...]:
    """A zone for each line that is not blank: the first the headline, then body, byline and credit by their words."""
    found = []
    for line in re.finditer(r"[^\r\n]+", text):
        name: ZoneName = "body"
        if line.start() == 0:
            name = "headline"
        elif line[0].startswith("By "):
            name = "byline"
        elif line[0].startswith("("):
            name = "credit"
        found.append(Zone(line.start(), line.end(), name))
    return tuple(found)


def analysis(text: str) -> Analysis:
    """Sentences of headline and body, words, and every capitalised word as an entity."""
    sentences = []
    for zone in zones(text):
        if zone.zone in ("headline", "body"):
            line = text[zone.start : zone.end]
            sentences += [
                (zone.start + one.start(), zone.start + one.end()) for one in re.finditer(r"\S.*?(?:\.(?= |$)|$)", line)
            ]
    words = tuple(word.span() for word in re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]", text))
    mentions = tuple(Mention(*one.span(), "entity", "ORG") for one in re.finditer(r"\b[A-Z]\w+", text))
    return Analysis(tuple(sentences), words, mentions)


def event(article: Article, told: Told) -> Event:
    """What was told, as an event of the article."""
    trigger, event_type, roles = told
    return event_of(article.text, trigger, event_type, **roles)


def add(
    connection: sqlite3.Connection,
    text: str,
    events: list[Event] | list[Told],
    *,
    source: str | None = None,
    extractor: str = "desk",
) -> Article:
    """Put an article with its candidates into the database."""
    article = Article(text, zones(text), text.split("\n", maxsplit=1)[0].strip())
    imported = Source(article.id, source or f"{article.id}.txt", "utf-8", len(text))
    sources.add(connection, SourceText(imported, ((article, Occurrence(article.id, 0, len(text))),)))
    run = runs.begin(connection, extractor=extractor, version="1", model="m", rules="r1", ontology="conflict/1")
    proposals = [Proposal(one if isinstance(one, Event) else event(article, one), 0.83) for one in events]
    runs.save(connection, run, article.id, proposals, analysis(text))
    return article


def build(path: Path, *articles: tuple[str, list[Told]]) -> Path:
    """A database with these articles; by default the two above."""
    connection = open_database(path, create=True)
    for text, events in articles or ((FIRST, FIRST_EVENTS), (SECOND, SECOND_EVENTS)):
        add(connection, text, events)
    close(connection)
    return path
