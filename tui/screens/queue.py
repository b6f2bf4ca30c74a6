"""The queue of articles: move, narrow it down by title, open one."""

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.review.session import ReviewSession
from tui.keys import keys_of
from tui.line_editor import LineEditor
from tui.widgets.article_list import ArticleList
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.rows import Rows

_HINTS = (
    KeyHint("enter", "open", "enter"),
    KeyHint("j k", "move", "j"),
    KeyHint("space b", "page", "space"),
    KeyHint("/", "title contains", "/"),
    KeyHint("esc", "back to the article", "escape"),
)
_TYPING_HINTS = (KeyHint("enter", "keep", "enter"), KeyHint("esc", "all articles", "escape"))


class QueueScreen(Screen[str]):
    """Lists the queue; dismissed with the id of the article to open, or None."""

    CSS_PATH = "queue.tcss"

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self._line = LineEditor()
        self._typing = False

    def compose(self) -> ComposeResult:
        """The list, the filter, the keys that work here."""
        yield ArticleList(id="articles")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """List all articles, the open one selected."""
        self._filter()
        self._select(self._session.position[0] - 1)

    def on_key(self, event: events.Key) -> None:
        """Move, narrow down, open or leave."""
        event.stop()
        for key in keys_of(event):
            self._press(key)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the filter while it is typed."""
        if self._typing:
            self._line = self._line.type(event.text)
            self._filter()

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self._press(event.press)

    @on(Rows.Chosen)
    def _row_clicked(self, event: Rows.Chosen) -> None:
        if event.index == self.query_one(ArticleList).selected:
            self._press("enter")
        else:
            self._select(event.index)

    def _press(self, key: str) -> None:
        if self._typing:
            self._type(key)
            return
        articles = self.query_one(ArticleList)
        at, page = articles.selected or 0, max(1, articles.size.height - 1)
        match key:
            case "escape" | "q" | "o":
                self._leave(None)
            case "enter":
                self._open()
            case "/":
                self._typing = True
                self._show_foot()
            case "j" | "down":
                self._select(at + 1)
            case "k" | "up":
                self._select(at - 1)
            case "space" | "pagedown":
                self._select(at + page)
            case "b" | "pageup":
                self._select(at - page)
            case "g" | "home":
                self._select(0)
            case "G" | "end":
                self._select(articles.count - 1)
            case _:
                pass

    def _type(self, key: str) -> None:
        match key:
            case "enter":
                self._typing = False
            case "escape":
                self._typing, self._line = False, LineEditor()
            case "space":
                self._line = self._line.type(" ")
            case _:
                self._line = self._line.type(key) if len(key) == 1 else self._line.press(key)
        self._filter()

    def _filter(self) -> None:
        session, containing = self._session, self._line.text
        count = None if containing else session.progress.articles
        self.query_one(ArticleList).show(lambda offset, limit: session.queue(offset, limit, containing), count)
        self._show_foot()

    def _show_foot(self) -> None:
        prompt = self.query_one(Prompt)
        prompt.display = self._typing or bool(self._line.text)
        prompt.show("title contains", self._line)
        articles = self.query_one(ArticleList)
        articles.border_title = f"articles {articles.count}"
        self.query_one(KeyLine).show(_TYPING_HINTS if self._typing else _HINTS)

    def _select(self, index: int) -> None:
        articles = self.query_one(ArticleList)
        if articles.count:
            articles.select(min(max(index, 0), articles.count - 1))

    def _open(self) -> None:
        articles = self.query_one(ArticleList)
        row = articles.article(articles.selected) if articles.selected is not None else None
        if row is not None and row.extracted:
            self._leave(row.article)

    def _leave(self, article: str | None) -> None:
        if self.is_active:
            self.dismiss(article)
