"""Leaving a screen, or goldwire: once however often it is asked at once, and never at the price of what is unsaved."""

from time import monotonic

import pytest
from textual import events

from tests.tui.conftest import Opened
from tui.keys import Keymap
from tui.screens.queue import QueueScreen
from tui.widgets.key_line import KeyLine

UNSAVED = "the edit is not saved: enter saves it, esc leaves it"


@pytest.mark.parametrize("opening", ["?", "h", "#", "o", "o ?"])
async def test_two_clicks_at_once_on_going_back_leave_one_screen(opened: Opened, opening: str) -> None:
    async with opened() as app:
        await app.press(*opening.split())
        below = app.screens[:-1]
        foot = app.app.screen.query_one(KeyLine)
        app.click_at_once(foot, app.text(KeyLine).index("back"), 0, times=2)
        await app.rest()
        assert app.screens == below


async def test_an_article_is_not_opened_again_by_a_key_that_comes_once_the_list_is_left(opened: Opened) -> None:
    async with opened() as app:
        await app.press("o", "j")
        queue = app.app.screen
        assert isinstance(queue, QueueScreen)
        queue.post_message(events.Key("enter", None))
        queue.call_later(app.review.do, "next", monotonic())
        queue.post_message(events.Key("enter", None))
        await app.rest()
        assert app.session.position == (2, 2)
        assert app.session.index == 1
        assert app.screens == ["ReviewScreen"]


@pytest.mark.parametrize("keys", ["", "e", "y", "/ f", "c", "o / f", "o ?", "h", "ctrl+p", "ctrl+f l"])
async def test_ctrl_c_leads_back_to_the_review_and_says_how_to_quit(opened: Opened, keys: str) -> None:
    async with opened() as app:
        await app.press("a", *keys.split(), "ctrl+c")
        assert app.screens == ["ReviewScreen"]
        assert app.message == "all is saved: q quits"
        assert not app.app.reviewing.left
        assert app.states[0] == "accepted"
        await app.press("q")
        assert app.app.reviewing.left


@pytest.mark.parametrize(("keys", "said"), [(("Q",), "all is saved: Q quits"), ((), "all is saved: the palette quits")])
async def test_ctrl_c_names_the_key_that_is_bound(opened: Opened, keys: tuple[str, ...], said: str) -> None:
    async with opened(keymap=Keymap({"quit": keys})) as app:
        await app.press("ctrl+c")
        assert app.message == said


@pytest.mark.parametrize("over", ["", "?", "h"])
@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_leaving_does_not_lose_an_edit_and_says_so_where_it_is_open(opened: Opened, key: str, over: str) -> None:
    async with opened() as app:
        await app.press("e", "v", "p", *over, key)
        assert app.screens == ["ReviewScreen"]
        assert app.message == UNSAVED
        await app.press("enter")
        assert app.states[0] == "edited"


async def test_ctrl_c_does_not_lose_a_comment(opened: Opened) -> None:
    async with opened() as app:
        await app.press("c", "x", "ctrl+c")
        assert app.message.startswith("the comment is not saved")
        await app.press("enter")
        assert app.session.candidates[0].comment == "x"


@pytest.mark.parametrize("below", ["", "o", "h", "#", "?"])
async def test_ctrl_q_quits_from_every_screen(opened: Opened, below: str) -> None:
    async with opened() as app:
        await app.press(*below, "ctrl+q")
        assert app.app.reviewing.left


async def test_keys_pressed_behind_quit_do_not_decide(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("qax")
        assert app.states == ["undecided"] * 5


async def test_keys_pressed_before_ctrl_c_come_before_it(opened: Opened) -> None:
    async with opened() as app:
        app.app.post_message(events.Key("a", "a"))
        app.app.post_message(events.Key("ctrl+c", None))
        await app.rest()
        assert app.states[0] == "accepted"
        assert app.message == "all is saved: q quits"
