"""Search in all articles: type, walk what was found, open an article at the match."""

import asyncio
from pathlib import Path
from threading import Event

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from annotations.errors import StoreError
from annotations.review.finding import Found, find
from annotations.review.session import ReviewSession
from annotations.store.beside import reading
from tui.keys import keys_of
from tui.line_editor import LineEditor
from tui.safe import one_line
from tui.widgets.found_list import FoundList
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.rows import Rows

_TELL_EVERY = 0.1
"""Seconds between two words about a search that goes on."""
_HINTS = (
    KeyHint("enter", "open", "enter"),
    KeyHint("j k", "move", "j"),
    KeyHint("/", "search", "/"),
    KeyHint("space b", "page", "space"),
    KeyHint("esc", "back to the article", "escape"),
)
_TYPING_HINTS = (KeyHint("enter", "search", "enter"), KeyHint("esc", "leave", "escape"))


class SearchScreen(Screen[str]):
    """Dismissed with the id of the article to open, or None; what was found stays with the session."""

    CSS_PATH = "search.tcss"

    def __init__(self, session: ReviewSession, words: str = "") -> None:
        """Search for ``words`` at once; without any, show what was found last, or ask."""
        super().__init__()
        self._session = session
        self._line = LineEditor.at_end(words)
        self._typing = False
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
            self._typing = True
            self._show_foot()

    def on_unmount(self) -> None:
        """Nobody waits for what is still searched for."""
        self._stop.set()

    def on_key(self, event: events.Key) -> None:
        """Type, move, open or leave."""
        event.stop()
        for key in keys_of(event):
            self._press(key)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into what is typed."""
        if self._typing:
            self._line = self._line.type(event.text)
            self._show_foot()

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self._press(event.press)

    @on(Rows.Chosen)
    def _row_clicked(self, event: Rows.Chosen) -> None:
        if event.index == self.query_one(FoundList).selected:
            self._open()
        else:
            self._select(event.index)

    def _press(self, key: str) -> None:
        if self._typing:
            self._type(key)
            return
        found = self.query_one(FoundList)
        at = found.selected or 0
        match key:
            case "escape" | "q" | "ctrl+f":
                self._leave(None)
            case "enter":
                self._open()
            case "/":
                self._typing = True
                self._line = LineEditor()
                self._show_foot()
            case "j" | "down" | "n":
                self._select(at + 1)
            case "k" | "up" | "N":
                self._select(at - 1)
            case "space" | "pagedown":
                self._select(at + found.in_view)
            case "b" | "pageup":
                self._select(at - found.in_view)
            case "g" | "home":
                self._select(0)
            case "G" | "end":
                self._select(found.count - 1)
            case _:
                pass

    def _type(self, key: str) -> None:
        match key:
            case "enter":
                self._search()
            case "escape":
                if self._session.found is None:
                    self._leave(None)
                    return
                self._typing, self._line = False, LineEditor.at_end(self._session.found.pattern)
            case "space":
                self._line = self._line.type(" ")
            case _:
                self._line = self._line.type(key) if len(key) == 1 else self._line.press(key)
        self._show_foot()

    # Searching

    def _search(self) -> None:
        """Search in a thread: what is nowhere takes a moment, what is everywhere a second."""
        if not self._line.text.strip():
            return
        self._typing = False
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
        self.query_one(FoundList).show(self._session.found_lines, articles)
        self._select(index)
        self._show_foot()

    def _show_foot(self) -> None:
        searched = f"“{one_line(self._line.text)[:60]}” · " if self._message else ""
        # What was typed is no markup.
        title = Content(f"all articles · {searched}{self._message}".rstrip(" ·"))
        self.query_one(FoundList).border_title = title
        prompt = self.query_one(Prompt)
        prompt.display = self._typing
        prompt.show("search all articles", self._line)
        self.query_one(KeyLine).show(_TYPING_HINTS if self._typing else _HINTS)

    def _select(self, index: int) -> None:
        found = self.query_one(FoundList)
        if found.count:
            found.select(min(max(index, 0), found.count - 1))

    def _open(self) -> None:
        found = self.query_one(FoundList)
        if found.selected is None:
            return
        article = found.found(found.selected).article
        if article.extracted:
            self._leave(article.id)
        else:
            self._message = "not extracted yet: it opens when it has its candidates"
            self._show_foot()

    def _leave(self, article: str | None) -> None:
        if self.is_active:
            self.dismiss(article)
