"""The order in which candidates come: which one is selected next, what is recorded of it, and what it leaves alone."""

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Article, Event, Proposal, Span
from annotations.ontology import Ontology
from annotations.review.candidates import Candidate, CandidateState
from annotations.review.ordering import ORDERS, Order, next_undecided
from annotations.review.session import ReviewSession
from annotations.store import decisions, progress
from tests.annotations.review.conftest import Reviewer, extract, proposals

CONFIDENCES = (0.9, 0.6, 0.97, 0.2, 0.45)
"""Of the first article's candidates, as one reads: shells, shelled, killed, met, urged."""


@pytest.fixture
def begin(
    connection: sqlite3.Connection, conflict: Ontology, first: Article, second: Article
) -> Callable[[Order], Reviewer]:
    """Someone who begins to review in an order, a newer run being sure of some candidates and of others not."""
    weighed = [Proposal(one.event, sure) for one, sure in zip(proposals(first), CONFIDENCES, strict=True)]
    extract(connection, [first, second], [weighed, proposals(second)], "r2")
    return lambda order: Reviewer(ReviewSession(connection, conflict, "ana", order=order))


def came(ana: Reviewer, decide: Callable[[float], object]) -> list[int]:
    """Decide until nothing is undecided; the numbers of the candidates as they came."""
    numbers = []
    while ana.session.selected is not None and ana.session.selected.state == "undecided":
        numbers.append(ana.session.selected.number)
        decide(ana.look())
    return numbers


@pytest.mark.parametrize(
    ("order", "numbers"),
    [("text", [1, 2, 3, 4, 5]), ("uncertain", [5, 2, 4, 1, 3]), ("confident", [3, 1, 2, 5, 4])],
)
def test_candidates_come_in_the_order_asked_for(
    begin: Callable[[Order], Reviewer], order: Order, numbers: list[int]
) -> None:
    ana = begin(order)
    assert came(ana, ana.session.accept) == numbers


@pytest.mark.parametrize("order", ORDERS)
def test_what_comes_next_is_known_before_and_kept_with_the_decision(
    begin: Callable[[Order], Reviewer], connection: sqlite3.Connection, order: Order
) -> None:
    ana = begin(order)
    for _ in range(4):
        upcoming = ana.session.upcoming
        ana.session.accept(ana.look())
        assert upcoming == ana.session.selected
        place = progress.enter(connection, "ana")
        assert place is not None
        assert ana.session.selected is not None
        assert place.subject == ana.session.selected.id
    assert ana.session.upcoming is None


@pytest.mark.parametrize("order", ORDERS)
def test_the_list_stays_as_one_reads_and_confidence_hidden(begin: Callable[[Order], Reviewer], order: Order) -> None:
    session = begin(order).session
    assert [one.event.trigger.text for one in session.candidates] == ["shells", "shelled", "killed", "met", "urged"]
    assert all(one.confidence is None for one in session.candidates)
    assert session.move(-9).ok
    assert session.index == 0
    assert session.move(1).ok
    assert session.index == 1


@pytest.mark.parametrize("order", ORDERS)
def test_what_was_decided_records_the_order(
    begin: Callable[[Order], Reviewer], connection: sqlite3.Connection, order: Order
) -> None:
    ana = begin(order)
    ana.session.accept(ana.look())
    ana.session.reject(ana.look())
    rows = connection.execute("select distinct queue_order from decision").fetchall()
    assert [tuple(row) for row in rows] == [(order,)]


def test_a_decision_keeps_the_order_that_it_came_in_when_the_next_sitting_has_another(
    begin: Callable[[Order], Reviewer], connection: sqlite3.Connection
) -> None:
    ana = begin("uncertain")
    ana.session.accept(ana.look())
    again = begin("text")
    again.session.accept(again.look())
    rows = connection.execute("select queue_order from decision order by id").fetchall()
    assert [row[0] for row in rows] == ["uncertain", "text"]


@pytest.mark.parametrize("order", ORDERS)
def test_undo_goes_back_to_what_was_decided_whatever_the_order(
    begin: Callable[[Order], Reviewer], connection: sqlite3.Connection, order: Order
) -> None:
    ana = begin(order)
    numbers = came(ana, ana.session.accept)
    for number in reversed(numbers):
        assert ana.session.undo().ok
        assert ana.session.selected is not None
        assert (ana.session.selected.number, ana.session.selected.state) == (number, "undecided")
    assert ana.states() == ["undecided"] * 5
    assert ana.session.redo().ok
    assert ana.session.selected == ana.session.candidates[numbers[0] - 1]
    last = decisions.last(connection, "ana")
    assert last is not None
    assert last.queue_order == order, "what is redone was decided under it"


@pytest.mark.parametrize("order", ["uncertain", "confident"])
def test_what_was_passed_over_comes_again_wherever_it_stands(begin: Callable[[Order], Reviewer], order: Order) -> None:
    ana = begin(order)
    ana.session.last()
    ana.session.accept(ana.look())
    assert ana.session.selected is not None
    assert ana.session.selected.state == "undecided"
    assert ana.session.selected.number < 5


@pytest.mark.parametrize("order", ORDERS)
def test_skipped_candidates_do_not_come_again_by_themselves(begin: Callable[[Order], Reviewer], order: Order) -> None:
    ana = begin(order)
    assert len(came(ana, ana.session.skip)) == 5
    assert ana.states() == ["skipped"] * 5
    assert not ana.session.complete(ana.look()).ok


def candidate(number: int, state: CandidateState) -> Candidate:
    event = Event("a", "Harm.Kill", Span(number, number + 1, "x"), "occurred")
    return Candidate(str(number), number, event, event.id, state, event, "run", ("rules",), None)


drawn = st.lists(st.tuples(st.sampled_from(["undecided", "accepted", "skipped"]), st.floats(0, 1)), max_size=12)


@given(drawn, st.sampled_from(ORDERS), st.integers(0, 12))
def test_what_comes_next_is_undecided_and_none_comes_before_it(
    of: list[tuple[CandidateState, float]], order: Order, after: int
) -> None:
    candidates = [candidate(number, state) for number, (state, _) in enumerate(of)]
    found = next_undecided(candidates, lambda one: of[one.number][1], order, after)
    undecided = [number for number, (state, _) in enumerate(of) if state == "undecided" and number != after]
    if order == "text":
        assert found == next((number for number in undecided if number > after), None)
    elif not undecided:
        assert found is None
    else:
        assert found in undecided
        sure = of[found][1]
        others = [of[number][1] for number in undecided]
        assert sure == max(others) if order == "confident" else abs(sure - 0.5) == min(abs(o - 0.5) for o in others)
