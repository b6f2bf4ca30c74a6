"""Near-copies: articles that tell one story in nearly the same words, shortened or reworded.

Two articles are near-copies where one's word 3-shingles are mostly in the other: containment, |A∩B| / min(|A|, |B|),
not Jaccard, so a version of half the length counts in full (Broder 1997, "On the resemblance and containment of
documents").
"""

import hashlib
import re

WORD = re.compile(r"\w+")
WIDTH = 3
"""Words in a shingle."""

CONTAINMENT = 0.25
"""The share of the smaller set that near-copies have in common.

Measured on real newswire: different stories of one war by one agency, which repeat its background from day to day,
share 0.07 at most, and a page pasted together from several of them 0.09 with one. A version with names and terms
replaced throughout keeps 0.8, one with every eighth word changed 0.6, one with both and cut in half 0.47, one with
names replaced and every fifth word changed 0.38. The line leaves a factor of 2.7 below and of 1.5 above.
"""

FEWEST = 40
"""Shingles below which a text is too short to be anybody's near-copy: a headline, a correction, a list of links."""

ONE_IN = 8
"""The sample keeps one shingle in so many."""


def shingles(text: str) -> frozenset[int]:
    """The 64-bit signed hashes of every three words in a row, case folded: the same on every machine and day."""
    words = WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + WIDTH]) for at in range(len(words) - WIDTH + 1)}
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True) for run in runs)


def sample(found: frozenset[int]) -> frozenset[int]:
    """The shingles that a database indexes to find who may be near: about one in eight, never none of some.

    A shingle is kept or not by its own value, so two articles that share it both keep it or both do not.
    """
    return frozenset(shingle for shingle in found if shingle % ONE_IN == 0) or frozenset(sorted(found)[:1])


def may_be_near(common: int, a: int, b: int) -> bool:
    """Whether two articles whose samples, of ``a`` and ``b`` shingles, share ``common`` are worth comparing in full.

    Half of what near-copies share is asked for, since a sample of a hundred errs by a tenth or so.
    """
    return common > 0 and common >= CONTAINMENT / 2 * min(a, b)


def near(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two articles, given the shingles of each, are near-copies."""
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= CONTAINMENT * shorter
