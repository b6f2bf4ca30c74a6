"""The queue of articles: move, narrow it down by typing, sort it by a column, open one."""

import asyncio
from time import monotonic

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.review.listing import COLUMNS, SLICE, Column, Listing
from tui.keys import keys_of
from tui.line_editor import LineEditor
from tui.widgets.article_list import ArticleHead, ArticleList
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.rows import Rows

LOOK_EVERY = 1.0
"""Seconds between looks for what other processes wrote."""
TELL_EVERY = 0.2
"""Seconds between two words about how far it read."""

_HINTS = (
    KeyHint("enter", "open", "enter"),
    KeyHint("j k", "move", "j"),
    KeyHint("/", "filter", "/"),
    KeyHint(f"1–{len(COLUMNS)}", "sort", "1"),
    KeyHint("space b", "page", "space"),
    KeyHint("esc", "back to the article", "escape"),
)
_FILTERED_HINTS = (*_HINTS[:-1], KeyHint("esc", "all articles", "escape"))
_TYPING_HINTS = (
    KeyHint("enter", "open", "enter"),
    KeyHint("↑ ↓", "move", "down"),
    KeyHint("tab", "keep", "tab"),
    KeyHint("esc", "all articles", "escape"),
)


class QueueScreen(Screen[str]):
    """Lists the queue; dismissed with the id of the article to open, or None."""

    CSS_PATH = "queue.tcss"

    def __init__(self, listing: Listing, seq: int | None) -> None:
        """Show a listing as it was left, the article with the number ``seq`` in the queue selected."""
        super().__init__()
        self._listing = listing
        self._seq = seq
        self._line = LineEditor.at_end(listing.words)
        self._typing = False
        self._reading: int | None = None
        self._rested = 0.0

    def compose(self) -> ComposeResult:
        """The headings, the list, the filter, the keys that work here."""
        yield ArticleHead(id="head")
        yield ArticleList(self._listing, id="articles")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """List all articles, the open one selected."""
        self._listing.look()
        self._show()
        self._read_if_stale()
        self.set_interval(LOOK_EVERY, self._look)

    def on_key(self, event: events.Key) -> None:
        """Move, narrow down, sort, open or leave."""
        event.stop()
        for key in keys_of(event):
            self._press(key)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the filter while it is typed."""
        if self._typing:
            self._narrow(self._line.type(event.text))

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self._press(event.press)

    @on(ArticleHead.Pressed)
    def _heading_clicked(self, event: ArticleHead.Pressed) -> None:
        self._sort(event.column)

    @on(Rows.Chosen)
    def _row_clicked(self, event: Rows.Chosen) -> None:
        if event.index == self.query_one(ArticleList).selected:
            self._open()
        else:
            self._select(event.index)

    def _press(self, key: str) -> None:
        if self._typing:
            self._type(key)
            return
        articles = self.query_one(ArticleList)
        match key:
            case "escape" if self._line.text:
                self._narrow(LineEditor())
            case "escape" | "q" | "o":
                self._leave(None)
            case "/":
                self._typing = True
                self._show_foot()
            case "j":
                self._move(1)
            case "k":
                self._move(-1)
            case "space":
                self._move(articles.in_view)
            case "b":
                self._move(-articles.in_view)
            case "g" | "home":
                self._select(0)
            case "G" | "end":
                self._select(articles.count - 1)
            case _ if key.isdecimal() and 1 <= int(key) <= len(COLUMNS):
                self._sort(COLUMNS[int(key) - 1])
            case _:
                self._press_anywhere(key)

    def _press_anywhere(self, key: str) -> bool:
        """What a key does whether one types or not; whether it does anything."""
        page = self.query_one(ArticleList).in_view
        match key:
            case "enter":
                self._open()
            case "down" | "up":
                self._move(1 if key == "down" else -1)
            case "pagedown" | "pageup":
                self._move(page if key == "pagedown" else -page)
            case _:
                return False
        return True

    def _type(self, key: str) -> None:
        match key:
            case "tab":
                self._typing = False
                self._show_foot()
            case "escape":
                self._typing = False
                self._narrow(LineEditor())
            case "space":
                self._narrow(self._line.type(" "))
            case _ if len(key) == 1:
                self._narrow(self._line.type(key))
            case _ if not self._press_anywhere(key):
                self._narrow(self._line.press(key))

    # What there is

    def _look(self) -> None:
        """Take in what was written since, here or elsewhere: the rows in view at once, the rest bit by bit."""
        if self._listing.look():
            self._show()
        self._read_if_stale()

    def _read_if_stale(self) -> None:
        listing = self._listing
        if listing.is_stale and self._reading is None and monotonic() >= self._rested:
            if listing.articles <= SLICE:
                # So few are read before anything is painted.
                for _ in listing.read():
                    pass
                self._show()
            else:
                self._reading = 0
                self.run_worker(self._read())

    async def _read(self) -> None:
        begun = said = monotonic()
        for articles in self._listing.read():
            self._reading = articles
            if monotonic() - said >= TELL_EVERY:
                said = monotonic()
                self._show_title()
            await asyncio.sleep(0)
        self._reading = None
        # While others write all the time, reading everything takes a tenth of it.
        self._rested = monotonic() + 9 * (monotonic() - begun)
        self._show()

    def _narrow(self, line: LineEditor) -> None:
        changed = line.text != self._line.text
        self._line = line
        if changed:
            self._listing.narrow(line.text)
            self._show(top=bool(line.text))
        self._show_foot()

    def _sort(self, column: Column) -> None:
        self._listing.sort(column)
        self._show(top=True)

    # What is shown

    def _show(self, top: bool = False) -> None:
        """Show the listing; selected is the article that was, or the first one."""
        articles = self.query_one(ArticleList)
        articles.update()
        index = None if top or self._seq is None else self._listing.index_of(self._seq)
        articles.select(None)
        if top:
            self._select(0)
        elif articles.count:
            articles.select(index or 0)
        self.query_one(ArticleHead).show(self._listing.column, self._listing.descending)
        self._show_foot()

    def _show_foot(self) -> None:
        prompt = self.query_one(Prompt)
        prompt.display = self._typing or bool(self._line.text)
        prompt.show("title or source has", self._line)
        hints = _FILTERED_HINTS if self._line.text else _HINTS
        self.query_one(KeyLine).show(_TYPING_HINTS if self._typing else hints)
        self._show_title()

    def _show_title(self) -> None:
        listing = self._listing
        title = f"articles {listing.count:,}"
        if listing.count != listing.articles:
            title += f" of {listing.articles:,}"
        if self._reading is not None and listing.articles:
            title += f" · reading {100 * self._reading // listing.articles} %"
        self.query_one(ArticleHead).border_title = title

    def _move(self, by: int) -> None:
        self._select((self.query_one(ArticleList).selected or 0) + by)

    def _select(self, index: int) -> None:
        articles = self.query_one(ArticleList)
        if articles.count:
            index = min(max(index, 0), articles.count - 1)
            self._seq = self._listing.seq(index)
            articles.select(index)

    def _open(self) -> None:
        articles = self.query_one(ArticleList)
        row = articles.article(articles.selected) if articles.selected is not None else None
        if row is not None and row.extracted:
            self._leave(row.article)

    def _leave(self, article: str | None) -> None:
        if self.is_active:
            self.dismiss(article)
