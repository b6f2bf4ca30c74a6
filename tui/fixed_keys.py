"""The keys that stay what they are whatever a config says, by the place where they are pressed.

Whoever takes keys in such a place goes by its table here, and `tui.clashes` refuses the keys to the actions that would
never have them there.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from tui.actions import ACTIONS
from tui.line_editor import LINE_KEYS


class Fixed(NamedTuple):
    """The keys of one place."""

    keys: frozenset[str]
    use: str
    """What each of them does, as the sentence about it goes on."""
    without: frozenset[str]
    """The ids of the actions that can have none of them: they work in that place, and mean something else."""


PANEL_PAGES: Final[Mapping[str, Literal["panel_down", "panel_up"]]] = {
    "space": "panel_down",
    "down": "panel_down",
    "pagedown": "panel_down",
    "up": "panel_up",
    "pageup": "panel_up",
}
"""The keys that scroll what is chosen from: none of them is a letter."""
ASKED: Final = frozenset({"escape", "backspace"})
"""The keys that leave a choice and take back a letter of it."""
LISTS: Final = Fixed(
    frozenset({"escape"}),
    "always goes back from a list",
    frozenset(action.id for action in ACTIONS if "lists" in action.places) - {"quit"},
)
"""Where articles are listed."""
READING: Final = Fixed(
    frozenset({"escape", "enter"}),
    "always goes back from what is read",
    frozenset(
        (
            "next",
            "previous",
            "page_down",
            "page_up",
            "first",
            "last",
            "search",
            "next_match",
            "previous_match",
            "lists_again",
        )
    ),
)
"""In help, guide and numbers."""
CHOOSING: Final = Fixed(
    frozenset(PANEL_PAGES),
    "is needed to choose types and statuses",
    frozenset({"edit_back", "edit_save", "edit_leave"}),
)
"""Where a type or a status is chosen for the event that is edited."""
TYPING: Final = Fixed(
    LINE_KEYS | PANEL_PAGES.keys() | {"enter", "escape", "tab"},
    "is needed while one types, and the palette opens there too",
    frozenset({"palette"}),
)
"""Where a line is typed, and in all that the palette opens over."""
FIXED: Final = (TYPING, LISTS, READING, CHOOSING)
