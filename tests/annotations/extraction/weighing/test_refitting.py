"""Refitting the confidence from what was decided: what it learns from, what it makes of it, what it leaves alone."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import StoreError
from annotations.extraction.weighing import confidence, refitting
from annotations.extraction.weighing.calibration import Example
from annotations.extraction.weighing.confidence import Confidence, logistic
from annotations.extraction.weighing.refitting import ENOUGH, STRENGTH, Refit, by_rates, by_regression
from annotations.model import Event, Proposal
from annotations.ontology import Ontology
from annotations.store import decisions, runs
from annotations.store.connection import open_database
from annotations.store.forms import VerdictName
from tests.annotations.store import newsroom
from tests.annotations.store.newsroom import AGREED, FERRY, HARBOUR, KILLED, MET, SEIZED, SHELLED, decide
from tests.events import event

SHIPPED = {"bias": 1.9, "group=attack": -0.5}
RULES = {SHELLED: "attack/shell", KILLED: "harm/kill", MET: "talks/meet", AGREED: "truce/agree", SEIZED: "land/seize"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Three articles, and what the rules propose in them."""
    connection = open_database(tmp_path / "goldwire.db", create=True)
    newsroom.add(connection, *newsroom.ARTICLES)
    propose(connection, RULES)
    yield connection
    connection.close()


def propose(connection: sqlite3.Connection, events: Sequence[Event] | dict[Event, str]) -> None:
    run = newsroom.begin(connection)
    for text in newsroom.ARTICLES:
        identifier = newsroom.article(text).id
        own = [
            Proposal(each, 0.5, {"rule": RULES.get(each, "attack/raid"), "zone": "body"})
            for each in events
            if each.article == identifier
        ]
        runs.save(connection, run, identifier, own)


def refit(connection: sqlite3.Connection, conflict: Ontology) -> Refit:
    return refitting.refit(connection, conflict, "ana", "rules")


def example(group: str, right: bool, article: str = "a") -> Example:
    return Example(article, {"rule": f"{group}/x"}, right)


def expected(weights: dict[str, float], group: str) -> float:
    return Confidence(weights).of({"rule": f"{group}/x"})


# What it learns from


def test_without_decisions_it_says_so(database: sqlite3.Connection, conflict: Ontology) -> None:
    with pytest.raises(StoreError, match="ana has decided nothing that rules proposes"):
        refit(database, conflict)


def test_an_event_that_was_only_added_or_skipped_teaches_nothing(
    database: sqlite3.Connection, conflict: Ontology
) -> None:
    decide(database, event(FERRY, "resume", "Diplomacy.Meet"), "add")
    decide(database, MET, "skip")
    with pytest.raises(StoreError, match="nothing to refit"):
        refit(database, conflict)


@pytest.mark.parametrize(
    ("decided", "verdict", "right"),
    [
        (MET, "accept", 1),
        (newsroom.denied(MET), "edit", 1),
        (newsroom.retyped(MET, "Diplomacy.Agree"), "edit", 0),
        (MET, "reject", 0),
    ],
)
def test_right_is_what_keeps_its_trigger_and_type(
    database: sqlite3.Connection, conflict: Ontology, decided: Event, verdict: VerdictName, right: int
) -> None:
    decide(database, decided, verdict, subject=MET.id)
    found = refit(database, conflict)
    assert (found.fitted.judged, found.fitted.correct, found.fitted.complete) == (1, right, 0)


def test_in_a_complete_article_what_was_proposed_later_and_is_not_gold_is_wrong(
    database: sqlite3.Connection, conflict: Ontology
) -> None:
    decide(database, SHELLED)
    decide(database, KILLED, "reject")
    decisions.append(database, "ana", [newsroom.complete(HARBOUR)])
    propose(database, [SHELLED, event(HARBOUR, "hit", "Attack.Shelling")])
    found = refit(database, conflict).fitted
    assert (found.judged, found.correct, found.complete) == (2, 1, 1)


