"""The config as it is written for a user: every setting and every key, commented out, with what it means."""

from itertools import groupby
from pathlib import Path
from typing import Final

from annotations.errors import GoldwireError
from annotations.review.ordering import ORDERS
from tui.actions import ACTIONS, Action
from tui.config_keys import shown
from tui.config_text import PLACES

_HEAD: Final = """\
# What goldwire does without this file. Take the "# " from a line and change it: the rest stays as it is.
# `goldwire config --check` names every mistake; the app refuses to start with one.

# Colours: "dark", "light", "ansi-dark" and "ansi-light" (the terminal's own sixteen), or any other of the palette.
{theme}

# Which candidate comes next: {orders}. --order says otherwise.
# order = {order}

# Who decides; your login name where there is nothing here. --reviewer says otherwise.
# reviewer = "ana"

# A key is the character that it types, "a" "A" "?", or a name: "space", "enter", "escape", "backspace", "tab",
# "up", "pagedown", "f1", "ctrl+r" … Several stand in brackets: ["j", "down"]. With none, [], an action is left to the
# palette and the mouse. The letters of roles, statuses, types and reasons are the ontology's.
# A few keys are fixed: "escape" goes back from lists, "escape" and "enter" from what is read; what is typed has
# "enter", "escape", "tab", "backspace" and the arrows to itself, what is chosen "escape", "backspace" and page keys.
"""


def template(theme: str | None = None) -> str:
    """The text of a config in which nothing is set but, where one is given, the theme."""
    orders = ", ".join(map(shown, ORDERS))
    chosen = f"theme = {shown(theme)}" if theme is not None else '# theme = "dark"'
    parts = [_HEAD.format(theme=chosen, orders=orders, order=shown(ORDERS[0]))]
    for place in PLACES:
        bound = [action for action in ACTIONS if action.place == place and action.letters is None]
        parts.append(f"\n[keys.{place}]\n")
        width = max(len(_line(action)) for action in bound)
        for group, actions in groupby(bound, key=lambda action: action.group):
            parts.append(f"\n# {group}\n")
            parts += [f"# {_line(action):<{width}}  # {action.help}\n" for action in actions]
    return "".join(parts)


def write(path: Path, theme: str | None = None) -> None:
    """Write the template to ``path``, and the folder that it lies in.

    Raises:
        GoldwireError: something is there already, or it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template(theme))
    except FileExistsError as error:
        raise GoldwireError(
            f"{path}: is there already and stays as it is; `goldwire config --check` says whether it is right"
        ) from error
    except OSError as error:
        raise GoldwireError(f"{path}: {error.strerror}; name another file with --config") from error


def _line(action: Action) -> str:
    keys = [shown(key) for key in action.keys]
    return f"{action.name} = {keys[0] if len(keys) == 1 else '[' + ', '.join(keys) + ']'}"
