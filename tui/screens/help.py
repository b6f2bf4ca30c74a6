"""Help: all keys and signs."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.ontology import Ontology
from tui.keys import Keymap, keys_of
from tui.widgets.help_text import HelpText
from tui.widgets.key_line import KeyHint, KeyLine

_HINTS = (
    KeyHint("j k", "scroll", "j"),
    KeyHint("ctrl+p", "by name", "ctrl+p"),
    KeyHint("space b", "page", "space"),
    KeyHint("esc", "back to the article", "escape"),
)


class HelpScreen(Screen[None]):
    """Shows the help and leaves with any of the keys that leave."""

    CSS_PATH = "help.tcss"

    def __init__(self, keymap: Keymap, ontology: Ontology) -> None:
        super().__init__()
        self._keymap, self._ontology = keymap, ontology

    def compose(self) -> ComposeResult:
        """The text, and the keys that work here."""
        yield HelpText(self._keymap, self._ontology, id="help")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Say which keys work."""
        self.query_one(KeyLine).show(_HINTS)

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        event.stop()
        for key in keys_of(event):
            self._press(key)

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """A key of the foot was clicked."""
        self._press(event.press)

    def _press(self, key: str) -> None:
        text = self.query_one(HelpText)
        match key:
            case "escape" | "q" | "?" | "f1" | "enter":
                if self.is_active:
                    self.dismiss()
            case "ctrl+p":
                if self.is_active:
                    self.dismiss()
                    self.app.action_command_palette()
            case "j" | "down":
                text.line(1)
            case "k" | "up":
                text.line(-1)
            case "space" | "pagedown":
                text.page(1)
            case "b" | "pageup":
                text.page(-1)
            case "g" | "home":
                text.scroll_home(animate=False)
            case "G" | "end":
                text.scroll_end(animate=False)
            case _:
                pass
