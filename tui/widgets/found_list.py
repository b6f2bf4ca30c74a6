"""What a search over all articles found: of each its title and source, and below them the line that has the match."""

from collections.abc import Callable
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from annotations.review.finding import FoundLine
from tui import pieces
from tui.safe import one_line, safe
from tui.widgets.lines import fitted
from tui.widgets.rows import Rows
from tui.wrap import Ruler

PAGE: Final = 50
"""Articles that are read at once."""
_INDENT: Final = 3
_SOURCE: Final = 24
"""The most cells that a source takes."""

Fetch = Callable[[int, int], list[FoundLine]]
"""From the first row and the one behind the last to those rows."""


class FoundList(Rows, can_focus=False):
    """Two lines an article."""

    PIECES = pieces.FOUND
    TALL = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch: Fetch = lambda _start, _stop: []
        self._pages: dict[int, list[FoundLine]] = {}

    def show(self, fetch: Fetch, count: int) -> None:
        """Show so many rows, which ``fetch`` gives."""
        self._fetch, self._pages = fetch, {}
        self.select(None)
        self.resize_to(count)

    @property
    def in_view(self) -> int:
        """How many articles a page moves by."""
        return max(1, self.viewport.height // self.TALL - self.OVERLAP)

    def found(self, index: int) -> FoundLine:
        """The article in a row."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(number * PAGE, (number + 1) * PAGE)
        return self._pages[number][index % PAGE]

    def line(self, index: int, number: int) -> list[Segment]:
        """Title, source and number of matches; below, the line."""
        found, width = self.found(index), self.viewport.width
        return self._line(found, width) if number else self._title(index, found, width)

    def _title(self, index: int, found: FoundLine, width: int) -> list[Segment]:
        blank = self.piece("")
        source = one_line(found.article.source)
        room = min(_SOURCE, max(8, width // 4))
        hits = f"×{found.hits:,}".rjust(6) + " "
        title = width - room - len(hits) - 3
        return [
            Segment("▸" if index == self.selected else " ", self.piece("hits")),
            *fitted([Segment(one_line(found.article.title), self.piece("title"))], max(4, title), blank),
            Segment("  ", blank),
            *fitted([Segment(source, self.piece("source"))], room, blank),
            Segment(hits, self.piece("hits")),
        ]

    def _line(self, found: FoundLine, width: int) -> list[Segment]:
        """The line, from so far before the match on that it is in view."""
        text, blank = found.line.replace("\r", " ").replace("\n", " "), self.piece("")
        ruler, room = Ruler(text), max(4, width - _INDENT - 1)
        start = 0
        if found.marks and ruler.cells(0, found.marks[0][1]) > room:
            start = max(0, found.marks[0][0] - room // 3)
        end = ruler.fit(start, len(text), room)
        segments, at = [Segment(" " * (_INDENT - 1) + ("…" if start else " "), self.piece("line"))], start
        for first, last in found.marks:
            segments.append(Segment(safe(text[at : max(at, min(first, end))]), self.piece("line")))
            segments.append(Segment(safe(text[max(at, min(first, end)) : min(last, end)]), self.piece("match")))
            at = max(at, min(last, end))
        segments.append(Segment(safe(text[at:end]) + ("…" if end < len(text) else ""), self.piece("line")))
        return [*Strip(segments).adjust_cell_length(width, blank)]
