"""Cues: what a paragraph says of itself, before anybody looks at where it stands."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from annotations.articles.bylines import is_byline, is_publication
from annotations.articles.captions import is_marked
from annotations.articles.credits import is_closing_credit, is_credit
from annotations.articles.datelines import dateline
from annotations.articles.debris import announces_links, is_above, is_debris, is_ending
from annotations.articles.headlines import is_headline

Cue = Literal[
    "closing", "credit", "publication", "caption", "above", "ending", "debris", "dateline", "byline", "prose", "line"
]
"""``closing``: a credit that ends a story. ``publication``: when and where it appeared. ``above``: debris that stands
above a story. ``ending``: debris that says that it is over. ``dateline``: body that opens with one. ``prose``:
sentences. ``line``: short, without a full stop.
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
    ("ending", is_ending),
    ("debris", is_debris),
    ("dateline", opens_story),
    ("byline", is_signed),
    ("prose", is_prose),
)
"""The cues and their signs, the surest first; a paragraph that shows none of them is a ``line``."""

FURNITURE: frozenset[Cue] = frozenset({"closing", "credit", "publication", "caption", "above", "debris", "byline"})
"""What may stand between a headline and the story's first sentence without being either."""

BODY: frozenset[Cue] = frozenset({"dateline", "prose"})
"""What a story's sentences show."""

KEPT = 16_384
"""Short paragraphs whose cue is kept at hand: splitting a source and zoning its articles asks for each twice."""

SHORT = 1_500
"""Characters of a short paragraph; a longer one is soon told, since no rule but the dateline's looks at it."""


def cues(texts: Sequence[str]) -> list[Cue]:
    """The cue of each paragraph of a text: the first that it shows, but ``debris`` for links to other stories."""
    found = [_known_cue(text) if len(text) <= SHORT else _cue(text) for text in texts]
    is_link = False
    for at, text in enumerate(texts):
        if found[at] not in ("line", "publication"):
            is_link = announces_links(text)
        elif is_link and not (found[at] == "line" and found[at + 1 : at + 2] in (["byline"], ["dateline"])):
            found[at] = "debris"
    return found


def _cue(text: str) -> Cue:
    return next((name for name, shows in CUES if shows(text)), "line")


_known_cue = lru_cache(KEPT)(_cue)
