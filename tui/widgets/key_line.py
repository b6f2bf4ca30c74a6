"""The keys that work now, at the foot of the screen; each can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.safe import one_line
from tui.widgets.lines import Styled, fitted


class KeyHint(NamedTuple):
    """A key, what it does in a word, and what is pressed when it is clicked."""

    key: str
    label: str
    press: str
    """What is said when it is clicked: the id of an action, or ``key`` and a key."""


class KeyLine(Styled, can_focus=False):
    """As many keys as fit; the ones named first matter most, the last one is always there."""

    PREFIX = "keys"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}

    @dataclass
    class Pressed(Message):
        """A key was clicked."""

        press: str
        time_pressed: float
        """When, in monotonic seconds."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: tuple[KeyHint, ...] = ()

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Show these keys."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        width, blank = self.size.width, self.piece("")
        if y:
            return Strip.blank(width, blank)
        segments = [Segment(" ", blank)]
        for hint in self._fitting(width - 1):
            meta = Style(meta={"press": hint.press})
            segments.append(Segment(one_line(hint.key), self.piece("key") + meta))
            segments.append(Segment(f" {one_line(hint.label)}", self.piece("label") + meta))
            segments.append(Segment("  ", blank))
        return fitted(segments, width, blank)

    def _fitting(self, room: int) -> list[KeyHint]:
        if not self._hints:
            return []
        *others, last = self._hints
        room -= _cells(last)
        kept = []
        for hint in others:
            room -= _cells(hint)
            if room < 0:
                break
            kept.append(hint)
        return [*kept, last]

    def on_click(self, event: events.Click) -> None:
        """Say which key was clicked."""
        press = event.style.meta.get("press")
        if isinstance(press, str):
            self.post_message(self.Pressed(press, event.time))


def _cells(hint: KeyHint) -> int:
    return cell_len(hint.key) + cell_len(hint.label) + 3
