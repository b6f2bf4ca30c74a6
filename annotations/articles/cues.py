"""Cues: what a paragraph says of itself, before anybody looks at where it stands."""

from collections.abc import Callable
from typing import Literal

from annotations.articles.bylines import is_byline, is_publication
from annotations.articles.captions import is_marked
from annotations.articles.credits import is_closing_credit, is_credit
from annotations.articles.datelines import dateline
from annotations.articles.debris import is_above, is_debris
from annotations.articles.headlines import is_headline

Cue = Literal["closing", "credit", "publication", "caption", "above", "debris", "dateline", "byline", "prose", "line"]
"""``closing``: a credit that ends a story. ``publication``: when and where it appeared. ``above``: debris that stands
above a story. ``dateline``: body that opens with one. ``prose``: sentences. ``line``: short, without a full stop.
"""


def opens_story(text: str) -> bool:
    """Whether a paragraph has a dateline and then a sentence."""
    return not is_headline(text) and dateline(text) is not None


def is_signed(text: str) -> bool:
    """Whether a line is a byline, or a dateline that stands alone."""
    if is_byline(text):
        return True
    found = dateline(text)
    return found is not None and found.end >= len(text)


def is_prose(text: str) -> bool:
    """Whether a paragraph is neither of the form nor of the length of a headline."""
    return not is_headline(text)


CUES: tuple[tuple[Cue, Callable[[str], bool]], ...] = (
    ("closing", is_closing_credit),
    ("credit", is_credit),
    ("publication", is_publication),
    ("caption", is_marked),
    ("above", is_above),
    ("debris", is_debris),
    ("dateline", opens_story),
    ("byline", is_signed),
    ("prose", is_prose),
)
"""The cues and their signs, the surest first; a paragraph that shows none of them is a ``line``."""

FURNITURE: frozenset[Cue] = frozenset({"credit", "publication", "caption", "above", "debris", "byline"})
"""What may stand between a headline and the story's first sentence without being either."""

BODY: frozenset[Cue] = frozenset({"dateline", "prose"})
"""What a story's sentences show."""


def cue(text: str) -> Cue:
    """The first of the cues that ``text`` shows."""
    return next((name for name, shows in CUES if shows(text)), "line")
