"""Where one is, how far the work is, and what the last key came to."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui import pieces
from tui.safe import one_line, safe
from tui.widgets.kept_lines import Kept
from tui.widgets.lines import fitted


class StatusLine(Kept, can_focus=False):
    """The place at the left in as many words as fit, the last message at the right."""

    PIECES = pieces.STATUS

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._places: tuple[str, ...] = ("",)
        self._message, self._ok = "", True

    @property
    def message(self) -> str:
        """The last message."""
        return self._message

    @property
    def place(self) -> str:
        """The place in its fullest words."""
        return self._places[0]

    def show(self, places: Sequence[str], message: str, ok: bool) -> None:
        """Show the place, worded from the fullest to the tersest, and what the last key came to."""
        state = (tuple(places), one_line(message), ok)
        if state != (self._places, self._message, self._ok):
            self._places, self._message, self._ok = state
            self.refresh()

    def row(self, number: int) -> Strip:
        """The one row."""
        width, blank = self.size.width, self.piece("")
        if number:
            return Strip.blank(width, blank)
        message = cell_len(self._message)
        room = width - 2 - (message + 3 if message else 0)
        place = next((place for place in self._places if cell_len(place) <= room), self._places[-1])
        # What the last key came to is cut last: where one is can be seen again after the next key.
        least = min(cell_len(self._places[-1]) + 2, width // 3)
        segments = fitted([Segment(f" {safe(place)}", self.piece("place"))], max(least, room + 2), blank)
        if message:
            style = self.piece("message" if self._ok else "refused")
            segments += [Segment("  ", blank), Segment(self._message, style)]
        return Strip(fitted(segments, width, blank), width)
