"""How sure a figure is: 95 % intervals of ratios that were counted article by article.

What stands in one article is alike, so that a hundred candidates of five articles tell less than a hundred of fifty.
The interval is Wilson's, with the number of independent observations that the spread between articles leaves (Dean and
Pagano 2015, "Evaluating Confidence Interval Methods for Binomial Proportions in Clustered Surveys"): never more than
were counted, and fewer the fewer articles there are (Korn and Graubard 1998).
"""

from collections.abc import Iterable
from math import pi, sqrt, tan
from statistics import NormalDist
from typing import Final, NamedTuple

CONFIDENCE: Final = 0.95

_UPPER: Final = (1 + CONFIDENCE) / 2
_Z: Final = NormalDist().inv_cdf(_UPPER)


class Interval(NamedTuple):
    """Where a ratio lies, in 0–1."""

    low: float
    high: float


def interval(parts: Iterable[tuple[int, int]], *, counted: int = 1) -> Interval | None:
    """The interval of ``sum of hits / sum of n`` over articles' (hits, n); None where fewer than two have any n.

    ``counted`` is how often n counts an observation: twice for F1, whose n is gold and predicted.
    """
    parts = [(hits, n) for hits, n in parts if n]
    articles, total = len(parts), sum(n for _, n in parts)
    if articles < 2:
        return None
    ratio = sum(hits for hits, _ in parts) / total
    # The variance of a ratio of sums over articles, linearised.
    spread = sum((hits - ratio * n) ** 2 for hits, n in parts)
    variance = articles / (articles - 1) * spread / total**2
    observed = total / counted
    if variance > 0:
        observed = min(observed, ratio * (1 - ratio) / variance)
    return wilson(ratio, observed * (_Z / student(articles - 1)) ** 2)


def wilson(ratio: float, n: float) -> Interval:
    """Wilson's score interval (1927) of a ratio over ``n`` independent observations."""
    square = _Z**2
    middle = (ratio + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * sqrt(ratio * (1 - ratio) / n + square / (4 * n * n))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def student(degrees: int) -> float:
    """Student's t that a confidence interval goes by: Fisher's expansion around the normal, within 1 % of it."""
    if degrees == 1:
        return tan(pi * (_UPPER - 0.5))
    z = _Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(degrees) ** power for power, term in enumerate(terms, start=1))
