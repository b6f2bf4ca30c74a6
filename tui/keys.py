"""From a key to the action it stands for, in the place where it is pressed."""

from collections.abc import Mapping, Sequence

from textual import events

from annotations.errors import GoldwireError
from tui.actions import ACTIONS, BY_ID, Action, Place


class KeymapError(GoldwireError):
    """A keymap that names an unknown action, or gives one key to two."""


def key_of(event: events.Key) -> str:
    """The key as the table of actions writes it: the character, else Textual's name (``space``, ``ctrl+r``, ``f1``)."""
    if event.character is not None and event.is_printable and not event.character.isspace():
        return event.character
    return event.key


class Keymap:
    """Which action each key stands for: the table's keys, some of them replaced."""

    def __init__(self, replaced: Mapping[str, Sequence[str]] | None = None) -> None:
        """Replace the keys of the actions named in ``replaced``.

        Raises:
            KeymapError: an unknown action, or a key that would mean two things in one place.
        """
        replaced = replaced or {}
        for name in replaced:
            if name not in BY_ID:
                raise KeymapError(f"keymap: there is no action {name!r}; the actions are {', '.join(BY_ID)}")
        self._keys = {action.id: tuple(replaced.get(action.id, action.keys)) for action in ACTIONS}
        self._actions: dict[tuple[Place, str], Action] = {}
        for action in ACTIONS:
            for key in self._keys[action.id]:
                other = self._actions.setdefault((action.place, key), action)
                if other is not action:
                    raise KeymapError(f"keymap: {key!r} is given to both {other.id!r} and {action.id!r}")

    def action(self, place: Place, key: str) -> Action | None:
        """What ``key`` does in ``place``; None where it does nothing of its own."""
        return self._actions.get((place, key))

    def keys(self, action: str) -> tuple[str, ...]:
        """The keys that stand for the action of this id."""
        return self._keys[action]
