"""Calibration: weights from examples, honest about articles that were not seen."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.extraction.weighing import calibration
from annotations.extraction.weighing.calibration import Example
from annotations.extraction.weighing.confidence import Confidence, features, logistic
from annotations.scoring.reliability import reliability

KINDS = ("zone", "role")


def example(number: int, right: bool, zone: str = "body", role: str = "", rule: str = "a/b") -> Example:
    """The number says which of seven articles it is from."""
    return Example(f"article {number % 7}", {"zone": zone, "rule": rule, "paths": f"{role}=x" if role else ""}, right)


def invented(n: int = 700, seed: int = 1) -> list[Example]:
    """Right in 0.95 where the role is filled and in 0.6 where it is not; the zone means nothing."""
    chance = random.Random(seed)
    found = []
    for number in range(n):
        role, zone = chance.choice(["helper", ""]), chance.choice(["body", "headline"])
        found.append(example(number, chance.random() < (0.95 if role else 0.6), zone, role))
    return found


def confidences(weights: calibration.Weights, examples: Sequence[Example]) -> list[float]:
    return [Confidence(weights).of(each.evidence) for each in examples]


def test_it_learns_what_makes_a_finding_right() -> None:
    weights = calibration.fit(invented(4000), KINDS, 4, {})
    filled, empty = example(0, True, role="helper"), example(0, True)
    assert confidences(weights, [filled, empty]) == pytest.approx([0.95, 0.6], abs=0.05)
    assert abs(weights["zone=body"] - weights["zone=headline"]) < 0.3


def test_its_confidence_means_what_it_says_on_articles_that_it_has_not_seen() -> None:
    seen = invented()
    held_out = calibration.held_out(seen, lambda some: calibration.fit(some, KINDS, 4, {}))
    found = reliability(held_out, [each.right for each in seen])
    assert found.ece is not None
    assert found.ece < 0.05
    assert all(low.rate < high.rate for low, high in pairwise(each for each in found.bins if each.n > 50))


def test_what_is_held_out_is_whole_articles() -> None:
    """Each article has a rule of its own that is always right or always wrong: no other article tells which."""
    seen = [example(number, number % 7 < 4, rule=f"a/{number % 7}") for number in range(140)]

    def fitted(some: Sequence[Example]) -> dict[str, float]:
        return calibration.fit(some, ("rule",), 4, {})

    right = [each.right for each in seen]
    in_sample = reliability(confidences(fitted(seen), seen), right).auc
    held_out = reliability(calibration.held_out(seen, fitted), right).auc
    assert in_sample == 1
    assert held_out is not None
    assert held_out <= 0.5


def test_what_means_nothing_on_unseen_articles_is_not_chosen() -> None:
    assert calibration.choose(invented(), KINDS, {}).kinds == ("role",)


def test_where_nothing_helps_nothing_is_chosen() -> None:
    chance = random.Random(3)
    noise = [example(number, chance.random() < 0.8, chance.choice(["body", "headline"])) for number in range(300)]
    assert calibration.choose(noise, KINDS, {}).kinds == ()


def test_a_stronger_penalty_stays_nearer_to_what_was_believed() -> None:
    believed = {"bias": 2.0, "role=helper": -1.0, "cue=other": 0.7}
    distances = []
    for penalty in calibration.PENALTIES:
        weights = calibration.fit(invented(), KINDS, penalty, believed)
        distances.append(sum((weight - believed.get(name, 0.0)) ** 2 for name, weight in weights.items()))
    assert distances == sorted(distances, reverse=True)


def test_what_no_example_speaks_of_stays_as_it_was_believed() -> None:
    assert calibration.fit(invented(), KINDS, 4, {"cue=governor": 0.7})["cue=governor"] == 0.7


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["body", "headline"])), min_size=1, max_size=60))
@settings(max_examples=40)
def test_any_examples_have_weights_even_if_all_are_right(drawn: list[tuple[bool, str]]) -> None:
    examples = [example(number, right, zone) for number, (right, zone) in enumerate(drawn)]
    weights = calibration.fit(examples, KINDS, 4, {})
    assert all(abs(weight) < 30 for weight in weights.values())
    assert {"bias"} <= set(weights) <= {name for each in examples for name in features(each.evidence)}


@given(st.lists(st.floats(-8, 8), min_size=1, max_size=50), st.floats(0.02, 0.98))
def test_the_offset_makes_the_mean_confidence_the_rate(scores: list[float], rate: float) -> None:
    moved = calibration.offset(scores, rate)
    assert sum(logistic(score + moved) for score in scores) / len(scores) == pytest.approx(rate, abs=1e-6)


@given(st.floats(0.001, 0.999))
def test_the_log_odds_of_a_rate_are_its_score(rate: float) -> None:
    assert logistic(calibration.log_odds(rate)) == pytest.approx(rate)
