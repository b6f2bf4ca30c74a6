"""Exports: the same gold is the same bytes, and what goes out comes in again as the same gold."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.errors import StoreError
from annotations.formats import writing
from annotations.formats.exporting import candidate_records, gold_records
from annotations.formats.importing import Manner, import_files
from annotations.formats.reading import read_stream
from annotations.formats.record import Annotation, Record
from annotations.model import Article, Event, Proposal
from annotations.ontology import Ontology
from annotations.store import decisions, runs
from annotations.store.connection import close, open_database
from annotations.store.decisions import Change, Facet
from annotations.store.forms import Verdict, VerdictName, dump, verdict_form
from tests.stories import BRIDGE, DAM, FERRY, FREED, KILLED, MARCHED, RELEASED, SEIZED, URGED, as_json, line, write

STORIES = (BRIDGE, FERRY, DAM)
EVENTS = (SEIZED, KILLED, URGED, MARCHED, FREED, RELEASED)

Open = Callable[[], sqlite3.Connection]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Open]:
    """Opens a fresh database each time."""
    opened: list[sqlite3.Connection] = []

    def fresh() -> sqlite3.Connection:
        opened.append(open_database(tmp_path / f"{len(opened)}.db", create=True))
        return opened[-1]

    yield fresh
    for connection in opened:
        close(connection)


@pytest.fixture
def connection(database: Open, tmp_path: Path, conflict: Ontology) -> sqlite3.Connection:
    """A database with three articles from two sources, one of them in both."""
    return stocked(database(), tmp_path, conflict)


def stocked(connection: sqlite3.Connection, tmp_path: Path, conflict: Ontology) -> sqlite3.Connection:
    files = write(tmp_path / "b.txt", BRIDGE, "\n\n", FERRY), write(tmp_path / "a.txt", DAM, "\n\n", FERRY)
    list(import_files(connection, map(str, files), conflict))
    return connection


def decide(connection: sqlite3.Connection, event: Event, name: VerdictName, reviewer: str = "ana", **more: str) -> None:
    state = dump(verdict_form(Verdict(name, event, more.get("reason"))))
    change = Change(event.article, more.get("subject", event.id), "verdict", state, run=more.get("run"))
    decisions.append(connection, reviewer, [change])


def say(connection: sqlite3.Connection, article: str, subject: str, facet: Facet, state: object) -> None:
    decisions.append(connection, "ana", [Change(article, subject, facet, dump(state))])


def propose(connection: sqlite3.Connection, rules: str, *events: Event, confidence: float = 0.5) -> str:
    """A run of the extractor over every article; its id."""
    run = runs.begin(connection, extractor="rules", version="1", model="m", rules=rules, ontology="conflict/1")
    for story in STORIES:
        article = Article(story).id
        runs.save(connection, run, article, [Proposal(each, confidence) for each in events if each.article == article])
    return run.id


def exported(connection: sqlite3.Connection, ontology: Ontology, reviewer: str = "ana") -> bytes:
    stream = BytesIO()
    writing.write(gold_records(connection, ontology, reviewer), stream)
    return stream.getvalue()


def take(connection: sqlite3.Connection, ontology: Ontology, content: bytes, manner: Manner) -> None:
    (result,) = import_files(connection, ["-"], ontology, manner, BytesIO(content))
    assert not isinstance(result, Exception), result


def test_gold_carries_where_it_stands_who_decided_and_what_was_proposed(
    connection: sqlite3.Connection, conflict: Ontology
) -> None:
    run = propose(connection, "r1", KILLED, confidence=0.25)
    edited = replace(KILLED, status="denied")
    decide(connection, edited, "edit", subject=KILLED.id, run=run)
    say(connection, KILLED.article, KILLED.id, "flag", True)
    say(connection, KILLED.article, KILLED.id, "comment", "see paragraph 2")
    (record,) = gold_records(connection, conflict, "ana")
    assert (record.source, record.start, record.end) == ("b.txt", 0, len(BRIDGE))
    assert (record.ontology, record.complete) == ("conflict/1", False)
    (annotation,) = record.events
    moment = annotation.decided_at
    assert moment is not None
    assert moment.endswith("Z")
    assert annotation == Annotation(edited, "rules", 0.25, "edit", "ana", moment, comment="see paragraph 2", flag=True)


def test_an_article_found_twice_says_so_once(connection: sqlite3.Connection, conflict: Ontology) -> None:
    decide(connection, MARCHED, "accept")
    (record,) = gold_records(connection, conflict, "ana")
    assert record.source == "a.txt"
    assert [place.source for place in record.also] == ["b.txt"]


def test_rejected_and_skipped_events_stand_apart(connection: sqlite3.Connection, conflict: Ontology) -> None:
    decide(connection, SEIZED, "accept")
    decide(connection, KILLED, "reject", reason="background")
    decide(connection, URGED, "skip")
    (record,) = gold_records(connection, conflict, "ana")
    assert [each.event for each in record.events] == [SEIZED]
    assert [(each.event, each.reason) for each in record.rejected] == [(KILLED, "background")]
    assert [each.event for each in record.skipped] == [URGED]


def test_a_rejected_event_that_another_candidate_became_is_gold(
    connection: sqlite3.Connection, conflict: Ontology
) -> None:
    decide(connection, SEIZED, "reject")
    decide(connection, SEIZED, "edit", subject="another candidate")
    (record,) = gold_records(connection, conflict, "ana")
    assert ([each.event for each in record.events], record.rejected) == ([SEIZED], ())


def test_what_was_taken_back_leaves_no_trace(connection: sqlite3.Connection, conflict: Ontology) -> None:
    decide(connection, SEIZED, "accept")
    before = exported(connection, conflict)
    decide(connection, MARCHED, "reject")
    say(connection, FREED.article, FREED.article, "complete", True)
    assert exported(connection, conflict) != before
    decisions.undo(connection, "ana")
    decisions.undo(connection, "ana")
    assert exported(connection, conflict) == before


def test_a_complete_article_without_events_is_gold_too(connection: sqlite3.Connection, conflict: Ontology) -> None:
    say(connection, FREED.article, FREED.article, "complete", True)
    (record,) = gold_records(connection, conflict, "ana")
    assert (record.complete, record.events) == (True, ())


def test_candidates_are_what_the_newest_run_over_each_article_proposed(
    connection: sqlite3.Connection, conflict: Ontology
) -> None:
    propose(connection, "r1", SEIZED, KILLED)
    propose(connection, "r2", replace(SEIZED, status="denied"), MARCHED)
    records = {record.article.text: record for record in candidate_records(connection, conflict, "rules")}
    assert [each.event.status for each in records[BRIDGE].events] == ["denied"]
    assert [(each.event, each.extractor, each.confidence) for each in records[FERRY].events] == [
        (MARCHED, "rules", 0.5)
    ]
    assert records[DAM].events == ()
    assert {record.complete for record in records.values()} == {None}


def test_candidates_of_an_unknown_extractor_are_refused(connection: sqlite3.Connection, conflict: Ontology) -> None:
    with pytest.raises(StoreError, match="`goldwire extract`"):
        list(candidate_records(connection, conflict, "rules"))
    propose(connection, "r1")
    with pytest.raises(StoreError, match="extractors here: rules"):
        list(candidate_records(connection, conflict, "mine"))


def test_candidates_come_in_again_as_the_same_predictions(
    connection: sqlite3.Connection, database: Open, conflict: Ontology
) -> None:
    said = line(BRIDGE, as_json(SEIZED, confidence=0.3), as_json(KILLED)) + line(DAM, as_json(FREED))
    take(connection, conflict, said.encode(), Manner(extractor="mine"))
    first, second = BytesIO(), BytesIO()
    writing.write(candidate_records(connection, conflict, "mine"), first)
    assert b'"confidence": 0.3' in first.getvalue()
    assert b'"confidence": 1.0' not in first.getvalue()
    fresh = database()
    take(fresh, conflict, first.getvalue(), Manner(extractor="mine"))
    writing.write(candidate_records(fresh, conflict, "mine"), second)
    assert second.getvalue() == first.getvalue()


# Round trips


def essence(record: Record) -> tuple[object, ...]:
    """All of a record but what an import makes anew: when, how and on whose proposal an event was decided."""
    lists: list[set[tuple[object, ...]]] = []
    for annotations in (record.events, record.rejected, record.skipped):
        lists.append(
            {
                (
                    replace(each.event, arguments=tuple(sorted(each.event.arguments))),
                    each.comment,
                    each.flag,
                    each.reason,
                )
                for each in annotations
            }
        )
    return record.article, record.complete, tuple(record.places()), *map(frozenset, lists)


verdict_names = st.sampled_from(("accept", "add", "reject", "skip"))
acts = st.lists(
    st.one_of(
        st.tuples(st.just("verdict"), st.sampled_from(EVENTS), verdict_names, st.sampled_from((None, "other"))),
        st.tuples(st.just("flag"), st.sampled_from(EVENTS)),
        st.tuples(st.just("comment"), st.sampled_from(EVENTS), st.text("a𝛼\n\x1b[", min_size=1, max_size=5)),
        st.tuples(st.just("complete"), st.sampled_from(EVENTS)),
        st.just(("undo",)),
        st.just(("redo",)),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=acts)
def test_gold_that_goes_out_comes_in_again(
    tmp_path: Path, database: Open, conflict: Ontology, acts: list[tuple[object, ...]]
) -> None:
    connection = stocked(database(), tmp_path, conflict)
    for act in acts:
        match act:
            case ("verdict", Event() as event, str(name), reason):
                reasons = {"reason": str(reason)} if name == "reject" and reason else {}
                decide(connection, event, name, **reasons)  # type: ignore[arg-type]
            case ("flag", Event() as event):
                say(connection, event.article, event.id, "flag", True)
            case ("comment", Event() as event, str(text)):
                say(connection, event.article, event.id, "comment", text)
            case ("complete", Event() as event):
                say(connection, event.article, event.article, "complete", True)
            case ("undo",):
                decisions.undo(connection, "ana")
            case _:
                decisions.redo(connection, "ana")
    out = exported(connection, conflict)
    assert exported(connection, conflict) == out
    if not out:
        return
    fresh = database()
    take(fresh, conflict, out, Manner(reviewer="ana"))
    again = exported(fresh, conflict)
    before, after = (read_stream(BytesIO(content), "x") for content in (out, again))
    assert list(map(essence, after)) == list(map(essence, before))
    take(fresh, conflict, out, Manner(reviewer="ana"))
    assert exported(fresh, conflict) == again


def test_after_one_round_only_the_moment_differs(
    connection: sqlite3.Connection, database: Open, conflict: Ontology
) -> None:
    decide(connection, SEIZED, "add")
    decide(connection, KILLED, "reject", reason="other")
    decide(connection, FREED, "skip")
    fresh = database()
    take(fresh, conflict, exported(connection, conflict), Manner(reviewer="ana"))

    def timeless(content: bytes) -> str:
        return re.sub('"decided_at": "[^"]*"', "", content.decode())

    assert timeless(exported(fresh, conflict)) == timeless(exported(connection, conflict))


def test_real_gold_goes_out_as_it_came(database: Open, shared: Path, conflict: Ontology) -> None:
    connection = database()
    content = (shared / "gold" / "dev.jsonl").read_bytes()
    take(connection, conflict, content, Manner(reviewer="ana"))
    came, went = (read_stream(BytesIO(each), "x") for each in (content, exported(connection, conflict)))
    in_order = sorted(came, key=lambda record: (record.source, record.start))
    for before, after in zip(in_order, went, strict=True):
        assert after.article.zones == before.article.zones
        assert [each.event.id for each in after.events] == [
            each.event.id for each in sorted(before.events, key=lambda each: (each.event.trigger, each.event.type))
        ]
        assert essence(replace(after, article=before.article)) == essence(before)
