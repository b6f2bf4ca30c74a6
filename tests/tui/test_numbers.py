"""The numbers screen: what it says, that it stays up to date, and that nothing waits for it."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from threading import Event as Flag

import pytest

from annotations.ontology import Ontology
from annotations.review.numbers import Numbers
from annotations.review.session import ReviewSession
from annotations.store import runs
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened
from tests.tui.newsroom import build
from tui.screens import numbers as screen_module
from tui.widgets.numbers_view import NumbersView

SIZES = [(120, 40), (80, 24), (60, 18)]


async def read(app: Driver) -> str:
    """Open the numbers and wait until they are all there; what they say, from the first row to the last."""
    await app.press("#")
    return await settled(app)


async def settled(app: Driver) -> str:
    for _ in range(100):
        await app.pilot.pause(0.05)
        said = whole(app)
        if "reading" not in said and "measuring" not in said:
            return said
    raise AssertionError(said)


def whole(app: Driver) -> str:
    view = app.app.screen.query_one(NumbersView)
    return "\n".join(strip.text.rstrip() for strip in view._strips)


async def decide(app: Driver) -> None:
    """Two accepted, one rejected with a reason, one skipped, the last one accepted, then the article is done."""
    await app.press("a", "a", "x", "2", "s", "a", "k", "a", "d")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_that_is_known_is_said_at_every_size(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as app:
        await decide(app)
        said = " ".join((await read(app)).split())
        for words in (
            "5 of 7 candidates decided, 2 left",
            "1 of 2 articles complete",
            "4 accepted, 1 rejected",
            "Precision so far: desk",
            "In text order",
            "Attack.Shelling",
            "Over complete articles: desk",
            "TC precision",
            "recall",
            "F1",
            "no such type",
            "today: 5 decided",
        ):
            assert words in said


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wider_than_the_screen(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as app:
        await decide(app)
        await read(app)
        view = app.app.screen.query_one(NumbersView)
        assert max(strip.cell_length for strip in view._strips) <= view.scrollable_content_region.width


async def test_before_the_first_decision_it_says_what_there_is_not(opened: Opened) -> None:
    async with opened() as app:
        said = await read(app)
        assert "0 of 7 candidates decided, 7 left" in said
        assert "No candidate of it is decided (n=0)." in said
        assert "there is no recall and no F1" in " ".join(said.split())
        assert "Nothing is rejected." in said


async def test_of_one_article_there_is_a_figure_without_an_interval(opened: Opened) -> None:
    async with opened() as app:
        await decide(app)
        said = await read(app)
        assert re.search(r"TC  and its type +▓+ +0\.80 +– +5", said)


async def test_opened_again_it_has_what_was_decided_since(opened: Opened) -> None:
    async with opened() as app:
        assert "0 of 7 candidates decided" in await read(app)
        await app.press("escape", "a")
        assert "1 of 7 candidates decided" in await read(app)


async def test_it_can_be_read_again_where_it_stands(opened: Opened, database: Path) -> None:
    async with opened() as app:
        await read(app)
        other = open_database(database)
        run = runs.begin(other, extractor="mine", version="1", model="m", rules="r", ontology="conflict/1")
        assert app.session.article is not None
        runs.save(other, run, app.session.article.id, [])
        close(other)
        await app.press("r")
        for _ in range(100):
            await app.pilot.pause(0.05)
            if "Precision so far: mine" in whole(app):
                return
        raise AssertionError(whole(app))


@pytest.mark.parametrize("key", ["escape", "q", "#"])
async def test_it_scrolls_and_leaves_with_the_keys_that_leave(opened: Opened, key: str) -> None:
    async with opened(size=(60, 18)) as app:
        await decide(app)
        await read(app)
        await app.press("space", "j")
        assert app.app.screen.query_one(NumbersView).scroll_offset.y > 5
        await app.press("g")
        assert app.app.screen.query_one(NumbersView).scroll_offset.y == 0
        await app.press(key)
        assert len(app.app.screen_stack) == 1


async def test_keys_pressed_behind_it_decide_nothing(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("#ax")
        assert app.states == ["undecided"] * 5


async def test_names_from_outside_do_no_harm(opened: Opened, tmp_path: Path) -> None:
    path = build(tmp_path / "hostile.db")
    database = open_database(path)
    name = "mine\x1b[31m[red]\u202e\nnext" + "w" * 300
    run = runs.begin(database, extractor=name, version="1", model="m", rules="r", ontology="conflict/1")
    (article,) = database.execute("select id from article order by seq limit 1").fetchone()
    runs.save(database, run, article, [one.proposal for one in runs.live(database, article)])
    close(database)
    async with opened(path=path) as app:
        await app.press("a")
        said = await read(app)
        assert "mine␛[31m[red]⇄ next" in said
        assert all(character.isprintable() or character == "\n" for character in said)


async def test_keys_are_answered_while_it_is_read_and_leaving_ends_it(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Flag(), Flag()

    def endless(*_: object, stop: Callable[[], bool], **__: object) -> Iterator[Numbers]:
        begun.set()
        while not stop():
            pass
        ended.set()
        yield from ()

    monkeypatch.setattr(screen_module, "numbers", endless)
    async with opened() as app:
        await app.press("#")
        assert begun.wait(5)
        await app.press("j", "escape", "a")
        assert app.states[0] == "accepted"
        assert ended.wait(5)


async def test_a_database_that_cannot_be_read_is_told(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> Iterator[sqlite3.Row]:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("annotations.review.numbers.history.standing", refusing)
    async with opened() as app:
        await app.press("#")
        for _ in range(50):
            await app.pilot.pause(0.05)
            if "disk I/O error" in whole(app):
                break
        assert "disk I/O error" in whole(app)
        await app.press("escape", "a")
        assert app.states[0] == "accepted"


async def test_of_several_days_there_are_curves(
    opened: Opened, database: Path, conflict: Ontology, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        """Three days ago, a day later with every decision."""

        at = datetime.now(UTC) - timedelta(days=3)

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            cls.at += timedelta(days=1)
            return cls.fromtimestamp(cls.at.timestamp(), tz)

    monkeypatch.setattr("annotations.store.decisions.datetime", Clock)
    connection = open_database(database)
    session = ReviewSession(connection, conflict, "ana")
    for at in range(3):
        session.shown(at)
        assert session.accept(at).ok
    close(connection)
    async with opened(size=(80, 60)) as app:
        said = await read(app)
        assert "decided, by the end of each day" in said
        drawn = said.split("decided, by the end of each day")[1].split("complete, by")[0]
        assert "█" in drawn
        assert f"{datetime.now():%b}" in drawn
