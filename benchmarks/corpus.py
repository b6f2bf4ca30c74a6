"""A database as large as one wishes, of invented news: what the measurements of latency, start and memory work on.

Rows are inserted as they are, without the library's checks, in the order in which SQLite is fastest. The stories are a
few, told again under headlines of their own; some of the first ones are decided, so that there is a past to undo.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from annotations import ontology
from annotations.extraction.builtin import MakeRules
from annotations.model import Argument, Event, Span, content_id, event_id
from annotations.store.connection import close, open_database, transaction
from annotations.store.forms import Verdict, arguments_form, dump, verdict_form
from annotations.store.identifiers import moment

REVIEWER = "ana"
STORIES = 64
"""How many stories are told again and again."""
DIGITS = 7
"""Of the number in a headline: all headlines are of one length, so that a story's offsets are the same under each."""
CACHE_KIB = 400_000
"""SQLite's cache while the database is made."""

_ACTORS = ("Gunners", "The northern council", "Harbour pilots", "Two brigades", "The mayor of Lind", "Envoys")
_VERBS = ("shelled", "met", "left", "seized", "praised", "blocked", "joined", "searched")
_TARGETS = (
    "the harbour",
    "the ferry landing",
    "a convoy near Olmo",
    "the old mill",
    "three depots",
    "the eastern road",
)
_TAILS = ("on Monday", "after two days of talks", "while residents slept", "before the truce of Varn took hold")


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a story: offsets are the article's."""

    type: str
    status: str
    trigger: Span
    arguments: str
    """JSON."""
    confidence: float


@dataclass(frozen=True, slots=True)
class Story:
    """What stands below a headline, and what a parser and an extractor made of it."""

    text: str
    zones: tuple[tuple[int, int, str], ...]
    sentences: str
    """JSON, as are the words and the mentions."""
    words: str
    mentions: str
    events: tuple[Told, ...]


def make(path: Path, *, articles: int, candidates: int, lines: int, decided: int = 0) -> int:
    """A database of so many articles, each with so many lines and candidates; how many candidates there are in all.

    The candidates of the first ``decided`` articles are accepted by `REVIEWER`.
    """
    random = Random(4)
    stories = [_story(random, lines, candidates) for _ in range(min(STORIES, articles))]
    numbered = sorted((content_id(_text(number, stories)), number) for number in range(articles))
    connection = open_database(path, create=True)
    connection.execute("pragma synchronous = off")
    connection.execute(f"pragma cache_size = -{CACHE_KIB}")
    connection.execute("begin")
    run = _begin(connection, articles)
    for table, rows in (
        ("article", _articles(numbered, stories)),
        ("zone", ((one, *zone) for one, number in numbered for zone in _of(number, stories).zones)),
        ("occurrence", (("corpus", number * 10**6, (number + 1) * 10**6, one) for one, number in numbered)),
        ("analysis", (_analysis(one, _of(number, stories)) for one, number in numbered)),
        ("run_article", ((one, run) for one, _ in numbered)),
        ("proposal", (row for one, number in numbered for row in _proposals(one, run, _of(number, stories)))),
        ("decision", _decisions({number: one for one, number in numbered if number < decided}, run, stories)),
    ):
        _insert(connection, table, rows)
    _insert(connection, "place", [(REVIEWER, None, None)])
    connection.execute("commit")
    close(connection)
    return sum(len(_of(number, stories).events) for number in range(articles))


def leave_at(path: Path, number: int) -> None:
    """Have the reviewer have left at the beginning of the article of this number."""
    with closing(open_database(path)) as connection, transaction(connection):
        connection.execute(
            "update place set article = (select id from article where seq = ?), subject = null", (number + 1,)
        )


def _insert(
    connection: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]] | list[tuple[object, ...]]
) -> None:
    columns = len(connection.execute(f"pragma table_info({table})").fetchall())
    connection.executemany(f"insert into {table} values ({', '.join('?' * columns)})", rows)


def _of(number: int, stories: list[Story]) -> Story:
    return stories[number % len(stories)]


def headline(number: int) -> str:
    """What the article of this number begins with."""
    return f"Report {number:0{DIGITS}} from the northern coast"


def _text(number: int, stories: list[Story]) -> str:
    return f"{headline(number)}\n\n{_of(number, stories).text}"


