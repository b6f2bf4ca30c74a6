"""Search in all articles: type, walk what was found, open an article at the match."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from annotations.errors import StoreError
from annotations.review.finding import Found, find
from annotations.store.beside import reading
from tui.line_editor import LineEditor
from tui.reviewing import Reviewing
from tui.safe import one_line
from tui.screens.lists import UNREADY, ListScreen
from tui.widgets.found_list import FoundList
from tui.widgets.key_line import BACK, KeyHint, KeyLine
from tui.widgets.prompt import Prompt

_TELL_EVERY = 0.1
"""Seconds between two words about a search that goes on."""
_TYPING_HINTS = (KeyHint("enter", "search", "enter"), KeyHint("esc", "leave", "escape"))


class SearchScreen(ListScreen):
    """Lists what was found, which stays with the session."""

    CSS_PATH = "search.tcss"
    OPENED_BY = "search_all"

    def __init__(self, reviewing: Reviewing) -> None:
        """Search at once for the words that were typed; without any, show what was found last, or ask."""
        super().__init__(reviewing)
        self._session = reviewing.session
        self._line = LineEditor.at_end(reviewing.words)
        self._message = ""
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """What was found, what is searched for, the keys that work here."""
        yield FoundList(id="found")
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Search, or show what was found last, or ask for words."""
        last = self._session.found
        if self._line.text:
            self._search()
        elif last is not None:
            self._line = LineEditor.at_end(last.pattern)
            self._show(last, last.index_of(self._session.article.seq) if self._session.article else 0)
        else:
            self.typing = True
            self._show_foot()

    def on_unmount(self) -> None:
        """Nobody waits for what is still searched for."""
        self._stop.set()

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
                if self._session.found is None:
                    self.leave()
                    return
                self.typing, self._line = False, LineEditor.at_end(self._session.found.pattern)
            case _:
                self._line = self._line.press(key)
        self._show_foot()

    # Searching

    def _search(self) -> None:
        """Search in a thread: what is nowhere takes a moment, what is everywhere a second."""
        if not self._line.text.strip():
            return
        self.typing = False
        self._message = "searching"
        self._stop.set()
        self._stop = Event()
        self._show_foot()
        self.run_worker(self._await(self._line.text, self._stop), exclusive=True)

    async def _await(self, text: str, stop: Event) -> None:
        searching = asyncio.create_task(asyncio.to_thread(self._find, self._session.file, text, stop))
        while not searching.done():
            await asyncio.wait({searching}, timeout=_TELL_EVERY)
            self._show_foot()
        found = searching.result()
        if isinstance(found, Found):
            self._session.found = found
            self._show(found, 0)
        elif not stop.is_set():
            self._message = found
            self._show_foot()

    def _find(self, file: Path, text: str, stop: Event) -> Found | str:
        """What is found, or why nothing could be; in a thread of its own."""

        def tell(number: int, of: int) -> None:
            if not stop.is_set():
                self._message = f"searching: {number:,} of {of:,} texts"

        try:
            with reading(file, stop.is_set) as connection:
                return find(connection, text, tell)
        except StoreError as error:
            return str(error)

    # What is shown

    def _show(self, found: Found, index: int) -> None:
        articles = len(found.seqs)
        self._message = "in no article" if not articles else f"{articles:,} article{'s' * (articles > 1)}"
        self.articles.show(self._session.found_lines, articles)
        self.select(index)
        self._show_foot()

    def _show_foot(self) -> None:
        searched = f"“{one_line(self._line.text)[:60]}” · " if self._message else ""
        # What was typed is no markup.
        title = Content(f"all articles · {searched}{self._message}".rstrip(" ·"))
        self.articles.border_title = title
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
