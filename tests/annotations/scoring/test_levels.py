"""What is compared at each level, and the arithmetic of counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Argument, Event, Span
from annotations.scoring.levels import LEVELS, Count, Level, count, items

FIRST, SECOND = "a" * 16, "b" * 16


def spans(last: int) -> st.SearchStrategy[Span]:
    return st.integers(0, last).map(lambda start: Span(start, start + 2, "xy"))


events = st.builds(
    Event,
    article=st.sampled_from([FIRST, SECOND]),
    type=st.sampled_from(["T", "U"]),
    trigger=spans(3),
    status=st.sampled_from(["s", "t"]),
    arguments=st.lists(st.builds(Argument, spans(2), st.sampled_from(["q", "r"])), max_size=3).map(tuple),
)
several = st.lists(events, max_size=6)


def event(start: int = 0, kind: str = "T", *fillers: tuple[str, int], status: str = "s") -> Event:
    arguments = tuple(Argument(Span(first, first + 2, "xy"), role) for role, first in fillers)
    return Event(FIRST, kind, Span(start, start + 2, "xy"), status, arguments)


def correct(gold: Event, predicted: Event) -> dict[Level, int]:
    return {level: counted.correct for level, counted in count([gold], [predicted]).items()}


GOLD = event(0, "T", ("q", 10), ("r", 20))


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        pytest.param(event(0, "T", ("q", 10), ("r", 20)), (1, 1, 2, 2, 2, 2), id="the same"),
        pytest.param(event(0, "T", ("r", 20), ("q", 10), status="t"), (1, 1, 2, 2, 2, 2), id="another status"),
        pytest.param(event(0, "U", ("q", 10), ("r", 20)), (1, 0, 0, 0, 0, 0), id="another type"),
        pytest.param(event(1, "T", ("q", 10), ("r", 20)), (0, 0, 2, 2, 0, 0), id="another trigger"),
        pytest.param(event(0, "T", ("r", 10), ("r", 20)), (1, 1, 2, 1, 2, 1), id="one role wrong"),
        pytest.param(event(0, "T", ("q", 11)), (1, 1, 0, 0, 0, 0), id="an argument one character off"),
        pytest.param(event(0, "T"), (1, 1, 0, 0, 0, 0), id="no arguments"),
    ],
)
def test_each_level_looks_at_what_its_definition_says(predicted: Event, expected: tuple[int, ...]) -> None:
    assert tuple(correct(GOLD, predicted).values()) == expected


def test_the_same_argument_span_counts_once_at_ai_and_per_role_at_ac() -> None:
    counted = count([event(0, "T", ("q", 10), ("r", 10))], [])
    assert [counted[level].gold for level in LEVELS] == [1, 1, 1, 2, 1, 2]


def test_two_events_of_one_type_share_their_argument_at_ai_and_not_at_ai_plus() -> None:
    counted = count([event(0, "T", ("q", 10)), event(4, "T", ("q", 10))], [])
    assert [counted[level].gold for level in LEVELS] == [2, 2, 1, 1, 2, 2]


def test_one_trigger_with_two_types_is_one_trigger_and_two_events() -> None:
    counted = count([event(0, "T"), event(0, "U")], [event(0, "T")])
    assert counted["TI"] == Count(gold=1, predicted=1, correct=1)
    assert counted["TC"] == Count(gold=2, predicted=1, correct=1)


def test_the_same_span_in_another_article_is_another_span() -> None:
    here = event(0, "T", ("q", 10))
    there = Event(SECOND, here.type, here.trigger, here.status, here.arguments)
    assert set(correct(here, there).values()) == {0}


def test_ratios_of_a_count_worked_by_hand() -> None:
    counted = Count(gold=4, predicted=5, correct=3)
    assert (counted.precision, counted.recall, counted.f1) == (3 / 5, 3 / 4, 6 / 9)


@pytest.mark.parametrize(
    ("counted", "ratios"),
    [
        (Count(0, 0, 0), (None, None, None)),
        (Count(0, 5, 0), (0, None, 0)),
        (Count(5, 0, 0), (None, 0, 0)),
        (Count(5, 5, 0), (0, 0, 0)),
    ],
)
def test_a_ratio_of_nothing_is_no_number(counted: Count, ratios: tuple[float | None, ...]) -> None:
    assert (counted.precision, counted.recall, counted.f1) == ratios


@given(several)
def test_gold_against_itself_is_right_everywhere(gold: list[Event]) -> None:
    for counted in count(gold, gold).values():
        assert counted.gold == counted.predicted == counted.correct
        assert counted.f1 in (1.0, None)


@given(several, several)
def test_order_and_duplicates_do_not_matter(gold: list[Event], predicted: list[Event]) -> None:
    assert count(gold + gold[::-1], predicted[::-1] + predicted) == count(gold, predicted)


@given(several, several)
def test_precision_one_way_is_recall_the_other(gold: list[Event], predicted: list[Event]) -> None:
    there, back = count(gold, predicted), count(predicted, gold)
    for level in LEVELS:
        assert there[level].precision == back[level].recall
        assert there[level].f1 == back[level].f1


@given(several, several)
def test_what_fails_at_a_level_fails_at_every_level_that_looks_at_more(
    gold: list[Event], predicted: list[Event]
) -> None:
    counted = count(gold, predicted)
    if not counted["TI"].correct:
        assert not counted["TC"].correct
        assert not counted["AI+"].correct
    if not counted["AI"].correct:
        assert not counted["AC"].correct
        assert not counted["AI+"].correct
    if not counted["AI+"].correct:
        assert not counted["AC+"].correct


@given(several, events)
def test_a_prediction_more_never_lowers_what_is_correct(gold: list[Event], more: Event) -> None:
    fewer, all_of_them = count(gold, gold[1:]), count(gold, [*gold[1:], more])
    for level in LEVELS:
        assert all_of_them[level].correct >= fewer[level].correct


@given(events)
def test_every_event_has_one_trigger(found: Event) -> None:
    assert {len(items(found)[level]) for level in ("TI", "TC")} == {1}
