"""Blocks of rows in as many columns as fit, to be read and scrolled."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.lines import Lines, fitted

Block = list[list[Segment]]


class Columns(Lines, can_focus=False):
    """Base of what is laid out so. Whoever derives from it makes the blocks (`blocks`)."""

    COLUMN: ClassVar[int]
    """The least cells a column wants, the gap behind it included."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: list[Strip] = []

    @abstractmethod
    def blocks(self, width: int) -> Sequence[Block]:
        """The blocks, in rows of at most ``width`` cells."""

    def on_resize(self) -> None:
        """Lay the blocks out for the new width."""
        self.lay_out()

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        if self.is_mounted:
            self.call_after_refresh(self.lay_out)

    def lay_out(self) -> None:
        """Make the blocks anew; the next one goes where there is most room."""
        width = self.viewport.width
        across = max(1, width // self.COLUMN)
        column = width // across
        columns: list[Block] = [[] for _ in range(across)]
        for block in self.blocks(column - 2):
            shortest = min(columns, key=len)
            shortest += [*block, []]
        blank = self.piece("")
        self._strips = []
        for row in range(max(map(len, columns))):
            cells = [fitted(lines[row] if row < len(lines) else [], column - 2, blank) for lines in columns]
            self._strips.append(Strip([part for cell in cells for part in (*cell, Segment("  ", blank))]))
        self.virtual_size = Size(0, len(self._strips))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row ``y`` of the viewport."""
        index = self.scroll_offset.y + y
        strip = self._strips[index] if index < len(self._strips) else Strip([])
        return strip.adjust_cell_length(self.size.width, self.piece(""))
