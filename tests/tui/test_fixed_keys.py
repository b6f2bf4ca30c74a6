"""Keys that no config changes: they work where they are fixed, whatever else they were given to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened
from tui.actions import ACTIONS
from tui.config_text import parse
from tui.fixed_keys import PANEL_PAGES, READING
from tui.keys import Keymap
from tui.reviewing import Reviewing
from tui.screens.reading import ReadingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.prompt import Prompt

NAMED = (
    *("space", "enter", "escape", "tab", "backspace", "delete", "insert"),
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown"),
    *(f"ctrl+{letter}" for letter in "abdefgjklnoprstuvwxyz"),
    *(f"f{number}" for number in range(1, 13)),
)
"""The keys that type no character, and that a config may name."""
Begin = Callable[..., Reviewing]


@pytest.fixture
def begin(database: Path, conflict: Ontology) -> Iterator[Begin]:
    """Begin a review with keys of one's own."""
    connection = open_database(database)

    def begun(**keys: str) -> Reviewing:
        reviewing = Reviewing(
            ReviewSession(connection, conflict, "ana"), Keymap({id: (key,) for id, key in keys.items()})
        )
        reviewing.session.shown(0.0)
        return reviewing

    yield begun
    close(connection)


# While one types


@pytest.mark.parametrize("question", ["search", "comment"])
def test_a_key_that_does_something_while_one_types_is_never_the_palettes(
    begin: Begin, conflict: Ontology, question: str
) -> None:
    reviewing = begin()
    reviewing.do(question, 1.0)
    reviewing.paste("two words")
    reviewing.press("left", 1.0)
    begun = reviewing.typing
    used = []
    for key in NAMED:
        reviewing.typing = begun
        if reviewing.press(key, 1.0) is not None or reviewing.typing != begun:
            used.append(key)
    assert "ctrl+u" in used
    for key in used:
        assert "is needed while one types" in str(parse(f'[keys.review]\npalette = "{key}"', conflict)[1])


# While one chooses


def test_what_stands_open_is_left_and_taken_back_by_its_own_keys(begin: Begin) -> None:
    reviewing = begin(clear="f9", pane="escape", guidelines="backspace")
    reviewing.press("y", 1.0)
    assert reviewing.panel is not None
    reviewing.press(reviewing.panel.options[0].key[0], 1.0)
    assert reviewing.press("backspace", 1.0) is None
    assert reviewing.panel.typed == ""
    assert reviewing.press("escape", 1.0) is None
    assert reviewing.panel is None
    assert reviewing.press("backspace", 1.0) == "guidelines"


@pytest.mark.parametrize("key", PANEL_PAGES)
def test_types_are_scrolled_by_the_same_keys_for_an_event_that_is_edited(begin: Begin, key: str) -> None:
    reviewing = begin(edit_trigger="up")
    reviewing.press("e", 1.0)
    reviewing.press("y", 1.0)
    assert reviewing.press(key, 1.0) == PANEL_PAGES[key]


# Where one reads


@pytest.mark.parametrize("key", sorted(READING.keys))
@pytest.mark.parametrize("opener", ["?", "h", "#"])
async def test_what_is_read_is_left(opened: Opened, opener: str, key: str) -> None:
    async with opened() as app:
        await app.press(opener)
        assert isinstance(app.app.screen, ReadingScreen)
        await app.press(key)
        assert app.app.screen_stack == [app.review]


@pytest.mark.parametrize("opener", ["?", "h"])
async def test_only_the_actions_that_are_told_do_something_there(opened: Opened, opener: str) -> None:
    async with opened(size=(100, 16)) as app:
        await app.press(opener, "space")
        screen = app.app.screen
        assert isinstance(screen, ReadingScreen)
        before = seen(app, screen)
        for action in ACTIONS:
            if action.id not in READING.without | {"quit", "palette", screen.OPENED_BY}:
                screen.do(action.id)
        await app.rest()
        assert seen(app, screen) == before


def seen(app: Driver, screen: ReadingScreen) -> tuple[object, ...]:
    """All that a key could change."""
    prompts = [prompt.display for prompt in screen.query(Prompt)]
    return app.app.screen, screen.pages.scroll_offset, prompts, app.text(KeyLine)
