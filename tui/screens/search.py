"""Search in all articles: type, walk what was found, open an article at the match."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from annotations.review.finding import Found, find
from tui.line_editor import LineEditor
from tui.reviewing import Reviewing
from tui.screens.beside import Counted, Failed, Stop, Tell, read_beside
from tui.screens.lists import UNREADY, ListScreen
from tui.widgets.found_list import FoundList
from tui.widgets.key_line import BACK, KeyHint, KeyLine
from tui.widgets.prompt import Prompt

_TYPING_HINTS = (KeyHint("enter", "search", "enter"), KeyHint("esc", "leave", "escape"))


class SearchScreen(ListScreen):
    """Lists what was found, which stays with the session."""

    CSS_PATH = "search.tcss"
    OPENED_BY = "search_all"

    @dataclass
    class Searched(Message):
        """A search came to its end."""

        text: str
        """What was searched for."""
        found: Found

    def __init__(self, reviewing: Reviewing) -> None:
        """Search at once for the words that were typed; without any, show what was found last, or ask."""
        super().__init__(reviewing)
        self._session = reviewing.session
        self._line = LineEditor.at_end(reviewing.words)
        self._searched = ""
        """What is searched for, or was last."""
        self._message = ""

    def compose(self) -> ComposeResult:
        """What was found, what is searched for, the keys that work here."""
        yield FoundList(id="found")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Search, or show what was found last, or ask for words."""
        last = self._session.found
        if self._line.text.strip():
            self._search()
        elif last is not None:
            self._searched = last.pattern
            self._show(last, last.index_of(self._session.article.seq) if self._session.article else 0)
        else:
            self.typing = True
            self._show_foot()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into what is typed."""
        if self.typing:
            self._line = self._line.type(event.text)
            self._show_foot()

    @property
    def articles(self) -> FoundList:
        """What was found."""
        return self.query_one(FoundList)

    def do(self, action: str, key: str) -> None:
        """Ask for other words or go to another match; else what every list does."""
        match action:
            case "search":
                self.typing = True
                self._line = LineEditor()
                self._show_foot()
            case "next_match":
                self.move("next")
            case "previous_match":
                self.move("previous")
            case _:
                super().do(action, key)

    def type(self, key: str) -> None:
        """Edit the line, search for it, or give it up."""
        match key:
            case "enter":
                self._search()
            case "escape":
                if not self._searched:
                    self.leave()
                    return
                self.typing = False
            case _:
                self._line = self._line.press(key)
        self._show_foot()

    # Searching

    def _search(self) -> None:
        """Search in a thread: what is nowhere takes a moment, what is everywhere a second."""
        text, file = self._line.text, self._session.file
        if not text.strip():
            return
        self.typing = False
        self._searched, self._message = text, "searching"
        self._show_foot()

        def read(stop: Stop, tell: Tell) -> Iterator[Message]:
            yield self.Searched(text, find(file, text, stop=stop, tell=tell))

        read_beside(self, read)

    @on(Counted)
    def _tell(self, event: Counted) -> None:
        self._message = f"searching: {event.done:,} of {event.of:,} texts"
        self._show_foot()

    @on(Searched)
    def _take_in(self, event: Searched) -> None:
        # Another search may have begun since.
        if event.text == self._searched:
            self._session.found = event.found
            self._show(event.found, 0)

    @on(Failed)
    def _refuse(self, event: Failed) -> None:
        self._message = str(event.error)
        self._show_foot()

    # What is shown

    def _show(self, found: Found, index: int) -> None:
        articles = len(found.seqs)
        self._message = "in no article" if not articles else f"{articles:,} article{'s' * (articles > 1)}"
        self.articles.show(self._session.found_lines, articles)
        self.select(index)
        self._show_foot()

    def _show_foot(self) -> None:
        searched = f" · “{self._searched[:60]}” · {self._message}" if self._searched else ""
        self.articles.entitle(f"all articles{searched}")
        prompt = self.query_one(Prompt)
        prompt.display = self.typing
        prompt.show("search all articles", self._line)
        self.query_one(KeyLine).show(_TYPING_HINTS if self.typing else self._hints())

    def _hints(self) -> Sequence[KeyHint]:
        offered = self.hints(
            ("open", ("lists_open",)),
            ("move", ("next", "previous")),
            ("search", ("search",)),
            ("page", ("page_down", "page_up")),
            ("help", ("help",)),
        )
        return [*offered, BACK]

    def take(self, article: str) -> None:
        """Open the article in the review, at its first match."""
        self.reviewing.open_found(article)

    def chosen(self) -> str | None:
        """The selected article, where some extractor has read it."""
        found = self.articles
        if found.selected is None:
            return None
        article = found.found(found.selected).article
        if not article.extracted:
            self._message = UNREADY
            self._show_foot()
            return None
        return article.id
