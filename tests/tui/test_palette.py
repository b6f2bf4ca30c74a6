"""The palette: it does what keys do, once, however often and in whatever way it is asked at once."""

import asyncio

import pytest
from rich.style import Style
from textual import events
from textual.command import Command, CommandList, CommandPalette

from tests.tui.conftest import Driver, Opened
from tui.theme import LIGHT
from tui.widgets.key_line import KeyLine


async def ask(app: Driver, words: str) -> CommandList:
    """Type words into the palette and wait until what they name is listed first."""
    await app.pilot.press(*words)
    commands = app.app.screen.query_one(CommandList)
    for _ in range(200):
        await app.pilot.pause(0.02)
        first = commands.options[0] if commands.options else None
        if isinstance(first, Command) and str(first.hit.text).lower().startswith(words):
            await app.rest()
            return commands
    raise AssertionError(f"the palette lists no {words!r}")


async def at_once(app: Driver, commands: CommandList, gestures: str) -> None:
    """Do what is named, all of it before the first is handled: press a key, click the first command or the ground."""
    for gesture in gestures.split():
        if gesture == "command":
            app.click_at_once(commands, 5, 2, times=1)
        elif gesture == "ground":
            app.click_at_once(app.app.screen, 1, 38, times=1)
        else:
            app.app.post_message(events.Key(gesture, None))
    await app.rest()


async def test_the_palette_does_what_keys_do(opened: Opened) -> None:
    async with opened() as app:
        await app.press("ctrl+p")
        assert isinstance(app.app.screen, CommandPalette)
        await ask(app, "accept the")
        await app.press("enter")
        assert app.states[0] == "accepted"


async def test_the_palette_leaves_the_screen_that_it_was_called_from(opened: Opened) -> None:
    async with opened() as app:
        await app.press("o", "ctrl+p")
        await ask(app, "next article")
        await app.press("enter")
        assert app.screens == ["ReviewScreen"]
        assert app.session.position == (2, 2)


async def test_the_palette_can_be_opened_with_the_mouse(opened: Opened) -> None:
    async with opened() as app:
        await app.press("?")
        await app.pilot.click(KeyLine, offset=(app.text(KeyLine).index("by name"), 0))
        await app.rest()
        assert isinstance(app.app.screen, CommandPalette)
        assert len(app.screens) == 2


@pytest.mark.parametrize("below", ["", "o", "h"])
@pytest.mark.parametrize("gestures", ["enter enter", "command command", "enter command"])
async def test_what_is_chosen_twice_at_once_is_done_once(opened: Opened, below: str, gestures: str) -> None:
    async with opened() as app:
        await app.press("a", "a", *below, "ctrl+p")
        await at_once(app, await ask(app, "undo"), gestures)
        assert app.states[:2] == ["accepted", "undecided"]
        assert app.screens == ["ReviewScreen"]


async def test_a_second_click_that_comes_while_the_palette_is_left_finds_what_it_was_on(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "a", "ctrl+p")
        commands = await ask(app, "undo")
        palette = app.app.screen
        commands.action_select()
        while palette.is_active:
            await asyncio.sleep(0)
        on_first = Style(meta={"option": 0})
        commands.post_message(events.Click(commands, 5, 2, 0, 0, 1, False, False, False, style=on_first))
        await app.rest()
        assert app.states[:2] == ["accepted", "undecided"]
        assert app.screens == ["ReviewScreen"]


@pytest.mark.parametrize(
    "gestures", ["enter escape", "escape enter", "enter ground", "ground command", "ground ground"]
)
@pytest.mark.parametrize("below", ["", "o"])
async def test_what_is_left_before_it_was_done_is_not_done_and_only_the_palette_is_left(
    opened: Opened, below: str, gestures: str
) -> None:
    async with opened() as app:
        await app.press(*below)
        before = app.screens
        await app.press("ctrl+p")
        await at_once(app, await ask(app, "accept the"), gestures)
        assert app.states == ["undecided"] * 5
        assert app.screens == before


async def test_a_theme_chosen_twice_at_once_leaves_the_screen_below_the_palette(opened: Opened) -> None:
    async with opened() as app:
        await app.press("o", "ctrl+p")
        await at_once(app, await ask(app, "theme"), "enter enter")
        await at_once(app, await ask(app, LIGHT.name), "enter enter")
        assert app.app.theme == LIGHT.name
        assert app.screens == ["ReviewScreen", "QueueScreen"]


async def test_the_palette_does_not_open_over_itself(opened: Opened) -> None:
    async with opened() as app:
        await app.press("ctrl+p", "ctrl+p", "escape")
        assert app.screens == ["ReviewScreen"]


@pytest.mark.parametrize("quits", ["q", "ctrl+q"])
async def test_no_palette_opens_behind_quitting(opened: Opened, quits: str) -> None:
    async with opened() as app:
        app.app.post_message(events.Key(quits, quits if quits == "q" else None))
        app.app.post_message(events.Key("ctrl+p", None))
        await app.rest()
        assert app.screens == ["ReviewScreen"]
