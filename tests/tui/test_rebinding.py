"""Keys that were replaced: they work, and every place that names keys names them; sentences: `test_keys_said`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import OptionList

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver
from tui.app import GoldwireApp
from tui.keys import Keymap
from tui.screens.help import HelpScreen
from tui.screens.queue import QueueScreen
from tui.screens.review import ReviewScreen
from tui.widgets.article_list import ArticleHead, ArticleList
from tui.widgets.help_text import HelpText
from tui.widgets.key_line import KeyLine

REPLACED = {
    "accept": ("ctrl+t",),
    "next": ("m",),
    "previous": ("M",),
    "help": ("f8",),
    "palette": ("f3",),
    "quit": (),
    "edit_save": ("f10",),
    "lists_open": ("l",),
    "lists_sort": ("f5", "f6"),
    "lists_again": ("R",),
}


@asynccontextmanager
async def rebound(database: Path, conflict: Ontology) -> AsyncIterator[Driver]:
    """The app with other keys, in a window where everything fits."""
    connection = open_database(database)
    app = GoldwireApp(ReviewSession(connection, conflict, "ana"), keymap=Keymap(REPLACED))
    try:
        async with app.run_test(size=(160, 100)) as pilot:
            driver = Driver(app, pilot)
            await driver.rest()
            yield driver
    finally:
        close(connection)


async def test_the_new_key_works_and_the_old_one_does_not(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("a")
        assert app.states[0] == "undecided"
        assert app.message == "a does nothing here · f8 shows all keys"
        await app.press("ctrl+t", "m")
        assert app.states[0] == "accepted"
        assert app.session.index == 2


async def test_the_foot_names_it(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        foot = app.text(KeyLine)
        assert "ctrl+t accept" in foot
        assert "m M move" in foot
        await app.press("e")
        assert "f10 save" in app.text(KeyLine)


async def test_help_names_it_and_is_left_and_scrolled_by_it(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("f8")
        assert isinstance(app.app.screen, HelpScreen)
        rows = app.text(HelpText).splitlines()
        assert any("ctrl+t " in row and "Accept the candidate" in row for row in rows)
        assert any("f10 " in row and "Save" in row for row in rows)
        assert "m M scroll  f3 by name" in app.text(KeyLine)
        await app.press("f8")
        assert isinstance(app.app.screen, ReviewScreen)


async def test_the_palette_opens_by_it_and_names_it(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("ctrl+p")
        assert isinstance(app.app.screen, ReviewScreen)
        await app.press("f3", *"accept the")
        listed = app.app.screen.query_one(OptionList)
        assert "key ctrl+t" in str(listed.get_option_at_index(0).prompt)


async def test_lists_go_by_the_users_keys(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("o")
        assert all(hint in app.text(KeyLine) for hint in ("l open", "m M move", "f5 f6 sort", "f8 help"))
        assert app.text(ArticleHead).split()[:3] == ["f5numbe↑", "f6title", "source"]
        await app.press("f6", "f6", "j", "m", "enter")
        assert "f6title↓" in app.text(ArticleHead)
        assert app.app.screen.query_one(ArticleList).selected == 1
        await app.press("l")
        assert isinstance(app.app.screen, ReviewScreen)


async def test_the_numbers_are_read_again_by_the_users_key(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("#")
        assert "R read again" in app.text(KeyLine)


async def test_help_opens_over_a_list_and_returns_to_it(database: Path, conflict: Ontology) -> None:
    async with rebound(database, conflict) as app:
        await app.press("o", "f8")
        assert isinstance(app.app.screen, HelpScreen)
        await app.press("escape")
        assert isinstance(app.app.screen, QueueScreen)
