"""What stands open on the review screen and waits for letters: a choice by its letters, a line being typed."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from annotations.ontology import EventType, Label
from annotations.review.choosing import Chooser
from annotations.review.outcome import Outcome
from tui.line_editor import LineEditor

Anchor = Literal["trigger", "sentence", "match"]
"""What the eye follows: it is kept in view."""


class Asking(NamedTuple):
    """A choice that stands open: what is chosen, of which candidate, and what choosing does."""

    title: str
    chooser: Chooser[EventType] | Chooser[Label]
    candidate: str
    take: Callable[[str, float], Outcome]


class Typing(NamedTuple):
    """A line being typed: what is asked for and what entering it does."""

    question: str
    line: LineEditor
    take: Callable[[str], Outcome]
    anchor: Anchor = "trigger"
    kept: str | None = None
    """What is in the database so far, where the line is to be; other text is lost on leaving."""
    wider: str | None = None
    """The id of the action that does the same for all articles, if there is one."""

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        return self.kept is not None and self.line.text != self.kept


class Panel(NamedTuple):
    """What a chooser shows: what is chosen, the options still possible, the letters typed."""

    title: str
    options: tuple[EventType, ...] | tuple[Label, ...]
    typed: str
