"""The floor: a bare Textual app with one line of text, which each key changes. No app of Textual's answers sooner."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

SHOWN = "keys pressed: "
"""What the line begins with; how many follows."""


class Floor(App[None]):
    """Counts keys; ctrl+q quits."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(f"{SHOWN}0")

    def on_key(self, _event: events.Key) -> None:
        """One more."""
        self._pressed += 1
        self.query_one(Static).update(f"{SHOWN}{self._pressed}")


if __name__ == "__main__":
    Floor().run()