def _story(random: Random, lines: int, candidates: int) -> Story:
    """A story of so many lines, the events spread evenly over them."""
    known = ontology.load()
    kinds, statuses = list(known.types.values()), list(known.statuses)
    start = len(headline(0)) + 2
    zones, sentences, words, mentions, events, told = [(0, start - 2, "headline")], [], [], [], [], []
    at = start
    for line in range(lines):
        parts = [random.choice(choices) for choices in (_ACTORS, _VERBS, _TARGETS, _TAILS)]
        sentence = " ".join(parts) + "."
        spans, begin = [], at
        for part in parts:
            spans.append(Span(begin, begin + len(part), part))
            begin += len(part) + 1
        zones.append((at, at + len(sentence), "body"))
        sentences.append((at, at + len(sentence)))
        words += _words(sentence, at)
        mentions += [(span.start, span.end, "noun_phrase", "") for span in (spans[0], spans[2])]
        if (line + 1) * candidates // lines > line * candidates // lines:
            kind = random.choice(kinds)
            arguments = tuple(map(Argument, (spans[0], spans[2], spans[3]), kind.roles))
            events.append(
                Told(
                    kind.name,
                    random.choice(statuses),
                    spans[1],
                    dump(arguments_form(arguments)),
                    round(random.random(), 3),
                )
            )
        told.append(sentence)
        at += len(sentence) + 1
    return Story(
        text="\n".join(told),
        zones=tuple(zones),
        sentences=dump(sentences),
        words=dump(words),
        mentions=dump(mentions),
        events=tuple(events),
    )


def _words(sentence: str, at: int) -> list[tuple[int, int]]:
    found = []
    for word in sentence[:-1].split():
        found.append((at, at + len(word)))
        at += len(word) + 1
    return [*found, (at - 1, at)]


def _begin(connection: sqlite3.Connection, articles: int) -> str:
    """The source, and a run of the built-in extractor as it is now: nothing is left for it to do."""
    _insert(connection, "source", [("corpus", "corpus.txt", "utf-8", articles * 10**6, moment(_id("run", 0)))])
    known = ontology.load()
    extractor = MakeRules(known.folder).identity()
    assert extractor is not None, "the pipeline that goldwire brings is installed"
    run = _id("run", 0)
    identity = (extractor.name, extractor.version, extractor.model, extractor.rules_hash)
    _insert(connection, "run", [(run, *identity, known.id, moment(run))])
    return run


def _id(kind: str, number: int) -> str:
    """A sortable id of the right form: ten digits of time, sixteen that tell apart."""
    return f"01K{number:07}" + hashlib.sha256(f"{kind}{number}".encode()).hexdigest()[:16].upper()


def _articles(numbered: list[tuple[str, int]], stories: list[Story]) -> Iterator[tuple[object, ...]]:
    for one, number in numbered:
        yield one, number + 1, headline(number), one, "OLMO", None, "Northern Wire", None, None, _text(number, stories)


def _analysis(article: str, story: Story) -> tuple[object, ...]:
    return article, "invented 1.0", story.sentences, story.words, story.mentions


def _proposals(article: str, run: str, story: Story) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for one in story.events:
        trigger = one.trigger
        event = event_id(article, trigger.start, trigger.end, one.type)
        place = (trigger.start, trigger.end, trigger.text)
        rows.append(
            (article, run, event, one.type, one.status, *place, one.arguments, one.confidence, '{"rule":"told"}')
        )
    rows.sort(key=lambda row: str(row[2]))
    return rows


def _decisions(decided: dict[int, str], run: str, stories: list[Story]) -> Iterator[tuple[object, ...]]:
    """Every event of the decided articles accepted, then the article complete."""
    count = 0
    for number, article in sorted(decided.items()):
        states = []
        for one in _of(number, stories).events:
            event = Event(article, one.type, one.trigger, one.status)
            states.append((event.id, "verdict", dump(verdict_form(Verdict("accept", event))), run))
        for subject, facet, state, shown in [*states, (article, "complete", "true", None)]:
            count += 1
            identifier = _id("decision", count)
            row = (identifier, REVIEWER, article, subject, facet, "do", None, state, None, shown, "text", 900)
            yield *row, moment(identifier)
