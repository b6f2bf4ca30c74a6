"""Intervals that are as wide as the articles behind a figure make them."""

from collections.abc import Iterable
from random import Random

import pytest

from annotations.scoring.intervals import Interval, Tally, student, wilson


def interval(parts: Iterable[tuple[int, int]], counted: int = 1) -> Interval | None:
    """The interval over articles' (hits, n)."""
    tally = Tally(counted=counted)
    for hits, n in parts:
        tally.add(hits, n)
    return tally.interval


def test_wilsons_interval_is_the_textbooks() -> None:
    # Newcombe 1998, table I: 81 of 263 and 0 of 20.
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


@pytest.mark.parametrize(
    ("degrees", "t"), [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (1000, 1.962)]
)
def test_students_t_is_the_tables(degrees: int, t: float) -> None:
    assert student(degrees) == pytest.approx(t, rel=0.01)


def test_one_article_says_nothing_about_others() -> None:
    assert interval([(40, 50)]) is None
    assert interval([(40, 50), (0, 0)]) is None
    assert interval([]) is None


def test_the_ratio_lies_in_its_interval() -> None:
    random = Random(1)
    for _ in range(200):
        parts = [(random.randint(0, n), n) for n in (random.randint(1, 30) for _ in range(random.randint(2, 20)))]
        ratio = sum(hits for hits, _ in parts) / sum(n for _, n in parts)
        found = interval(parts)
        assert found is not None
        assert 0 <= found.low <= ratio + 1e-9
        assert ratio - 1e-9 <= found.high <= 1


def test_articles_that_differ_make_it_wider_than_articles_that_agree() -> None:
    alike, apart = interval([(8, 10)] * 20), interval([(10, 10)] * 16 + [(0, 10)] * 4)
    assert alike is not None
    assert apart is not None
    assert apart.high - apart.low > 2 * (alike.high - alike.low)


def test_few_articles_make_it_wider_than_many_with_the_same_counts() -> None:
    few, many = interval([(80, 100)] * 3), interval([(8, 10)] * 30)
    assert few is not None
    assert many is not None
    assert few.high - few.low > many.high - many.low


def test_what_never_failed_is_still_not_certain() -> None:
    found = interval([(5, 5)] * 10)
    assert found is not None
    assert found.high == 1
    assert 0.9 < found.low < 0.95


def test_an_observation_that_is_counted_twice_is_one() -> None:
    once, twice = interval([(8, 10)] * 20), interval([(16, 20)] * 20, counted=2)
    assert once == pytest.approx(twice)


@pytest.mark.parametrize("articles", [4, 12, 60])
def test_it_holds_the_truth_about_as_often_as_it_says(articles: int) -> None:
    random = Random(articles)
    held, tries, truth = 0, 600, 0.8
    for _ in range(tries):
        parts = []
        for _ in range(articles):
            # Articles differ: some are easy, others are not.
            rate, n = random.betavariate(8, 2), random.randint(2, 25)
            parts.append((sum(random.random() < rate for _ in range(n)), n))
        found = interval(parts)
        assert found is not None
        held += found.low <= truth <= found.high
    assert 0.92 <= held / tries <= 0.995
