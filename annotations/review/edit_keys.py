"""The keys of the editor that are not the ontology's."""

from collections.abc import Mapping
from typing import NamedTuple

from annotations.ontology import Ontology
from annotations.review.key_name import key_name

_CHARACTERS: Mapping[str, str] = {"plus": "+"}


def character(key: str) -> str:
    """``key`` as a character where it goes by a name that means one: ``plus`` is ``+``."""
    return _CHARACTERS.get(key, key)


class EditKeys(NamedTuple):
    """What each command of the editor is bound to: a character, or the name of a key that types none."""

    trigger: str = "g"
    type: str = "y"
    status: str = "v"
    drop: str = "x"
    start_left: str = "h"
    start_right: str = "l"
    end_left: str = "H"
    end_right: str = "L"
    add: str = "+"
    back: str = "backspace"
    save: str = "enter"
    leave: str = "escape"

    @property
    def named(self) -> "EditKeys":
        """The keys as they are shown to a person."""
        return EditKeys(*map(key_name, self))

    @property
    def moves(self) -> tuple[str, str, str, str]:
        """The keys that move an end: the left one to the left and right, then the right one."""
        return self.start_left, self.start_right, self.end_left, self.end_right

    @property
    def never_labels(self) -> frozenset[str]:
        """The keys that stay keys while labels stand on the text."""
        return frozenset({self.drop, *self.moves, self.add, self.back, self.save, self.leave})

    def clashes(self, ontology: Ontology) -> tuple[str, ...]:
        """One line for each two commands, or command and role, that share a key; a command is the one that works."""
        taken: dict[str, str] = {}
        found = []
        for command, named in self._asdict().items():
            key = character(named)
            if key in taken:
                found.append(f"{key!r} means both {taken[key]} and {command} in the editor")
            taken.setdefault(key, command)
        for role in ontology.roles.values():
            if role.key in taken:
                found.append(f"{role.key!r} is the key of role {role.name} and means {taken[role.key]} in the editor")
        return tuple(found)
