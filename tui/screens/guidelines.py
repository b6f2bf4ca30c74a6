"""The guide beside the text: the type in question with its roles, and the guidelines."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Markdown

from tui.keys import keys_of
from tui.line_editor import LineEditor
from tui.safe import one_line
from tui.widgets.key_line import KeyHint, KeyLine
from tui.widgets.markdown_search import MarkdownSearch
from tui.widgets.prompt import Prompt

_HINTS = (
    KeyHint("j k", "scroll", "j"),
    KeyHint("space b", "page", "space"),
    KeyHint("/", "search", "/"),
)
_FOUND = KeyHint("n N", "match", "n")
_LEAVE = KeyHint("esc", "back to the article", "escape")
_TYPING_HINTS = (KeyHint("enter", "search", "enter"), KeyHint("esc", "leave", "escape"))
BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (112, "-broad")]
"""From how many cells on the screen has which class; the review's."""


class GuidelinesScreen(ModalScreen[None]):
    """Shows a guide over the review, and as little of the article is covered as there is room for."""

    CSS_PATH = "guidelines.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, title: str, guide: str, cover: Callable[[int], None]) -> None:
        """``guide`` is Markdown; ``cover`` is told how many of the article's rows are covered from below."""
        super().__init__()
        self._heading, self._guide, self._covered = one_line(title), guide, cover
        self._line: LineEditor | None = None

    def compose(self) -> ComposeResult:
        """The guide, the line that asks what to search for, the keys that work here."""
        # Textual sets a width's class when it has already laid out, and perhaps painted, without it.
        width = self.app.size.width
        self.add_class(next(name for least, name in reversed(BREAKPOINTS) if width >= least))
        with VerticalScroll(id="guide", can_focus=False) as pages:
            pages.border_title = self._heading
            yield Markdown(self._guide, open_links=False)
        yield Prompt(id="prompt")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self._search = MarkdownSearch(self.query_one(Markdown))
        self._show_foot()

    def on_resize(self) -> None:
        """Keep what is read in sight."""
        self.call_after_refresh(self._tell_covered)

    def _tell_covered(self) -> None:
        self._covered(self._pages.outer_size.height if self.has_class("-wide") else 0)

    @property
    def _pages(self) -> VerticalScroll:
        return self.query_one("#guide", VerticalScroll)

    def on_key(self, event: events.Key) -> None:
        """Scroll, search or leave."""
        event.stop()
        for key in keys_of(event):
            self._press(key)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into what is searched for while that is typed."""
        if self._line is not None:
            self._line = self._line.type(event.text)
            self._show_foot()

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self._press(event.press)

    def _press(self, key: str) -> None:
        if self._line is not None:
            self._type(self._line, key)
            return
        pages = self._pages
        page = max(1, pages.size.height - 1)
        match key:
            case "escape" if self._search.pattern:
                self._find("")
            case "escape" | "q" | "h" | "f2" | "enter":
                if self.is_active:
                    self.dismiss()
            case "ctrl+p":
                if self.is_active:
                    self.dismiss()
                    self.app.action_command_palette()
            case "/":
                self._line = LineEditor()
                self._show_foot()
            case "n" | "N":
                self._go(self._search.step(1 if key == "n" else -1))
            case "j" | "down":
                pages.scroll_relative(y=1, animate=False)
            case "k" | "up":
                pages.scroll_relative(y=-1, animate=False)
            case "space" | "pagedown":
                pages.scroll_relative(y=page, animate=False)
            case "b" | "pageup":
                pages.scroll_relative(y=-page, animate=False)
            case "g" | "home":
                pages.scroll_home(animate=False)
            case "G" | "end":
                pages.scroll_end(animate=False)
            case _:
                pass

    def _type(self, line: LineEditor, key: str) -> None:
        match key:
            case "enter":
                self._line = None
                self._find(line.text)
            case "escape":
                self._line = None
            case "space":
                self._line = line.type(" ")
            case _:
                self._line = line.type(key) if len(key) == 1 else line.press(key)
        self._show_foot()

    def _find(self, pattern: str) -> None:
        self._go(self._search.find(pattern))

    def _go(self, block: Widget | None) -> None:
        if block is not None:
            self._pages.scroll_to_widget(block, animate=False, top=True)
        self._show_foot()

    def _show_foot(self) -> None:
        prompt = self.query_one(Prompt)
        prompt.display = self._line is not None
        if self._line is not None:
            prompt.show("search", self._line)
        self._pages.border_subtitle = self._search.words
        hints = (*_HINTS, *([_FOUND] if self._search.found else []), _LEAVE)
        self.query_one(KeyLine).show(hints if self._line is None else _TYPING_HINTS)
