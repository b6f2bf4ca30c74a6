"""What screens over the review have in common: the user's keys, at the keyboard and at the foot, and going back."""

from abc import abstractmethod
from collections.abc import Sequence

from textual import events, on
from textual.screen import Screen

from annotations.review.key_name import key_name
from tui.keys import Keymap, keys_of
from tui.widgets.key_line import KeyHint, KeyLine


class KeyedScreen(Screen[None]):
    """Base of the screens that are opened over the review. Whoever derives from it says what keys do (`press`)."""

    OPENED_BY: str
    """The id of the action that opens the screen, whose keys close it too."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        """The user's keys."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Do what the key is for here, if anything."""

    def hints(self, *offered: tuple[str, Sequence[str]]) -> list[KeyHint]:
        """Keys for the foot: labels with the ids of their actions, of each action its first key."""
        named = [(label, [key for one in ids for key in self.keymap.keys(one)[:1]]) for label, ids in offered]
        return [KeyHint.of(label, [(key_name(key), key) for key in keys]) for label, keys in named if keys]

    def on_key(self, event: events.Key) -> None:
        """Take every key."""
        event.stop()
        for key in keys_of(event):
            self.press(key)

    @on(KeyLine.Pressed)
    def _key_clicked(self, event: KeyLine.Pressed) -> None:
        self.press(event.press)

    def leave(self) -> bool:
        """Go back, unless that is under way already; whether it was not."""
        active = self.is_active
        if active:
            self.dismiss()
        return active
