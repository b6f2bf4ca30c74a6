"""The queue as a table: rows are read when they come into view, columns appear as there is room for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotations.review.key_name import key_name
from annotations.review.listing import Column, Listing, state_of
from annotations.store.progress import QueueRow
from tui import pieces
from tui.glyphs import COMMENT, FLAG, NEAR, STATE_GLYPHS, raised
from tui.safe import one_line
from tui.widgets.lines import Styled, fitted
from tui.widgets.rows import Rows

PAGE: Final = 100
"""Articles that are read at once."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its key, its heading, how many cells it takes, and from how many cells of the list on it is there."""

    column: Column
    heading: str
    cells: int
    """0: what the others leave."""
    from_width: int = 0
    right: bool = False
    """Whether it stands at the right of its cells, as numbers do."""


FIELDS: Final = (
    Field("number", "number", 8, 72, right=True),
    Field("title", "title", 0),
    Field("source", "source", 20, 104),
    Field("state", "state", 2),
    Field("left", "left", 6, right=True),
    Field("flags", FLAG, 4, right=True),
    Field("comments", COMMENT, 4, right=True),
    Field("copies", NEAR, 5, 72, right=True),
)
"""In the order of the keys that sort by them, from 1 on."""
_STATE_WORDS: Final = 8
"""The cells that the state takes where it stands in words, too."""
_WORDS_FROM: Final = 88
_GAP: Final = 1


def layout(width: int) -> Iterator[tuple[Field, int]]:
    """The columns that a list of this width has, each with its cells."""
    shown = [field for field in FIELDS if width >= field.from_width]
    cells = {field: field.cells for field in shown}
    for field in shown:
        if field.column == "state" and width >= _WORDS_FROM:
            cells[field] += _STATE_WORDS
    rest = max(4, width - sum(cells.values()) - _GAP * (len(shown) + 1))
    for field in shown:
        yield field, cells[field] or rest


def _joined(cells: Sequence[Sequence[Segment]], width: int, blank: Style) -> list[Segment]:
    """The cells of a row side by side, with a gap around each."""
    gap = Segment(" " * _GAP, blank)
    return fitted([part for cell in cells for part in (gap, *cell)], width, blank)


def in_words(row: QueueRow) -> Sequence[str]:
    """What a row says by signs and numbers, from the fullest words to the tersest."""
    state = state_of(row)
    said = [f"{state} for an extractor" if state == "waiting" else str(state)]
    if row.undecided:
        said.append(f"{row.undecided} of {row.undecided + row.decided} left")
    counts = (
        (row.skipped, "skipped"),
        (row.flagged, "flagged"),
        (row.commented, "with a comment"),
        (row.near_copies, "near-copy" if row.near_copies == 1 else "near-copies"),
    )
    said += [f"{number} {noun}" for number, noun in counts if number]
    words = " · ".join(said)
    return f"article {row.seq} · {words} · {one_line(row.source)}", f"article {row.seq} · {words}", words


class ArticleHead(Styled, can_focus=False):
    """The columns' headings, each behind its key; the one that the list is sorted by has an arrow."""

    PIECES = pieces.HEAD

    @dataclass
    class Pressed(Message):
        """A heading was clicked."""

        column: Column

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sorted: tuple[Column, bool] = ("number", False)
        self._keys: tuple[str, ...] = ()

    def show(self, column: Column, descending: bool, keys: Sequence[str]) -> None:
        """Say what the list is sorted by, and the key of each column, as many as there are."""
        state = (column, descending), tuple(keys)
        if state != (self._sorted, self._keys):
            self._sorted, self._keys = state
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        width, blank = self.size.width, self.piece("")
        if y:
            return Strip.blank(width, blank)
        # The list below has a scroll bar at its right.
        headings = [self._heading(field, cells) for field, cells in layout(width - 1)]
        return Strip(_joined(headings, width, blank), width)

    def _heading(self, field: Field, cells: int) -> list[Segment]:
        column, descending = self._sorted
        meta = Style(meta={"column": field.column})
        number = FIELDS.index(field)
        named = raised(key_name(self._keys[number])) if number < len(self._keys) else ""
        key = Segment(named, self.piece("key") + meta)
        is_sorted = field.column == column
        heading = field.heading if cells > len(field.heading) else ""
        arrow = "" if not is_sorted else "↓" if descending else "↑"
        # The arrow stays where a key has a long name.
        heading = heading[: max(0, cells - key.cell_length - len(arrow))] + arrow
        label = Segment(heading, self.piece("sorted" if is_sorted else "heading") + meta)
        pad = Segment(" " * max(0, cells - key.cell_length - label.cell_length), self.piece("") + meta)
        return fitted([pad, key, label] if field.right else [key, label, pad], cells, self.piece(""))

    def on_click(self, event: events.Click) -> None:
        """Say which heading was clicked."""
        column = event.style.meta.get("column")
        if column is not None:
            self.post_message(self.Pressed(column))


class ArticleList(Rows, can_focus=False):
    """One row an article: its number, title and source, how far it is, what is left in it, what was said of it."""

    PIECES = pieces.ARTICLES

    def __init__(self, listing: Listing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._listing = listing
        self._pages: dict[int, list[QueueRow]] = {}

    @property
    def in_view(self) -> int:
        """How many rows a page moves by."""
        return max(1, self.viewport.height - self.OVERLAP)

    def update(self) -> None:
        """Show the listing as it is now: its rows are read anew as they come into view."""
        self._pages = {}
        self.resize_to(self._listing.count)

    def article(self, index: int) -> QueueRow:
        """The article in a row."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._listing.rows(number * PAGE, (number + 1) * PAGE)
        return self._pages[number][index % PAGE]

    def line(self, index: int, number: int) -> list[Segment]:
        """The columns that there is room for."""
        width, blank = self.viewport.width, self.piece("")
        row = self.article(index)
        filled = []
        for field, cells in layout(width):
            text, style = self._cell(row, field, cells)
            piece = Segment(text, self.piece(style))
            pad = [Segment(" " * (cells - piece.cell_length), blank)] if field.right else []
            filled.append(fitted([*pad, piece], cells, blank))
        joined = _joined(filled, width, blank)
        return [Segment("▸", self.piece("left")), *joined[1:]] if index == self.selected else joined

    def _cell(self, row: QueueRow, field: Field, cells: int) -> tuple[str, str]:
        """What stands in a cell, and its style."""
        state = state_of(row)
        match field.column:
            case "number":
                return str(row.seq), "number"
            case "title":
                return one_line(row.title), "title"
            case "source":
                return one_line(row.source), "source"
            case "state":
                glyph = STATE_GLYPHS[state]
                return (f"{glyph} {state}" if cells > field.cells else glyph), state
            case "left":
                return str(row.undecided) if row.extracted else "", "left" if row.undecided else "number"
            case "flags":
                return str(row.flagged or ""), "signs"
            case "comments":
                return str(row.commented or ""), "signs"
            case "copies":
                return str(row.near_copies or ""), "number"
