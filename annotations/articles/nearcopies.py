"""Near-copies: articles that tell one story in nearly the same words, shortened or reworded.

Two articles are near-copies where one's word 3-shingles are mostly in the other: containment, |A∩B| / min(|A|, |B|),
not Jaccard, so a version of half the length counts in full (Broder 1997, "On the resemblance and containment of
documents").
"""

import hashlib
import re

from annotations.model import EVENT_ZONES, Article

WORD = re.compile(r"\w+")
WIDTH = 3
"""Words in a shingle."""

CONTAINMENT = 0.3
"""..."""

FEWEST = 40
"""Shingles below which a text is too short to be anybody's near-copy: a headline, a correction, a list of links."""

ONE_IN = 8
"""The sample keeps one shingle in so many."""

SMALL = 64
"""A set of at most so many shingles is its own sample."""


def story_text(article: Article) -> str:
    """What near-copies are compared by: the headline and body, without captions, credits and debris."""
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.zone in EVENT_ZONES)


def shingles(text: str) -> frozenset[int]:
    """The 64-bit signed hashes of every three words in a row, case folded: the same on every machine and day."""
    words = WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + WIDTH]) for at in range(len(words) - WIDTH + 1)}
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True) for run in runs)


def sample(found: frozenset[int]) -> frozenset[int]:
    """The shingles that a database indexes to find who may be near: the same choice from every article.

    About one in eight; all of a small set; never none of some.
    """
    if len(found) <= SMALL:
        return found
    return frozenset(shingle for shingle in found if shingle % ONE_IN == 0) or frozenset({min(found)})


def near(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two articles, given the shingles of each, are near-copies."""
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= CONTAINMENT * shorter
