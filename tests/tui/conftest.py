"""The app over a real database, driven by Textual's pilot."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.newsroom import build
from tui.app import Extraction, GoldwireApp
from tui.keys import Keymap
from tui.screens.review import ReviewScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.status_line import StatusLine


class Driver:
    """The app as someone at the terminal has it: keys in, what is on the screen out."""

    def __init__(self, app: GoldwireApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def session(self) -> ReviewSession:
        return self.app.reviewing.session

    @property
    def review(self) -> ReviewScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReviewScreen)
        return screen

    @property
    def article(self) -> ArticleView:
        return self.review.query_one(ArticleView)

    @property
    def message(self) -> str:
        return self.review.query_one(StatusLine).message

    @property
    def states(self) -> list[str]:
        return [candidate.state for candidate in self.session.candidates]

    @property
    def screens(self) -> list[str]:
        """The screens by name, the one on top last."""
        return [type(screen).__name__ for screen in self.app.screen_stack]

    async def press(self, *keys: str) -> None:
        """Press keys, each after the screen shows what the one before came to."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def burst(self, keys: str) -> None:
        """Press keys that were all read before the first of them is handled."""
        for key in keys:
            self.app.post_message(events.Key(key, key))
        await self.rest()

    def click_at_once(self, widget: Widget, x: int, y: int, times: int) -> None:
        """Have clicks in a widget read, all before the first of them is handled."""
        at_x, at_y = widget.region.x + x, widget.region.y + y
        for kind in (events.MouseDown, events.MouseUp) * times:
            self.app.post_message(kind(None, at_x, at_y, 0, 0, 1, False, False, False, at_x, at_y))

    async def rest(self) -> None:
        """Wait until everything is painted and the session knows it."""
        await self.pilot.pause()
        await self.pilot.pause(0.05)
        await self.pilot.pause()

    def label(self, phrase: str) -> str:
        """The letters that stand for ``phrase`` on the sentence now."""
        draft = self.app.reviewing.draft
        assert draft is not None
        assert draft.labels is not None
        return next(hint.key for hint in draft.labels.options if hint.span.text == phrase)

    @property
    def painted(self) -> str:
        """The whole screen, borders and what lies over the article included, one line a row."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    def text(self, kind: type[Widget]) -> str:
        """What a widget of the screen on top shows, one line a row."""
        return rows(self.app.screen.query_one(kind))


def rows(widget: Widget) -> str:
    """The rows a widget draws in its viewport."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


Opened = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of all colours, whatever the tests run in."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with two invented articles and their candidates."""
    return build(tmp_path / "goldwire.db")


@pytest.fixture
def opened(database: Path, conflict: Ontology) -> Opened:
    """Open the app over the database; it can be opened again and again."""

    @asynccontextmanager
    async def open_app(
        *,
        size: tuple[int, int] = (120, 40),
        path: Path | None = None,
        extraction: Extraction | None = None,
        reviewer: str = "ana",
        ontology: Ontology = conflict,
        keymap: Keymap | None = None,
    ) -> AsyncIterator[Driver]:
        connection = open_database(path or database)
        app = GoldwireApp(ReviewSession(connection, ontology, reviewer), keymap=keymap, extraction=extraction)
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                driver = Driver(app, pilot)
                await driver.rest()
                yield driver
        finally:
            close(connection)

    return open_app
