"""From a key to the action it stands for, in the place where it is pressed."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from textual import events

from annotations.errors import GoldwireError
from annotations.review.edit_keys import EditKeys
from tui.actions import ACTIONS, BY_ID, Action, Place


class KeymapError(GoldwireError):
    """A keymap that names an unknown action, or gives one key to two."""


def keys_of(event: events.Key) -> tuple[str, ...]:
    """The key as the table of actions writes it: the character, else Textual's name (``space``, ``ctrl+r``, ``f1``).

    Two of them for what a terminal sends as a letter with the alt key: an escape with a letter right behind it.
    """
    if event.character is None or not event.is_printable or event.character.isspace():
        return (event.key,)
    return ("escape", event.character) if event.key.startswith("alt+") else (event.character,)


class Keymap:
    """Which action each key stands for: the table's keys, some of them replaced."""

    def __init__(self, replaced: Mapping[str, Sequence[str]] | None = None) -> None:
        """Replace the keys of the actions named in ``replaced``.

        Raises:
            KeymapError: an unknown action, an editor's with other than one key, or a key for two things in one place.
        """
        replaced = replaced or {}
        for name in replaced:
            if name not in BY_ID:
                raise KeymapError(f"keymap: there is no action {name!r}; the actions are {', '.join(BY_ID)}")
            if BY_ID[name].place == "edit" and len(replaced[name]) != 1:
                raise KeymapError(f"keymap: {name!r} takes one key, not {len(replaced[name])}")
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

    @property
    def edit_keys(self) -> EditKeys:
        """The keys of the editor's commands."""
        return EditKeys(**{command.name: self._keys[f"edit_{command.name}"][0] for command in fields(EditKeys)})

    def keys(self, action: str) -> tuple[str, ...]:
        """The keys that stand for the action of this id."""
        return self._keys[action]
