"""What screens that are read have in common: keys that scroll and leave, and mean what they mean before an article."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

from textual.widget import Widget

from tui.fixed_keys import READING
from tui.screens.keyed import KeyedScreen
from tui.widgets.key_line import BACK, KeyHint

_OFFERED: Final = (
    ("scroll", ("next", "previous")),
    ("by name", ("palette",)),
    ("page", ("page_down", "page_up")),
)
"""What the foot says of which actions."""


class ReadingScreen(KeyedScreen):
    """Base of the screens that are read. Whoever derives from it says what is read (`pages`)."""

    @property
    @abstractmethod
    def pages(self) -> Widget:
        """What is scrolled."""

    def foot(self, *more: tuple[str, Sequence[str]]) -> list[KeyHint]:
        """The keys that work here, first those of ``more``."""
        return [*self.hints(*more, *_OFFERED), BACK]

    def press(self, key: str) -> None:
        """Do what the key is for here, if anything."""
        action = self.keymap.action("review", key)
        self.do("quit" if key in READING.keys else action.id if action else "")

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
