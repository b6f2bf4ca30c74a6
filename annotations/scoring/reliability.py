"""Whether a confidence means what it says: reliability in bins, calibration error, Brier score, AUC."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

BINS = 10
"""Bins of equal width over 0–1; one that begins where another ends has what lies between."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The candidates whose confidence is at least ``start``, and less than the next bin's."""

    start: float
    n: int
    confidence: float
    """Their mean confidence."""
    rate: float
    """The share of them that is right."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How confidences compare with what was right. Ratios are in 0–1, None where nothing was there to compare."""

    n: int
    rate: float | None
    """The share that is right."""
    confidence: float | None
    """The mean confidence."""
    ece: float | None
    """Expected calibration error: the bins' |confidence - rate|, weighted by their n (Guo et al. 2017)."""
    brier: float | None
    """The mean squared difference of confidence and outcome (Brier 1950)."""
    auc: float | None
    """How often a right one is more confident than a wrong one, ties half; None unless there are both."""
    bins: tuple[Bin, ...]
    """Those with anything in them, upwards."""


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Compare confidences, in 0–1, with whether each was right."""
    pairs = sorted(zip(confidences, right, strict=True))
    n = len(pairs)
    if not n:
        return Reliability(0, None, None, None, None, None, ())
    bins = tuple(_bin(number, list(found)) for number, found in groupby(pairs, key=lambda pair: _number(pair[0])))
    return Reliability(
        n=n,
        rate=sum(right) / n,
        confidence=sum(confidences) / n,
        ece=sum(each.n * abs(each.confidence - each.rate) for each in bins) / n,
        brier=sum((confidence - hit) ** 2 for confidence, hit in pairs) / n,
        auc=_auc(pairs),
        bins=bins,
    )


def _number(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def _bin(number: int, pairs: list[tuple[float, bool]]) -> Bin:
    n = len(pairs)
    return Bin(number / BINS, n, sum(confidence for confidence, _ in pairs) / n, sum(hit for _, hit in pairs) / n)


def _auc(pairs: Sequence[tuple[float, bool]]) -> float | None:
    """The area under the ROC curve, as Mann and Whitney count it, of pairs in the order of confidence."""
    wins, wrong_below = 0.0, 0
    for _, tied in groupby(pairs, key=lambda pair: pair[0]):
        hits = [hit for _, hit in tied]
        wrong = hits.count(False)
        wins += hits.count(True) * (wrong_below + wrong / 2)
        wrong_below += wrong
    compared = wrong_below * (len(pairs) - wrong_below)
    return wins / compared if compared else None
