"""The queue as a list: pages are fetched when they come into view, so its length costs nothing."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment

from annotations.store.progress import QueueRow
from tui.glyphs import COMMENT, FLAG, GLYPHS, NEAR
from tui.safe import one_line
from tui.widgets.lines import fitted
from tui.widgets.rows import Rows

PAGE = 100
"""Articles fetched at once."""
WIDE = 80
"""From so many cells on a row says how many candidates there are, not only how many are left."""

Fetch = Callable[[int, int], list[QueueRow]]
"""From offset and limit to that page of the queue."""


class ArticleList(Rows, can_focus=False):
    """One row an article: how far it is, its number, its title, what is left in it."""

    PREFIX = "articles"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"articles--{name}" for name in ("selected", "number", "title", "left", "complete", "waiting", "flag")
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch: Fetch = lambda _offset, _limit: []
        self._pages: dict[int, list[QueueRow]] = {}

    def show(self, fetch: Fetch, count: int | None) -> None:
        """Show what ``fetch`` gives. ``count`` None: find out by going to the end, page by page."""
        self._fetch, self._pages = fetch, {}
        if count is None:
            count = 0
            while len(page := self._page_of(count)) == PAGE:
                count += PAGE
            count += len(page)
        self.resize_to(count)
        self.select(0 if count else None)

    def article(self, index: int) -> QueueRow | None:
        """The article in a row."""
        page = self._page_of(index)
        return page[index % PAGE] if index % PAGE < len(page) else None

    def _page_of(self, index: int) -> list[QueueRow]:
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(number * PAGE, PAGE)
        return self._pages[number]

    def row(self, index: int) -> list[Segment]:
        """Glyph, number, title, then at the right edge what is left."""
        row, blank = self.article(index), self.piece("")
        if row is None:
            return []
        if not row.extracted:
            glyph, left, style = " ", "waiting", "waiting"
        elif row.complete:
            glyph, left, style = GLYPHS["accepted"], "complete", "complete"
        else:
            open_count = row.undecided + row.skipped
            of = f"{open_count} of {open_count + row.decided}" if self.size.width >= WIDE else str(open_count)
            glyph, left, style = GLYPHS["undecided"], f"{of} left", "left"
        signs = (FLAG if row.flagged else " ") + (COMMENT if row.commented else " ")
        copies = f"{NEAR}{row.near_copies}" if row.near_copies else ""
        tail = f" {copies:>3} {signs} {left:>{16 if self.size.width >= WIDE else 9}} "
        room = self.size.width - len(tail) - 9
        return [
            Segment(f" {glyph} ", self.piece(style)),
            Segment(f"{row.seq:>4}  ", self.piece("number")),
            *fitted([Segment(one_line(row.title), self.piece("title"))], max(4, room), blank),
            Segment(tail, self.piece(style)),
        ]
