"""A list of any length of which only the rows in view are made, with one of them selected."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.widgets.kept_lines import KeptLines
from tui.widgets.lines import fitted


class Rows(KeptLines, can_focus=False):
    """Base of the lists. Whoever derives from it says how a row reads (`line`)."""

    TALL: ClassVar[int] = 1
    """How many lines of the screen each row takes."""

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        rows: "Rows"
        index: int
        time: float
        """When, in monotonic seconds."""

        @property
        def control(self) -> "Rows":
            """The list that was clicked."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._selected: int | None = None

    @abstractmethod
    def line(self, index: int, number: int) -> list[Segment]:
        """How line ``number`` of row ``index`` reads, 0 the first."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def selected(self) -> int | None:
        """The selected row."""
        return self._selected

    def resize_to(self, count: int) -> None:
        """Have ``count`` rows; all are drawn anew."""
        if count != self._count:
            self._count = count
            self.resize_content(count * self.TALL)
        self.refresh()

    def select(self, index: int | None, changed: Sequence[int] = ()) -> None:
        """Select a row, with others that ``changed``; where it stands at the edge or out of view, in the middle."""
        before, self._selected = self._selected, index
        if before == index:
            self.redraw(*changed)
            return
        self.redraw(before, index, *changed)
        if index is not None:
            top, height = self.top, max(1, self.viewport.height)
            first, last = index * self.TALL, (index + 1) * self.TALL - 1
            margin = min(2 * self.TALL, max(0, height - self.TALL) // 2)
            if not (top + margin <= first and last < top + height - margin):
                # To the middle, so that the next moves leave the other rows where they are.
                self.scroll_to(y=first - height // 2, animate=False)

    def redraw(self, *indices: int | None) -> None:
        """Draw some rows anew."""
        firsts = [index * self.TALL for index in indices if index is not None]
        super().redraw(*(first + line for first in firsts for line in range(self.TALL)))

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        index, self._selected = self._selected, None
        self.select(index)

    def row(self, number: int) -> Strip:
        """A line of a row: each takes as many as it is tall."""
        index, line = divmod(number, self.TALL)
        width = self.viewport.width
        blank = self.piece("")
        if index >= self._count:
            return Strip.blank(width, blank)
        segments = fitted(self.line(index, line), width, blank)
        if index == self._selected:
            over = self.over("selected")
            segments = [Segment(segment.text, (segment.style or blank) + over) for segment in segments]
        return Strip(segments, width)

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        clicked = event.get_content_offset(self)
        if clicked is None:
            return
        index = (self.top + clicked.y) // self.TALL
        if index < self._count:
            self.post_message(self.Chosen(self, index, event.time))
