"""Calibration: the weights of the confidence, fitted to examples of what was right.

Logistic regression with an L2 penalty on the distance from weights that are believed beforehand, by Newton's method.
What is chosen, kinds of features and penalty, is chosen by the log loss on articles that the fit has not seen.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotations.extraction.weighing.confidence import features, kind, logistic

FOLDS = 20
"""Articles are left out one by one, or in so many parts where there are more."""
PENALTIES = (4.0, 8.0, 16.0, 32.0)
"""The weight that a feature keeps is n·p·(1-p) / (n·p·(1-p) + penalty) of what its n examples say. No less than 4, so
that what was seen five times is not believed."""
_GAIN = 0.001
"""Nats of log loss that a further kind of feature must save."""
_STEPS = 100
_SMALL = 1e-8
_FINEST = 1e-9
_WIDEST = 60.0

Array = NDArray[np.float64]
Weights = Mapping[str, float]
Fit = Callable[[Sequence["Example"]], Weights]


@dataclass(frozen=True, slots=True)
class Example:
    """A proposal that gold has, trigger and type, or has not."""

    article: str
    """What must be held out with it: its article, or the cluster of near-copies."""
    evidence: Mapping[str, str]
    right: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """What does best on unseen articles."""

    kinds: tuple[str, ...]
    """In the order in which they were taken."""
    penalty: float
    loss: float
    """Mean log loss on unseen articles, in nats."""


def fit(examples: Sequence[Example], kinds: Collection[str], penalty: float, around: Weights) -> dict[str, float]:
    """The weights of the bias and of features of these kinds; what the examples do not speak of stays ``around``."""
    design = _Design(examples, kinds)
    fitted = design.fit(np.ones(len(examples), dtype=bool), penalty, around)
    return {**around, **{name: float(weight) for name, weight in zip(design.names, fitted, strict=True)}}


def held_out(examples: Sequence[Example], fitted: Fit) -> list[float]:
    """The confidence of each example by a fit that has seen nothing of its article."""
    folds = _folds(examples)
    confidences = [0.0] * len(examples)
    for fold in sorted(set(folds)):
        weights = fitted([each for each, other in zip(examples, folds, strict=True) if other != fold])
        for place, example in enumerate(examples):
            if folds[place] == fold:
                confidences[place] = logistic(_score(weights, example.evidence))
    return confidences


def choose_penalty(
    examples: Sequence[Example], kinds: Iterable[str], around: Weights, penalties: Sequence[float] = PENALTIES
) -> Chosen:
    """The penalty that does best on unseen articles with all of these kinds; the strongest of equals."""
    kinds = tuple(kinds)
    design = _Design(examples, kinds)
    loss, penalty = min((design.loss(penalty, around), -penalty) for penalty in penalties)
    return Chosen(kinds, -penalty, loss)


def choose(
    examples: Sequence[Example], kinds: Iterable[str], around: Weights, penalties: Sequence[float] = PENALTIES
) -> Chosen:
    """The kinds that do best on unseen articles, taken one after the other as long as one helps, and the penalty."""
    left = list(kinds)
    best = choose_penalty(examples, (), around, penalties)
    while left:
        more = (choose_penalty(examples, (*best.kinds, name), around, penalties) for name in left)
        found = min(more, key=lambda one: one.loss)
        if found.loss > best.loss - _GAIN:
            break
        best = found
        left.remove(found.kinds[-1])
    return best


def offset(scores: Sequence[float], rate: float) -> float:
    """What added to every score, in log odds, makes the mean confidence ``rate``, in 0–1 exclusive."""
    low, high = -_WIDEST, _WIDEST
    while high - low > _FINEST:
        middle = (low + high) / 2
        if sum(logistic(score + middle) for score in scores) < rate * len(scores):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def log_odds(rate: float) -> float:
    """The score whose confidence is ``rate``, in 0–1 exclusive."""
    return math.log(rate / (1 - rate))


class _Design:
    """Examples as a matrix: a row an example, a column a feature of the bias or of these kinds."""

    def __init__(self, examples: Sequence[Example], kinds: Collection[str]) -> None:
        held = [
            {name for name in features(each.evidence) if name == "bias" or kind(name) in kinds} for each in examples
        ]
        self.names = sorted(set().union(*held))
        self._x = np.array([[name in row for name in self.names] for row in held], dtype=np.float64)
        self._y = np.array([each.right for each in examples], dtype=np.float64)
        self._folds = np.array(_folds(examples))

    def fit(self, rows: NDArray[np.bool_], penalty: float, around: Weights) -> Array:
        """The weights by feature, from these rows."""
        x, y = self._x[rows], self._y[rows]
        believed = np.array([around.get(name, 0.0) for name in self.names])
        weights = believed
        cost = _cost(x, y, weights, penalty, believed)
        for _ in range(_STEPS):
            p = _probabilities(x @ weights)
            gradient = x.T @ (y - p) - penalty * (weights - believed)
            hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(weights))
            step = np.linalg.solve(hessian, gradient)
            # Newton's step may overshoot where nearly all is certain; half of it is still on the way down.
            while (next_cost := _cost(x, y, weights + step, penalty, believed)) > cost and np.abs(step).max() > _SMALL:
                step = step / 2
            weights, cost = weights + step, next_cost
            if np.abs(step).max() < _SMALL:
                break
        return np.asarray(weights, dtype=np.float64)

    def loss(self, penalty: float, around: Weights) -> float:
        """The mean log loss of each fold's rows by a fit to the others, in nats."""
        total = 0.0
        for fold in np.unique(self._folds):
            out = self._folds == fold
            total += _log_loss(self._x[out] @ self.fit(~out, penalty, around), self._y[out])
        return total / len(self._y)


def _folds(examples: Sequence[Example]) -> list[int]:
    """The fold of each example, the same for all of an article."""
    numbers = {article: number % FOLDS for number, article in enumerate(sorted({each.article for each in examples}))}
    return [numbers[each.article] for each in examples]


def _score(weights: Weights, evidence: Mapping[str, str]) -> float:
    return sum(weights.get(name, 0.0) for name in features(evidence))


def _probabilities(scores: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float64)


def _log_loss(scores: Array, y: Array) -> float:
    """The sum of -log p of what came true."""
    return float(np.logaddexp(0, np.where(y > 0, -scores, scores)).sum())


def _cost(x: Array, y: Array, weights: Array, penalty: float, around: Array) -> float:
    return _log_loss(x @ weights, y) + penalty / 2 * float(((weights - around) ** 2).sum())
