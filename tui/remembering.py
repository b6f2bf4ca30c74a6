"""The theme that was chosen in the palette, kept for the next start: in the config, where one sees and changes it."""

import re
from pathlib import Path

from annotations.errors import GoldwireError
from annotations.ontology import Ontology
from annotations.review.outcome import Outcome, refused
from tui.config import ConfigError
from tui.config_keys import shown
from tui.config_template import template, write
from tui.config_text import parse
from tui.replacing import replaced
from tui.toml_lines import read


def remember(path: Path, theme: str, ontology: Ontology) -> Outcome:
    """Keep the theme, and say what came of it."""
    try:
        keep_theme(path, theme, ontology)
    except GoldwireError as error:
        return refused(f"the theme is not kept: {error}")
    return Outcome(f"theme {theme}, kept in {path}")


def keep_theme(path: Path, theme: str, ontology: Ontology) -> None:
    """Set the theme in the config at ``path`` and leave all else as it is; where there is none, write one.

    Raises:
        GoldwireError: it cannot be read or written, or is so written that the theme cannot be set in it.
    """
    if not path.exists():
        write(path, theme)
        return
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    changed = with_theme(text, theme)
    if parse(changed, ontology)[0].theme != theme:
        raise ConfigError(f"{path}: the theme cannot be set in it; write theme = {shown(theme)} there")
    with replaced(path) as file:
        file.write(changed.encode())


def with_theme(text: str, theme: str) -> str:
    """The config with this theme: in the line that sets one, else for the comment that shows how, else at its top."""
    setting = f"theme = {shown(theme)}"
    lines = text.split("\n")
    line = next((one.line for one in read(text)[0] if one.path == ("theme",)), None)
    if line is not None:
        lines[line - 1] = re.sub(r"""theme\s*=\s*("[^"]*"|'[^']*')""", lambda _: setting, lines[line - 1], count=1)
    elif (comment := _comment()) in lines:
        lines[lines.index(comment)] = setting
    else:
        lines.insert(0, setting)
    return "\n".join(lines)


def _comment() -> str:
    return next(line for line in template().split("\n") if line.startswith("# theme = "))
