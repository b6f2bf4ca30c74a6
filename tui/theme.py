"""The colours: a dark and a light theme, and a hue with its tint for each role, whatever the theme."""

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

_DARK_HUES: Final = ("#7fb2e5", "#e59e6d", "#b79be8", "#8ccf8c", "#e58fb1", "#66c7c0", "#d6cd74", "#c9a08a")
_LIGHT_HUES: Final = ("#1c64a8", "#974608", "#6a3fb5", "#236a23", "#a82e63", "#0b6662", "#665a00", "#7a4a30")
_FEW_DARK_HUES: Final = ("#5555ff", "#aa5500", "#ff55ff", "#55ff55", "#ff5555", "#55ffff", "#ffff55", "#aa00aa")
_FEW_LIGHT_HUES: Final = ("#0000aa", "#aa5500", "#aa00aa", "#00aa00", "#aa0000", "#00aaaa", "#5555ff", "#555555")
HUES: Final = len(_DARK_HUES)
"""How many roles have a hue of their own; from the next on hues repeat, and the tag tells roles apart."""

OURS: Final = (DARK, LIGHT)


def names() -> tuple[str, ...]:
    """What a theme may be called: ours, then Textual's own."""
    return tuple(dict.fromkeys((*(theme.name for theme in OURS), *BUILTIN_THEMES)))


def variables(theme: Theme, *, few_colors: bool = False) -> dict[str, str]:
    """The CSS variables that our style sheets add to a theme's: ``role-1`` and ``role-1-tint`` to the last hue's.

    ``undecided`` and ``decided`` are the text's colour with a touch of accent and success: triggers are to be found,
    not to glare. All are made for any theme, so that choosing another one in the palette keeps roles readable. With
    ``few_colors`` (a terminal of sixteen) hues are ones that it has, and tints, which would vanish, are none.
    """
    if few_colors:
        hues = _FEW_DARK_HUES if theme.dark else _FEW_LIGHT_HUES
    else:
        hues = _DARK_HUES if theme.dark else _LIGHT_HUES
    tint = 0.0 if few_colors else 0.2 if theme.dark else 0.14
    ground = Color.parse(theme.background or ("#121212" if theme.dark else "#ffffff"))
    text = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#202020"))
    touches = {
        "undecided": text.blend(Color.parse(theme.accent or theme.primary), 0.45).hex,
        "decided": text.blend(Color.parse(theme.success or theme.primary), 0.6).hex,
    }
    return touches | {
        name: value
        for number, hue in enumerate(hues, start=1)
        for name, value in (
            (f"role-{number}", hue),
            (f"role-{number}-tint", ground.blend(Color.parse(hue), tint).hex),
        )
    }
