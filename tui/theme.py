"""The colours: dark and light themes, and a hue with its tint for each role, whatever the theme."""

from dataclasses import replace
from typing import Final

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DARK: Final = Theme(
    name="dark",
    primary="#7fb2e5",
    secondary="#9aa5b4",
    accent="#e6b450",
    warning="#e6b450",
    error="#e07a7a",
    success="#86c28b",
    foreground="#cdd3da",
    background="#15181c",
    surface="#1a1e23",
    panel="#232830",
    dark=True,
)
LIGHT: Final = Theme(
    name="light",
    primary="#1f5f99",
    secondary="#5b6672",
    accent="#925500",
    warning="#925500",
    error="#b3303a",
    success="#2c7a39",
    foreground="#2a2f36",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e7e4dc",
    dark=False,
)

ANSI_DARK: Final = replace(
    BUILTIN_THEMES["ansi-dark"],
    primary="ansi_bright_blue",
    secondary="ansi_default",
    accent="ansi_bright_yellow",
    warning="ansi_yellow",
    error="ansi_bright_red",
    success="ansi_bright_green",
)
ANSI_LIGHT: Final = replace(
    BUILTIN_THEMES["ansi-light"],
    primary="ansi_blue",
    secondary="ansi_default",
    accent="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_green",
)
OURS: Final = (DARK, LIGHT, ANSI_DARK, ANSI_LIGHT)
"""The last two are drawn in the terminal's own sixteen colours on its own ground."""

_DARK_HUES: Final = ("#7fb2e5", "#e59e6d", "#b79be8", "#8ccf8c", "#e58fb1", "#66c7c0", "#d6cd74", "#c9a08a")
_LIGHT_HUES: Final = ("#1c64a8", "#974608", "#6a3fb5", "#236a23", "#a82e63", "#0b6662", "#665a00", "#7a4a30")
_ANSI_DARK_HUES: Final = tuple(
    f"ansi_{name}"
    for name in (
        "bright_blue",
        "yellow",
        "bright_magenta",
        "bright_green",
        "bright_red",
        "bright_cyan",
        "bright_yellow",
        "cyan",
    )
)
_ANSI_LIGHT_HUES: Final = tuple(
    f"ansi_{name}" for name in ("blue", "yellow", "magenta", "green", "red", "cyan", "bright_blue", "bright_black")
)
HUES: Final = len(_DARK_HUES)
"""How many roles have a hue of their own; from the next on hues repeat, and the tag tells roles apart."""


def names() -> tuple[str, ...]:
    """What a theme may be called: ours, then Textual's own."""
    return tuple(dict.fromkeys((*(theme.name for theme in OURS), *BUILTIN_THEMES)))


def for_few_colors(theme: Theme) -> Theme:
    """What a terminal of sixteen colours, or of none, shows in place of a theme."""
    if theme.ansi:
        return theme
    return ANSI_DARK if theme.dark else ANSI_LIGHT


def variables(theme: Theme) -> dict[str, str]:
    """The CSS variables that our styles add to a theme's: ``role-1`` and ``role-1-tint`` to the last hue's.

    ``undecided`` and ``decided`` are the text's colour with a touch of accent and success: triggers are to be found,
    not to glare; ``faint`` can be read, but asks for nothing. All are made for any theme, so that choosing another one
    in the palette keeps roles readable. In the terminal's own colours nothing can be mixed: there are no tints, and no
    touches.
    """
    accent, success = theme.accent or theme.primary, theme.success or theme.primary
    secondary = theme.secondary or theme.primary
    if theme.ansi:
        hues = _ANSI_DARK_HUES if theme.dark else _ANSI_LIGHT_HUES
        tints = ["ansi_default"] * HUES
        touches = {"undecided": accent, "decided": success, "faint": secondary}
    else:
        hues = _DARK_HUES if theme.dark else _LIGHT_HUES
        ground = Color.parse(theme.background or ("#121212" if theme.dark else "#ffffff"))
        text = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#202020"))
        tints = [ground.blend(Color.parse(hue), 0.2 if theme.dark else 0.14).hex for hue in hues]
        touches = {
            "undecided": text.blend(Color.parse(accent), 0.45).hex,
            "decided": text.blend(Color.parse(success), 0.6).hex,
            "faint": ground.blend(Color.parse(secondary), 0.76 if theme.dark else 0.9).hex,
        }
    roles = {f"role-{number}": hue for number, hue in enumerate(hues, start=1)}
    return touches | roles | {f"role-{number}-tint": tint for number, tint in enumerate(tints, start=1)}
