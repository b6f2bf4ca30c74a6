"""Precision over decided candidates: level by level against the event as decided."""

import pytest

from annotations.model import Event
from annotations.scoring.levels import LEVELS
from annotations.scoring.so_far import Judged, Precision, SoFar, Verdict, so_far
from tests.annotations.scoring.articles import SOURCE_TEXT, event

PROPOSAL = event(SOURCE_TEXT, 10, "T", argument=20)


def correct(judged: Judged) -> list[int]:
    return [figures.correct for figures in so_far([judged], "queue order").micro.values()]


def test_an_accepted_candidate_is_right_at_every_level() -> None:
    assert correct(Judged(PROPOSAL, "accept", PROPOSAL)) == [1, 1, 1, 1, 1, 1]


def test_a_rejected_candidate_is_wrong_even_where_its_event_is_given() -> None:
    assert correct(Judged(PROPOSAL, "reject")) == [0] * 6
    assert correct(Judged(PROPOSAL, "reject", PROPOSAL)) == [0] * 6


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        pytest.param(event(SOURCE_TEXT, 10, "U", argument=20), [1, 0, 0, 0, 0, 0], id="type"),
        pytest.param(event(SOURCE_TEXT, 11, "T", argument=20), [0, 0, 1, 1, 0, 0], id="trigger"),
        pytest.param(event(SOURCE_TEXT, 10, "T", argument=21), [1, 1, 0, 0, 0, 0], id="argument"),
        pytest.param(event(SOURCE_TEXT, 10, "T"), [1, 1, 0, 0, 0, 0], id="argument dropped"),
    ],
)
def test_an_edited_candidate_is_right_as_far_as_the_edit_left_it(decided: Event, expected: list[int]) -> None:
    assert correct(Judged(PROPOSAL, "edit", decided)) == expected


def test_an_added_argument_is_a_miss_and_no_error_of_precision() -> None:
    figures = so_far([Judged(event(SOURCE_TEXT, 10), "edit", PROPOSAL)], "queue order")
    assert figures.micro["TC"] == Precision(predicted=1, correct=1)
    assert figures.micro["AC+"] == Precision(predicted=0, correct=0)
    assert figures.micro["AC+"].precision is None


def test_skipped_and_undecided_candidates_are_in_no_figure() -> None:
    found = so_far([Judged(PROPOSAL, "skip"), Judged(PROPOSAL, None)], "queue order")
    assert {figures.predicted for figures in found.micro.values()} == {0}
    assert (found.decided, found.undecided, found.types) == (0, 2, {})


def example() -> SoFar:
    other = event(SOURCE_TEXT, 40, "U")
    verdicts: list[tuple[Event, Verdict | None]] = [
        (PROPOSAL, "accept"), (PROPOSAL, "edit"), (other, "reject"), (other, "skip"), (other, None),
    ]  # fmt: skip
    return so_far((Judged(each, verdict, PROPOSAL) for each, verdict in verdicts), "queue order")


def test_n_and_order_go_with_the_figures() -> None:
    found = example()
    assert (found.decided, found.undecided, found.order) == (3, 2, "queue order")
    assert found.verdicts == {"accept": 1, "edit": 1, "reject": 1, "skip": 1}
    assert found.micro["TC"] == Precision(predicted=3, correct=2)


def test_types_are_those_proposed_and_add_up_to_all() -> None:
    found = example()
    assert list(found.types) == ["T", "U"]
    for level in LEVELS:
        for figure in ("predicted", "correct"):
            parts = [getattr(levels[level], figure) for levels in found.types.values()]
            assert sum(parts) == getattr(found.micro[level], figure)


def test_there_is_no_f1_to_be_had() -> None:
    assert not hasattr(example().micro["TC"], "f1")


@pytest.mark.parametrize("verdict", ["accept", "edit"])
def test_a_verdict_for_gold_without_its_event_is_a_mistake_of_the_caller(verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="without the event as decided"):
        Judged(PROPOSAL, verdict)