def test_others_decisions_do_not_count(database: sqlite3.Connection, conflict: Ontology) -> None:
    decide(database, MET)
    decide(database, AGREED, reviewer="ben")
    assert refit(database, conflict).fitted.judged == 1


def test_it_changes_nothing_that_was_decided_or_proposed(database: sqlite3.Connection, conflict: Ontology) -> None:
    decide(database, MET, "reject")
    before = list(database.iterdump())
    refit(database, conflict)
    assert list(database.iterdump()) == before


def test_it_starts_from_the_shipped_weights_each_time(database: sqlite3.Connection, conflict: Ontology) -> None:
    decide(database, MET, "reject")
    first = refit(database, conflict)
    assert refit(database, conflict) == first
    assert set(first.fitted.weights) >= set(confidence.load(conflict).weights)


def test_from_twenty_complete_articles_on_the_model_is_fitted(tmp_path: Path, conflict: Ontology) -> None:
    connection = open_database(tmp_path / "many.db", create=True)
    texts = [f"{HARBOUR}\nEdition {number}." for number in range(ENOUGH)]
    newsroom.add(connection, *texts)
    run = newsroom.begin(connection)
    for number, text in enumerate(texts):
        assert number == 0 or not refit(connection, conflict).by_model
        event = replace(SHELLED, article=newsroom.article(text).id)
        runs.save(connection, run, event.article, [Proposal(event, 0.5, {"rule": "attack/shell", "zone": "body"})])
        decide(connection, event, "accept" if number % 4 else "reject")
        decisions.append(connection, "ana", [newsroom.complete(text)])
    found = refit(connection, conflict)
    assert found.by_model
    assert (found.fitted.complete, found.fitted.judged, found.fitted.correct) == (20, 20, 15)
    connection.close()


# What it makes of few decisions


def test_a_rate_is_smoothed_by_what_the_shipped_weights_expect() -> None:
    prior = logistic(SHIPPED["bias"])
    weights = by_rates([example("harm", False)] * 10, SHIPPED)
    overall = prior * STRENGTH / (STRENGTH + 10)
    assert expected(weights, "unheard of") == pytest.approx(overall, abs=1e-3)
    assert expected(weights, "harm") == pytest.approx(overall * STRENGTH / (STRENGTH + 10), abs=1e-3)


def test_groups_are_told_apart() -> None:
    mixed = [example("harm", True)] * 30 + [example("attack", False)] * 30
    weights = by_rates(mixed, SHIPPED)
    assert expected(weights, "harm") > 0.8
    assert expected(weights, "attack") < 0.5


@given(st.integers(0, 60), st.integers(0, 60))
def test_one_more_that_is_right_never_lowers_the_confidence_and_one_that_is_wrong_never_raises_it(
    right: int, wrong: int
) -> None:
    before = [example("harm", True)] * right + [example("harm", False)] * wrong
    now = expected(by_rates(before, SHIPPED) if before else SHIPPED, "harm")
    assert expected(by_rates([*before, example("harm", True)], SHIPPED), "harm") >= now - 1e-3
    assert expected(by_rates([*before, example("harm", False)], SHIPPED), "harm") <= now + 1e-3


# What it makes of many


def test_many_decisions_make_the_confidence_what_they_say() -> None:
    many = [
        example(group, number % 10 < tenths, f"article {number % 25}")
        for group, tenths in (("harm", 9), ("attack", 5))
        for number in range(500)
    ]
    weights = by_regression(many, SHIPPED)
    assert expected(weights, "harm") == pytest.approx(0.9, abs=0.05)
    assert expected(weights, "attack") == pytest.approx(0.5, abs=0.05)


def test_what_they_do_not_speak_of_stays_as_it_was_shipped() -> None:
    many = [example("harm", number % 3 > 0, f"article {number % 25}") for number in range(100)]
    assert by_regression(many, SHIPPED)["group=attack"] == SHIPPED["group=attack"]
