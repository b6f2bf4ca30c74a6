"""Search in the open article."""

from bisect import bisect_left
from typing import NamedTuple

from annotations.review.pattern import Pattern


class Search(NamedTuple):
    """What is searched for, where it stands in the article, and which hit is the current one."""

    pattern: str
    hits: tuple[tuple[int, int], ...]
    """Start and end, in text order."""
    at: int = 0

    @property
    def hit(self) -> tuple[int, int]:
        """The current hit.

        Raises:
            IndexError: there is none.
        """
        return self.hits[self.at]

    def step(self, by: int) -> "Search":
        """The search with its current hit moved on, round the end to the beginning."""
        return self._replace(at=(self.at + by) % len(self.hits)) if self.hits else self


def search(text: str, pattern: str, after: int) -> Search:
    """Find ``pattern`` by the rules of `Pattern`; the current hit is the first one at or after ``after``."""
    hits = Pattern(pattern).hits(text)
    at = bisect_left(hits, (after, after))
    return Search(pattern, hits, at if at < len(hits) else 0)
