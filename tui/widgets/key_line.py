"""The keys that work now, at the foot of the screen; each can be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui import pieces
from tui.safe import one_line
from tui.widgets.lines import Styled, fitted, pressing


class KeyHint(NamedTuple):
    """A key, what it does in a word, and what is pressed when either is clicked."""

    key: str
    label: str
    press: str
    """What is said when it is clicked: the id of an action, or ``key`` and a key."""
    others: tuple[tuple[str, str], ...] = ()
    """Further keys of the same word, each with what is said when it is clicked."""

    @classmethod
    def of(cls, label: str, keys: Sequence[tuple[str, str]]) -> "KeyHint":
        """A word and its keys, each with what is said when it is clicked; the word says what the first one says."""
        (key, press), *others = keys
        return cls(key, label, press, tuple(others))

    @property
    def keys(self) -> str:
        """All of its keys in one line."""
        return " ".join((self.key, *(key for key, _ in self.others)))


BACK: Final = KeyHint("esc", "back", "escape")


class KeyLine(Styled, can_focus=False):
    """As many keys as fit; the ones named first matter most, the last one is always there."""

    PIECES = pieces.KEYS

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
        shown, gap = self._fitting(width - 1)
        for hint in shown:
            for key, press in ((hint.key, hint.press), *hint.others):
                segments.append(Segment(f"{one_line(key)} ", self.piece("key") + pressing(press)))
            segments.append(Segment(one_line(hint.label), self.piece("label") + pressing(hint.press)))
            segments.append(Segment(" " * gap, blank))
        return Strip(fitted(segments, width, blank), width)

    def _fitting(self, room: int) -> tuple[list[KeyHint], int]:
        """The keys that fit, and the blanks behind each: one where that makes all of them fit, else two."""
        cells = [cell_len(hint.keys) + 1 + cell_len(hint.label) for hint in self._hints]
        if sum(cells) + len(cells) <= room < sum(cells) + 2 * len(cells):
            return [*self._hints], 1
        room -= sum(cells[-1:]) + 2
        kept = []
        for hint, width in zip(self._hints[:-1], cells, strict=False):
            room -= width + 2
            if room < 0:
                break
            kept.append(hint)
        return [*kept, *self._hints[-1:]], 2

    def on_click(self, event: events.Click) -> None:
        """Say which key was clicked."""
        press = event.style.meta.get("press")
        if isinstance(press, str):
            self.post_message(self.Pressed(press, event.time))
