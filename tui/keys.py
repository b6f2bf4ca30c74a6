"""From a key to the action it stands for, in the place where it is pressed."""

from collections.abc import Mapping, Sequence

from textual import events

from annotations.review.edit_keys import EditKeys
from annotations.review.key_name import key_name
from tui.actions import ACTIONS, Action, Place


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
        """Replace the keys of the actions whose ids are in ``replaced``; `tui.clashes` says what may not be."""
        self._keys = {action.id: tuple((replaced or {}).get(action.id, action.keys)) for action in ACTIONS}
        self._actions: dict[tuple[Place, str], Action] = {}
        for action in ACTIONS:
            for key in self._keys[action.id]:
                for place in action.places:
                    self._actions.setdefault((place, key), action)

    def action(self, place: Place, key: str) -> Action | None:
        """What ``key`` does in ``place``; None where it does nothing of its own."""
        return self._actions.get((place, key))

    def listed(self, key: str) -> str:
        """The id of the action that ``key`` stands for in lists; empty where it stands for none."""
        action = self._actions.get(("lists", key))
        return action.id if action else ""

    @property
    def edit_keys(self) -> EditKeys:
        """The keys of the editor's commands."""
        return EditKeys(**{command: self._keys[f"edit_{command}"][0] for command in EditKeys._fields})

    def name(self, action: str) -> str:
        """The key that a sentence names for the action of this id: its first, else the palette that has it."""
        return next(map(key_name, self._keys[action]), "the palette")

    def keys(self, action: str) -> tuple[str, ...]:
        """The keys that stand for the action of this id."""
        return self._keys[action]
