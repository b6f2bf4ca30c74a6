"""What can be chosen by its letters, laid out in columns over the foot of the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui import pieces
from tui.safe import one_line
from tui.widgets.lines import Lines, fitted

GLOSSED = 6
"""Up to so many options each get a row with their meaning; more stand in columns by name."""


class Choice(Protocol):
    """What a chooser offers."""

    @property
    def key(self) -> str:
        """The letters that choose it."""

    @property
    def name(self) -> str:
        """What is chosen."""

    @property
    def gloss(self) -> str:
        """What it means."""


class ChooserPanel(Lines, can_focus=False):
    """Options that are still possible. It draws; its screen feeds the chooser keys."""

    PIECES = pieces.CHOOSER

    @dataclass
    class Chosen(Message):
        """An option was clicked."""

        name: str
        time_pressed: float
        """When, in monotonic seconds."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options: Sequence[Choice] = ()
        self._typed = ""
        self._strips: list[Strip] = []

    def show(self, title: str, options: Sequence[Choice], typed: str) -> None:
        """Show the options of which ``typed`` are the first letters."""
        self._options, self._typed = options, typed
        self.entitle(f"{title} {typed}" if typed else title)
        self.display = True
        self._lay_out()

    def hide(self) -> None:
        """Go away."""
        if self.display:
            self.display = False

    @property
    def rows(self) -> int:
        """How many rows of the screen it takes, its border included."""
        return min(len(self._strips) + 1, max(4, self.screen.size.height * 2 // 3)) if self.display else 0

    @property
    def overflows(self) -> bool:
        """Whether some options are out of sight."""
        return self.display and len(self._strips) + 1 > self.rows

    def on_resize(self) -> None:
        """Lay the options out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.screen.size.width - 2
        glossed = len(self._options) <= GLOSSED
        self._strips = self._glossed(width) if glossed else self._columns(width)
        self.styles.height = self.rows
        self.virtual_size = Size(0, len(self._strips))
        self.refresh()

    def _glossed(self, width: int) -> list[Strip]:
        names = max((cell_len(option.name) for option in self._options), default=0)
        blank = self.piece("")
        glosses = [Segment(f"  {one_line(option.gloss)}", self.piece("gloss")) for option in self._options]
        return [
            Strip(fitted([*self._option(option, names), gloss], width, blank), width)
            for option, gloss in zip(self._options, glosses, strict=True)
        ]

    def _columns(self, width: int) -> list[Strip]:
        names = max(cell_len(option.name) for option in self._options)
        keys = max(len(option.key) for option in self._options)
        across = max(1, width // (names + keys + 4))
        down = -(-len(self._options) // across)
        rows = [self._options[row::down] for row in range(down)]
        blank = self.piece("")
        parts = [[segment for option in row for segment in self._option(option, names + 2)] for row in rows]
        return [Strip(fitted(row, width, blank), width) for row in parts]

    def _option(self, option: Choice, width: int) -> list[Segment]:
        meta = Style(meta={"choose": option.name})
        typed = len(self._typed)
        name = one_line(option.name)
        return [
            Segment(" ", self.piece("")),
            Segment(option.key[:typed], self.piece("typed") + meta),
            Segment(f"{option.key[typed:]} ", self.piece("key") + meta),
            Segment(name + " " * (width - cell_len(name)), self.piece("name") + meta),
        ]

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the viewport."""
        index = self.scroll_offset.y + y
        blank = self.piece("")
        strip = self._strips[index] if index < len(self._strips) else Strip([])
        return strip.adjust_cell_length(self.size.width, blank)

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        name = event.style.meta.get("choose")
        if isinstance(name, str):
            self.post_message(self.Chosen(name, event.time))
