"""Whether a confidence means what it says, in figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.scoring.reliability import reliability

judged = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


def test_a_confidence_that_comes_true_as_often_as_it_says_has_no_calibration_error() -> None:
    found = reliability([0.75] * 4 + [0.25] * 4, [True, True, True, False, False, False, False, True])
    assert found.ece == pytest.approx(0)
    assert [(each.start, each.n, each.rate) for each in found.bins] == [(0.2, 4, 0.25), (0.7, 4, 0.75)]


def test_the_calibration_error_is_the_bins_distances_weighted_by_their_n() -> None:
    found = reliability([0.95, 0.95, 0.95, 0.15], [True, True, False, False])
    assert found.ece == pytest.approx(3 / 4 * (0.95 - 2 / 3) + 1 / 4 * 0.15)


def test_the_brier_score_is_the_mean_squared_difference() -> None:
    assert reliability([0.8, 0.4], [True, False]).brier == pytest.approx((0.04 + 0.16) / 2)


def test_the_auc_counts_pairs_that_stand_in_the_right_order_and_ties_half() -> None:
    assert reliability([0.9, 0.6, 0.6, 0.3], [True, True, False, False]).auc == pytest.approx(3.5 / 4)


def test_what_cannot_be_compared_is_no_number() -> None:
    nothing = reliability([], [])
    assert (nothing.n, nothing.rate, nothing.ece, nothing.brier, nothing.auc, nothing.bins) == (
        0,
        None,
        None,
        None,
        None,
        (),
    )
    assert reliability([0.5, 0.7], [True, True]).auc is None


def test_certainty_belongs_to_the_last_bin() -> None:
    (only,) = reliability([1.0], [True]).bins
    assert (only.start, only.n) == (0.9, 1)


@given(judged)
def test_bins_go_upwards_and_hold_everything_once(pairs: list[tuple[float, bool]]) -> None:
    found = reliability([confidence for confidence, _ in pairs], [right for _, right in pairs])
    assert sum(each.n for each in found.bins) == len(pairs)
    assert all(low.start < high.start and low.confidence <= high.confidence for low, high in pairwise(found.bins))


@given(judged.filter(bool))
def test_the_order_of_the_candidates_makes_no_difference(pairs: list[tuple[float, bool]]) -> None:
    turned = list(reversed(pairs))
    first, second = (reliability([c for c, _ in some], [hit for _, hit in some]) for some in (pairs, turned))
    assert first.auc == second.auc
    assert first.ece == pytest.approx(second.ece)


@given(judged.filter(bool))
def test_turning_the_confidences_round_turns_the_auc_round(pairs: list[tuple[float, bool]]) -> None:
    right = [hit for _, hit in pairs]
    there = reliability([round(confidence, 6) for confidence, _ in pairs], right).auc
    back = reliability([1 - round(confidence, 6) for confidence, _ in pairs], right).auc
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there + back == pytest.approx(1)
