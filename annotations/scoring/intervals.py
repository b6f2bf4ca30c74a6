"""How sure a figure is: 95 % intervals of ratios that were counted article by article.

What stands in one article is alike, so that a hundred candidates of five articles tell less than a hundred of fifty.
The interval is Wilson's, with the number of independent observations that the spread between articles leaves (Dean and
Pagano 2015, "Evaluating Confidence Interval Methods for Binomial Proportions in Clustered Surveys"): never more than
were counted, and fewer the fewer articles there are (Korn and Graubard 1998).
"""

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


class Tally:
    """A ratio under way: hits of n, article by article. It keeps sums alone, however many articles there are."""

    def __init__(self, *, counted: int = 1) -> None:
        """``counted`` is how often n counts an observation: twice for F1, whose n is gold and predicted."""
        self.hits = self.n = 0
        self._counted = counted
        self._articles = self._hits_hits = self._hits_n = self._n_n = 0

    def add(self, hits: int, n: int) -> None:
        """Take in an article; where it has no n it says nothing."""
        if n:
            self.hits += hits
            self.n += n
            self._articles += 1
            self._hits_hits += hits * hits
            self._hits_n += hits * n
            self._n_n += n * n

    @property
    def interval(self) -> Interval | None:
        """Where the ratio lies; None where fewer than two articles have anything to count."""
        if self._articles < 2:
            return None
        ratio = self.hits / self.n
        # The variance of a ratio of sums over articles, linearised; their squared distances from it in integers.
        spread = self._hits_hits * self.n**2 - 2 * self._hits_n * self.hits * self.n + self._n_n * self.hits**2
        variance = self._articles / (self._articles - 1) * spread / self.n**4
        observed = self.n / self._counted
        if variance > 0:
            observed = min(observed, ratio * (1 - ratio) / variance)
        return wilson(ratio, observed * (_Z / student(self._articles - 1)) ** 2)


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
