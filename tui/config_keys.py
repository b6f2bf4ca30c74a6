"""What a key may be called: the character that it types, else the name that Textual has for it."""

from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase, punctuation
from typing import Final

from annotations.nearest import nearest

_OTHERWISE: Final[Mapping[str, str]] = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "↑": "up",
    "↓": "down",
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    " ": "space",
}
"""Other names of keys: as they are shown, and as terminals send them."""
_TAKEN: Final[Mapping[str, str]] = {"ctrl+c": "always says how one quits", "ctrl+q": "always leaves the program"}
"""The keys that do the same whatever is on the screen, and what they do."""


def fault(key: str) -> str | None:
    """Why a config may not name ``key``, and what to write instead; None where it may."""
    if key in _OTHERWISE:
        return f"{shown(key)} is called {shown(_OTHERWISE[key])}"
    if key in _TAKEN:
        return f"{shown(key)} {_TAKEN[key]}; take another key"
    if (len(key) == 1 and key.isprintable()) or key in _names():
        return None
    if key.startswith("alt+"):
        return f"{shown(key)} reaches goldwire as escape and {shown(key.removeprefix('alt+'))}; take another key"
    near = _characters().get(key) or nearest(key, [*_names(), *_OTHERWISE])
    meant = f"did you mean {shown(_OTHERWISE.get(near, near))}?" if near else "a key is a character or a name"
    return f"there is no key {shown(key)}; {meant}"


def shown(key: str) -> str:
    """A key as it is written in a TOML file."""
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@cache
def _names() -> frozenset[str]:
    # Textual takes a moment to import, and most keys are characters.
    from textual.keys import Keys  # noqa: PLC0415

    names = {key.value for key in Keys} - set(_OTHERWISE) - set(_TAKEN)
    return frozenset(name for name in names if name.isascii() and not name.startswith(("<", "ctrl-")))


@cache
def _characters() -> Mapping[str, str]:
    """Characters by what Textual calls their keys, as ``?`` by ``question_mark``, and capitals by the keys pressed."""
    from textual.keys import _character_to_key  # noqa: PLC0415

    capitals = {f"shift+{letter}": letter.upper() for letter in ascii_lowercase}
    return {_character_to_key(character): character for character in punctuation} | capitals
