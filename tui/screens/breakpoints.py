"""The widths at which a screen lays itself out in another way, each with the class that its style sheet goes by."""

from typing import Final

BREAKPOINTS: Final = [(0, "-narrow"), (80, "-wide"), (112, "-broad")]
"""From how many cells on a screen has which class. A narrow one has the card under the article, the list on demand."""


def class_at(width: int) -> str:
    """The class of a width. Textual sets it when it has already laid out, and perhaps painted, without it."""
    return next(name for least, name in reversed(BREAKPOINTS) if width >= least)
