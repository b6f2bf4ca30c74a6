"""Help, the queue, and what the app says when there is nothing to review."""

import re
from pathlib import Path

import pytest
from textual import events

from annotations.errors import ExtractorError
from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.conftest import Opened
from tests.tui.newsroom import FIRST, FIRST_EVENTS, add, build
from tui.actions import ACTIONS
from tui.app import GoldwireApp
from tui.screens.help import HelpScreen
from tui.screens.queue import QueueScreen
from tui.widgets.article_list import ArticleHead, ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.help_text import HelpText
from tui.widgets.key_line import KeyLine


async def test_help_has_every_action_role_status_and_reason(opened: Opened, conflict: Ontology) -> None:
    async with opened(size=(60, 200)) as app:
        await app.press("?")
        said = " ".join(app.text(HelpText).split())
        for action in ACTIONS:
            assert action.help.split(":")[0] in said
        for label in (*conflict.roles, *conflict.statuses, *conflict.rejects):
            assert label in said


async def test_help_scrolls_and_leaves_with_the_keys_that_leave(opened: Opened) -> None:
    async with opened(size=(60, 18)) as app:
        for key in ("escape", "q", "?"):
            await app.press("?")
            screen = app.app.screen
            assert isinstance(screen, HelpScreen)
            await app.press("space", "j")
            assert screen.query_one(HelpText).scroll_offset.y > 5
            await app.press(key)
            assert len(app.app.screen_stack) == 1


async def test_keys_pressed_behind_help_do_not_decide(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("?ax")
        assert app.states == ["undecided"] * 5
        assert isinstance(app.app.screen, HelpScreen)


async def test_the_queue_lists_articles_and_opens_one(opened: Opened) -> None:
    async with opened() as app:
        await app.press("o")
        listed = app.text(ArticleList)
        assert "Militia shells coastal town" in listed
        assert re.search(r"new +5\b", listed)
        await app.press("j", "enter")
        assert app.session.article is not None
        assert app.session.article.title == "Ferry talks resume in Lind"
        assert "Envoys met" in app.text(ArticleView)


async def test_the_queue_is_narrowed_down_by_title(opened: Opened) -> None:
    async with opened() as app:
        await app.press("o", "/", *"ferry")
        assert "Militia" not in app.text(ArticleList)
        await app.press("enter")
        assert app.session.article is not None
        assert app.session.article.title == "Ferry talks resume in Lind"


async def test_the_queue_leaves_everything_as_it_was(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "o", "j", "escape", "a")
        assert app.states[1] == "accepted"


async def test_a_queue_of_many_pages_goes_to_its_end(opened: Opened, tmp_path: Path) -> None:
    articles = [(FIRST.replace("coastal", f"coastal{number:03}"), FIRST_EVENTS[1:2]) for number in range(250)]
    async with opened(path=build(tmp_path / "many.db", *articles)) as app:
        await app.press("o", "G")
        assert "coastal249" in app.text(ArticleList)
        await app.press("/", *"coastal1", "tab", "G")
        assert "coastal199" in app.text(ArticleList)


async def test_help_leaves_an_open_event_as_it_was(opened: Opened) -> None:
    async with opened() as app:
        await app.press("e", "v", "p", "?")
        assert isinstance(app.app.screen, HelpScreen)
        await app.press("escape", "enter")
        assert app.session.candidates[0].event.status == "planned"


async def test_a_place_that_cannot_be_kept_is_told_after_the_end(
    database: Path, conflict: Ontology, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = open_database(database)
    app = GoldwireApp(ReviewSession(connection, conflict, "ana"))
    connection.execute("pragma query_only = on")
    async with app.run_test():
        pass
    app._print_error_renderables()
    assert "the place in the queue is not saved" in capsys.readouterr().err
    close(connection)


async def test_an_empty_database_says_what_to_do(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    close(open_database(path, create=True))
    async with opened(path=path) as app:
        assert "goldwire import" in app.text(ArticleView)
        await app.press("y", "a", "o")
        assert "articles 0" in str(app.app.screen.query_one(ArticleHead).border_title)


async def test_an_article_that_another_process_extracts_opens_by_itself(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "growing.db"
    close(open_database(path, create=True))
    async with opened(path=path, extraction=Running()) as app:
        other = open_database(path)
        add(other, FIRST, FIRST_EVENTS)
        close(other)
        await app.pilot.pause(1.5)
        await app.rest()
        assert "Militia" in app.text(ArticleView)
        await app.press("a")
        assert app.states[0] == "accepted"


async def test_an_extraction_that_cannot_begin_says_so_and_the_review_goes_on(opened: Opened) -> None:
    async with opened(extraction=Refused()) as app:
        assert "cannot begin: no such file" in app.message
        await app.press("a")
        assert app.states[0] == "accepted"


async def test_an_extraction_that_fails_is_reported(opened: Opened) -> None:
    async with opened(extraction=Failed()) as app:
        await app.pilot.pause(1.2)
        await app.rest()
        assert "exit code 3" in app.message


async def test_every_screen_has_its_keys_at_the_foot(opened: Opened) -> None:
    async with opened() as app:
        for key in ("?", "o"):
            await app.press(key)
            assert "esc back" in app.text(KeyLine)
            await app.press("escape")
        await app.press("o")
        assert isinstance(app.app.screen, QueueScreen)


class Running:
    """An extraction that goes on."""

    def begin(self) -> None:
        pass

    def poll(self) -> int | None:
        return None


class Refused(Running):
    """An extraction that cannot begin."""

    def begin(self) -> None:
        raise ExtractorError("extraction cannot begin: no such file")


class Failed:
    """An extraction that ended badly."""

    def begin(self) -> None:
        pass

    def poll(self) -> int | None:
        return 3


async def test_what_is_typed_pasted_and_typed_again_at_once_arrives_in_that_order(opened: Opened) -> None:
    async with opened() as app:
        for event in (events.Key("/", "/"), events.Paste("the "), events.Key("f", "f"), events.Key("enter", "\r")):
            app.app.post_message(event)
        await app.rest()
        assert app.session.search is not None
        assert app.session.search.pattern == "the f"


async def test_a_key_that_another_screen_has_had_already_decides_nothing(opened: Opened) -> None:
    async with opened() as app:
        key = events.Key("a", "a")
        key._set_forwarded()
        app.app.post_message(key)
        await app.rest()
        assert app.session.progress.decided == 0
