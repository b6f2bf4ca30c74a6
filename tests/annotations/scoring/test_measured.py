"""An extractor by the database's gold: recall from complete articles only, precision so far from what is decided."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

import pytest

from annotations.errors import StoreError
from annotations.model import Article, Event, Proposal
from annotations.ontology import Ontology
from annotations.scoring.measured import Measured, measure
from annotations.store import decisions, runs
from annotations.store.decisions import Change
from annotations.store.forms import Verdict, VerdictName, dump, verdict_form
from tests.annotations.scoring.conftest import STORIES
from tests.stories import BRIDGE, DAM, FERRY, FREED, KILLED, MARCHED, RELEASED, SEIZED, URGED


def propose(connection: sqlite3.Connection, *events: Event, over: Sequence[str] = STORIES, rules: str = "r1") -> str:
    run = runs.begin(connection, extractor="rules", version="1", model="m", rules=rules, ontology="conflict/1")
    for text in over:
        article = Article(text).id
        runs.save(connection, run, article, [Proposal(each, 0.5) for each in events if each.article == article])
    return run.id


def decide(
    connection: sqlite3.Connection,
    name: VerdictName,
    event: Event,
    subject: Event | None = None,
    order: str | None = "text",
) -> None:
    state = dump(verdict_form(Verdict(name, event)))
    change = Change(event.article, (subject or event).id, "verdict", state, queue_order=order)
    decisions.append(connection, "ana", [change])


def complete(connection: sqlite3.Connection, text: str) -> None:
    article = Article(text).id
    decisions.append(connection, "ana", [Change(article, article, "complete", "true")])


@pytest.fixture
def measured(connection: sqlite3.Connection, conflict: Ontology) -> "Measurer":
    return Measurer(connection, conflict)


class Measurer:
    """Measures the extractor by ana's gold."""

    def __init__(self, connection: sqlite3.Connection, ontology: Ontology) -> None:
        self.connection, self.ontology = connection, ontology

    def __call__(self, extractor: str = "rules") -> Measured:
        return measure(self.connection, self.ontology, "ana", extractor)


def test_recall_comes_from_complete_articles_only(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, MARCHED)
    decide(connection, "accept", SEIZED)
    decide(connection, "add", KILLED)
    complete(connection, BRIDGE)
    decide(connection, "accept", MARCHED)
    scores = measured().scores
    assert (scores.articles, scores.left_out) == (1, 1)
    count = scores.micro["TC"]
    assert (count.gold, count.predicted, count.correct) == (2, 1, 1)
    assert measured().so_far.micro["TC"].predicted == 2


def test_a_later_proposal_in_a_complete_article_is_wrong_at_once(
    connection: sqlite3.Connection, measured: Measurer
) -> None:
    propose(connection, SEIZED)
    decide(connection, "accept", SEIZED)
    complete(connection, BRIDGE)
    propose(connection, SEIZED, URGED, rules="r2")
    found = measured()
    assert found.scores.micro["TC"].precision == 0.5
    assert (found.so_far.decided, found.so_far.undecided) == (1, 1)


def test_a_complete_article_that_the_extractor_never_saw_counts_as_missed(
    connection: sqlite3.Connection, measured: Measurer
) -> None:
    propose(connection, over=[FERRY])
    decide(connection, "add", RELEASED)
    complete(connection, DAM)
    scores = measured().scores
    assert (scores.unmatched, scores.micro["TI"].recall) == (1, 0.0)


def test_sources_of_one_name_are_not_mixed_up(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, MARCHED, RELEASED)
    decide(connection, "accept", SEIZED)
    complete(connection, BRIDGE)
    assert measured().scores.micro["TC"].correct == 1


def test_an_edited_candidate_is_compared_with_the_event_as_decided(
    connection: sqlite3.Connection, measured: Measurer
) -> None:
    propose(connection, KILLED)
    decide(connection, "edit", replace(KILLED, arguments=KILLED.arguments[:1]))
    so_far = measured().so_far
    assert (so_far.micro["TC"].correct, so_far.micro["AC"].predicted, so_far.micro["AC"].correct) == (1, 2, 1)
    assert so_far.verdicts["edit"] == 1


def test_rejected_is_wrong_and_skipped_is_undecided(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, KILLED, URGED)
    decide(connection, "reject", SEIZED)
    decide(connection, "skip", KILLED)
    so_far = measured().so_far
    assert (so_far.decided, so_far.undecided, so_far.micro["TI"].correct) == (1, 2, 0)
    assert so_far.verdicts == {"accept": 0, "edit": 0, "reject": 1, "skip": 1}


def test_an_addition_decides_an_equal_candidate(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, KILLED)
    decide(connection, "add", SEIZED)
    decide(connection, "add", replace(KILLED, status="denied"))
    assert measured().so_far.verdicts == {"accept": 1, "edit": 1, "reject": 0, "skip": 0}


def test_what_another_candidate_was_edited_into_decides_an_equal_one(
    connection: sqlite3.Connection, measured: Measurer
) -> None:
    propose(connection, SEIZED)
    decide(connection, "edit", SEIZED, subject=URGED)
    assert measured().so_far.verdicts["accept"] == 1


def test_only_the_newest_run_is_measured(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, KILLED)
    decide(connection, "reject", KILLED)
    propose(connection, SEIZED, rules="r2")
    assert (measured().so_far.decided, measured().so_far.undecided) == (0, 1)


def test_the_order_in_which_candidates_came_is_named(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, FREED)
    assert measured().so_far.order == "unrecorded order"
    decide(connection, "accept", FREED)
    assert measured().so_far.order == "text order"


def test_of_several_orders_each_goes_with_its_n(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, KILLED, MARCHED, FREED)
    decide(connection, "accept", SEIZED, order="uncertain")
    decide(connection, "reject", KILLED, order="uncertain")
    decide(connection, "skip", MARCHED, order="confident")
    decide(connection, "accept", FREED, order=None)
    so_far = measured().so_far
    assert so_far.order == "uncertain order (2) and unrecorded order (1)"
    assert so_far.decided == 3


def test_an_undone_decision_names_no_order(connection: sqlite3.Connection, measured: Measurer) -> None:
    propose(connection, SEIZED, FREED)
    decide(connection, "accept", FREED)
    decide(connection, "accept", SEIZED, order="uncertain")
    decisions.undo(connection, "ana")
    assert measured().so_far.order == "text order"


def test_an_extractor_without_a_run_is_refused(measured: Measurer) -> None:
    with pytest.raises(StoreError, match="no run of extractor 'mine'"):
        measured("mine")
