"""Lines of safe text wrapped to a width in cells, with every offset kept in code points.

Works on what `tui.safe.composed` returns, where a code point takes one or two cells, or none, and cells add up.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import get_character_cell_size

from tui.safe import JOINED, composed, one_line


class Ruler:
    """A text with its line ends, and how many cells its stretches take. All offsets count code points of ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = composed(text)
        """What is drawn, without `JOINED`; as long as ``text``."""
        self._wide = frozenset(filter(_is_wide, set(self.shown)))
        self._is_even = not self._wide and JOINED not in self.shown
        """Whether every code point takes one cell."""

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line, without its line feed and the carriage return before it; one line at least."""
        start, text = 0, self.text
        while (end := text.find("\n", start)) >= 0:
            yield start, end - (end > start and text[end - 1] == "\r")
            start = end + 1
        yield start, len(text)

    def cells(self, start: int, end: int) -> int:
        """How many cells the stretch takes."""
        if self._is_even:
            return end - start
        stretch = self.shown[start:end]
        return end - start + sum(map(self._wide.__contains__, stretch)) - stretch.count(JOINED)

    def fit(self, start: int, end: int, width: int) -> int:
        """The furthest offset up to ``end`` that ``width`` cells from ``start`` reach."""
        furthest = min(end, start + width)
        if not self._is_even:
            while (excess := self.cells(start, furthest) - width) > 0:
                furthest -= max(1, excess // 2)
            while furthest < end and self.cells(start, furthest + 1) <= width:
                furthest += 1
        return furthest

    def rows(self, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
        """The stretch broken into rows of at most ``width`` cells, after spaces where there are any.

        The space that a row is broken after belongs to the row's stretch but is not in its end: it hangs unseen.
        """
        shown = self.shown
        while True:
            furthest = max(start + 1, self.fit(start, end, width))
            if furthest >= end:
                yield start, end
                return
            space = shown.rfind(" ", start + 1, furthest + 1)
            if space < 0:
                yield start, furthest
                start = furthest
            else:
                yield start, space
                start = space + 1


def _is_wide(character: str) -> bool:
    return get_character_cell_size(character) > 1


def rows_of(text: str, width: int) -> list[str]:
    """A short text from outside as safe rows of at most ``width`` cells, its own line ends as spaces."""
    line = one_line(text)
    ruler = Ruler(line)
    return [line[start:end] for start, end in ruler.rows(0, len(line), max(1, width))] if line else []


class Row(NamedTuple):
    """One row of the screen: the stretch it shows, its line's number, whether it is the line's first, its indent."""

    start: int
    end: int
    line: int
    first: bool
    indent: int


class Wrapped:
    """A text wrapped to ``width`` cells. ``indents`` says for each line how many cells it is set in."""

    def __init__(self, ruler: Ruler, width: int, indents: Sequence[int]) -> None:
        self.ruler = ruler
        self.width = width
        self._indents = indents
        self._starts, self._ends, self._lines = array("L"), array("L"), array("L")
        for number, (line_start, line_end) in enumerate(ruler.lines()):
            room = max(1, width - indents[number])
            for start, end in ruler.rows(line_start, line_end, room):
                self._starts.append(start)
                self._ends.append(end)
                self._lines.append(number)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Row:
        line = self._lines[number]
        first = number == 0 or self._lines[number - 1] != line
        return Row(self._starts[number], self._ends[number], line, first, self._indents[line])

    def row_of(self, offset: int) -> int:
        """The number of the row that the code point at ``offset`` stands on."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def rows_of(self, start: int, end: int) -> range:
        """The numbers of the rows that the stretch touches; empty where the stretch is."""
        if start >= end:
            return range(0)
        return range(self.row_of(start), self.row_of(end - 1) + 1)

    def offset_at(self, number: int, column: int) -> int:
        """The offset of the code point drawn at ``column`` of row ``number``; beyond the row, the nearest one of it."""
        row = self[number]
        return min(self.ruler.fit(row.start, row.end, max(0, column - row.indent)), max(row.start, row.end - 1))
