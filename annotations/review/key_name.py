"""What a key is called where a person reads of it."""

from collections.abc import Mapping
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "f1": "F1",
    "f2": "F2",
}


def key_name(key: str) -> str:
    """A key as it is shown to a person."""
    return _NAMES.get(key, key)
