"""The guide beside the text: the type in question with its roles, and the guidelines."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Markdown

from tui.keys import Keymap
from tui.line_editor import LineEditor
from tui.screens.breakpoints import BREAKPOINTS, class_at
from tui.screens.reading import ReadingScreen
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.markdown_search import MarkdownSearch
from tui.widgets.prompt import Prompt
from tui.widgets.titled import Titled

_TYPING_HINTS = (KeyHint("enter", "search", "enter"), KeyHint("esc", "leave", "escape"))


class Guide(VerticalScroll, Titled):
    """What is read."""


class GuidelinesScreen(ReadingScreen, ModalScreen[None]):
    """Shows a guide over the review, and as little of the article is covered as there is room for."""

    CSS_PATH = "guidelines.tcss"
    OPENED_BY = "guidelines"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, keymap: Keymap, title: str, guide: str, covers: Callable[[], None]) -> None:
        """``guide`` is Markdown; ``covers`` is called when it covers other rows than before."""
        super().__init__(keymap)
        self._heading, self._guide, self._covers = title, guide, covers
        self._line: LineEditor | None = None
        self.rows = 0
        """How many of the screen's rows it covers from below, at the article's side; 0 before it is laid out."""

    def compose(self) -> ComposeResult:
        """The guide, the line that asks what to search for, the keys that work here."""
        self.add_class(class_at(self.app.size.width))
        with Guide(id="guide", can_focus=False):
            yield Markdown(self._guide, open_links=False)
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self._search = MarkdownSearch(self.query_one(Markdown))
        self._show_foot()

    def on_resize(self) -> None:
        """Keep what is read in sight."""
        self.call_after_refresh(self._measure)

    def _measure(self) -> None:
        self.rows = self.pages.outer_size.height if self.has_class("-wide") else 0
        self._covers()

    @property
    def pages(self) -> Guide:
        """The guide."""
        return self.query_one(Guide)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into what is searched for while that is typed."""
        if self._line is not None:
            self._line = self._line.type(event.text)
            self._show_foot()

    def press(self, key: str) -> None:
        """Search, scroll or leave."""
        if self._line is not None:
            self._type(self._line, key)
        elif key == "escape" and self._search.pattern:
            self._find("")
        else:
            super().press(key)

    def do(self, action: str) -> None:
        """Begin to search or go to another match; else what every screen that is read does."""
        match action:
            case "search":
                self._line = LineEditor()
                self._show_foot()
            case "next_match":
                self._go(self._search.step(1))
            case "previous_match":
                self._go(self._search.step(-1))
            case _:
                super().do(action)

    def _type(self, line: LineEditor, key: str) -> None:
        match key:
            case "enter":
                self._line = None
                self._find(line.text)
            case "escape":
                self._line = None
            case _:
                self._line = line.press(key)
        self._show_foot()

    def _find(self, pattern: str) -> None:
        self._go(self._search.find(pattern))

    def _go(self, block: Widget | None) -> None:
        if block is not None:
            self.pages.scroll_to_widget(block, animate=False, top=True)
        self._show_foot()

    def _show_foot(self) -> None:
        prompt = self.query_one(Prompt)
        prompt.display = self._line is not None
        if self._line is not None:
            prompt.show("search", self._line)
        self.pages.entitle(" · ".join(filter(None, (self._heading, self._search.words))))
        self.query_one(KeyLine).show(self._hints() if self._line is None else _TYPING_HINTS)

    def _hints(self) -> Sequence[KeyHint]:
        found = [("match", ("next_match", "previous_match"))] if self._search.found else []
        return self.foot(*found, ("search", ("search",)))
