"""Help: all keys and signs."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.ontology import Ontology
from tui.actions import key_name
from tui.keys import Keymap, keys_of
from tui.widgets.help_text import HelpText
from tui.widgets.key_line import KeyHint, KeyLine

_OFFERED = (
    ("scroll", ("next", "previous")),
    ("by name", ("palette",)),
    ("page", ("page_down", "page_up")),
)
"""What the foot says of which actions; all mean here what they mean before an article."""


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
        offered = [(label, [key for one in named for key in self._keymap.keys(one)[:1]]) for label, named in _OFFERED]
        hints = [KeyHint(" ".join(map(key_name, keys)), label, keys[0]) for label, keys in offered if keys]
        self.query_one(KeyLine).show([*hints, KeyHint("esc", "back to the article", "escape")])

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
        action = self._keymap.action("review", key)
        match "quit" if key in ("escape", "enter") else action.id if action else None:
            case "quit" | "help":
                if self.is_active:
                    self.dismiss()
            case "palette":
                if self.is_active:
                    self.dismiss()
                    self.app.action_command_palette()
            case "next":
                text.line(1)
            case "previous":
                text.line(-1)
            case "page_down":
                text.page(1)
            case "page_up":
                text.page(-1)
            case "first":
                text.scroll_home(animate=False)
            case "last":
                text.scroll_end(animate=False)
            case _:
                pass
