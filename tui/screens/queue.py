"""The queue of articles: move, narrow it down by typing, sort it by a column, open one."""

import asyncio
from collections.abc import Sequence
from time import monotonic

from textual import events, on
from textual.app import ComposeResult

from annotations.review.listing import COLUMNS, SLICE, Column
from annotations.store.progress import QueueRow
from tui.actions import keys_name
from tui.line_editor import LineEditor
from tui.reviewing import Reviewing
from tui.screens.lists import UNREADY, ListScreen
from tui.widgets.article_list import ArticleHead, ArticleList, in_words
from tui.widgets.key_line import BACK, KeyHint, KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.status_line import StatusLine

LOOK_EVERY = 1.0
"""Seconds between looks for what other processes wrote."""
TELL_EVERY = 0.2
"""Seconds between two words about how far it read."""

_TYPING_HINTS = (
    KeyHint("enter", "open", "enter"),
    KeyHint.of("move", (("↑", "up"), ("↓", "down"))),
    KeyHint("tab", "keep", "tab"),
    KeyHint("esc", "all articles", "escape"),
)
_TYPED = {
    "enter": "lists_open",
    "down": "next",
    "up": "previous",
    "pagedown": "page_down",
    "pageup": "page_up",
}
"""What keys that write nothing are for while one types."""


class QueueScreen(ListScreen):
    """Lists the queue."""

    CSS_PATH = "queue.tcss"
    OPENED_BY = "queue"

    def __init__(self, reviewing: Reviewing) -> None:
        """Show the listing as it was left, the open article selected."""
        super().__init__(reviewing)
        session = reviewing.session
        self._listing = session.listing
        self._seq = session.article.seq if session.article else None
        self._line = LineEditor.at_end(self._listing.words)
        self._refused = ""
        self._reading: int | None = None
        self._rested = 0.0

    def compose(self) -> ComposeResult:
        """The headings, the list, the selected article in words, the filter, the keys that work here."""
        yield ArticleHead(id="head")
        yield ArticleList(self._listing, id="articles")
        yield StatusLine(id="status")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    @property
    def articles(self) -> ArticleList:
        """The queue."""
        return self.query_one(ArticleList)

    def on_mount(self) -> None:
        """List all articles, the open one selected."""
        self._listing.look()
        self._show()
        self._read_if_stale()
        self.set_interval(LOOK_EVERY, self._look)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the filter while it is typed."""
        if self.typing:
            self._narrow(self._line.type(event.text))

    @on(ArticleHead.Pressed)
    def _heading_clicked(self, event: ArticleHead.Pressed) -> None:
        self._sort(event.column)

    def escape(self) -> None:
        """First show all articles again, then go back."""
        if self._line.text:
            self._narrow(LineEditor())
        else:
            self.leave()

    def do(self, action: str, key: str) -> None:
        """Narrow down or sort; else what every list does."""
        match action:
            case "search":
                self.typing = True
                self._show_foot()
            case "lists_sort":
                column = self.keymap.keys(action).index(key)
                if column < len(COLUMNS):
                    self._sort(COLUMNS[column])
            case _:
                super().do(action, key)

    def type(self, key: str) -> None:
        """Narrow down by what is typed; move and open meanwhile."""
        match key:
            case "tab":
                self.typing = False
                self._show_foot()
            case "escape":
                self.typing = False
                self._narrow(LineEditor())
            case _ if key in _TYPED:
                self.do(_TYPED[key], key)
            case _:
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
        articles = self.articles
        articles.update()
        index = None if top or self._seq is None else self._listing.index_of(self._seq)
        articles.select(None)
        if top:
            self.select(0)
        elif articles.count:
            articles.select(index or 0)
        self._show_words()
        keys = self.keymap.keys("lists_sort")
        self.query_one(ArticleHead).show(self._listing.column, self._listing.descending, keys)
        self._show_foot()

    def _show_foot(self) -> None:
        prompt = self.query_one(Prompt)
        prompt.display = self.typing or bool(self._line.text)
        prompt.show("title or source has", self._line)
        self.query_one(KeyLine).show(_TYPING_HINTS if self.typing else self._hints())
        self._show_title()

    def _hints(self) -> Sequence[KeyHint]:
        offered = self.hints(("open", ("lists_open",)), ("move", ("next", "previous")), ("filter", ("search",)))
        if sort := self.keymap.keys("lists_sort"):
            offered.append(KeyHint(keys_name(sort), "sort", sort[0]))
        offered += self.hints(("page", ("page_down", "page_up")), ("help", ("help",)))
        return [*offered, _TYPING_HINTS[-1] if self._line.text else BACK]

    def _show_title(self) -> None:
        listing = self._listing
        title = f"articles {listing.count:,}"
        if listing.count != listing.articles:
            title += f" of {listing.articles:,}"
        if self._reading is not None and listing.articles:
            title += f" · reading {100 * self._reading // listing.articles} %"
        self.query_one(ArticleHead).entitle(title)

    def select(self, index: int) -> None:
        """Select the article in this row, or in the nearest that there is, and say in words what its signs mean."""
        super().select(index)
        self._refused = ""
        selected = self.articles.selected
        if selected is not None:
            self._seq = self._listing.seq(selected)
        self._show_words()

    def take(self, article: str) -> None:
        """Open the article in the review."""
        self.reviewing.open_article(article)

    def chosen(self) -> str | None:
        """The selected article, where some extractor has read it."""
        row = self._row
        if row is None:
            return None
        if not row.extracted:
            self._refused = UNREADY
            self._show_words()
            return None
        return row.article

    @property
    def _row(self) -> QueueRow | None:
        selected = self.articles.selected
        return self.articles.article(selected) if selected is not None else None

    def _show_words(self) -> None:
        row = self._row
        self.query_one(StatusLine).show(in_words(row) if row else ("no article",), self._refused, not self._refused)
