"""Colours that can be read."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.theme import ANSI_DARK, ANSI_LIGHT, DARK, HUES, LIGHT, OURS, for_few_colors, names, variables


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.1, 1 to 21."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in (color.r, color.g, color.b)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_every_role_is_readable_on_its_tint(theme: Theme) -> None:
    colors = variables(theme)
    for number in range(1, HUES + 1):
        assert contrast(Color.parse(colors[f"role-{number}"]), Color.parse(colors[f"role-{number}-tint"])) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_text_and_states_are_readable_on_the_background(theme: Theme) -> None:
    assert theme.background is not None
    ground = Color.parse(theme.background)
    colors = variables(theme)
    named = (theme.foreground, theme.secondary, theme.accent, theme.error, theme.success, theme.primary)
    for color in (*named, colors["undecided"], colors["decided"], colors["faint"]):
        assert color is not None
        assert contrast(Color.parse(color), ground) >= 4.5, color


@pytest.mark.parametrize("theme", OURS)
def test_no_two_roles_have_the_same_hue(theme: Theme) -> None:
    colors = variables(theme)
    assert len({colors[f"role-{number}"] for number in range(1, HUES + 1)}) == HUES


@pytest.mark.parametrize("theme", [ANSI_DARK, ANSI_LIGHT])
def test_the_terminals_own_colours_are_all_that_the_ansi_themes_name(theme: Theme) -> None:
    assert all(value.startswith("ansi_") for value in variables(theme).values())


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=BUILTIN_THEMES)
def test_every_other_theme_of_the_palette_has_hues_too(theme: Theme) -> None:
    assert variables(theme).keys() == variables(DARK).keys()


def test_few_colours_are_the_terminals_own_and_as_dark_as_what_was_chosen() -> None:
    assert for_few_colors(DARK) is ANSI_DARK
    assert for_few_colors(LIGHT) is ANSI_LIGHT
    assert for_few_colors(ANSI_LIGHT) is ANSI_LIGHT


def test_the_names_of_themes_are_ours_first() -> None:
    assert names()[: len(OURS)] == tuple(theme.name for theme in OURS)
    assert set(BUILTIN_THEMES) <= set(names())
