"""What screens that are read have in common: keys that scroll and leave, and mean what they mean before an article."""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from tui.actions import key_name
from tui.keys import Keymap, keys_of
from tui.widgets.key_line import BACK, KeyHint, KeyLine

_OFFERED: Final = (
    ("scroll", ("next", "previous")),
    ("by name", ("palette",)),
    ("page", ("page_down", "page_up")),
)
"""What the foot says of which actions."""


class ReadingScreen(Screen[None]):
    """Base of the screens that are read. Whoever derives from it says what is read (`pages`)."""

    OPENED_BY: str
    """The id of the action that opens the screen, whose keys close it too."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    @property
    def pages(self) -> Widget:
        """What is scrolled."""
        raise NotImplementedError

    def hints(self, *more: tuple[str, Sequence[str]]) -> Sequence[KeyHint]:
        """The keys that work here, first those of ``more``: labels with their actions."""
        named = (*more, *_OFFERED)
        offered = [(label, [key for one in ids for key in self._keymap.keys(one)[:1]]) for label, ids in named]
        hints = [KeyHint(" ".join(map(key_name, keys)), label, keys[0]) for label, keys in offered if keys]
        return [*hints, BACK]

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        event.stop()
        for key in keys_of(event):
            self.press(key)

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """A key of the foot was clicked."""
        self.press(event.press)

    def press(self, key: str) -> None:
        """Do what the key is for here, if anything."""
        action = self._keymap.action("review", key)
        self.do("quit" if key in ("escape", "enter") else action.id if action else "")

    def do(self, action: str) -> None:
        """Do what the action of this id, or of none, comes to here."""
        pages = self.pages
        page = max(1, pages.scrollable_content_region.height - 1)
        match action:
            case "quit" | self.OPENED_BY:
                self.leave()
            case "palette":
                if self.leave():
                    self.app.action_command_palette()
            case "next":
                pages.scroll_relative(y=1, animate=False)
            case "previous":
                pages.scroll_relative(y=-1, animate=False)
            case "page_down":
                pages.scroll_relative(y=page, animate=False)
            case "page_up":
                pages.scroll_relative(y=-page, animate=False)
            case "first":
                pages.scroll_home(animate=False)
            case "last":
                pages.scroll_end(animate=False)
            case _:
                pass

    def leave(self) -> bool:
        """Go back, unless that is under way already; whether it was not."""
        active = self.is_active
        if active:
            self.dismiss()
        return active
